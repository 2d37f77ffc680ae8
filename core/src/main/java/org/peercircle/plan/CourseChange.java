package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.id.IfThenId;
import org.peercircle.id.StepId;

/**
 * A change of course: what the next revision says, and what becomes of the steps that are not done. Those that a change
 * does not name are carried (law P2).
 *
 * <pre>{@code
 * plan.correct(new CourseChange.Pause(Optional.of(june)), Correction.Trigger.CIRCUMSTANCES, reason, now);
 * }</pre>
 */
public sealed interface CourseChange {

    /** Returns its kind. */
    Correction.Kind kind();

    /** Returns what the next revision says, with the new steps only. */
    default PlanContent content(ActionPlan plan) {
        return withSteps(plan, ImmutableList.of());
    }

    /** Returns what becomes of the steps that are not carried. */
    default ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
        return ImmutableMap.of();
    }

    /** Whether a step it says nothing of is carried; else it must speak of each. */
    default boolean carriesTheRest() {
        return true;
    }

    /** Returns the states in which it can be made, the usual one first. */
    default ImmutableSet<ActionPlan.State> possibleIn() {
        return ImmutableSet.of(ActionPlan.State.ACTIVE, ActionPlan.State.DRAFT);
    }

    /** Returns the state that the plan enters by it, if another. */
    default Optional<ActionPlan.State> leadsTo() {
        return Optional.empty();
    }

    /** Returns the day on which what it leads to is to end, if that was said. */
    default Optional<LocalDate> until() {
        return Optional.empty();
    }

    /** The goal is cut to another size; everything else stays. */
    record Rescope(Goal goal) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.RESCOPE;
        }

        @Override
        public PlanContent content(ActionPlan plan) {
            return PlanContent.builder()
                    .from(withSteps(plan, ImmutableList.of()))
                    .goal(goal)
                    .build();
        }
    }

    /**
     * The same, for another day.
     *
     * @param goal the goal's new day, if it gets one
     * @param steps the new day of each step that gets one, under a new id, since a step belongs to its day
     */
    record Redate(Optional<LocalDate> goal, ImmutableMap<StepId, Redated> steps) implements CourseChange {

        /** A step for another day. */
        public record Redated(StepId next, LocalDate due) {}

        /** Moves one step. */
        public static Redate of(StepId step, StepId next, LocalDate due) {
            return new Redate(Optional.empty(), ImmutableMap.of(step, new Redated(next, due)));
        }

        @Override
        public Correction.Kind kind() {
            return Correction.Kind.REDATE;
        }

        @Override
        public PlanContent content(ActionPlan plan) {
            PlanContent now = plan.current().content();
            ImmutableList.Builder<NextStep> moved = ImmutableList.builder();
            steps.forEach((id, to) -> now.step(id)
                    .ifPresent(step -> moved.add(NextStep.builder()
                            .from(step)
                            .id(to.next())
                            .due(to.due())
                            .partner(plan.partnerOf(step))
                            .build())));
            return PlanContent.builder()
                    .from(now)
                    .goal(goal.map(now.goal()::by).orElse(now.goal()))
                    .answers(now.answers().stream().map(this::moved).toList())
                    .steps(moved.build())
                    .build();
        }

        /** What fixes when and where of a step stays with it. */
        private IfThen moved(IfThen answer) {
            return steps.entrySet().stream()
                    .filter(e -> answer.fixes(e.getKey()))
                    .findFirst()
                    .map(e -> answer.of(e.getValue().next()))
                    .orElse(answer);
        }

        @Override
        public ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
            return steps.entrySet().stream()
                    .collect(ImmutableMap.toImmutableMap(
                            e -> e.getKey(),
                            e -> new StepFate.ReplacedBy(e.getValue().next())));
        }
    }

    /** Another step takes the place of one. */
    record ReplaceStep(StepId step, NextStep next) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.REPLACE_STEP;
        }

        @Override
        public PlanContent content(ActionPlan plan) {
            return withSteps(plan, ImmutableList.of(next));
        }

        @Override
        public ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
            return ImmutableMap.of(step, new StepFate.ReplacedBy(next.id()));
        }
    }

    /** A step more. */
    record AddStep(NextStep next) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.ADD_STEP;
        }

        @Override
        public PlanContent content(ActionPlan plan) {
            return withSteps(plan, ImmutableList.of(next));
        }
    }

    /** A step that no longer serves is let go. */
    record DropStep(StepId step) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.DROP_STEP;
        }

        @Override
        public ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
            return ImmutableMap.of(step, new StepFate.Dropped());
        }
    }

    /**
     * Another answer to an obstacle or another cue for a step.
     *
     * @param old what it takes the place of; empty for a first one
     */
    record ReplaceAnswer(Optional<IfThenId> old, IfThen next) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.REPLACE_ANSWER;
        }

        @Override
        public PlanContent content(ActionPlan plan) {
            PlanContent now = withSteps(plan, ImmutableList.of());
            return PlanContent.builder()
                    .from(now)
                    .answers(now.answers().stream()
                            .filter(a -> !Optional.of(a.id()).equals(old))
                            .toList())
                    .addAnswers(next)
                    .build();
        }
    }

    /**
     * The plan rests: nothing is asked of its owner.
     *
     * @param until when it asks again; empty for as long as its owner wants
     */
    record Pause(Optional<LocalDate> until) implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.PAUSE;
        }

        @Override
        public ImmutableSet<ActionPlan.State> possibleIn() {
            return ImmutableSet.of(ActionPlan.State.ACTIVE);
        }

        @Override
        public Optional<ActionPlan.State> leadsTo() {
            return Optional.of(ActionPlan.State.PAUSED);
        }
    }

    /** The plan is taken up again. */
    record Resume() implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.RESUME;
        }

        @Override
        public ImmutableSet<ActionPlan.State> possibleIn() {
            return ImmutableSet.of(ActionPlan.State.PAUSED);
        }

        @Override
        public Optional<ActionPlan.State> leadsTo() {
            return Optional.of(ActionPlan.State.ACTIVE);
        }
    }

    /** The plan is let go: a success when the goal no longer serves. */
    record Drop() implements CourseChange {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.DROP;
        }

        @Override
        public ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
            return plan.unfinished().stream()
                    .collect(ImmutableMap.toImmutableMap(NextStep::id, s -> new StepFate.Dropped()));
        }

        @Override
        public ImmutableSet<ActionPlan.State> possibleIn() {
            return ImmutableSet.of(ActionPlan.State.ACTIVE, ActionPlan.State.PAUSED, ActionPlan.State.DRAFT);
        }

        @Override
        public Optional<ActionPlan.State> leadsTo() {
            return Optional.of(ActionPlan.State.SET_ASIDE);
        }
    }

    /** What a change says that writes the plan anew. */
    sealed interface Anew extends CourseChange {

        /** Returns what the next revision says, with the new steps only. */
        PlanContent next();

        /** Returns what becomes of each step that is not done. */
        ImmutableMap<StepId, StepFate> fatesOfAll();

        @Override
        default PlanContent content(ActionPlan plan) {
            return next();
        }

        @Override
        default ImmutableMap<StepId, StepFate> fates(ActionPlan plan) {
            return fatesOfAll();
        }

        @Override
        default boolean carriesTheRest() {
            return false;
        }
    }

    /** Another goal. */
    record ReplaceGoal(PlanContent next, ImmutableMap<StepId, StepFate> fatesOfAll) implements Anew {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.REPLACE_GOAL;
        }
    }

    /** Several things at once, for the same goal. */
    record Rework(PlanContent next, ImmutableMap<StepId, StepFate> fatesOfAll) implements Anew {
        @Override
        public Correction.Kind kind() {
            return Correction.Kind.REWORK;
        }
    }

    private static PlanContent withSteps(ActionPlan plan, ImmutableList<NextStep> steps) {
        return PlanContent.builder().from(plan.current().content()).steps(steps).build();
    }
}
