package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.StepId;

/** How a plan goes is derived from what was reported (S12, law P5). */
class OutlookTest {

    private static final StepId STEP = StepId.of("s");
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    private static ActionPlan plan() {
        return PlanFixtures.drafted(PlanFixtures.content("s").build())
                .activate(PlanFixtures.on(2, 1))
                .orElseThrow();
    }

    private static ActionPlan reporting(ActionPlan plan, int... confidences) {
        ActionPlan reported = plan;
        int day = 2;
        for (int confidence : confidences) {
            reported = reported.checkIn(STEP, PlanFixtures.confident(confidence), PlanFixtures.on(2, day++))
                    .orElseThrow();
        }
        return reported;
    }

    private static Outlook outlook(ActionPlan plan, LocalDate today) {
        return plan.outlook(today).orElseThrow();
    }

    @Test
    void P5_a_plan_that_moves_is_on_track() {
        assertThat(outlook(plan(), MARCH).state()).isEqualTo(Outlook.State.ON_TRACK);
        assertThat(outlook(plan(), MARCH).signs()).isEmpty();
        assertThat(outlook(plan(), PlanFixtures.DUE).state())
                .as("on the very day it is not late")
                .isEqualTo(Outlook.State.ON_TRACK);
    }

    @Test
    void P5_confidence_that_falls_twice_running_is_a_risk() {
        assertThat(outlook(reporting(plan(), 8, 7, 5), MARCH).signs()).containsExactly(Outlook.Sign.CONFIDENCE_FALLS);
        assertThat(outlook(reporting(plan(), 8, 7, 5), MARCH).state()).isEqualTo(Outlook.State.AT_RISK);
        assertThat(outlook(reporting(plan(), 8, 7), MARCH).signs()).isEmpty();
        assertThat(outlook(reporting(plan(), 8, 7, 7), MARCH).signs()).isEmpty();
        assertThat(outlook(reporting(plan(), 8, 8, 7), MARCH).signs()).isEmpty();
        assertThat(outlook(reporting(plan(), 9, 8, 7, 8), MARCH).signs())
                .as("it has risen since")
                .isEmpty();
        assertThat(outlook(reporting(plan(), 3, 9, 8, 7), MARCH).signs())
                .containsExactly(Outlook.Sign.CONFIDENCE_FALLS);
    }

    @Test
    void a_change_of_course_begins_anew() {
        ActionPlan changed = PlanFixtures.after(
                reporting(plan(), 8, 7, 5),
                new CourseChange.Redate(Optional.of(PlanFixtures.DUE), ImmutableMap.of()),
                PlanFixtures.on(2, 20));
        assertThat(outlook(changed, MARCH).state()).isEqualTo(Outlook.State.ON_TRACK);
    }

    @Test
    void P5_what_is_overdue_is_a_risk() {
        LocalDate after = PlanFixtures.DUE.plusDays(1);
        assertThat(outlook(reporting(plan(), 8), after).signs())
                .containsExactly(Outlook.Sign.STEP_OVERDUE, Outlook.Sign.GOAL_OVERDUE);
        assertThat(outlook(reporting(plan(), 8), after).state()).isEqualTo(Outlook.State.AT_RISK);
    }

    @Test
    void S10_without_the_goal_its_day_says_nothing() {
        LocalDate after = PlanFixtures.DUE.plusDays(1);
        assertThat(outlook(reporting(plan(), 8), after).withoutGoal().signs())
                .containsExactly(Outlook.Sign.STEP_OVERDUE);
        ActionPlan noStepDue = PlanFixtures.drafted(PlanFixtures.content()
                        .addSteps(NextStep.builder()
                                .id(STEP)
                                .what(PlanFixtures.text("s"))
                                .build())
                        .build())
                .activate(PlanFixtures.on(3, 10))
                .orElseThrow();
        assertThat(outlook(noStepDue, after).state()).isEqualTo(Outlook.State.AT_RISK);
        assertThat(outlook(noStepDue, after).withoutGoal())
                .isEqualTo(new Outlook(Outlook.State.ON_TRACK, ImmutableSet.of()));
        Outlook achieved = outlook(plan().achieve(PlanFixtures.on(3, 1)).orElseThrow(), after);
        assertThat(achieved.withoutGoal()).isEqualTo(achieved);
    }

