package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.decision.Decision;
import org.peercircle.id.StepId;

/** Laws P1 to P5, over random lives of a plan against a model that keeps a state for each step. */
class ActionPlanProperties {

    private static final ImmutableList<CheckIn.Result> RESULTS = ImmutableList.copyOf(CheckIn.Result.values());

    /** Something the owner does: check in on the n-th step there is, review, or correct the course. */
    private record Deed(Kind kind, int step, int choice) {
        private enum Kind {
            CHECK_IN,
            REVIEW,
            CORRECT
        }
    }

    @Provide
    Arbitrary<List<Deed>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Deed.Kind.CHECK_IN, Deed.Kind.CHECK_IN, Deed.Kind.REVIEW, Deed.Kind.CORRECT),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 26))
                .as(Deed::new)
                .list()
                .ofMaxSize(25);
    }

    /** A plan, and what the model makes of the same deeds. */
    private static final class Life {
        private ActionPlan plan = PlanFixtures.active("s1", "s2");
        private final Map<StepId, StepState> model =
                new HashMap<>(Map.of(StepId.of("s1"), StepState.OPEN, StepId.of("s2"), StepState.OPEN));
        private final List<ActionPlan> past = new ArrayList<>(List.of(plan));
        private boolean judgedUnhelpful;
        private int fresh = 2;

        void live(List<Deed> deeds) {
            for (Deed deed : deeds) {
                switch (deed.kind()) {
                    case CHECK_IN -> checkIn(deed);
                    case REVIEW -> {
                        judgedUnhelpful = deed.choice() % 2 == 0;
                        plan = plan.review(!judgedUnhelpful, Instant.EPOCH).orElseThrow();
                    }
                    case CORRECT -> correct(deed);
                }
                past.add(plan);
            }
        }

        private void checkIn(Deed deed) {
            List<NextStep> steps = plan.current().steps();
            if (steps.isEmpty()) {
                return;
            }
            StepId step = steps.get(deed.step() % steps.size()).id();
            CheckIn.Result result = RESULTS.get(deed.choice() % 3);
            Decision<ActionPlan> checked = plan.checkIn(step, Report.of(result), Instant.EPOCH);
            assertThat(checked.isAccepted()).isEqualTo(model.get(step) != StepState.DONE);
            if (checked.isAccepted()) {
                plan = checked.orElseThrow();
                model.put(
                        step,
                        switch (result) {
                            case DONE -> StepState.DONE;
                            case PARTLY -> StepState.OPEN;
                            case MISSED -> StepState.MISSED;
                        });
            }
        }

        private void correct(Deed deed) {
            StepId added = StepId.of("s" + ++fresh);
            Map<StepId, StepFate> fates = new HashMap<>();
            int choice = deed.choice();
            for (NextStep step : plan.unfinished()) {
                StepFate fate = switch (choice % 3) {
                    case 0 -> new StepFate.Carried();
                    case 1 -> new StepFate.Dropped();
                    default -> new StepFate.ReplacedBy(added);
                };
                choice /= 3;
                fates.put(step.id(), fate);
                model.put(
                        step.id(),
                        fate instanceof StepFate.Carried
                                ? StepState.OPEN
                                : fate instanceof StepFate.Dropped ? StepState.DROPPED : StepState.REPLACED);
            }
            plan = PlanFixtures.after(
                    plan,
                    PlanFixtures.rework(PlanFixtures.content(added.value()), ImmutableMap.copyOf(fates)),
                    Instant.EPOCH);
            model.put(added, StepState.OPEN);
            judgedUnhelpful = false;
        }
    }

    private static Life lived(List<Deed> deeds) {
        Life life = new Life();
        life.live(deeds);
        return life;
    }

    @Property
    void P1_an_active_plan_has_an_open_step_or_asks_for_one(@ForAll("lives") List<Deed> deeds) {
        Life life = lived(deeds);
        boolean open = life.plan.current().steps().stream().anyMatch(s -> life.model.get(s.id()) == StepState.OPEN);
        assertThat(life.plan.prompts(PlanFixtures.DUE).contains(PlanPrompt.NEXT_STEP))
                .isEqualTo(!open);
    }

    @Property
    void P2_a_correction_accounts_for_every_unfinished_step(@ForAll("lives") List<Deed> deeds) {
        ActionPlan plan = lived(deeds).plan;
        Decision<ActionPlan> corrected = corrected(plan, ImmutableMap.of());
        assertThat(corrected.isAccepted()).isEqualTo(plan.unfinished().isEmpty());
        assertThat(corrected(plan, ImmutableMap.of(StepId.of("unknown"), new StepFate.Carried()))
                        .refusals())
                .extracting("code")
                .containsExactly("steps-unaccounted");
        for (int i = 1; i < plan.revisions().size(); i++) {
            Revision revision = plan.revisions().get(i);
            revision.correction()
                    .orElseThrow()
                    .fates()
                    .forEach((step, fate) ->
                            assertThat(revision.step(step).isPresent()).isEqualTo(fate instanceof StepFate.Carried));
        }
    }

    private static Decision<ActionPlan> corrected(ActionPlan plan, ImmutableMap<StepId, StepFate> fates) {
        return plan.correct(
                PlanFixtures.rework(PlanFixtures.content("s99"), fates),
                Correction.Trigger.NEW_IDEA,
                PlanFixtures.text("why"),
                Instant.EPOCH);
    }

    @Property
    void P3_nothing_said_changes_the_past(@ForAll("lives") List<Deed> deeds) {
        Life life = lived(deeds);
        for (ActionPlan before : life.past) {
            assertBeginsWith(life.plan.revisions(), before.revisions());
            assertBeginsWith(life.plan.checkIns(), before.checkIns());
            assertBeginsWith(life.plan.reviews(), before.reviews());
            assertBeginsWith(life.plan.stateChanges(), before.stateChanges());
        }
    }

    private static void assertBeginsWith(List<?> now, List<?> before) {
        assertThat(now.subList(0, before.size())).isEqualTo(before);
    }

    @Property
    void P4_a_plan_that_did_not_help_asks_for_a_correction_until_it_has_one(@ForAll("lives") List<Deed> deeds) {
        Life life = lived(deeds);
        assertThat(life.plan.prompts(PlanFixtures.DUE).contains(PlanPrompt.COURSE_CORRECTION))
                .isEqualTo(life.judgedUnhelpful);
    }

    @Property
    void P5_progress_is_what_became_of_each_step(@ForAll("lives") List<Deed> deeds) {
        Life life = lived(deeds);
        life.model.forEach((step, state) -> assertThat(life.plan.stateOf(step)).contains(state));
        Progress progress = life.plan.progress(LocalDate.of(2100, 1, 1));
        assertThat(progress.total()).isEqualTo(life.model.size());
        assertThat(progress.done()).isEqualTo(count(life, StepState.DONE));
        assertThat(progress.open()).isEqualTo(count(life, StepState.OPEN)).isEqualTo(progress.overdue());
        assertThat(progress.missed()).isEqualTo(count(life, StepState.MISSED));
        assertThat(life.plan.stateOf(StepId.of("unknown"))).isEmpty();
    }

    private static int count(Life life, StepState state) {
        return (int) life.model.values().stream().filter(s -> s == state).count();
    }

    @Property(tries = 50)
    void a_plan_that_is_not_active_takes_no_deeds(@ForAll("lives") List<Deed> deeds) {
        ActionPlan over = lived(deeds).plan.achieve(Instant.EPOCH).orElseThrow();
        ActionPlan aside = PlanFixtures.after(lived(deeds).plan, new CourseChange.Drop(), Instant.EPOCH);
        for (ActionPlan plan : ImmutableList.of(over, aside)) {
            assertThat(plan.prompts(PlanFixtures.DUE)).isEmpty();
            assertThat(plan.review(true, Instant.EPOCH).refusals())
                    .extracting("code")
                    .containsExactly("wrong-plan-state");
            assertThat(plan.achieve(Instant.EPOCH).isAccepted()
                            || plan.correct(
                                            new CourseChange.Drop(),
                                            Correction.Trigger.NEW_IDEA,
                                            PlanFixtures.text("why"),
                                            Instant.EPOCH)
                                    .isAccepted()
                            || plan.activate(Instant.EPOCH).isAccepted())
                    .isFalse();
        }
    }
}
