package org.peercircle.plan;

import com.google.common.collect.ImmutableMap;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.StepId;

/**
 * Why a revision was made and what it did with the steps before it (laws P2, P4).
 *
 * @param reason in the owner's words
 * @param fates one for each step of the last revision that was not done
 */
public record Correction(
        Kind kind, Trigger trigger, Confidential<String> reason, ImmutableMap<StepId, StepFate> fates) {

    /** What kind of change of course it was. */
    public enum Kind {
        /** The goal was cut to another size. */
        RESCOPE("The goal was cut to another size"),
        /** The same, for another day. */
        REDATE("The same, for another day"),
        /** Another step took the place of one. */
        REPLACE_STEP("Another step instead"),
        /** A step more. */
        ADD_STEP("One step more"),
        /** A step that no longer serves was let go. */
        DROP_STEP("A step was let go"),
        /** Another answer to an obstacle, or a first one. */
        REPLACE_ANSWER("Another way round an obstacle"),
        /** The plan rests for a while. */
        PAUSE("The plan rests for a while"),
        /** The plan is taken up again. */
        RESUME("The plan is taken up again"),
        /** The plan was let go: a success when the goal no longer serves. */
        DROP("The plan was let go"),
        /** Another goal. */
        REPLACE_GOAL("Another goal"),
        /** Several things at once, for the same goal. */
        REWORK("The plan was reworked");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind in a few words. */
        public String words() {
            return words;
        }
    }

    /** What set it off. */
    public enum Trigger {
        /** The owner judged that the plan did not help (law P4). */
        DID_NOT_HELP,
        /** A step was missed, or its day passed. */
        STEP_NOT_DONE,
        /** Confidence fell. */
        CONFIDENCE_FELL,
        /** What stood in the way was not what had been expected. */
        ANOTHER_OBSTACLE,
        /** A rehearsal showed another way. */
        REHEARSAL,
        /** The group's review of open commitments. */
        GROUP_REVIEW,
        /** Circumstances changed. */
        CIRCUMSTANCES,
        /** The goal no longer serves. */
        GOAL_NO_LONGER_SERVES,
        /** A new idea. */
        NEW_IDEA
    }
}
