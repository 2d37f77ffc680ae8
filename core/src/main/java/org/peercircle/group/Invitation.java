package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;

/**
 * A seat offered to somebody: they join once the group agrees and they accept, in either order, in time.
 *
 * @param expiresAt exclusive
 * @param accepted whether the invited said yes
 * @param ended what came of it; empty while it is open
 */
public record Invitation(PersonId person, Ballot ballot, Instant expiresAt, boolean accepted, Optional<Ended> ended) {

    /** What has come of an invitation. */
    public enum State {
        /** Waits for the group or the invited. */
        OPEN,
        /** The invited is a member. */
        JOINED,
        /** The invited said no. */
        DECLINED,
        /** The group said no. */
        NOT_AGREED,
        /** Taken back. */
        WITHDRAWN,
        /** Nobody was in time. */
        EXPIRED
    }

    /** How and when it ended. */
    public record Ended(Instant at, State how) {}

    static Invitation open(PersonId person, Ballot ballot, Instant expiresAt) {
        return new Invitation(person, ballot, expiresAt, false, Optional.empty());
    }

    Invitation with(Ballot changed) {
        return new Invitation(person, changed, expiresAt, accepted, ended);
    }

    Invitation whenAccepted() {
        return new Invitation(person, ballot, expiresAt, true, ended);
    }

    Invitation ending(Instant at, State how) {
        return new Invitation(person, ballot, expiresAt, accepted, Optional.of(new Ended(at, how)));
    }

    /** Returns what has come of it. */
    public State state(Instant now) {
        return ended.map(Ended::how).orElse(now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED);
    }

    /** Whether it waits for somebody. */
    public boolean isOpen(Instant now) {
        return state(now) == State.OPEN;
    }

    /** Returns when it ended; its expiry if nobody was in time. */
    Instant end() {
        return ended.map(Ended::at).orElse(expiresAt);
    }
}
