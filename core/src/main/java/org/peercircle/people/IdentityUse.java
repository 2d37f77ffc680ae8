package org.peercircle.people;

/** What a self-declared identity may be used for. Each use is a choice of its own; none is implied by another. */
public enum IdentityUse {
    /** Deciding whether the person may enroll in a cohort for those who declared it (S4). */
    ELIGIBILITY,
    /** Seeing to it that nobody is the only one in a group (S19). */
    FORMATION
}
