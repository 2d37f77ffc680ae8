package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Finds times that several people share over a whole term, across zones and the days on which clocks change: a slot
 * suits somebody if they can meet in it in every week of the term.
 *
 * @param zone on whose wall clock the slots stay put
 * @param from first day of the term, inclusive
 * @param until end of the term, exclusive
 * @param length of a slot
 * @param step slots start at multiples of this after midnight; at least five minutes
 */
public record CommonSlots(ZoneId zone, LocalDate from, LocalDate until, Duration length, Duration step) {

    /** Checks the bounds. */
    public CommonSlots {
        Arguments.require(from.isBefore(until), "until", "be after " + from, until);
        Arguments.require(length.compareTo(Duration.ZERO) > 0, "length", "be positive", length);
        Arguments.require(step.compareTo(Duration.ofMinutes(5)) >= 0, "step", "be at least five minutes", step);
    }

    /** A slot and who can meet in it. */
    public record Shared(WeeklySlot slot, ImmutableSet<PersonId> who) {}

    /** Returns every weekly slot of the step grid, in order of the week. */
    public ImmutableList<WeeklySlot> grid() {
        ImmutableList.Builder<WeeklySlot> slots = ImmutableList.builder();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (long minute = 0; minute + length.toMinutes() <= 24 * 60; minute += step.toMinutes()) {
                slots.add(new WeeklySlot(day, LocalTime.MIN.plusMinutes(minute), length, zone));
            }
        }
        return slots.build();
    }

    /** Whether the person can meet in this slot in every week of the term. */
    public boolean suits(WeeklySlot slot, Availability availability) {
        LocalDate first = from.with(TemporalAdjusters.nextOrSame(slot.day()));
        return Stream.iterate(first, d -> d.isBefore(until), d -> d.plusWeeks(1))
                .allMatch(day -> slot.suits(availability, day));
    }

    /**
     * Returns the slots in which the most of these people can meet, best first; among equals those nearest to noon,
     * then earliest in the week.
     *
     * @return empty only when nobody can ever meet
     */
    public ImmutableList<Shared> ranked(Map<PersonId, Availability> people) {
        Comparator<Shared> mostPeople =
                Comparator.comparing(shared -> shared.who().size(), Comparator.reverseOrder());
        return grid().stream()
                .map(slot -> new Shared(
                        slot,
                        people.entrySet().stream()
                                .filter(entry -> suits(slot, entry.getValue()))
                                .map(Map.Entry::getKey)
                                .collect(ImmutableSet.toImmutableSet())))
                .filter(shared -> !shared.who().isEmpty())
                .sorted(mostPeople
                        .thenComparing(shared -> fromNoon(shared.slot().start()))
                        .thenComparing(shared -> shared.slot().day())
                        .thenComparing(shared -> shared.slot().start()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Duration fromNoon(LocalTime start) {
        return Duration.between(LocalTime.NOON, start).abs();
    }
}
