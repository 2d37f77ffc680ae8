package org.peercircle.people;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.peercircle.internal.Arguments;

/**
 * A stretch of one weekday, in the zone of the availability it belongs to.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from} on the same day; {@link LocalTime#MIDNIGHT} is the end of the day
 */
public record WeeklyWindow(DayOfWeek day, LocalTime from, LocalTime to) implements Comparable<WeeklyWindow> {

    /** Checks the order. */
    public WeeklyWindow {
        Arguments.require(from.isBefore(to) || isMidnight(to), "to", "be after " + from + " on the same day", to);
    }

    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }

    /** Whether a stretch of the day lies within; a {@code last} of midnight is the end of the day. */
    boolean holds(LocalTime first, LocalTime last) {
        return !first.isBefore(from) && (isMidnight(to) || (!isMidnight(last) && !last.isAfter(to)));
    }

    /** Whether the two share time. */
    public boolean overlaps(WeeklyWindow other) {
        return day == other.day && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(WeeklyWindow other) {
        return isMidnight(other.to) || from.isBefore(other.to);
    }

    @Override
    public int compareTo(WeeklyWindow other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : from.compareTo(other.from);
    }

    @Override
    public String toString() {
        return day.toString().substring(0, 1) + day.toString().substring(1, 3).toLowerCase(Locale.ROOT) + " " + from
                + "-" + to;
    }
}
