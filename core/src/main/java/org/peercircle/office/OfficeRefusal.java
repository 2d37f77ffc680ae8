package org.peercircle.office;

import org.peercircle.decision.Refusal;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.people.Relation;

/** Why the office refused before the domain was asked. */
public sealed interface OfficeRefusal extends Refusal {

    /** There is no such thing, or the actor may not know of it: the two can't be told apart. */
    record NotThere(String what, String id) implements OfficeRefusal {
        @Override
        public String code() {
            return "not-there";
        }

        @Override
        public String message() {
            return "There is no " + what + " " + id + " that you may see. Check the id.";
        }
    }

    /** Somebody else has to do this. */
    record NotAllowed(String what, String who) implements OfficeRefusal {
        @Override
        public String code() {
            return "not-allowed";
        }

        @Override
        public String message() {
            return "You can't " + what + "; " + who + " can.";
        }
    }

    /** Who said it could be told, as too few could have said it. */
    record TellsWho(PieceId piece, int fewest) implements OfficeRefusal {
        @Override
        public String code() {
            return "tells-who";
        }

        @Override
        public String message() {
            return "Piece " + piece + " can't be released without a name: fewer than " + fewest
                    + " people could have said it. Release it by name, or not at all.";
        }
    }

    /** One has power over another, and no group holds both (S1). */
    record NotEquals(Relation.Power power) implements OfficeRefusal {
        @Override
        public String code() {
            return "not-equals";
        }

        @Override
        public String message() {
            return power.message() + " A group is of equals; seat one of them in another group.";
        }
    }

    /** The id was somebody's who was erased. */
    record WasErased(PersonId person) implements OfficeRefusal {
        @Override
        public String code() {
            return "was-erased";
        }

        @Override
        public String message() {
            return person + " was erased, and what was theirs can't come back. Register them under another id.";
        }
    }

    /** The piece is there in other words by now, and nobody agreed to release those. */
    record PieceChanged(PieceId piece, int version) implements OfficeRefusal {
        @Override
        public String code() {
            return "piece-changed";
        }

        @Override
        public String message() {
            return "Piece " + piece + " is at version " + version
                    + " now. Read it again, and release that version if it is what you mean.";
        }
    }

    /** Others were faster, several times running. */
    record TooBusy(int attempts) implements OfficeRefusal {
        @Override
        public String code() {
            return "too-busy";
        }

        @Override
        public String message() {
            return "Others changed the same things " + attempts + " times running. Nothing was done; try again.";
        }
    }
}
