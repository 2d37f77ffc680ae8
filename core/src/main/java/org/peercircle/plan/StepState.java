package org.peercircle.plan;

/** Where a step stands. Derived from check-ins and corrections, never set (law P5). */
public enum StepState {
    /** Still to do. */
    OPEN,
    /** Done. */
    DONE,
    /** Missed, and not carried on since. */
    MISSED,
    /** Dropped by a correction. */
    DROPPED,
    /** Replaced by another step. */
    REPLACED
}
