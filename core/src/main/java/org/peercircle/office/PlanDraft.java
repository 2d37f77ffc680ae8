package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.plan.ConsideredOption;
import org.peercircle.plan.Obstacle;

/**
 * What a member writes into a plan, or into the next revision of one. Texts are drafts ({@link Confidential#draft});
 * the office files them, and what is said again in the same words stays the same.
 *
 * <pre>{@code
 * PlanDraft.towards("The paper is submitted")
 *         .evidence(Confidential.draft("The journal has sent a number"))
 *         .by(june)
 *         .addObstacles(ObstacleDraft.outer("She never has an hour to read it", 4))
 *         .addAnswers(IfThenDraft.forObstacle(1, "she cancels", "ask for ten minutes on the spot"))
 *         .addSteps(StepDraft.of("ask for one hour", monday).answering(1))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public interface PlanDraft {

    /** Returns the goal in the member's own words. */
    Confidential<String> outcome();

    /** Returns how they will know. */
    Optional<Confidential<String>> evidence();

    /** Returns by when. */
    Optional<LocalDate> by();

    /** Returns who reads the goal, among those who read the plan; the member alone unless they say otherwise. */
    @Value.Default
    default Audience goalFor() {
        return Audience.JUST_ME;
    }

    /** Returns what stands in the way. */
    ImmutableList<ObstacleDraft> obstacles();

    /** Returns the number of the obstacle that matters most, from 1. */
    Optional<Integer> mainObstacle();

    /** Returns the if-then plans. */
    ImmutableList<IfThenDraft> answers();

    /** Returns the ways forward that were thought of. */
    ImmutableList<ConsideredOption> options();

    /** Returns the steps, new ones only. */
    ImmutableList<StepDraft> steps();

    /** Returns the topic that the plan grew out of, if it is a new one. */
    Optional<TopicId> topic();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a builder of a plan towards this outcome. */
    static Builder towards(String outcome) {
        return builder().outcome(Confidential.draft(outcome));
    }

    /** An obstacle. */
    record ObstacleDraft(
            Confidential<String> what,
            Obstacle.Nature nature,
            boolean withinControl,
            int severity,
            Optional<Confidential<String>> wayRound) {

        /** Returns an obstacle in oneself, which one can change. */
        public static ObstacleDraft inner(String what, int severity) {
            return new ObstacleDraft(Confidential.draft(what), Obstacle.Nature.INNER, true, severity, Optional.empty());
        }

        /** Returns an obstacle outside, which one can't change. */
        public static ObstacleDraft outer(String what, int severity) {
            return new ObstacleDraft(
                    Confidential.draft(what), Obstacle.Nature.OUTER, false, severity, Optional.empty());
        }

        /** Returns this obstacle with what would get round it. */
        public ObstacleDraft round(String way) {
            return new ObstacleDraft(what, nature, withinControl, severity, Optional.of(Confidential.draft(way)));
        }
    }

    /**
     * An if-then plan.
     *
     * @param number the number of the obstacle or step it is for, from 1
     */
    record IfThenDraft(Confidential<String> cue, Confidential<String> response, boolean isForStep, int number) {

        /** Returns an answer to an obstacle: if this comes, then I do that. */
        public static IfThenDraft forObstacle(int number, String cue, String response) {
            return new IfThenDraft(Confidential.draft(cue), Confidential.draft(response), false, number);
        }

        /** Returns when and where of a step. */
        public static IfThenDraft forStep(int number, String cue, String response) {
            return new IfThenDraft(Confidential.draft(cue), Confidential.draft(response), true, number);
        }
    }

    /**
     * A next step.
     *
     * @param due by when, if that is known
     * @param answers the number of the obstacle it answers, from 1
     * @param partner the member who asks about it
     * @param commitment how committed one is, from 1 to 10
     */
    record StepDraft(
            Confidential<String> what,
            Optional<LocalDate> due,
            Optional<Confidential<String>> whenAndWhere,
            Optional<Integer> answers,
            Optional<PersonId> partner,
            Optional<Integer> commitment) {

        /** Returns a step with nothing but a date. */
        public static StepDraft of(String what, LocalDate due) {
            return new StepDraft(
                    Confidential.draft(what),
                    Optional.of(due),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Returns this step as an answer to an obstacle, numbered from 1. */
        public StepDraft answering(int obstacle) {
            return new StepDraft(what, due, whenAndWhere, Optional.of(obstacle), partner, commitment);
        }

        /** Returns this step with a member who asks about it. */
        public StepDraft with(PersonId accountabilityPartner) {
            return new StepDraft(what, due, whenAndWhere, answers, Optional.of(accountabilityPartner), commitment);
        }

        /** Returns this step with a cue: when and where. */
        public StepDraft when(String cue) {
            return new StepDraft(what, due, Optional.of(Confidential.draft(cue)), answers, partner, commitment);
        }

        /** Returns this step with how committed one is, from 1 to 10. */
        public StepDraft committed(int outOfTen) {
            return new StepDraft(what, due, whenAndWhere, answers, partner, Optional.of(outOfTen));
        }

        /** Returns this step without a date; it comes back at every meeting. */
        public StepDraft someday() {
            return new StepDraft(what, Optional.empty(), whenAndWhere, answers, partner, commitment);
        }
    }

    /** Checks that what is numbered is there. */
    @Value.Check
    default void check() {
        mainObstacle().ifPresent(n -> Arguments.requireBetween(1, n, obstacles().size(), "mainObstacle"));
        for (StepDraft step : steps()) {
            step.answers()
                    .ifPresent(n -> Arguments.requireBetween(1, n, obstacles().size(), "answers"));
        }
        for (IfThenDraft answer : answers()) {
            int most = answer.isForStep() ? steps().size() : obstacles().size();
            Arguments.requireBetween(1, answer.number(), most, "number");
        }
    }

    /** Builds a draft. */
    final class Builder extends ImmutablePlanDraft.Builder {
        Builder() {}
    }
}
