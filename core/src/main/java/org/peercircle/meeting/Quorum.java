package org.peercircle.meeting;

import org.peercircle.internal.Arguments;

/**
 * How many make a meeting of the group. It is a signal: those who came may meet all the same.
 *
 * @param percent of the members who are not on leave, 0 to 100
 * @param atLeast how many at the least, 1 to 100; never more than there are members
 */
public record Quorum(int percent, int atLeast) {

    /** Half of them, two at the least. */
    public static final Quorum HALF = new Quorum(50, 2);

    /** Checks the bounds. */
    public Quorum {
        Arguments.requireBetween(0, percent, 100, "percent");
        Arguments.requireBetween(1, atLeast, 100, "atLeast");
    }

    /** Returns how many it takes of so many members. */
    public int neededOf(int members) {
        int share = (members * percent + 99) / 100;
        return Math.min(members, Math.max(atLeast, share));
    }

    /** Whether so many of so many make a meeting. */
    public boolean isMet(int there, int members) {
        return there >= neededOf(members);
    }
}
