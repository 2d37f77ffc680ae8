package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.peercircle.internal.Arguments;

/**
 * How much absence is too much: fewer than {@code percent} of the last {@code ofLast} meetings, or
 * {@code unexcusedRunning} unexcused absences in a row.
 *
 * @param percent 0 to 100
 * @param ofLast 1 to 100; while fewer meetings were held, those missing count as attended
 * @param unexcusedRunning 1 to 100
 */
public record AttendanceRule(int percent, int ofLast, int unexcusedRunning) {

    /** Checks the bounds. */
    public AttendanceRule {
        Arguments.requireBetween(0, percent, 100, "percent");
        Arguments.requireBetween(1, ofLast, 100, "ofLast");
        Arguments.requireBetween(1, unexcusedRunning, 100, "unexcusedRunning");
    }

    /** Starts a rule: at least this share, as in {@code AttendanceRule.atLeast(75).ofLast(6)}. */
    public static Share atLeast(int percent) {
        return new Share(percent);
    }

    /** The first half of a rule. */
    public record Share(int percent) {
        /** Returns the rule over this many meetings, with two unexcused absences in a row as the second limit. */
        public AttendanceRule ofLast(int meetings) {
            return new AttendanceRule(percent, meetings, 2);
        }
    }

    /**
     * Returns the standing after these meetings.
     *
     * @param record one entry a meeting, oldest first
     */
    public Standing assess(List<Attendance> record) {
        if (isBroken(record)) {
            return Standing.LAPSED;
        }
        ImmutableList<Attendance> oneMoreMiss = ImmutableList.<Attendance>builder()
                .addAll(record)
                .add(Attendance.ABSENT)
                .build();
        return isBroken(oneMoreMiss) ? Standing.AT_RISK : Standing.GOOD;
    }

    private boolean isBroken(List<Attendance> record) {
        List<Attendance> last = record.subList(Math.max(0, record.size() - ofLast), record.size());
        long there = ofLast - last.stream().filter(a -> !a.wasThere()).count();
        if (there * 100 < (long) percent * ofLast) {
            return true;
        }
        int running = 0;
        for (int i = record.size() - 1; i >= 0 && record.get(i) == Attendance.ABSENT; i--) {
            running++;
        }
        return running >= unexcusedRunning;
    }
}
