package org.peercircle.pulse;

import java.time.Instant;
import org.peercircle.decision.Refusal;
import org.peercircle.id.PulseId;

/** Why a pulse survey refused. */
public sealed interface PulseRefusal extends Refusal {

    /** The survey takes no more answers. */
    record SurveyClosed(PulseId survey, Instant closedAt) implements PulseRefusal {
        @Override
        public String code() {
            return "survey-closed";
        }

        @Override
        public String message() {
            return "Survey " + survey + " closed at " + closedAt + ". Answer the next one.";
        }
    }

    /** Results are shown after the survey has closed, so that nobody's answer can be told from a change. */
    record SurveyOpen(PulseId survey, Instant closesAt) implements PulseRefusal {
        @Override
        public String code() {
            return "survey-open";
        }

        @Override
        public String message() {
            return "Survey " + survey + " takes answers until " + closesAt + ". Look at its results after that.";
        }
    }

    /** What was shown of a survey stays as it is. */
    record AlreadyShown(PulseId survey, Instant at) implements PulseRefusal {
        @Override
        public String code() {
            return "already-shown";
        }

        @Override
        public String message() {
            return "The results of survey " + survey + " were fixed at " + at + " and stay as they are. Look at those.";
        }
    }

    /** The question is not in the survey. */
    record NoSuchItem(PulseId survey, String item) implements PulseRefusal {
        @Override
        public String code() {
            return "no-such-item";
        }

        @Override
        public String message() {
            return "Survey " + survey + " has no question \"" + item + "\". Answer those it has, or pass them over.";
        }
    }

    /** The answer is not one of those to choose from; it is confidential and not repeated here. */
    record AnswerOutOfRange(PulseId survey, String item, int lowest, int highest) implements PulseRefusal {
        @Override
        public String code() {
            return "answer-out-of-range";
        }

        @Override
        public String message() {
            return "The answer to question " + item + " of survey " + survey + " is outside " + lowest + " to "
                    + highest + ". Choose one of these, or pass it over.";
        }
    }
}
