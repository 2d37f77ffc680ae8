package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercircle.meeting.Attendance.ABSENT;
import static org.peercircle.meeting.Attendance.EXCUSED;
import static org.peercircle.meeting.Attendance.LATE;
import static org.peercircle.meeting.Attendance.LEFT_EARLY;
import static org.peercircle.meeting.Attendance.PRESENT;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 17);

    /** One meeting a month, the last one today. */
    private static ImmutableList<AttendanceRecord> monthly(Attendance... hows) {
        ImmutableList.Builder<AttendanceRecord> record = ImmutableList.builder();
        for (int i = 0; i < hows.length; i++) {
            record.add(new AttendanceRecord(TODAY.minusMonths(hows.length - 1 - i), hows[i]));
        }
        return record.build();
    }

    private static Standing of(AttendanceRule rule, Attendance... hows) {
        return rule.assess(monthly(hows), TODAY).standing();
    }

    @Test
    void S17_a_share_of_the_last_meetings_and_two_unexcused_in_a_row() {
        AttendanceRule rule = AttendanceRule.atLeast(75).ofLast(6);
        assertThat(of(rule)).isEqualTo(Standing.GOOD);
        assertThat(of(rule, PRESENT, EXCUSED, PRESENT)).isEqualTo(Standing.AT_RISK);
        assertThat(of(rule, PRESENT, EXCUSED, EXCUSED)).isEqualTo(Standing.LAPSED);
        assertThat(of(rule, PRESENT, ABSENT, ABSENT)).isEqualTo(Standing.LAPSED);
        assertThat(of(rule, ABSENT, ABSENT, PRESENT, PRESENT, PRESENT, PRESENT, PRESENT, PRESENT))
                .as("what is long past no longer counts")
                .isEqualTo(Standing.GOOD);
        AttendanceRule running = new AttendanceRule.Running(2);
        assertThat(of(running, ABSENT, EXCUSED, ABSENT))
                .as("an excuse ends a row")
                .isEqualTo(Standing.AT_RISK);
        assertThat(of(running, ABSENT, LATE)).isEqualTo(Standing.GOOD);
        assertThat(rule.words()).isEqualTo("at least 75 % of the last 6 meetings, fewer than 2 unexcused in a row");
    }

    @Test
    void S17_a_signal_says_why() {
        StandingSignal lapsed = AttendanceRule.atLeast(75).ofLast(6).assess(monthly(ABSENT, ABSENT), TODAY);
        assertThat(lapsed.findings())
                .extracting(StandingSignal.Finding::message)
                .containsExactly(
                        "Attendance over the last 6 meetings comes to 66 %; the group asks for 75 %.",
                        "2 misses unexcused in a row; the group allows fewer than 2.");
        assertThat(lapsed.findings())
                .extracting(StandingSignal.Finding::rule)
                .containsExactly(new AttendanceRule.Share(75, 6), new AttendanceRule.Running(2));
        StandingSignal atRisk = new AttendanceRule.Running(1).assess(List.of(), TODAY);
        assertThat(atRisk.findings())
                .extracting(StandingSignal.Finding::message)
                .containsExactly("One more absence, and: 1 miss unexcused in a row; the group allows fewer than 1.");
        assertThat(StandingSignal.GOOD.findings()).isEmpty();
    }

    @Test
    void S17_late_and_gone_early_count_as_the_rule_says() {
        AttendanceRule halves = new AttendanceRule.Running(2).counting(new MissWeights(100, 50, 0, 200));
        assertThat(of(halves, LATE, LATE)).isEqualTo(Standing.LAPSED);
        assertThat(of(halves, LEFT_EARLY, LEFT_EARLY, LEFT_EARLY)).isEqualTo(Standing.AT_RISK);
        assertThat(of(halves, LEFT_EARLY, LEFT_EARLY, LEFT_EARLY, LEFT_EARLY)).isEqualTo(Standing.LAPSED);
        assertThat(of(halves, PRESENT, ABSENT)).as("one no-show is two misses").isEqualTo(Standing.LAPSED);
        assertThat(halves.assess(monthly(LEFT_EARLY, LATE, LEFT_EARLY), TODAY).findings())
                .extracting(StandingSignal.Finding::message)
                .containsExactly("2 misses unexcused in a row; the group allows fewer than 2.");
        assertThat(halves.words())
                .isEqualTo("fewer than 2 unexcused in a row (late 100 %, left early 50 %, excused 0 %, absent 200 %"
                        + " of a miss)");
        AttendanceRule share = new AttendanceRule.Share(60, 4).counting(new MissWeights(50, 50, 100, 100));
        assertThat(of(share, PRESENT, PRESENT, LATE, LEFT_EARLY)).isEqualTo(Standing.AT_RISK);
        assertThat(of(share, LATE, LATE, LEFT_EARLY, LATE)).isEqualTo(Standing.LAPSED);
    }

    @Test
    void S17_misses_a_year_are_counted_to_the_day() {
        AttendanceRule rule = new AttendanceRule.PerYear(1);
        AttendanceRecord aYearAgo = new AttendanceRecord(TODAY.minusYears(1), ABSENT);
        AttendanceRecord justWithin = new AttendanceRecord(TODAY.minusYears(1).plusDays(1), EXCUSED);
        AttendanceRecord now = new AttendanceRecord(TODAY, ABSENT);
        assertThat(rule.assess(List.of(aYearAgo, now), TODAY).standing()).isEqualTo(Standing.AT_RISK);
        assertThat(rule.assess(List.of(justWithin, now), TODAY).findings())
                .extracting(StandingSignal.Finding::message)
                .containsExactly("2 misses within a year; the group allows 1.");
        assertThat(rule.assess(List.of(), TODAY)).isEqualTo(StandingSignal.GOOD);
        assertThat(rule.words()).isEqualTo("at most 1 misses a year");
    }

    @Test
    void S17_a_season_can_be_left_out() {
        AttendanceRule rule = new AttendanceRule.Running(2).outside(Month.MAY, Month.JUNE);
        assertThat(of(rule, ABSENT, ABSENT)).as("May and June").isEqualTo(Standing.GOOD);
        assertThat(of(rule, ABSENT, ABSENT, PRESENT, PRESENT))
                .as("March and April")
                .isEqualTo(Standing.LAPSED);
        assertThat(rule.words()).isEqualTo("fewer than 2 unexcused in a row, not counting May, June");
    }

    @Test
    void presets_say_where_they_are_from() {
        assertThat(AttendancePreset.values())
                .allSatisfy(p -> assertThat(p.source()).isNotBlank());
        assertThat(of(AttendancePreset.CHECK_IN.rule(), PRESENT, ABSENT)).isEqualTo(Standing.AT_RISK);
        assertThat(of(AttendancePreset.WRITING_GROUP.rule(), EXCUSED, EXCUSED, EXCUSED))
                .isEqualTo(Standing.AT_RISK);
        assertThat(of(AttendancePreset.SUPPORT_GROUP.rule(), ABSENT, ABSENT, ABSENT, ABSENT))
                .isEqualTo(Standing.LAPSED);
        assertThat(of(AttendancePreset.EXECUTIVE_FORUM.rule(), LATE, PRESENT, LATE, PRESENT, EXCUSED, PRESENT, LATE))
                .isEqualTo(Standing.LAPSED);
        assertThat(of(AttendancePreset.EXECUTIVE_FORUM.rule(), LATE, LATE)).isEqualTo(Standing.AT_RISK);
        assertThat(of(AttendancePreset.EXECUTIVE_FORUM.rule(), LATE, PRESENT)).isEqualTo(Standing.GOOD);
    }

    @Test
    void bounds_make_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AttendanceRule.Share(101, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttendanceRule.Share(75, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttendanceRule.Running(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttendanceRule.PerYear(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MissWeights(0, 0, 301, 0));
    }

    @Test
    void S17_ten_minutes_late_are_a_miss_and_five_are_forgiven_where_the_group_says_so() {
        AttendanceRule rule = AttendanceRule.atLeast(100)
                .ofLast(2)
                .counting(new MissWeights(100, 100, 100, 100))
                .forgiving(Duration.ofMinutes(9));
        assertThat(of(rule, PRESENT, Attendance.late(Duration.ofMinutes(9)))).isNotEqualTo(Standing.LAPSED);
        assertThat(of(rule, PRESENT, Attendance.leftEarly(Duration.ofMinutes(10))))
                .isEqualTo(Standing.LAPSED);
        assertThat(of(rule, PRESENT, LATE)).isEqualTo(Standing.LAPSED);
        assertThat(of(rule, PRESENT, ABSENT)).isEqualTo(Standing.LAPSED);
        assertThat(rule.words()).endsWith("up to 9 minutes late or early forgiven");
        assertThatIllegalArgumentException().isThrownBy(() -> rule.forgiving(Duration.ZERO));
    }
}
