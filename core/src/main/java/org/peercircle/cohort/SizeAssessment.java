package org.peercircle.cohort;

/** What a living group's size is under its rule. */
public enum SizeAssessment {
    /** Too few to go on for long. */
    BELOW_MINIMUM,
    /** Within the bounds. */
    VIABLE,
    /** The preferred size. */
    IDEAL,
    /** Too many. */
    ABOVE_MAXIMUM
}
