package org.peercircle.people;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.internal.Arguments;

/**
 * A stretch of days, open at either end where no date is given.
 *
 * @param from first day, inclusive
 * @param until day after the last, exclusive
 */
public record DateSpan(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Always. */
    public static final DateSpan ALWAYS = new DateSpan(Optional.empty(), Optional.empty());

    /** Checks the order of the ends. */
    public DateSpan {
        if (from.isPresent() && until.isPresent()) {
            Arguments.require(
                    from.orElseThrow().isBefore(until.orElseThrow()),
                    "until",
                    "be after " + from.orElseThrow(),
                    until.orElseThrow());
        }
    }

    /** Returns the days from {@code first} on. */
    public static DateSpan from(LocalDate first) {
        return new DateSpan(Optional.of(first), Optional.empty());
    }

    /** Returns the days from {@code first}, inclusive, until {@code end}, exclusive. */
    public static DateSpan between(LocalDate first, LocalDate end) {
        return new DateSpan(Optional.of(first), Optional.of(end));
    }

    /** Whether this day lies in the stretch. */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(day::isBefore).orElse(true);
    }
}
