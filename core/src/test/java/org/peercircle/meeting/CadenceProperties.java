package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
