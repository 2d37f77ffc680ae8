package org.peercircle.office;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/**
 * Something for the host to remind somebody of: what, to whom, when. It holds no content, so it may go by mail; whoever
 * gets it looks the rest up.
 *
 * @param subject the id of what it is about
 * @param step the step of a plan, if it is about one
 */
public record Reminder(Kind kind, PersonId to, LocalDate on, GroupId group, String subject, Optional<StepId> step) {

    /** What it is about. */
    public enum Kind {
        /** A step is due in a few days. */
        STEP_DUE("A step of your plan is due soon."),
        /** The day of a step has passed. */
        STEP_OVERDUE("The day of a step of your plan has passed. Say what became of it, or choose another day."),
        /** It is the day to ask another member about a step. */
        ASK_ABOUT_STEP("Today is the day to ask a member of your group about a step."),
        /** A week has passed since the last report. */
        REPORT("A word on your plan? Those who report each week get further."),
        /** A pause is over. */
        PAUSE_OVER("A plan of yours was to rest until now."),
        /** A plan was judged unhelpful. */
        CHANGE_COURSE("A plan of yours did not help. What would you change?"),
        /** A conversation that was practiced was to take place. */
        TELL_HOW_IT_WENT("How did the conversation go?"),
        /** It is time to come back to what one wrote. */
        LOOK_BACK("Some months ago you wrote something down. Look at it again."),
        /** A survey closes soon. */
        ANSWER_SURVEY("A short survey closes soon.");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    /** Returns the sentence to send. */
    public String message() {
        return kind.message;
    }
}
