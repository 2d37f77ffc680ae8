package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
import org.peercircle.internal.Arguments;

/**
 * Days on which somebody's usual windows do not hold: a holiday, a conference, a term of teaching.
 *
 * @param from first day, inclusive
 * @param until day after the last, exclusive
 * @param windows what holds instead; empty while away
 */
public record SpecialDays(LocalDate from, LocalDate until, ImmutableList<WeeklyWindow> windows)
        implements Comparable<SpecialDays> {

    /** Checks the order of the ends. */
    public SpecialDays {
        Arguments.require(from.isBefore(until), "until", "be after " + from, until);
        windows = Availability.joined(windows);
    }

    /** Returns the days from {@code from}, inclusive, until {@code until}, exclusive, as days away. */
    public static SpecialDays away(LocalDate from, LocalDate until) {
        return new SpecialDays(from, until, ImmutableList.of());
    }

    /** Returns days on which these windows hold instead of the usual ones. */
    public static SpecialDays instead(LocalDate from, LocalDate until, Collection<WeeklyWindow> windows) {
        return new SpecialDays(from, until, ImmutableList.copyOf(windows));
    }

    /** Whether this day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    @Override
    public int compareTo(SpecialDays other) {
        return from.compareTo(other.from);
    }
}
