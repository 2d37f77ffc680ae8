package org.peercircle.moderation;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import org.peercircle.id.PersonId;

/**
 * A meeting that was held, seen as turns that were served.
 *
 * @param at when the meeting began
 * @param served who really had which role, whoever was planned
 */
public record HeldTurn(Instant at, ImmutableMap<MeetingRole, Served> served) {

    /** Returns a meeting that this member guided, whose turn it was. */
    public static HeldTurn moderatedBy(PersonId moderator, Instant at) {
        return new HeldTurn(at, ImmutableMap.of(MeetingRole.MODERATOR, Served.ownTurn(moderator)));
    }
}
