package org.peercircle.moderation;

import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Who really had a role at a meeting, and whose turn it was.
 *
 * @param person who had the role
 * @param turnOf whose turn it was
 */
public record Served(PersonId person, PersonId turnOf, How how) {

    /** How somebody came to a role. */
    public enum How {
        /** It was their turn. */
        OWN_TURN,
        /** Two had exchanged turns; it counts as the turn of the one who gave it. */
        EXCHANGED,
        /** Whose turn it was could not or did not want to; they come next, and it counts for the one who stepped in. */
        STOOD_IN
    }

    /** Checks that a turn of one's own is one's own. */
    public Served {
        Arguments.require(
                (how == How.OWN_TURN) == person.equals(turnOf), "turnOf", "be another just for " + how, turnOf);
    }

    /** Returns a turn of one's own. */
    public static Served ownTurn(PersonId person) {
        return new Served(person, person, How.OWN_TURN);
    }

    /** Returns another's turn, taken in exchange for one's own. */
    public static Served exchanged(PersonId person, PersonId turnOf) {
        return new Served(person, turnOf, How.EXCHANGED);
    }

    /** Returns a turn taken because whose it was could not. */
    public static Served standingInFor(PersonId turnOf, PersonId person) {
        return new Served(person, turnOf, How.STOOD_IN);
    }

    /** Returns for whom it counts in the order of turns. */
    public PersonId countsFor() {
        return how == How.EXCHANGED ? turnOf : person;
    }
}
