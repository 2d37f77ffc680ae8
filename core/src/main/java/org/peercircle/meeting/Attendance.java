package org.peercircle.meeting;

/** How somebody took part in a meeting. */
public enum Attendance {
    /** There. */
    PRESENT,
    /** There, but late. */
    LATE,
    /** There, but gone before the end. */
    LEFT_EARLY,
    /** Not there, and said so before. */
    EXCUSED,
    /** Not there, and nobody knew. */
    ABSENT;

    /** Whether the person was there. */
    public boolean wasThere() {
        return this == PRESENT || this == LATE || this == LEFT_EARLY;
    }
}
