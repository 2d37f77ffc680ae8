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
            return "Cohort " + cohort + " is " + phase.word() + "; this can be done while it is " + needed.word() + ". "
                    + (phase.compareTo(needed) > 0 ? "That is past; plan another cohort." : phase.next());
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

    /** Only the person themselves can say that they are who the cohort is for. */
    record EnrollThemselves(CohortId cohort) implements CohortRefusal {
        @Override
        public String code() {
            return "enroll-themselves";
        }

        @Override
        public String message() {
            return "Cohort " + cohort + " is for people who declare who they are, so everybody enrolls themselves."
                    + " Pass the invitation on.";
        }
    }

    /** Groups of the cohort still meet. */
    record GroupsStillMeet(CohortId cohort, int people) implements CohortRefusal {
        @Override
        public String code() {
            return "groups-still-meet";
        }

        @Override
        public String message() {
            return "In cohort " + cohort + ", " + (people == 1 ? "one person still sits" : people + " people still sit")
                    + " in groups. Close it once each group has ended or become an alumni circle.";
        }
    }

    /** The person is invited to a seat and has not answered. */
    record InvitedElsewhere(CohortId cohort, PersonId person, GroupId group) implements CohortRefusal {
        @Override
        public String code() {
            return "invited-elsewhere";
        }

        @Override
        public String message() {
            return person + " is invited to group " + group + " of cohort " + cohort
                    + ". Wait for the answer, or withdraw that invitation.";
        }
    }

    /** The person does not wait for a seat. */
    record NotWaiting(CohortId cohort, PersonId person) implements CohortRefusal {
        @Override
        public String code() {
            return "not-waiting";
        }

        @Override
        public String message() {
            return person + " does not wait for a seat in cohort " + cohort + ". Name somebody from its waitlist.";
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
