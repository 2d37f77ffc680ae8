package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.decision.Decision;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/** Every way to change the course of a plan (S13): what the next revision says, and what becomes of each step. */
class CourseChangeTest {

    private static final StepId ASK = StepId.of("ask");
    private static final StepId WRITE = StepId.of("write");
    private static final StepId NEXT = StepId.of("next");
    private static final LocalDate LATER = PlanFixtures.DUE.plusMonths(1);

    private static ActionPlan plan() {
        return PlanFixtures.drafted(PlanFixtures.content("ask", "write")
                        .addObstacles(PlanFixtures.obstacle("o1"), PlanFixtures.obstacle("o2"))
                        .mainObstacle(ObstacleId.of("o1"))
                        .addAnswers(PlanFixtures.forObstacle("a1", "o1"), PlanFixtures.forStep("a2", "ask"))
                        .addOptions(new ConsideredOption(PlanFixtures.text("wait"), false))
                        .build())
                .activate(Instant.EPOCH)
                .orElseThrow();
    }

    private static Decision<ActionPlan> tried(ActionPlan plan, CourseChange change) {
        return plan.correct(change, Correction.Trigger.DID_NOT_HELP, PlanFixtures.text("why"), PlanFixtures.on(2, 1));
    }

    private static ActionPlan changed(CourseChange change) {
        return tried(plan(), change).orElseThrow();
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static List<String> ids(ActionPlan plan) {
        return plan.current().steps().stream().map(s -> s.id().value()).toList();
    }

    private static List<String> answers(ActionPlan plan) {
        return plan.current().content().answers().stream()
                .map(a -> a.id().value())
                .toList();
    }

    @Test
    void every_change_keeps_its_kind_what_set_it_off_and_why() {
        Revision revision = changed(new CourseChange.DropStep(ASK)).current();
        assertThat(revision.number()).isEqualTo(2);
        assertThat(revision.at()).isEqualTo(PlanFixtures.on(2, 1));
        Correction correction = revision.correction().orElseThrow();
        assertThat(correction.kind()).isEqualTo(Correction.Kind.DROP_STEP);
        assertThat(correction.trigger()).isEqualTo(Correction.Trigger.DID_NOT_HELP);
        assertThat(PlanFixtures.ada().read(correction.reason())).contains("why");
    }

    @Test
    void S13_a_goal_of_another_size_leaves_the_rest_as_it_is() {
        Goal smaller = new Goal(PlanFixtures.text("one figure"), Optional.empty(), Optional.empty());
        ActionPlan after = changed(new CourseChange.Rescope(smaller));
        assertThat(after.current().goal()).isEqualTo(smaller);
        assertThat(ids(after)).containsExactly("ask", "write");
        assertThat(answers(after)).containsExactly("a1", "a2");
        assertThat(after.current().content().mainObstacle()).contains(ObstacleId.of("o1"));
        assertThat(after.revisions().get(0).goal()).isEqualTo(PlanFixtures.goal());
    }

    @Test
    void S13_another_day_makes_another_step_of_it_and_its_cue_goes_along() {
        ActionPlan asked = plan().askPartner(ASK, PersonId.of("ben"), Instant.EPOCH)
                .then(p -> p.answerPartner(ASK, PersonId.of("ben"), true))
                .orElseThrow();
        ActionPlan after =
                tried(asked, CourseChange.Redate.of(ASK, NEXT, LATER)).orElseThrow();
        NextStep moved = after.current().step(NEXT).orElseThrow();
        assertThat(moved.due()).contains(LATER);
        assertThat(moved.what()).isEqualTo(PlanFixtures.text("do ask"));
        assertThat(moved.partner()).as("whoever said yes stays").contains(PersonId.of("ben"));
        assertThat(after.stateOf(ASK)).contains(StepState.REPLACED);
        assertThat(after.stateOf(WRITE)).contains(StepState.OPEN);
        assertThat(after.current().content().answers()).anyMatch(a -> a.fixes(NEXT));
        assertThat(after.current().goal().by()).contains(PlanFixtures.DUE);
    }

    @Test
    void S13_the_cue_of_another_step_stays_with_it() {
        ActionPlan both = PlanFixtures.after(
                plan(),
                new CourseChange.ReplaceAnswer(Optional.empty(), PlanFixtures.forStep("a3", "write")),
                PlanFixtures.on(1, 2));
        ActionPlan after = tried(both, CourseChange.Redate.of(ASK, NEXT, LATER)).orElseThrow();
        assertThat(after.current().content().answers())
                .filteredOn(a -> a.id().equals(IfThenId.of("a3")))
                .singleElement()
                .satisfies(a -> assertThat(a.fixes(WRITE) && !a.fixes(NEXT)).isTrue());
    }

    @Test
    void S12_a_partner_is_asked_once_and_answers_for_their_step_alone() {
        PersonId ben = PersonId.of("ben");
        ActionPlan asked = plan().askPartner(ASK, ben, Instant.EPOCH).orElseThrow();
        NextStep ask = asked.current().step(ASK).orElseThrow();
        NextStep write = asked.current().step(WRITE).orElseThrow();
        assertThat(asked.partnerOf(ask)).as("nobody is one by force").isEmpty();
        assertThat(codes(asked.askPartner(ASK, ben, Instant.EPOCH))).containsExactly("no-partner-request");
        assertThat(codes(asked.askPartner(ASK, PlanFixtures.ADA, Instant.EPOCH)))
                .containsExactly("no-partner-request");
        assertThat(codes(asked.askPartner(NEXT, ben, Instant.EPOCH))).containsExactly("step-not-open");
        assertThat(codes(asked.answerPartner(WRITE, ben, true))).containsExactly("no-partner-request");
        assertThat(codes(asked.answerPartner(ASK, PersonId.of("eve"), true))).containsExactly("no-partner-request");
        ActionPlan both = asked.askPartner(WRITE, ben, Instant.EPOCH)
                .then(p -> p.answerPartner(ASK, ben, true))
                .orElseThrow();
        assertThat(both.partnerOf(ask)).contains(ben);
        assertThat(both.partnerOf(write)).isEmpty();
        assertThat(both.partnerRequests())
                .extracting(PartnerRequest::answer)
                .containsExactly(Optional.of(true), Optional.empty());
        assertThat(codes(both.answerPartner(ASK, ben, false))).as("answered").containsExactly("no-partner-request");
        assertThat(both.answerPartner(WRITE, ben, false).orElseThrow().partnerOf(write))
                .isEmpty();
    }

    @Test
    void every_refusal_says_what_is_wrong_and_what_to_do() {
        assertThat(tried(plan(), new CourseChange.Resume()).refusals().get(0).message())
                .isEqualTo("Plan plan is active; this can be done while it is paused.");
        assertThat(tried(plan(), new CourseChange.DropStep(NEXT))
                        .refusals()
                        .get(0)
                        .message())
                .isEqualTo("Step next is no open step of plan plan. Check in on one of its open steps.");
        assertThat(tried(
                                plan(),
                                new CourseChange.ReplaceAnswer(
                                        Optional.of(IfThenId.of("a9")), PlanFixtures.forObstacle("a3", "o1")))
                        .refusals()
                        .get(0)
                        .message())
                .isEqualTo("Plan plan has no if-then plan a9. Name one it has, or add it as a new one.");
        assertThat(tried(plan(), new CourseChange.AddStep(PlanFixtures.step("ask")))
                        .refusals()
                        .get(0)
                        .message())
                .startsWith("Plan plan has used the id ask already.");
        assertThat(plan().answerPartner(ASK, PersonId.of("ben"), true)
                        .refusals()
                        .get(0)
                        .message())
                .startsWith("ben can't be, or was not, asked to be an accountability partner in plan plan.");
    }

    @Test
    void S13_the_goal_itself_can_get_another_day() {
        ActionPlan after = changed(new CourseChange.Redate(Optional.of(LATER), ImmutableMap.of()));
        assertThat(after.current().goal().by()).contains(LATER);
        assertThat(after.current().goal().outcome())
                .isEqualTo(PlanFixtures.goal().outcome());
        assertThat(ids(after)).containsExactly("ask", "write");
    }

    @Test
    void S13_another_step_takes_the_place_of_one_whose_cue_goes_with_it() {
        ActionPlan after = changed(new CourseChange.ReplaceStep(ASK, PlanFixtures.step("next")));
        assertThat(ids(after)).containsExactly("write", "next");
        assertThat(after.stateOf(ASK)).contains(StepState.REPLACED);
        assertThat(answers(after)).containsExactly("a1");
    }

    @Test
    void S13_a_step_more_and_a_step_less() {
        assertThat(ids(changed(new CourseChange.AddStep(PlanFixtures.step("next")))))
                .containsExactly("ask", "write", "next");
        ActionPlan less = changed(new CourseChange.DropStep(ASK));
        assertThat(ids(less)).containsExactly("write");
        assertThat(less.stateOf(ASK)).contains(StepState.DROPPED);
    }

    @Test
    void S13_another_answer_to_an_obstacle() {
        ActionPlan after = changed(
                new CourseChange.ReplaceAnswer(Optional.of(IfThenId.of("a1")), PlanFixtures.forObstacle("a3", "o1")));
        assertThat(answers(after)).containsExactly("a2", "a3");
        assertThat(ids(after)).containsExactly("ask", "write");
        ActionPlan more =
                changed(new CourseChange.ReplaceAnswer(Optional.empty(), PlanFixtures.forObstacle("a3", "o2")));
        assertThat(answers(more)).containsExactly("a1", "a2", "a3");
        assertThat(codes(tried(
                        plan(),
                        new CourseChange.ReplaceAnswer(
                                Optional.of(IfThenId.of("a9")), PlanFixtures.forObstacle("a3", "o1")))))
                .containsExactly("no-such-answer");
        assertThat(codes(tried(
                        plan(),
                        new CourseChange.ReplaceAnswer(Optional.empty(), PlanFixtures.forObstacle("a3", "o9")))))
                .containsExactly("no-such-obstacle");
        assertThat(codes(tried(
                        plan(), new CourseChange.ReplaceAnswer(Optional.empty(), PlanFixtures.forStep("a3", "gone")))))
                .containsExactly("step-not-open");
        assertThat(codes(tried(
                        plan(),
                        new CourseChange.ReplaceAnswer(Optional.empty(), PlanFixtures.forObstacle("a1", "o1")))))
                .containsExactly("plan-id-taken");
    }

    @Test
    void S13_a_plan_rests_asks_nothing_and_is_taken_up_again() {
        ActionPlan resting = changed(new CourseChange.Pause(Optional.of(LATER)));
        assertThat(resting.state()).isEqualTo(ActionPlan.State.PAUSED);
        assertThat(resting.prompts(LATER.minusDays(1))).isEmpty();
        assertThat(resting.prompts(LATER)).containsExactly(PlanPrompt.RESUME);
        assertThat(resting.outlook(LATER)).isEmpty();
        assertThat(codes(resting.checkIn(ASK, Report.of(CheckIn.Result.DONE), Instant.EPOCH)))
                .containsExactly("wrong-plan-state");
        assertThat(codes(tried(resting, new CourseChange.DropStep(ASK)))).containsExactly("wrong-plan-state");
        assertThat(codes(tried(resting, new CourseChange.Pause(Optional.empty()))))
                .containsExactly("wrong-plan-state");
        assertThat(codes(tried(plan(), new CourseChange.Resume()))).containsExactly("wrong-plan-state");
        ActionPlan again = tried(resting, new CourseChange.Resume()).orElseThrow();
        assertThat(again.state()).isEqualTo(ActionPlan.State.ACTIVE);
        assertThat(ids(again)).containsExactly("ask", "write");
        assertThat(again.revisions()).hasSize(3);
        ActionPlan open = changed(new CourseChange.Pause(Optional.empty()));
        assertThat(open.prompts(LATER)).as("for as long as the owner wants").isEmpty();
    }

    @Test
    void S13_letting_go_is_possible_from_rest_and_ends_every_step_by_name() {
        for (ActionPlan plan : List.of(plan(), changed(new CourseChange.Pause(Optional.empty())))) {
            ActionPlan gone = tried(plan, new CourseChange.Drop()).orElseThrow();
            assertThat(gone.state()).isEqualTo(ActionPlan.State.SET_ASIDE);
            assertThat(gone.stateOf(ASK)).contains(StepState.DROPPED);
            assertThat(gone.stateOf(WRITE)).contains(StepState.DROPPED);
            assertThat(gone.current().correction().orElseThrow().fates()).hasSize(2);
            assertThat(gone.prompts(LATER)).isEmpty();
        }
    }

    @Test
    void S13_another_goal_accounts_for_every_step() {
        PlanContent next = PlanContent.builder()
                .goal(new Goal(PlanFixtures.text("teach"), Optional.empty(), Optional.empty()))
                .addSteps(PlanFixtures.step("next"))
                .build();
        assertThat(codes(tried(
                        plan(), new CourseChange.ReplaceGoal(next, ImmutableMap.of(ASK, new StepFate.Dropped())))))
                .containsExactly("steps-unaccounted");
        ActionPlan after = changed(new CourseChange.ReplaceGoal(
                next, ImmutableMap.of(ASK, new StepFate.Dropped(), WRITE, new StepFate.Carried())));
        assertThat(ids(after)).containsExactly("write", "next");
        assertThat(after.current().obstacles()).isEmpty();
        assertThat(after.current().correction().orElseThrow().kind()).isEqualTo(Correction.Kind.REPLACE_GOAL);
        assertThat(codes(tried(
                        plan(),
                        new CourseChange.ReplaceGoal(
                                next,
                                ImmutableMap.of(
                                        ASK,
                                        new StepFate.ReplacedBy(StepId.of("nowhere")),
                                        WRITE,
                                        new StepFate.Carried())))))
                .containsExactly("steps-unaccounted");
    }

    @Test
    void a_draft_is_changed_before_it_is_lived_and_keeps_what_it_was() {
        ActionPlan draft = PlanFixtures.drafted(PlanFixtures.content().build());
        ActionPlan better =
                tried(draft, new CourseChange.AddStep(PlanFixtures.step("ask"))).orElseThrow();
        assertThat(better.state()).isEqualTo(ActionPlan.State.DRAFT);
        assertThat(better.activate(Instant.EPOCH).isAccepted()).isTrue();
        assertThat(better.revisions()).hasSize(2);
        assertThat(codes(tried(draft, new CourseChange.Pause(Optional.empty()))))
                .containsExactly("wrong-plan-state");
        assertThat(tried(draft, new CourseChange.Drop()).orElseThrow().state()).isEqualTo(ActionPlan.State.SET_ASIDE);
    }

    @Test
    void a_step_that_is_done_or_unknown_can_be_neither_moved_nor_let_go() {
        ActionPlan done = plan().checkIn(ASK, Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                .orElseThrow();
        for (CourseChange change : ImmutableList.of(
                CourseChange.Redate.of(ASK, NEXT, LATER),
                new CourseChange.ReplaceStep(ASK, PlanFixtures.step("next")),
                new CourseChange.DropStep(StepId.of("unknown")))) {
            assertThat(codes(tried(done, change))).containsExactly("step-not-open");
        }
        assertThat(answers(tried(done, new CourseChange.DropStep(WRITE)).orElseThrow()))
                .as("the cue of a step that is done goes with it")
                .containsExactly("a1");
    }

    @Test
    void an_id_once_used_for_a_step_is_used_for_ever() {
        ActionPlan dropped = changed(new CourseChange.DropStep(ASK));
        assertThat(codes(tried(dropped, new CourseChange.AddStep(PlanFixtures.step("ask")))))
                .containsExactly("plan-id-taken");
    }

    @Test
    void every_kind_has_its_words() {
        for (Correction.Kind kind : Correction.Kind.values()) {
            assertThat(kind.words()).isNotBlank();
        }
        assertThat(Correction.Kind.DROP.words()).isEqualTo("The plan was let go");
    }

    @Test
    void a_main_obstacle_is_one_of_the_obstacles() {
        assertThat(codes(tried(
                        plan(),
                        new CourseChange.Rework(
                                PlanFixtures.content("next")
                                        .mainObstacle(ObstacleId.of("o9"))
                                        .build(),
                                ImmutableMap.of(ASK, new StepFate.Dropped(), WRITE, new StepFate.Dropped())))))
                .containsExactly("no-such-obstacle");
    }
}
