package org.peercircle.meeting;

import org.peercircle.internal.Arguments;

/**
 * What each way of taking part counts as, in percent of a miss: 0 is no miss, 100 one, 200 two. Being present is none.
 *
 * @param late 0 to 300
 * @param leftEarly 0 to 300
 * @param excused 0 to 300
 * @param absent 0 to 300
 */
public record MissWeights(int late, int leftEarly, int excused, int absent) {

    /** Whoever was not there missed it, excused or not; late and early leavers were there. */
    public static final MissWeights USUAL = new MissWeights(0, 0, 100, 100);

    /** Checks the bounds. */
    public MissWeights {
        Arguments.requireBetween(0, late, 300, "late");
        Arguments.requireBetween(0, leftEarly, 300, "leftEarly");
        Arguments.requireBetween(0, excused, 300, "excused");
        Arguments.requireBetween(0, absent, 300, "absent");
    }

    int of(Attendance.How how) {
        return switch (how) {
            case PRESENT -> 0;
            case LATE -> late;
            case LEFT_EARLY -> leftEarly;
            case EXCUSED -> excused;
            case ABSENT -> absent;
        };
    }
}
