package org.peercircle.plan;

import com.google.common.collect.ImmutableSet;
import org.peercircle.decision.Refusal;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;

/** Why a plan refused. */
public sealed interface PlanRefusal extends Refusal {

    /** The plan is not in the state in which this can be done. */
    record WrongState(PlanId plan, ActionPlan.State state, ActionPlan.State needed) implements PlanRefusal {
        @Override
        public String code() {
            return "wrong-plan-state";
        }

        @Override
        public String message() {
            return "Plan " + plan + " is " + state.word() + "; this can be done while it is " + needed.word() + ".";
        }
    }

    /** A plan needs a step to be active. */
    record NoOpenStep(PlanId plan) implements PlanRefusal {
        @Override
        public String code() {
            return "no-open-step";
        }

        @Override
        public String message() {
            return "Plan " + plan + " has no open step. Add what you will do next, and by when.";
        }
    }

    /** The step does not belong to the plan's current revision, or is done. */
    record StepNotOpen(PlanId plan, StepId step) implements PlanRefusal {
        @Override
        public String code() {
            return "step-not-open";
        }

        @Override
        public String message() {
            return "Step " + step + " is no open step of plan " + plan + ". Check in on one of its open steps.";
        }
    }

    /** A correction says what becomes of every step that is not done, and of no other. */
    record StepsUnaccounted(PlanId plan, ImmutableSet<StepId> missing, ImmutableSet<StepId> unknown)
            implements PlanRefusal {
        @Override
        public String code() {
            return "steps-unaccounted";
        }

        @Override
        public String message() {
            return "The correction of plan " + plan + " must say for each step that is not done whether it is carried,"
                    + " replaced or dropped. Not said: " + missing + ". Not such a step: " + unknown + ".";
        }
    }

    /** A step answers an obstacle that the draft does not hold. */
    record NoSuchObstacle(PlanId plan, ObstacleId obstacle) implements PlanRefusal {
        @Override
        public String code() {
            return "no-such-obstacle";
        }

        @Override
        public String message() {
            return "Plan " + plan + " has no obstacle " + obstacle + ". Name it among the obstacles, or leave it out.";
        }
    }

    /** There is no if-then plan with this id to take the place of. */
    record NoSuchAnswer(PlanId plan, IfThenId answer) implements PlanRefusal {
        @Override
        public String code() {
            return "no-such-answer";
        }

        @Override
        public String message() {
            return "Plan " + plan + " has no if-then plan " + answer + ". Name one it has, or add it as a new one.";
        }
    }

    /** The id of a new step, obstacle or if-then plan is taken. */
    record IdTaken(PlanId plan, String id) implements PlanRefusal {
        @Override
        public String code() {
            return "plan-id-taken";
        }

        @Override
        public String message() {
            return "Plan " + plan + " has used the id " + id
                    + " already. Give each step, obstacle and if-then plan an id of its own.";
        }
    }

    /** The person can't be asked to be the partner, or was not. */
    record NotToBeAsked(PlanId plan, PersonId person) implements PlanRefusal {
        @Override
        public String code() {
            return "no-partner-request";
        }

        @Override
        public String message() {
            return person + " can't be, or was not, asked to be an accountability partner in plan " + plan
                    + ". Ask another member who may read the plan, once.";
        }
    }
}
