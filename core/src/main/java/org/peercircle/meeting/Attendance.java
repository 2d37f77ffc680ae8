package org.peercircle.meeting;

import java.time.Duration;
import org.peercircle.internal.Arguments;

/**
 * How somebody took part in a meeting.
 *
 * @param remote whether they were there from afar
 * @param missed how much of it they missed, late or early; zero where nobody noted it
 */
public record Attendance(How how, boolean remote, Duration missed) {

    /** There. */
    public static final Attendance PRESENT = plain(How.PRESENT);
    /** There, but late by a time that nobody noted. */
    public static final Attendance LATE = plain(How.LATE);
    /** There, but gone before the end, by a time that nobody noted. */
    public static final Attendance LEFT_EARLY = plain(How.LEFT_EARLY);
    /** Not there, and said so before. */
    public static final Attendance EXCUSED = plain(How.EXCUSED);
    /** Not there, and nobody knew. */
    public static final Attendance ABSENT = plain(How.ABSENT);

    /** The ways. */
    public enum How {
        /** There. */
        PRESENT,
        /** There, but late. */
        LATE,
        /** There, but gone before the end. */
        LEFT_EARLY,
        /** Not there, and said so before. */
        EXCUSED,
        /** Not there, and nobody knew. */
        ABSENT
    }

    /** Checks that only those who were there were there from afar, and only late or early ones missed a part. */
    public Attendance {
        Arguments.require(!remote || isThere(how), "remote", "be said of those who were there", how);
        Arguments.requireBetween(0, missed.toMinutes(), 480, "missed minutes");
        Arguments.require(
                missed.isZero() || how == How.LATE || how == How.LEFT_EARLY, "missed", "be zero for " + how, missed);
    }

    /** Returns somebody who came this much late. */
    public static Attendance late(Duration by) {
        return new Attendance(How.LATE, false, by);
    }

    /** Returns somebody who left this much before the end. */
    public static Attendance leftEarly(Duration by) {
        return new Attendance(How.LEFT_EARLY, false, by);
    }

    /** Returns the same, from afar. */
    public Attendance remotely() {
        return new Attendance(how, true, missed);
    }

    /** Whether the person was there. */
    public boolean wasThere() {
        return isThere(how);
    }

    private static Attendance plain(How how) {
        return new Attendance(how, false, Duration.ZERO);
    }

    private static boolean isThere(How how) {
        return switch (how) {
            case PRESENT, LATE, LEFT_EARLY -> true;
            case EXCUSED, ABSENT -> false;
        };
    }
}
