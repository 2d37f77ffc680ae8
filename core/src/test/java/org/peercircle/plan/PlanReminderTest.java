package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

class PlanReminderTest {

    private static final PersonId BEN = PersonId.of("ben");
    private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

    private static ActionPlan plan() {
        return PlanFixtures.drafted(PlanFixtures.content()
                        .addSteps(NextStep.builder()
                                .from(PlanFixtures.step("s"))
                                .partner(BEN)
                                .build())
                        .build())
                .activate(PlanFixtures.on(2, 1))
                .orElseThrow();
    }

    private static List<LocalDate> days(ActionPlan plan, PlanReminder.Kind kind) {
        return plan.reminders(FEBRUARY, APRIL).stream()
                .filter(r -> r.kind() == kind)
                .map(PlanReminder::on)
                .toList();
    }

    @Test
    void S12_the_owner_is_reminded_before_a_steps_day_and_after_it_each_week() {
        assertThat(days(plan(), PlanReminder.Kind.STEP_DUE)).containsExactly(PlanFixtures.DUE.minusDays(3));
        assertThat(days(plan(), PlanReminder.Kind.STEP_OVERDUE))
                .containsExactly(PlanFixtures.DUE.plusDays(1), PlanFixtures.DUE.plusDays(8));
    }

    @Test
    void S12_the_partner_is_reminded_to_ask_on_the_day() {
        assertThat(plan().reminders(FEBRUARY, APRIL))
                .filteredOn(r -> r.to().equals(BEN))
                .containsExactly(new PlanReminder(
                        PlanReminder.Kind.ASK_ABOUT_STEP, BEN, PlanFixtures.DUE, Optional.of(StepId.of("s"))));
    }

    @Test
    void S12_on_one_day_reminders_come_in_the_order_of_steps() {
        ActionPlan two = PlanFixtures.drafted(PlanFixtures.content("t", "s").build())
                .activate(PlanFixtures.on(2, 1))
                .orElseThrow();
        LocalDate ahead = PlanFixtures.DUE.minusDays(3);
        assertThat(two.reminders(ahead, ahead))
                .filteredOn(r -> r.kind() == PlanReminder.Kind.STEP_DUE)
                .extracting(PlanReminder::step)
                .containsExactly(Optional.of(StepId.of("s")), Optional.of(StepId.of("t")));
        assertThat(two.reminders(ahead, ahead.minusDays(1))).isEmpty();
    }

    @Test
    void S12_a_week_without_a_word_asks_for_one() {
        assertThat(days(plan(), PlanReminder.Kind.REPORT))
                .hasSize(8)
                .startsWith(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 15));
        ActionPlan reported = plan().checkIn(StepId.of("s"), PlanFixtures.confident(7), PlanFixtures.on(2, 20))
                .orElseThrow();
        assertThat(days(reported, PlanReminder.Kind.REPORT)).startsWith(LocalDate.of(2027, 2, 27));
    }

    @Test
    void P4_a_plan_judged_unhelpful_asks_until_it_is_changed() {
        assertThat(days(plan(), PlanReminder.Kind.CHANGE_COURSE)).isEmpty();
        ActionPlan unhelpful = plan().review(false, PlanFixtures.on(2, 3)).orElseThrow();
        assertThat(days(unhelpful, PlanReminder.Kind.CHANGE_COURSE)).isNotEmpty();
        ActionPlan changed =
                PlanFixtures.after(unhelpful, new CourseChange.AddStep(PlanFixtures.step("t")), PlanFixtures.on(2, 4));
        assertThat(days(changed, PlanReminder.Kind.CHANGE_COURSE)).isEmpty();
    }

    @Test
    void a_plan_at_rest_asks_for_nothing_until_its_rest_is_over() {
        ActionPlan resting = PlanFixtures.after(
                plan(), new CourseChange.Pause(Optional.of(LocalDate.of(2027, 3, 20))), PlanFixtures.on(2, 5));
        assertThat(resting.reminders(FEBRUARY, APRIL))
                .hasSize(2)
                .allMatch(r -> r.kind() == PlanReminder.Kind.PAUSE_OVER)
                .extracting(PlanReminder::on)
                .containsExactly(LocalDate.of(2027, 3, 20), LocalDate.of(2027, 3, 27));
        ActionPlan open = PlanFixtures.after(plan(), new CourseChange.Pause(Optional.empty()), PlanFixtures.on(2, 5));
        assertThat(open.reminders(FEBRUARY, APRIL)).isEmpty();
        assertThat(plan().achieve(PlanFixtures.on(2, 2)).orElseThrow().reminders(FEBRUARY, APRIL))
                .isEmpty();
    }

    @Test
    void only_the_days_asked_for_count_and_they_come_in_order() {
        List<PlanReminder> all = plan().reminders(FEBRUARY, APRIL);
        assertThat(all).isSortedAccordingTo((a, b) -> a.on().compareTo(b.on()));
        LocalDate day = PlanFixtures.DUE;
        assertThat(plan().reminders(day, day))
                .isEqualTo(all.stream().filter(r -> r.on().equals(day)).toList());
        assertThat(plan().reminders(day, day)).isNotEmpty();
    }

    @Test
    void a_step_without_a_day_is_no_reason_to_remind() {
        ActionPlan undated = PlanFixtures.drafted(PlanFixtures.content()
                        .addSteps(NextStep.builder()
                                .id(StepId.of("s"))
                                .what(PlanFixtures.text("x"))
                                .build())
                        .build())
                .activate(PlanFixtures.on(2, 1))
                .orElseThrow();
        assertThat(undated.reminders(FEBRUARY, APRIL)).isNotEmpty().allMatch(r -> r.kind() == PlanReminder.Kind.REPORT);
    }
}
