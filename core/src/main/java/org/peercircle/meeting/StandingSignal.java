package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;

/**
 * What an attendance rule makes of a record: a signal with its reasons, never an action. A person decides what, if
 * anything, follows from it.
 *
 * @param findings the parts of the rule that are broken, or that one more absence would break; empty in good standing
 */
public record StandingSignal(Standing standing, ImmutableList<Finding> findings) {

    /** Within the rule. */
    public static final StandingSignal GOOD = new StandingSignal(Standing.GOOD, ImmutableList.of());
    /** On leave, which is not absence. */
    public static final StandingSignal ON_LEAVE = new StandingSignal(Standing.ON_LEAVE, ImmutableList.of());

    /**
     * One part of the rule and what the record makes of it.
     *
     * @param message a sentence for the group
     */
    public record Finding(AttendanceRule rule, String message) {}
}
