package org.peercircle.office;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.IfThenId;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;

/**
 * How a member wants to change the course of a plan. Steps that a change does not speak of are carried; texts are drafts
 * ({@link Confidential#draft}).
 */
public sealed interface CourseDraft {

    /**
     * The goal is cut to another size; everything else stays.
     *
     * @param outcome in the member's own words
     */
    record Rescope(Confidential<String> outcome, Optional<Confidential<String>> evidence, Optional<LocalDate> by)
            implements CourseDraft {}

    /**
     * The same, for another day.
     *
     * @param goal the goal's new day, if it gets one
     * @param steps the new day of each step that gets one
     */
    record Redate(Optional<LocalDate> goal, ImmutableMap<StepId, LocalDate> steps) implements CourseDraft {

        /** Moves one step to another day. */
        public static Redate of(StepId step, LocalDate due) {
            return new Redate(Optional.empty(), ImmutableMap.of(step, due));
        }
    }

    /** Another step takes the place of one; the obstacle it answers is numbered as in the plan as it stands. */
    record ReplaceStep(StepId step, PlanDraft.StepDraft next) implements CourseDraft {}

    /** A step more; the obstacle it answers is numbered as in the plan as it stands. */
    record AddStep(PlanDraft.StepDraft next) implements CourseDraft {}

    /** A step that no longer serves is let go. */
    record DropStep(StepId step) implements CourseDraft {}

    /**
     * Another if-then plan; the obstacle or step it is for is numbered as in the plan as it stands.
     *
     * @param old what it takes the place of; empty for a first one
     */
    record ReplaceAnswer(Optional<IfThenId> old, PlanDraft.IfThenDraft next) implements CourseDraft {}

    /**
     * The plan rests: nothing is asked.
     *
     * @param until when it asks again; empty for as long as one wants
     */
    record Pause(Optional<LocalDate> until) implements CourseDraft {}

    /** The plan is taken up again. */
    record Resume() implements CourseDraft {}

    /** The plan is let go: a success when the goal no longer serves. */
    record Drop() implements CourseDraft {}

    /** Another goal, and what becomes of each step that is not done. */
    record ReplaceGoal(PlanDraft next, ImmutableMap<StepId, Fate> fates) implements CourseDraft {
        /** Checks that what takes the place of a step is in the draft. */
        public ReplaceGoal {
            checkNumbers(next, fates);
        }
    }

    /** Several things at once for the same goal, and what becomes of each step that is not done. */
    record Rework(PlanDraft next, ImmutableMap<StepId, Fate> fates) implements CourseDraft {
        /** Checks that what takes the place of a step is in the draft. */
        public Rework {
            checkNumbers(next, fates);
        }
    }

    /** What is to become of a step that is not done. */
    sealed interface Fate {
        /** It stays. */
        record Carry() implements Fate {}

        /** The draft's step of this number, from 1, takes its place. */
        record ReplaceBy(int number) implements Fate {}

        /** It no longer serves. */
        record Drop() implements Fate {}
    }

    private static void checkNumbers(PlanDraft next, ImmutableMap<StepId, Fate> fates) {
        fates.values().stream()
                .filter(fate -> fate instanceof Fate.ReplaceBy)
                .forEach(fate -> Arguments.requireBetween(
                        1, ((Fate.ReplaceBy) fate).number(), next.steps().size(), "number"));
    }
}
