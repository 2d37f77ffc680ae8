package org.peercircle.moderation;

import java.util.function.Function;
import org.peercircle.id.PersonId;

/** Why it is this member's turn. */
public sealed interface TurnReason {

    /** Returns the reason as a sentence for the group. */
    String message(Function<? super PersonId, String> nameOf);

    /** Returns the reason as a sentence that names people by their ids. */
    default String message() {
        return message(PersonId::value);
    }

    /** Returns what a duty for this reason is once this member has done it. */
    default Served servedBy(PersonId person) {
        return Served.ownTurn(person);
    }

    /** The charter names one moderator. */
    record NamedByCharter() implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "The charter names this moderator.";
        }
    }

    /** The charter names one moderator, who is away or gone or whose term is over. */
    record CharterNamesAnother(PersonId named) implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "The charter names " + nameOf.apply(named)
                    + ", who does not moderate now; this member has waited longest.";
        }
    }

    /** The charter says who begins. */
    record BeginsByCharter() implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "The charter says who guides the first meeting.";
        }
    }

    /** In the middle of a turn of several meetings. */
    record ContinuesTerm(int meeting, int of) implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "Meeting " + meeting + " of " + of + " in a row.";
        }
    }

    /** Has not had a turn yet, and has been a member for longest among those. */
    record FirstTurn() implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "Has not had a turn yet.";
        }
    }

    /** Has waited longest. */
    record WaitedLongest(int meetingsSince) implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return meetingsSince == 0
                    ? "Had the last turn; nobody else may or wants to."
                    : "Has waited longest: " + meetingsSince + (meetingsSince == 1 ? " meeting" : " meetings")
                            + " since the last turn.";
        }
    }

    /** Two have exchanged turns. */
    record Exchanged(PersonId with) implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "Has exchanged turns with " + nameOf.apply(with) + ".";
        }

        @Override
        public Served servedBy(PersonId person) {
            return Served.exchanged(person, with);
        }
    }

    /** Whose turn it is asked to be passed over this once. */
    record StandsInFor(PersonId person) implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "Stands in for " + nameOf.apply(person) + ", who skips this meeting and comes next.";
        }

        @Override
        public Served servedBy(PersonId standIn) {
            return Served.standingInFor(person, standIn);
        }
    }

    /** Asked to be passed over, and nobody else may or wants to. */
    record NobodyElse() implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "Asked to skip this meeting, but nobody else may or wants to.";
        }
    }

    /** What the program office is told: that it is their turn, and nothing of what members have arranged. */
    record TheirTurn() implements TurnReason {
        @Override
        public String message(Function<? super PersonId, String> nameOf) {
            return "It is this member's turn.";
        }
    }
}
