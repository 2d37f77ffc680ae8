package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import org.peercircle.decision.Refusal;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Why a cohort refused. */
public sealed interface CohortRefusal extends Refusal {

    /** The cohort has not come to, or is past, the phase in which this can be done. */
    record WrongPhase(CohortId cohort, Cohort.Phase phase, Cohort.Phase needed) implements CohortRefusal {
        @Override
        public String code() {
            return "wrong-phase";
        }

        @Override
        public String message() {
            return "Cohort " + cohort + " is " + phase.word() + "; this can be done while it is " + needed.word() + ".";
        }
    }

    /** The person does not meet the cohort's rule. */
    record NotEligible(CohortId cohort, PersonId person, ImmutableList<String> reasons) implements CohortRefusal {
        @Override
        public String code() {
            return "not-eligible";
        }

        @Override
        public String message() {
            return person + " can't enroll in cohort " + cohort + ". " + String.join(" ", reasons);
        }
    }

    /** The person is in the cohort already. */
    record AlreadyEnrolled(CohortId cohort, PersonId person) implements CohortRefusal {
        @Override
        public String code() {
            return "already-enrolled";
        }

        @Override
        public String message() {
            return person + " is enrolled in cohort " + cohort + " already; nothing to do.";
        }
    }

    /** The person is not in the cohort. */
    record NotEnrolled(CohortId cohort, PersonId person) implements CohortRefusal {
        @Override
        public String code() {
            return "not-enrolled";
        }

        @Override
        public String message() {
            return person + " is not enrolled in cohort " + cohort + ". Enroll them first.";
        }
    }

    /** The person has a seat; nobody sits in two groups of one cohort. */
    record AlreadySeated(CohortId cohort, PersonId person, GroupId group) implements CohortRefusal {
        @Override
        public String code() {
            return "already-seated";
        }

        @Override
        public String message() {
            return person + " sits in group " + group + " of cohort " + cohort
                    + ". End that membership before another group takes them in.";
        }
    }
}