    @Test
    void P5_a_plan_without_an_open_step_stands_still() {
        ActionPlan missed = plan().checkIn(STEP, Report.of(CheckIn.Result.MISSED), PlanFixtures.on(2, 2))
                .orElseThrow();
        assertThat(outlook(missed, MARCH)).satisfies(o -> {
            assertThat(o.state()).isEqualTo(Outlook.State.STALLED);
            assertThat(o.signs()).containsExactly(Outlook.Sign.NO_OPEN_STEP);
        });
    }

    @Test
    void P5_a_plan_that_nothing_moves_for_two_meetings_stands_still() {
        LocalDate limit = LocalDate.of(2027, 2, 1).plus(Outlook.STANDSTILL);
        ActionPlan undated = PlanFixtures.drafted(PlanContent.builder()
                        .goal(new Goal(PlanFixtures.text("g"), Optional.empty(), Optional.empty()))
                        .addSteps(NextStep.builder()
                                .id(STEP)
                                .what(PlanFixtures.text("s"))
                                .build())
                        .build())
                .activate(PlanFixtures.on(2, 1))
                .orElseThrow();
        assertThat(outlook(undated, limit).state()).isEqualTo(Outlook.State.ON_TRACK);
        assertThat(outlook(undated, limit.plusDays(1)).signs()).containsExactly(Outlook.Sign.NOTHING_MOVED);
        assertThat(outlook(undated, limit.plusDays(1)).state()).isEqualTo(Outlook.State.STALLED);
        ActionPlan partly = reporting(undated, 5);
        assertThat(outlook(partly, limit.plusDays(1)).state())
                .as("a part of it was done since")
                .isEqualTo(Outlook.State.ON_TRACK);
        ActionPlan changed =
                PlanFixtures.after(undated, new CourseChange.AddStep(PlanFixtures.step("t")), PlanFixtures.on(3, 1));
        assertThat(outlook(changed, limit.plusDays(1)).signs()).doesNotContain(Outlook.Sign.NOTHING_MOVED);
    }

    @Test
    void a_missed_step_moves_nothing() {
        ActionPlan two = PlanFixtures.drafted(PlanFixtures.content("s", "t").build())
                .activate(PlanFixtures.on(1, 1))
                .then(p -> p.checkIn(STEP, Report.of(CheckIn.Result.MISSED), PlanFixtures.on(3, 1)))
                .orElseThrow();
        assertThat(outlook(two, LocalDate.of(2027, 3, 10)).signs()).containsExactly(Outlook.Sign.NOTHING_MOVED);
    }

    @Test
    void P5_a_goal_reached_is_achieved_and_what_is_not_lived_has_no_outlook() {
        assertThat(outlook(plan().achieve(PlanFixtures.on(3, 1)).orElseThrow(), MARCH.plusYears(1))
                        .state())
                .isEqualTo(Outlook.State.ACHIEVED);
        assertThat(PlanFixtures.drafted(PlanFixtures.content("s").build()).outlook(MARCH))
                .isEmpty();
        assertThat(PlanFixtures.after(plan(), new CourseChange.Drop(), PlanFixtures.on(3, 1))
                        .outlook(MARCH))
                .isEmpty();
    }

    @Test
    void marks_go_from_one_to_ten() {
        assertThatIllegalArgumentException().isThrownBy(() -> PlanFixtures.confident(0));
        assertThatIllegalArgumentException().isThrownBy(() -> PlanFixtures.confident(11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NextStep.builder()
                        .from(PlanFixtures.step("s"))
                        .commitment(11)
                        .build());
        assertThat(PlanFixtures.confident(1).confidence()).contains(1);
        assertThat(PlanFixtures.confident(10).confidence()).contains(10);
    }
}
