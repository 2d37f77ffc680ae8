package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.peercircle.internal.Arguments;

/**
 * When somebody can meet: windows that come back every week, on their own wall clock.
 *
 * @param zone where the wall clock hangs
 * @param windows in order of the week, none overlapping; touching ones are joined
 */
public record Availability(ZoneId zone, ImmutableList<WeeklyWindow> windows) {

    /** Orders the windows and joins touching ones. */
    public Availability {
        windows = joined(windows);
    }

    /**
     * Returns an availability of these windows.
     *
     * @throws IllegalArgumentException if two windows overlap
     */
    public static Availability of(ZoneId zone, Collection<WeeklyWindow> windows) {
        return new Availability(zone, ImmutableList.copyOf(windows));
    }

    /** Whether the person can meet from {@code start} for {@code length}, at most a day; exact over clock changes. */
    public boolean covers(Instant start, Duration length) {
        ZonedDateTime first = start.atZone(zone);
        ZonedDateTime last = start.plus(length).atZone(zone);
        LocalDate day = first.toLocalDate();
        if (!last.toLocalDate().equals(day)) {
            return false;
        }
        LocalTime from = first.toLocalTime();
        LocalTime to = last.toLocalTime();
        return windows.stream()
                .anyMatch(w -> w.day() == day.getDayOfWeek() && !from.isBefore(w.from()) && !to.isAfter(w.to()));
    }

    private static ImmutableList<WeeklyWindow> joined(ImmutableList<WeeklyWindow> windows) {
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
