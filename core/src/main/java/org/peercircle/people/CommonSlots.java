package org.peercircle.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Finds times that several people share over a whole term, across zones and the days on which clocks change: a slot
 * suits somebody if their usual windows hold it in every week of the term. Special days rule no slot out, or nobody who
 * takes a holiday would find one; {@link #missing} says who they keep from which meeting.
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
        return suits(slot, availability.usual(), telling(availability.zone()));
    }

    /**
     * Returns who can't make it to a slot on which of these days, special days counted.
     *
     * @param days of the slot's weekday, such as the dates of a cadence
     * @throws IllegalArgumentException if a day is of another weekday
     */
    public static ImmutableSetMultimap<LocalDate, PersonId> missing(
            WeeklySlot slot, Collection<LocalDate> days, Map<PersonId, Availability> people) {
        ImmutableSetMultimap.Builder<LocalDate, PersonId> missing = ImmutableSetMultimap.builder();
        for (LocalDate day : days) {
            Arguments.require(day.getDayOfWeek() == slot.day(), "days", "be " + slot.day(), day);
            people.forEach((person, availability) -> {
                if (!slot.suits(availability, day)) {
                    missing.put(day, person);
                }
            });
        }
        return missing.build();
    }

    /** Returns for each slot of the {@link #grid}, by its number, whether it suits the person in every week. */
    public BitSet suiting(Availability availability) {
        ImmutableListMultimap<DayOfWeek, LocalDate> days = telling(availability.zone());
        Availability usual = availability.usual();
        ImmutableList<WeeklySlot> grid = grid();
        BitSet suiting = new BitSet(grid.size());
        for (int i = 0; i < grid.size(); i++) {
            suiting.set(i, suits(grid.get(i), usual, days));
        }
        return suiting;
    }

    private static boolean suits(
            WeeklySlot slot, Availability availability, ImmutableListMultimap<DayOfWeek, LocalDate> days) {
        return days.get(slot.day()).stream().allMatch(day -> slot.suits(availability, day));
    }

    /**
     * The days that tell for the whole term: its first week, and around each change of either clock the day before, the
     * day itself and the week after. Between changes every week is like the one before.
     */
    private ImmutableListMultimap<DayOfWeek, LocalDate> telling(ZoneId other) {
        TreeSet<LocalDate> days = new TreeSet<>();
        addDays(days, from, from.plusWeeks(1));
        Stream.of(zone, other).flatMap(this::changes).forEach(day -> addDays(days, day.minusDays(1), day.plusDays(9)));
        return Multimaps.index(days, LocalDate::getDayOfWeek);
    }

    private void addDays(TreeSet<LocalDate> days, LocalDate first, LocalDate end) {
        first.datesUntil(end)
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .forEach(days::add);
    }

    private Stream<LocalDate> changes(ZoneId of) {
        ZoneRules rules = of.getRules();
        Instant end = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.iterate(
                        rules.nextTransition(
                                from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                        change -> change != null && change.getInstant().isBefore(end),
                        change -> rules.nextTransition(change.getInstant()))
                .map(change -> change.getInstant().atZone(zone).toLocalDate());
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
        ImmutableList<WeeklySlot> grid = grid();
        Map<PersonId, BitSet> suiting = new LinkedHashMap<>();
        people.forEach((person, availability) -> suiting.put(person, suiting(availability)));
        return IntStream.range(0, grid.size())
                .mapToObj(i -> new Shared(
                        grid.get(i),
                        people.keySet().stream()
                                .filter(person ->
                                        requireNonNull(suiting.get(person)).get(i))
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
