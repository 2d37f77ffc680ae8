package org.peercircle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

/** Availability against asking the wall clock at every quarter of an hour. */
class AvailabilityProperties {

    private static final LocalDate CHANGE = LocalDate.of(2027, 3, 28);

    @Provide
    Arbitrary<WeeklyWindow> windows() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                        Arbitraries.integers().between(0, 22),
                        Arbitraries.integers().between(1, 24))
                .as((day, from, length) -> new WeeklyWindow(
                        day,
                        LocalTime.of(from, 0),
                        from + length >= 24 ? LocalTime.MIDNIGHT : LocalTime.of(from + length, 0)));
    }

    @Property
    void S6_a_stretch_is_covered_just_when_the_wall_clock_is_within_a_window_all_along(
            @ForAll("windows") WeeklyWindow one,
            @ForAll("windows") WeeklyWindow other,
            @ForAll boolean spring,
            @ForAll boolean away) {
        if (one.overlaps(other)) {
            return;
        }
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDate sunday = spring ? CHANGE : LocalDate.of(2027, 10, 31);
        Availability usual = Availability.of(zone, List.of(one, other));
        Availability availability = away ? usual.except(SpecialDays.away(sunday, sunday.plusDays(1))) : usual;
        Instant base = sunday.minusDays(1).atStartOfDay(zone).toInstant();
        for (int start = 0; start < 72 * 2; start += 3) {
            Instant from = base.plus(Duration.ofMinutes(start * 30L));
            Duration length = Duration.ofMinutes(30L * (1 + start % 7));
            boolean everywhere = true;
            for (Instant at = from; at.isBefore(from.plus(length)); at = at.plus(Duration.ofMinutes(15))) {
                everywhere &= shows(at.atZone(zone), one, other)
                        && !(away && at.atZone(zone).toLocalDate().equals(sunday));
            }
            assertThat(availability.covers(from, length))
                    .as("%s for %s", from.atZone(zone), length)
                    .isEqualTo(everywhere);
        }
    }

    private static boolean shows(ZonedDateTime clock, WeeklyWindow... windows) {
        for (WeeklyWindow window : windows) {
            boolean beforeEnd = window.to().equals(LocalTime.MIDNIGHT)
                    || clock.toLocalTime().isBefore(window.to());
            if (window.day() == clock.getDayOfWeek() && !clock.toLocalTime().isBefore(window.from()) && beforeEnd) {
                return true;
            }
        }
        return false;
    }

    @Example
    void a_night_over_midnight_is_two_windows() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        Availability night = Availability.of(
                auckland,
                List.of(
                        new WeeklyWindow(DayOfWeek.THURSDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT),
                        new WeeklyWindow(DayOfWeek.FRIDAY, LocalTime.MIDNIGHT, LocalTime.of(1, 0))));
        Instant start =
                LocalDate.of(2027, 6, 17).atTime(23, 30).atZone(auckland).toInstant();
        assertThat(night.covers(start, Duration.ofMinutes(90))).isTrue();
        assertThat(night.covers(start, Duration.ofMinutes(91))).isFalse();
        assertThat(new WeeklyWindow(DayOfWeek.FRIDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                        .overlaps(new WeeklyWindow(DayOfWeek.FRIDAY, LocalTime.of(23, 0), LocalTime.MIDNIGHT)))
                .isTrue();
    }

    @Example
    void S6_special_days_keep_somebody_from_a_meeting_and_rule_no_slot_out() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WeeklyWindow lunch = new WeeklyWindow(DayOfWeek.THURSDAY, LocalTime.of(12, 0), LocalTime.of(14, 0));
        LocalDate june = LocalDate.of(2027, 6, 17);
        Availability ada = Availability.of(berlin, List.of(lunch))
                .except(SpecialDays.away(june, june.plusDays(7)))
                .except(SpecialDays.instead(
                        june.plusDays(28),
                        june.plusDays(29),
                        List.of(new WeeklyWindow(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(10, 0)))));
        CommonSlots term = new CommonSlots(
                berlin,
                LocalDate.of(2027, 1, 4),
                LocalDate.of(2028, 1, 4),
                Duration.ofMinutes(90),
                Duration.ofMinutes(30));
        WeeklySlot slot = new WeeklySlot(DayOfWeek.THURSDAY, LocalTime.NOON, Duration.ofMinutes(90), berlin);
        PersonId id = PersonId.of("ada");
        assertThat(term.suits(slot, ada)).isTrue();
        assertThat(term.suiting(ada).cardinality()).isEqualTo(2);
        assertThat(CommonSlots.missing(slot, List.of(june, june.plusDays(7), june.plusDays(28)), Map.of(id, ada))
                        .asMap())
                .containsOnlyKeys(june, june.plusDays(28));
        assertThat(ada.usual().special()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommonSlots.missing(slot, List.of(june.plusDays(1)), Map.of(id, ada)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ada.except(SpecialDays.away(june.plusDays(6), june.plusDays(9))))
                .withMessageContaining("special must not overlap");
        assertThatIllegalArgumentException().isThrownBy(() -> SpecialDays.away(june, june));
    }
}
