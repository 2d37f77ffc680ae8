package org.peercircle.plan;

import java.util.Optional;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.StepId;

/**
 * Something that would make a plan stronger. Advice for its owner: nothing is refused for it, and its sentence holds
 * none of the plan's words.
 */
public record Hint(Kind kind, Optional<StepId> step, Optional<ObstacleId> obstacle) {

    /** What could be stronger. */
    public enum Kind {
        /** The goal has no day. */
        GOAL_WITHOUT_DATE("By when do you want to be there? A day makes it easier to tell whether you are on the way."),
        /** One could not tell that the goal is reached. */
        VAGUE_MEASURE("How will you know, so that somebody else could see it too? A number or a thing helps."),
        /** No way was thought of in which it could fail. */
        NO_OBSTACLE("What could get in the way? Naming it now makes it smaller later."),
        /** Several obstacles, and none is the main one. */
        NO_MAIN_OBSTACLE("Which of the obstacles matters most? Begin there."),
        /** An obstacle has no answer: no if-then plan, no way round, no step. */
        OBSTACLE_WITHOUT_ANSWER("What will you do when this comes? \"If …, then I …\" works best."),
        /** A step has no day. */
        STEP_WITHOUT_DATE("By when will you do this step?"),
        /** A step does not begin with a verb. */
        STEP_WITHOUT_VERB("What will you do? Begin with a verb: I will ask, send, write …"),
        /** A step's verb leaves open when one is done. */
        STEP_WITH_VAGUE_VERB("What will be there when this step is done? Name it, so that you can tell."),
        /** A step answers none of the obstacles. */
        STEP_WITHOUT_OBSTACLE("Which obstacle does this step get you round?"),
        /** The owner is not very committed to a step. */
        LOW_COMMITMENT("What would make you surer that you will do this step: a smaller one, another day, a partner?"),
        /** More steps are open than the group says are enough. */
        TOO_MANY_OPEN_STEPS("This is a lot at once. Which steps could wait?");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    static Hint of(Kind kind) {
        return new Hint(kind, Optional.empty(), Optional.empty());
    }

    static Hint of(Kind kind, NextStep step) {
        return new Hint(kind, Optional.of(step.id()), Optional.empty());
    }

    static Hint of(Kind kind, Obstacle obstacle) {
        return new Hint(kind, Optional.empty(), Optional.of(obstacle.id()));
    }

    /** Returns the advice as a question to the owner. */
    public String message() {
        return kind.message;
    }
}
