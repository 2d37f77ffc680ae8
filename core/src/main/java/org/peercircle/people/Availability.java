package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.peercircle.internal.Arguments;

/**
 * When somebody can meet: windows that come back every week, on their own wall clock, and the days on which others hold.
 *
 * <pre>{@code
 * Availability lunch = Availability.of(
 *                 ZoneId.of("Europe/Berlin"), List.of(new WeeklyWindow(THURSDAY, LocalTime.of(12, 0), LocalTime.of(14, 0))))
 *         .except(SpecialDays.away(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 15)));
 * }</pre>
 *
 * @param zone where the wall clock hangs
 * @param windows in order of the week, none overlapping; touching ones are joined
 * @param special in order of the calendar, none overlapping
 */
public record Availability(ZoneId zone, ImmutableList<WeeklyWindow> windows, ImmutableList<SpecialDays> special) {

    /** Orders the windows, joins touching ones, and orders the special days. */
    public Availability {
        windows = joined(windows);
        special = ImmutableList.sortedCopyOf(special);
        for (int i = 1; i < special.size(); i++) {
            SpecialDays before = special.get(i - 1);
            Arguments.require(
                    !before.contains(special.get(i).from()),
                    "special",
                    "not overlap",
                    before + " and " + special.get(i));
        }
    }

    /**
     * Returns an availability of these windows.
     *
     * @throws IllegalArgumentException if two windows overlap
     */
    public static Availability of(ZoneId zone, Collection<WeeklyWindow> windows) {
        return new Availability(zone, ImmutableList.copyOf(windows), ImmutableList.of());
    }

    /**
     * Returns this availability with more special days.
     *
     * @throws IllegalArgumentException if they overlap with others
     */
    public Availability except(SpecialDays days) {
        return new Availability(
                zone,
                windows,
                ImmutableList.<SpecialDays>builder().addAll(special).add(days).build());
    }

    /** Returns what holds in a week without special days. */
    public Availability usual() {
        return special.isEmpty() ? this : of(zone, windows);
    }

    /**
     * Whether the person can meet from {@code start} for {@code length}: at each instant of it their wall clock shows a
     * time within a window of that day. Exact over midnights and clock changes.
     */
    public boolean covers(Instant start, Duration length) {
        ZoneRules rules = zone.getRules();
        Instant end = start.plus(length);
        Instant at = start;
        while (at.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(at);
            ZoneOffsetTransition change = rules.nextTransition(at);
            Instant next = change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
            if (!coversClock(LocalDateTime.ofInstant(at, offset), LocalDateTime.ofInstant(next, offset))) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** Whether the windows hold a stretch in which the wall clock runs evenly. */
    private boolean coversClock(LocalDateTime from, LocalDateTime to) {
        LocalDateTime at = from;
        while (at.isBefore(to)) {
            LocalDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay();
            LocalDateTime next = to.isBefore(midnight) ? to : midnight;
            LocalDate day = at.toLocalDate();
            LocalTime first = at.toLocalTime();
            LocalTime last = next.toLocalTime();
            if (windowsOn(day).stream().noneMatch(w -> w.day() == day.getDayOfWeek() && w.holds(first, last))) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private ImmutableList<WeeklyWindow> windowsOn(LocalDate day) {
        for (SpecialDays days : special) {
            if (days.contains(day)) {
                return days.windows();
            }
        }
        return windows;
    }

    static ImmutableList<WeeklyWindow> joined(ImmutableList<WeeklyWindow> windows) {
        List<WeeklyWindow> joined = new ArrayList<>();
        for (WeeklyWindow next : ImmutableList.sortedCopyOf(windows)) {
            WeeklyWindow last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty()) {
                Arguments.require(!last.overlaps(next), "windows", "not overlap", last + " and " + next);
            }
            if (!joined.isEmpty() && last.day() == next.day() && last.to().equals(next.from())) {
                joined.set(joined.size() - 1, new WeeklyWindow(last.day(), last.from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return ImmutableList.copyOf(joined);
    }
}
