package org.peercircle.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.id.PersonId;

/** Common slots against looking at every single week. */
class CommonSlotsProperties {

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "Africa/Casablanca",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<WeeklyWindow> windows() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 7))
                .as((day, from, length) -> new WeeklyWindow(
                        day,
                        LocalTime.MIN.plusMinutes(from * 30L),
                        LocalTime.MIN.plusMinutes(Math.min(from + length, 47) * 30L)));
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(0, 1500).map(LocalDate.of(2024, 1, 1)::plusDays);
    }

    @Property(tries = 300)
    void S6_a_slot_suits_just_when_it_does_in_every_week(
            @ForAll("zones") ZoneId zone,
            @ForAll("zones") ZoneId other,
            @ForAll("windows") WeeklyWindow window,
            @ForAll("starts") LocalDate from) {
        CommonSlots term =
                new CommonSlots(zone, from, from.plusDays(380), Duration.ofMinutes(60), Duration.ofMinutes(30));
        Availability availability = Availability.of(other, List.of(window));
        for (WeeklySlot slot : term.grid()) {
            boolean everyWeek = from.datesUntil(term.until())
                    .filter(day -> day.getDayOfWeek() == slot.day())
                    .allMatch(day -> slot.suits(availability, day));
            assertThat(term.suits(slot, availability))
                    .as("%s %s", slot, availability)
                    .isEqualTo(everyWeek);
        }
    }

    @Example
    void lunch_in_berlin_is_shared_with_new_york_only_at_the_hours_that_hold_all_year() {
        CommonSlots year = new CommonSlots(
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(2027, 1, 4),
                LocalDate.of(2028, 1, 4),
                Duration.ofMinutes(60),
                Duration.ofMinutes(60));
        PersonId berlin = PersonId.of("b");
        PersonId york = PersonId.of("y");
        Map<PersonId, Availability> people = Map.of(
                berlin,
                availability("Europe/Berlin", "14:00", "19:00"),
                york,
                availability("America/New_York", "09:00", "12:00"));
        // For weeks of the year the two are five hours apart instead of six, so 15:00 in Berlin is 10:00, then 9:00.
        List<CommonSlots.Shared> both =
                year.ranked(people).stream().filter(s -> s.who().size() == 2).toList();
        assertThat(both).extracting(s -> s.slot().start()).containsExactly(LocalTime.of(15, 0), LocalTime.of(16, 0));
        assertThat(year.ranked(people).get(0).slot().start()).isEqualTo(LocalTime.of(15, 0));
    }

    private static Availability availability(String zone, String from, String to) {
        return Availability.of(
                ZoneId.of(zone),
                List.of(new WeeklyWindow(DayOfWeek.THURSDAY, LocalTime.parse(from), LocalTime.parse(to))));
    }
}
