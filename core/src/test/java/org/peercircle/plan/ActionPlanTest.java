package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.StepId;

class ActionPlanTest {

    @Test
    void S13_the_story_of_a_plan_that_changed_its_course() {
        StepId ask = StepId.of("ask");
        ActionPlan plan = PlanFixtures.active("ask", "write");
        plan = plan.checkIn(
                        ask,
                        Report.builder()
                                .result(CheckIn.Result.MISSED)
                                .note(PlanFixtures.text("too busy"))
                                .build(),
                        Instant.EPOCH)
                .orElseThrow();
        plan = plan.checkIn(StepId.of("write"), Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                .orElseThrow();
        assertThat(plan.prompts(PlanFixtures.DUE)).containsExactly(PlanPrompt.NEXT_STEP);
        plan = plan.review(false, Instant.EPOCH).orElseThrow();
        assertThat(plan.prompts(PlanFixtures.DUE)).containsExactly(PlanPrompt.NEXT_STEP, PlanPrompt.COURSE_CORRECTION);
        plan = plan.correct(
                        PlanFixtures.rework(
                                PlanFixtures.content("show"),
                                ImmutableMap.of(ask, new StepFate.ReplacedBy(StepId.of("show")))),
                        Correction.Trigger.DID_NOT_HELP,
                        PlanFixtures.text("smaller pieces"),
                        Instant.EPOCH)
                .orElseThrow();
        assertThat(plan.revisions()).hasSize(2);
        assertThat(plan.stateOf(ask)).contains(StepState.REPLACED);
        assertThat(plan.stateOf(StepId.of("write"))).contains(StepState.DONE);
        assertThat(plan.prompts(PlanFixtures.DUE)).isEmpty();
        assertThat(plan.progress(PlanFixtures.DUE)).isEqualTo(new Progress(1, 1, 0, 1, 0));
        assertThat(plan.toString()).doesNotContain("too busy").doesNotContain("smaller");
    }

    @Test
    void S11_a_draft_without_a_step_is_no_plan_to_live_by() {
        ActionPlan empty = PlanFixtures.drafted(PlanFixtures.content().build());
        assertThat(empty.activate(Instant.EPOCH).refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message())
                        .isEqualTo("Plan plan has no open step. Add what you will do next, and by when."));
        assertThat(PlanFixtures.active("s").activate(Instant.EPOCH).refusals())
                .extracting("code")
                .containsExactly("wrong-plan-state");
        assertThat(empty.checkIn(StepId.of("s"), Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                        .refusals())
                .extracting("code")
                .containsExactly("wrong-plan-state");
    }

    @Test
    void a_step_that_is_done_or_unknown_takes_no_check_in() {
        ActionPlan plan = PlanFixtures.active("s");
        ActionPlan done = plan.checkIn(StepId.of("s"), Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                .orElseThrow();
        for (String step : ImmutableList.of("s", "other")) {
            assertThat(done.checkIn(StepId.of(step), Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                            .refusals())
                    .extracting("code")
                    .containsExactly("step-not-open");
        }
    }

    @Test
    void steps_answer_obstacles_that_are_there_and_have_ids_of_their_own() {
        PlanContent.Builder answered = PlanFixtures.content()
                .addObstacles(PlanFixtures.obstacle("o1"))
                .addSteps(PlanFixtures.answering("s", "o1"));
        assertThat(PlanFixtures.drafted(answered.build()).current().obstacles()).hasSize(1);
        assertThat(refusalOf(PlanFixtures.content().addSteps(PlanFixtures.answering("s", "o2"))))
                .isEqualTo("no-such-obstacle");
        assertThat(refusalOf(PlanFixtures.content("s", "s"))).isEqualTo("plan-id-taken");
        assertThat(refusalOf(
                        PlanFixtures.content().addObstacles(PlanFixtures.obstacle("o1"), PlanFixtures.obstacle("o1"))))
                .isEqualTo("plan-id-taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle(
                        PlanFixtures.obstacle("o").id(),
                        PlanFixtures.text("x"),
                        Obstacle.Nature.OUTER,
                        false,
                        6,
                        Optional.empty()));
    }

    private static String refusalOf(PlanContent.Builder content) {
        return PlanFixtures.draft(content.build()).refusals().get(0).code();
    }
}
