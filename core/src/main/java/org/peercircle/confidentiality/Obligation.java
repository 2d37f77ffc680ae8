package org.peercircle.confidentiality;

/** What a permitted reader must still honor. */
public enum Obligation {
    /** Shown without its author and without anything that differs by author (Chatham House). */
    NO_ATTRIBUTION
}
