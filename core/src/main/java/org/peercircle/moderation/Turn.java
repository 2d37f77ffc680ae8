package org.peercircle.moderation;

import java.util.Optional;
import org.peercircle.id.PersonId;

/**
 * One coming turn.
 *
 * @param ahead 1 for the next meeting, 2 for the one after it, and so on
 * @param backup who steps in; empty when nobody else may
 */
public record Turn(int ahead, PersonId moderator, Optional<PersonId> backup, Reason reason) {

    /** Why it is this member's turn. */
    public sealed interface Reason {

        /** Returns the reason as a sentence for the group. */
        String message();

        /** The charter names one moderator. */
        record NamedByCharter() implements Reason {
            @Override
            public String message() {
                return "The charter names this moderator.";
            }
        }

        /** Has not moderated yet, and has been a member for longest among those. */
        record FirstTurn() implements Reason {
            @Override
            public String message() {
                return "Has not moderated yet.";
            }
        }

        /** Has waited longest. */
        record WaitedLongest(int meetingsSince) implements Reason {
            @Override
            public String message() {
                return meetingsSince == 0
                        ? "Moderated last time; nobody else may or wants to."
                        : "Has waited longest: " + meetingsSince + (meetingsSince == 1 ? " meeting" : " meetings")
                                + " since the last turn.";
            }
        }
    }
}
