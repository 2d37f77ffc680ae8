package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.plan.Obstacle;

/**
 * What a member writes into a plan, or into the next revision of one. Texts are drafts ({@link Confidential#draft});
 * the office files them.
 *
 * @param steps new ones only
 */
public record PlanDraft(
        Confidential<String> outcome,
        Confidential<String> evidence,
        LocalDate by,
        ImmutableList<ObstacleDraft> obstacles,
        ImmutableList<StepDraft> steps) {

    /** Checks that each step answers an obstacle of the draft, or none. */
    public PlanDraft {
        for (StepDraft step : steps) {
            step.answers().ifPresent(n -> Arguments.requireBetween(1, n, obstacles.size(), "answers"));
        }
    }

    /** An obstacle. */
    public record ObstacleDraft(
            Confidential<String> what,
            Obstacle.Nature nature,
            boolean withinControl,
            int severity,
            Optional<Confidential<String>> wayRound) {}

    /**
     * A next step.
     *
     * @param answers the number of the obstacle it answers, from 1
     * @param partner the member who asks about it
     */
    public record StepDraft(
            Confidential<String> what,
            LocalDate due,
            Optional<Confidential<String>> whenAndWhere,
            Optional<Integer> answers,
            Optional<PersonId> partner) {

        /** Returns a step with nothing but a date. */
        public static StepDraft of(String what, LocalDate due) {
            return new StepDraft(Confidential.draft(what), due, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Returns this step as an answer to an obstacle, numbered from 1. */
        public StepDraft answering(int obstacle) {
            return new StepDraft(what, due, whenAndWhere, Optional.of(obstacle), partner);
        }

        /** Returns this step with a member who asks about it. */
        public StepDraft with(PersonId accountabilityPartner) {
            return new StepDraft(what, due, whenAndWhere, answers, Optional.of(accountabilityPartner));
        }

        /** Returns this step with a cue: when and where. */
        public StepDraft when(String cue) {
            return new StepDraft(what, due, Optional.of(Confidential.draft(cue)), answers, partner);
        }
    }
}
