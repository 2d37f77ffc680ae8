package org.peercircle.cohort;

/** Whether people meet in groups or one on one (S2). One model serves both; the sizing rule tells which. */
public enum CohortFormat {
    /** Groups. */
    GROUP,
    /** Pairs; of an odd number, one trio. */
    DYAD
}
