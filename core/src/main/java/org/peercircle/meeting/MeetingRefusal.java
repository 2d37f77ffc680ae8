package org.peercircle.meeting;

import org.peercircle.decision.Refusal;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;

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

    /** Who guided the meeting was not there. */
    record ModeratorNotThere(MeetingId meeting, PersonId moderator) implements MeetingRefusal {
        @Override
        public String code() {
            return "moderator-not-there";
        }

        @Override
        public String message() {
            return "Meeting " + meeting + " can't have been moderated by " + moderator
                    + ", who was not there. Name who really guided it.";
        }
    }
}
