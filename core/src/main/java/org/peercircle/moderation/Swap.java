package org.peercircle.moderation;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/**
 * Two turns of one role that change hands. It exchanges exactly these two (law M7): each is served by the other member
 * and counts for the one whose it was, so nobody else's turn moves, now or later. It holds on to the turns, not to the
 * dates: where the order shifts, the exchange shifts with it. Where one of them can't take the other's turn when it
 * comes, each keeps their own.
 *
 * @param offered what the one who asks would give
 * @param wanted what they would take
 * @param at when it was offered
 */
public record Swap(MeetingRole role, Part offered, Part wanted, State state, Instant at) {

    /** Where a swap stands. */
    public enum State {
        /** Not answered yet. */
        OFFERED,
        /** Both have said yes. */
        AGREED,
        /** The other said no. */
        DECLINED,
        /** Taken back before it was answered. */
        WITHDRAWN
    }

    /**
     * One turn.
     *
     * @param turn how many turns of the current membership come before it
     * @param meeting on which it fell when it was offered
     */
    public record Part(PersonId person, int turn, MeetingId meeting) {}

    /** Returns the turn that is given for this one under this swap, if it is one of the two. */
    Optional<Part> takerOf(MeetingRole inRole, PersonId person, int turn, Instant joinedAt) {
        if (state != State.AGREED || role != inRole || at.isBefore(joinedAt)) {
            return Optional.empty();
        }
        if (isOf(offered, person, turn)) {
            return Optional.of(wanted);
        }
        return isOf(wanted, person, turn) ? Optional.of(offered) : Optional.empty();
    }

    /** Returns this swap in another state. */
    Swap in(State next) {
        return new Swap(role, offered, wanted, next, at);
    }

    private static boolean isOf(Part part, PersonId person, int turn) {
        return part.turn() == turn && part.person().equals(person);
    }
}
