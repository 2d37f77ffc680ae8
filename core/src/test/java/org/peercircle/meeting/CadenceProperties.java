package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Dates against walking the calendar day by day. */
class CadenceProperties {

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-4000, 20_000).map(LocalDate.of(2024, 2, 29)::plusDays);
    }

    private static boolean isNth(LocalDate day, int ordinal, DayOfWeek weekday) {
        boolean last = day.getMonth() != day.plusDays(7).getMonth();
        int nth = (day.getDayOfMonth() + 6) / 7;
        return day.getDayOfWeek() == weekday && (ordinal == Cadence.Monthly.LAST ? last : nth == ordinal);
    }

    @Property
    void S6_the_nth_weekday_of_each_month(
            @ForAll("days") LocalDate from, @ForAll DayOfWeek weekday, @ForAll @IntRange(min = 0, max = 4) int n) {
        int ordinal = n == 0 ? Cadence.Monthly.LAST : n;
        List<LocalDate> model = from.datesUntil(from.plusDays(400))
                .filter(day -> isNth(day, ordinal, weekday))
                .limit(12)
                .toList();
        assertThat(Cadence.monthly(ordinal, weekday).dates(from, 12)).isEqualTo(model);
    }

    @Property
    void S6_every_so_many_weeks_from_the_anchor(
            @ForAll("days") LocalDate from,
            @ForAll("days") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 5) int weeks) {
        List<LocalDate> model = from.datesUntil(from.plusDays(200))
                .filter(day -> Math.floorMod(day.toEpochDay() - anchor.toEpochDay(), weeks * 7L) == 0)
                .limit(5)
                .toList();
        assertThat(Cadence.everyWeeks(weeks, anchor).dates(from, 5)).isEqualTo(model);
    }

    @Property
    void S6_recesses_skip_a_date_or_move_it_to_the_first_week_after(
            @ForAll("days") LocalDate from,
            @ForAll DayOfWeek weekday,
            @ForAll @IntRange(min = 1, max = 4) int ordinal,
            @ForAll @IntRange(max = 300) int offset,
            @ForAll @IntRange(max = 60) int length) {
        Recess recess = new Recess(from.plusDays(offset), from.plusDays(offset + length));
        Cadence cadence = Cadence.monthly(ordinal, weekday);
        List<LocalDate> regular = cadence.dates(from, 25);
        List<LocalDate> skipped = cadence.dates(from, 12, List.of(recess), Cadence.InRecess.SKIP);
        assertThat(skipped)
                .isEqualTo(regular.stream()
                        .filter(d -> !recess.covers(d))
                        .limit(12)
                        .toList());
        List<LocalDate> moved = cadence.dates(from, 12, List.of(recess), Cadence.InRecess.MEET_AFTER);
        List<LocalDate> model = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            LocalDate day = regular.get(i);
            LocalDate next = regular.get(i + 1);
            day.datesUntil(next, Period.ofWeeks(1))
                    .filter(d -> !recess.covers(d))
                    .findFirst()
                    .ifPresent(model::add);
        }
        assertThat(moved).isEqualTo(model.subList(0, 12));
        assertThat(moved).allMatch(d -> d.getDayOfWeek() == weekday && !recess.covers(d));
    }

    @Property
    void S6_the_wall_clock_time_holds_through_every_clock_change(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 4) int ordinal) {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")) {
            MeetingTime lunch = new MeetingTime(LocalTime.NOON, Duration.ofMinutes(60), ZoneId.of(zone));
            for (LocalDate day : Cadence.monthly(ordinal, DayOfWeek.SUNDAY).dates(from, 12)) {
                assertThat(lunch.startOn(day).atZone(ZoneId.of(zone)).toLocalDateTime())
                        .isEqualTo(day.atTime(LocalTime.NOON));
            }
        }
    }

    @Example
    void a_university_break_is_passed_over_and_a_holiday_moved() {
        Cadence cadence = Cadence.monthly(4, DayOfWeek.THURSDAY);
        LocalDate november = LocalDate.of(2027, 11, 1);
        Recess thanksgiving = Recess.day(LocalDate.of(2027, 11, 25));
        Recess winter = new Recess(LocalDate.of(2027, 12, 20), LocalDate.of(2028, 1, 7));
        assertThat(cadence.dates(november, 3, List.of(thanksgiving, winter), Cadence.InRecess.SKIP))
                .containsExactly(LocalDate.of(2028, 1, 27), LocalDate.of(2028, 2, 24), LocalDate.of(2028, 3, 23));
        assertThat(cadence.dates(november, 3, List.of(thanksgiving, winter), Cadence.InRecess.MEET_AFTER))
                .containsExactly(LocalDate.of(2027, 12, 2), LocalDate.of(2028, 1, 13), LocalDate.of(2028, 1, 27));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recess(november, november.minusDays(1)))
                .withMessageContaining("last must be 0 to 400 days after");
        assertThatIllegalArgumentException().isThrownBy(() -> new Recess(november, november.plusDays(401)));
        assertThat(new Recess(november, november.plusDays(400)).covers(november.plusDays(400)))
                .isTrue();
    }

    @Example
    void lunch_stays_at_lunch_when_clocks_change() {
        MeetingTime lunch = new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin"));
        assertThat(lunch.startOn(LocalDate.of(2027, 3, 18))).hasToString("2027-03-18T11:00:00Z");
        assertThat(lunch.startOn(LocalDate.of(2027, 4, 15))).hasToString("2027-04-15T10:00:00Z");
        assertThat(lunch.words()).isEqualTo("12:00–13:30 Europe/Berlin");
    }

    @Example
    void a_cadence_says_itself_in_words() {
        assertThat(Cadence.monthly(3, DayOfWeek.THURSDAY).words()).isEqualTo("third Thursday of the month");
        assertThat(Cadence.monthly(Cadence.Monthly.LAST, DayOfWeek.MONDAY).words())
                .isEqualTo("last Monday of the month");
        LocalDate thursday = LocalDate.of(2027, 1, 7);
        assertThat(Cadence.everyWeeks(1, thursday).words()).isEqualTo("every Thursday");
        assertThat(Cadence.everyWeeks(2, thursday).words()).isEqualTo("every other Thursday");
        assertThat(Cadence.everyWeeks(3, thursday).words()).isEqualTo("every 3 weeks on Thursday");
    }

    @Example
    void a_fifth_thursday_or_a_meeting_of_a_minute_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cadence.monthly(5, DayOfWeek.THURSDAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Cadence.everyWeeks(0, LocalDate.MIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingTime(LocalTime.NOON, Duration.ofMinutes(1), ZoneId.of("UTC")));
    }
}
