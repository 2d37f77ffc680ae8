package org.peercircle.rehearsal;

/** A part in a round. */
public enum Part {
    /** Says what is to be said. */
    SPEAKER,
    /** Plays the one who is talked to. */
    COUNTERPART,
    /** Watches, and says afterwards what they saw. */
    OBSERVER,
    /** Watches the clock. */
    TIMEKEEPER
}
