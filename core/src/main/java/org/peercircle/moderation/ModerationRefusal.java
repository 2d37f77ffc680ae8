package org.peercircle.moderation;

import org.peercircle.decision.Refusal;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/** Why an arrangement about turns was refused. */
public sealed interface ModerationRefusal extends Refusal {

    /** Nobody has a turn of this role at the meeting. */
    record NoTurn(MeetingId meeting, MeetingRole role) implements ModerationRefusal {
        @Override
        public String code() {
            return "no-turn";
        }

        @Override
        public String message() {
            return "Nobody is to be " + role.label() + " at meeting " + meeting
                    + ". Name a meeting to come at which somebody is.";
        }
    }

    /** The turn is somebody else's. */
    record NotTheirTurn(PersonId person, MeetingId meeting, MeetingRole role, PersonId whose)
            implements ModerationRefusal {
        @Override
        public String code() {
            return "not-their-turn";
        }

        @Override
        public String message() {
            return whose + ", not " + person + ", is to be " + role.label() + " at meeting " + meeting
                    + ". Only one's own turn can be skipped or swapped.";
        }
    }

    /** The two turns are one member's own, or are exchanged already. */
    record NothingToSwap(MeetingId first, MeetingId second) implements ModerationRefusal {
        @Override
        public String code() {
            return "nothing-to-swap";
        }

        @Override
        public String message() {
            return "The turns at meetings " + first + " and " + second
                    + " can't be exchanged: they are one member's own, or change hands already. Choose others.";
        }
    }

    /** Who would take the turn takes none at that meeting. */
    record NotFree(PersonId person, MeetingId meeting, MeetingRole role) implements ModerationRefusal {
        @Override
        public String code() {
            return "not-free";
        }

        @Override
        public String message() {
            return person + " is not to be " + role.label() + " at meeting " + meeting
                    + ", so the swap can't be made. Choose another meeting.";
        }
    }

    /** One of the turns has been served, or its owner no longer has it. */
    record SwapTooLate(PersonId offeredBy, PersonId offeredTo) implements ModerationRefusal {
        @Override
        public String code() {
            return "swap-too-late";
        }

        @Override
        public String message() {
            return "The swap that " + offeredBy + " offered " + offeredTo
                    + " can no longer be made: one of the turns has passed or changed. Offer another.";
        }
    }

    /** There is an open offer between the two. */
    record SwapAlreadyOffered(PersonId by, PersonId with) implements ModerationRefusal {
        @Override
        public String code() {
            return "swap-already-offered";
        }

        @Override
        public String message() {
            return "An offer between " + by + " and " + with + " waits for an answer. Answer or withdraw it first.";
        }
    }

    /** There is no open offer from the one to the other. */
    record NoSwapOffer(PersonId by, PersonId to) implements ModerationRefusal {
        @Override
        public String code() {
            return "no-swap-offer";
        }

        @Override
        public String message() {
            return "There is no open offer of a swap from " + by + " to " + to + ".";
        }
    }

    /** The member skips this meeting already. */
    record AlreadySkipped(PersonId person, MeetingId meeting) implements ModerationRefusal {
        @Override
        public String code() {
            return "already-skipped";
        }

        @Override
        public String message() {
            return person + " skips meeting " + meeting + " already.";
        }
    }

    /** The member does not skip this meeting. */
    record NotSkipped(PersonId person, MeetingId meeting) implements ModerationRefusal {
        @Override
        public String code() {
            return "not-skipped";
        }

        @Override
        public String message() {
            return person + " does not skip meeting " + meeting + ", so there is nothing to take back.";
        }
    }

    /** The member has not opted out. */
    record NotOptedOut(PersonId person) implements ModerationRefusal {
        @Override
        public String code() {
            return "not-opted-out";
        }

        @Override
        public String message() {
            return person + " takes turns already.";
        }
    }
}
