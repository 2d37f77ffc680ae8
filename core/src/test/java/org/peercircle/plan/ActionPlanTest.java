package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.GroupId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;

class ActionPlanTest {

    @Test
    void S13_the_story_of_a_plan_that_changed_its_course() {
        StepId ask = StepId.of("ask");
        ActionPlan plan = PlanFixtures.active("ask", "write");
        plan = plan.checkIn(ask, CheckIn.Result.MISSED, Optional.of(PlanFixtures.text("too busy")), Instant.EPOCH)
                .orElseThrow();
        plan = plan.checkIn(StepId.of("write"), CheckIn.Result.DONE, Optional.empty(), Instant.EPOCH)
                .orElseThrow();
        assertThat(plan.prompts()).containsExactly(PlanPrompt.NEXT_STEP);
        plan = plan.review(false, Instant.EPOCH).orElseThrow();
        assertThat(plan.prompts()).containsExactly(PlanPrompt.NEXT_STEP, PlanPrompt.COURSE_CORRECTION);
        Correction smaller = new Correction(
                PlanFixtures.text("smaller pieces"), ImmutableMap.of(ask, new StepFate.ReplacedBy(StepId.of("show"))));
        plan = plan.correct(smaller, PlanFixtures.draft("show"), Instant.EPOCH).orElseThrow();
        assertThat(plan.revisions()).hasSize(2);
        assertThat(plan.stateOf(ask)).contains(StepState.REPLACED);
        assertThat(plan.stateOf(StepId.of("write"))).contains(StepState.DONE);
        assertThat(plan.prompts()).isEmpty();
        assertThat(plan.progress(PlanFixtures.DUE)).isEqualTo(new Progress(1, 1, 0, 1, 0));
        assertThat(plan.toString()).doesNotContain("too busy").doesNotContain("smaller");
    }

    @Test
    void S11_a_draft_without_a_step_is_no_plan_to_live_by() {
        ActionPlan empty = PlanFixtures.drafted(PlanFixtures.draft());
        assertThat(empty.activate().refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message())
                        .isEqualTo("Plan plan has no open step. Add what you will do next, and by when."));
        assertThat(PlanFixtures.active("s").activate().refusals())
                .extracting("code")
                .containsExactly("wrong-plan-state");
        assertThat(empty.checkIn(StepId.of("s"), CheckIn.Result.DONE, Optional.empty(), Instant.EPOCH)
                        .refusals())
                .extracting("code")
                .containsExactly("wrong-plan-state");
    }

    @Test
    void a_step_that_is_done_or_unknown_takes_no_check_in() {
        ActionPlan plan = PlanFixtures.active("s");
        ActionPlan done = plan.checkIn(StepId.of("s"), CheckIn.Result.DONE, Optional.empty(), Instant.EPOCH)
                .orElseThrow();
        for (String step : ImmutableList.of("s", "other")) {
            assertThat(done.checkIn(StepId.of(step), CheckIn.Result.DONE, Optional.empty(), Instant.EPOCH)
                            .refusals())
                    .extracting("code")
                    .containsExactly("step-not-open");
        }
    }

    @Test
    void steps_answer_obstacles_that_are_there_and_have_ids_of_their_own() {
        Goal goal = PlanFixtures.draft().goal();
        var obstacle = ImmutableList.of(PlanFixtures.obstacle("o1"));
        Draft answered = new Draft(goal, obstacle, ImmutableList.of(PlanFixtures.answering("s", "o1")));
        assertThat(PlanFixtures.drafted(answered).current().obstacles()).hasSize(1);
        assertThat(refusalOf(new Draft(goal, obstacle, ImmutableList.of(PlanFixtures.answering("s", "o2")))))
                .isEqualTo("no-such-obstacle");
        assertThat(refusalOf(PlanFixtures.draft("s", "s"))).isEqualTo("plan-id-taken");
        assertThat(refusalOf(new Draft(
                        goal,
                        ImmutableList.of(PlanFixtures.obstacle("o1"), PlanFixtures.obstacle("o1")),
                        ImmutableList.of())))
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

    private static String refusalOf(Draft draft) {
        return ActionPlan.draft(
                        PlanId.of("plan"),
                        PlanFixtures.ADA,
                        GroupId.of("g"),
                        Tag.content(Policy.of(Owner.of(PlanFixtures.ADA))),
                        draft,
                        Instant.EPOCH)
                .refusals()
                .get(0)
                .code();
    }
}
