package org.peercircle.meeting;

/** What an attendance rule makes of a record. It advises; a person decides. */
public enum Standing {
    /** Within the rule. */
    GOOD,
    /** One more absence breaks the rule. */
    AT_RISK,
    /** The rule is broken. */
    LAPSED,
    /** On leave, which is not absence. */
    ON_LEAVE
}
