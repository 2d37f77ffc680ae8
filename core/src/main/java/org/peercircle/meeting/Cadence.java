package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.peercircle.internal.Arguments;

/** How often a group meets. Dates are computed in the order of the calendar, in time linear in their number. */
public sealed interface Cadence {

    /**
     * The n-th weekday of every month.
     *
     * @param ordinal 1 to 4, or {@link #LAST}
     */
    record Monthly(int ordinal, DayOfWeek day) implements Cadence {
        /** The ordinal of the last such weekday. */
        public static final int LAST = -1;

        /** Checks the ordinal. */
        public Monthly {
            Arguments.require(
                    ordinal == LAST || (ordinal >= 1 && ordinal <= 4), "ordinal", "be 1 to 4, or -1 for last", ordinal);
        }
    }

    /**
     * Every n weeks, on the weekday of the anchor.
     *
     * @param weeks 1 to 52
     * @param anchor one of the dates
     */
    record EveryWeeks(int weeks, LocalDate anchor) implements Cadence {
        /** Checks the bounds. */
        public EveryWeeks {
            Arguments.requireBetween(1, weeks, 52, "weeks");
        }
    }

    /** Returns the cadence of the n-th weekday of the month, such as the third Thursday. */
    static Cadence monthly(int ordinal, DayOfWeek day) {
        return new Monthly(ordinal, day);
    }

    /** Returns the cadence of every {@code weeks} weeks, counted from {@code anchor}. */
    static Cadence everyWeeks(int weeks, LocalDate anchor) {
        return new EveryWeeks(weeks, anchor);
    }

    /** Returns the weekday of every date. */
    default DayOfWeek weekday() {
        return this instanceof Monthly monthly
                ? monthly.day()
                : ((EveryWeeks) this).anchor().getDayOfWeek();
    }

    /**
     * Returns the next dates.
     *
     * @param from the first day that counts, inclusive
     * @param count how many, 0 to 10,000
     */
    default ImmutableList<LocalDate> dates(LocalDate from, int count) {
        Arguments.requireBetween(0, count, 10_000, "count");
        return dates(from, count, ImmutableList.of(), InRecess.SKIP);
    }

    /** What becomes of a date that falls into a recess. */
    enum InRecess {
        /** The group does not meet that time. */
        SKIP,
        /** It meets on the same weekday of the first week after the recess, unless that is the next date anyway. */
        MEET_AFTER
    }

    /**
     * Returns the next dates outside the recesses.
     *
     * @param from the first day that counts, inclusive
     * @param count how many, 0 to 10,000; fewer come back where the calendar ends
     */
    default ImmutableList<LocalDate> dates(LocalDate from, int count, Collection<Recess> recesses, InRecess inRecess) {
        Arguments.requireBetween(0, count, 10_000, "count");
        ImmutableList.Builder<LocalDate> dates = ImmutableList.builder();
        Iterator<LocalDate> regular = datesFrom(from).iterator();
        if (!regular.hasNext()) {
            return ImmutableList.of();
        }
        LocalDate date = regular.next();
        int found = 0;
        while (found < count && regular.hasNext()) {
            LocalDate next = regular.next();
            LocalDate held = date;
            while (inRecess == InRecess.MEET_AFTER && held.isBefore(next) && Recess.anyCovers(recesses, held)) {
                held = held.plusWeeks(1);
            }
            if (held.isBefore(next) && !Recess.anyCovers(recesses, held)) {
                dates.add(held);
                found++;
            }
            date = next;
        }
        return dates.build();
    }

    /** Returns the cadence in words, such as {@code third Thursday of the month}. */
    default String words() {
        String day = weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (this instanceof Monthly monthly) {
            String which = switch (monthly.ordinal()) {
                case 1 -> "first";
                case 2 -> "second";
                case 3 -> "third";
                case 4 -> "fourth";
                default -> "last";
            };
            return which + " " + day + " of the month";
        }
        int weeks = ((EveryWeeks) this).weeks();
        return weeks == 1 ? "every " + day : weeks == 2 ? "every other " + day : "every " + weeks + " weeks on " + day;
    }

    private Stream<LocalDate> datesFrom(LocalDate from) {
        if (this instanceof Monthly monthly) {
            return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                    .map(month ->
                            month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(monthly.ordinal(), monthly.day())))
                    .dropWhile(date -> date.isBefore(from));
        }
        EveryWeeks every = (EveryWeeks) this;
        long days = ChronoUnit.DAYS.between(every.anchor(), from);
        long period = every.weeks() * 7L;
        long steps = Math.floorDiv(days + period - 1, period);
        return Stream.iterate(
                every.anchor().plusDays(steps * period),
                date -> date.isBefore(LocalDate.MAX.minusDays(period)),
                date -> date.plusDays(period));
    }
}
