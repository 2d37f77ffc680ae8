package org.peercircle.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.peercircle.internal.Arguments;

/**
 * Days on which a group does not meet, such as a holiday or a university break, as the host hands them in.
 *
 * @param first inclusive
 * @param last inclusive, at most 400 days after the first
 */
public record Recess(LocalDate first, LocalDate last) {

    /** Checks the order. */
    public Recess {
        Arguments.require(
                !last.isBefore(first) && ChronoUnit.DAYS.between(first, last) <= 400,
                "last",
                "be 0 to 400 days after " + first,
                last);
    }

    /** Returns a single day. */
    public static Recess day(LocalDate day) {
        return new Recess(day, day);
    }

    /** Whether the day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    static boolean anyCovers(Collection<Recess> recesses, LocalDate day) {
        return recesses.stream().anyMatch(r -> r.covers(day));
    }
}
