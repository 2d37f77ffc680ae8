package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.peercircle.decision.Refusal;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.moderation.MeetingRole;

/** Why a meeting refused. */
public sealed interface MeetingRefusal extends Refusal {

    /** What must be on the agenda does not fit. */
    record AgendaTooLong(int minutes, int needed, int checkIns) implements MeetingRefusal {
        @Override
        public String code() {
            return "agenda-too-long";
        }

        @Override
        public String message() {
            return "The agenda needs " + needed + " minutes and the meeting has " + minutes + ", with " + checkIns
                    + " steps due. Meet for longer, or move the dates of some steps before the meeting.";
        }
    }

    /** The meeting is not in the state in which this can be done. */
    record WrongState(MeetingId meeting, Meeting.State state, Meeting.State needed) implements MeetingRefusal {
        @Override
        public String code() {
            return "wrong-meeting-state";
        }

        @Override
        public String message() {
            return "Meeting " + meeting + " is " + state.word() + "; this can be done while it is " + needed.word()
                    + ".";
        }
    }

    /** The meeting has no such topic. */
    record NoSuchTopic(MeetingId meeting, TopicId topic) implements MeetingRefusal {
        @Override
        public String code() {
            return "no-such-topic";
        }

        @Override
        public String message() {
            return "Meeting " + meeting + " has no topic " + topic + ". Bring it first.";
        }
    }

    /** Whoever had a role was not there. */
    record RoleHolderNotThere(MeetingId meeting, MeetingRole role, PersonId person) implements MeetingRefusal {
        @Override
        public String code() {
            return "role-holder-not-there";
        }

        @Override
        public String message() {
            return person + " can't have been " + role.label() + " at meeting " + meeting
                    + ", not having been there. Name who really was.";
        }
    }

    /** Whoever is said to have advised was not there, or brought the topic. */
    record NoAdviser(MeetingId meeting, PersonId person) implements MeetingRefusal {
        @Override
        public String code() {
            return "no-adviser";
        }

        @Override
        public String message() {
            return person + " can't have advised at meeting " + meeting
                    + ": they were not there, or it was their own topic. Name others who were there.";
        }
    }

    /** The meeting is at that time already. */
    record NotMoved(MeetingId meeting, LocalDate on) implements MeetingRefusal {
        @Override
        public String code() {
            return "not-moved";
        }

        @Override
        public String message() {
            return "Meeting " + meeting + " is on " + on + " at that time already. Name another day or time.";
        }
    }

    /** Another meeting of the group is on that day. */
    record DayTaken(MeetingId meeting, LocalDate on) implements MeetingRefusal {
        @Override
        public String code() {
            return "day-taken";
        }

        @Override
        public String message() {
            return "Meeting " + meeting + " of the group is on " + on + " already. Move it first, or name another day.";
        }
    }

    /** Not everybody can have that much time. */
    record NotEverybodyFits(int people, Duration slot, Duration length, ImmutableList<Airtime.WayOut> waysOut)
            implements MeetingRefusal {
        @Override
        public String code() {
            return "not-everybody-fits";
        }

        @Override
        public String message() {
            return "A meeting of " + length.toMinutes() + " minutes has not " + slot.toMinutes()
                    + " minutes for each of " + people + ". Ways out: "
                    + waysOut.stream().map(Airtime.WayOut::message).collect(Collectors.joining(" Or: "));
        }
    }
}
