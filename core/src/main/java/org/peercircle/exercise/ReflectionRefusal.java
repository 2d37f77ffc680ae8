package org.peercircle.exercise;

import org.peercircle.decision.Refusal;
import org.peercircle.id.ReflectionId;

/** Why an exercise refused. */
public sealed interface ReflectionRefusal extends Refusal {

    /** There is one answer for each question, in order. */
    record AnswersDontMatch(String exercise, int answers, int questions) implements ReflectionRefusal {
        @Override
        public String code() {
            return "answers-dont-match";
        }

        @Override
        public String message() {
            return "Exercise " + exercise + " asks " + questions + " questions, and there were " + answers
                    + " answers. Give one for each, in order; leave one empty to pass over it.";
        }
    }

    /** A look back says of each answer how it fits. */
    record FitsDontMatch(ReflectionId reflection, int answers) implements ReflectionRefusal {
        @Override
        public String code() {
            return "fits-dont-match";
        }

        @Override
        public String message() {
            return "Reflection " + reflection + " has " + answers + " answers. Say of each how it fits, in order.";
        }
    }
}
