package org.peercircle.rehearsal;

import java.util.Locale;
import org.peercircle.decision.Refusal;
import org.peercircle.id.PersonId;
import org.peercircle.id.RehearsalId;

/** Why a rehearsal refused. */
public sealed interface RehearsalRefusal extends Refusal {

    /** The rehearser speaks, or plays the counterpart in a swapped round. */
    record RehearserHasAPart(RehearsalId rehearsal, PersonId rehearser, Part needed) implements RehearsalRefusal {
        @Override
        public String code() {
            return "rehearser-has-a-part";
        }

        @Override
        public String message() {
            return rehearser + " rehearses, so this round needs them as "
                    + needed.name().toLowerCase(Locale.ROOT)
                    + ". Give them that part, or choose another kind of round.";
        }
    }

    /** There is nothing to replay or swap yet. */
    record NothingPlayedYet(RehearsalId rehearsal) implements RehearsalRefusal {
        @Override
        public String code() {
            return "nothing-played-yet";
        }

        @Override
        public String message() {
            return "Rehearsal " + rehearsal + " has no round to play again. Play one from the start first.";
        }
    }

    /** There is no such round. */
    record NoSuchRound(RehearsalId rehearsal, int round, int rounds) implements RehearsalRefusal {
        @Override
        public String code() {
            return "no-such-round";
        }

        @Override
        public String message() {
            return "Rehearsal " + rehearsal + " has " + rounds + " rounds and no round " + round
                    + ". Name one of them, from 1.";
        }
    }

    /** Peers speak after the one who rehearses. */
    record SelfAssessmentFirst(RehearsalId rehearsal, int round) implements RehearsalRefusal {
        @Override
        public String code() {
            return "self-assessment-first";
        }

        @Override
        public String message() {
            return "In round " + round + " of rehearsal " + rehearsal
                    + " the one who rehearses has not spoken yet. Let them say first how it was for them.";
        }
    }

    /** The one who rehearses has said how it was, and peers may have answered. */
    record AlreadySaid(RehearsalId rehearsal, int round, PersonId person) implements RehearsalRefusal {
        @Override
        public String code() {
            return "already-said";
        }

        @Override
        public String message() {
            return person + " has spoken about round " + round + " of rehearsal " + rehearsal
                    + ". What was said stays; play another round to say more.";
        }
    }

    /** Feedback is for those who had a part in the round, and not for the one who rehearses. */
    record NotInRound(RehearsalId rehearsal, int round, PersonId person) implements RehearsalRefusal {
        @Override
        public String code() {
            return "not-in-round";
        }

        @Override
        public String message() {
            return person + " had no part as a peer in round " + round + " of rehearsal " + rehearsal
                    + ". Those who played or watched speak.";
        }
    }
}
