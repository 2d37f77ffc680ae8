package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;

/**
 * A member, seen as one who may take turns.
 *
 * @param joinedAt when the current membership began
 * @param leavesAt when it ends, exclusive; empty while no end is known
 * @param away when the member takes no turns
 */
public record Candidate(PersonId person, Instant joinedAt, Optional<Instant> leavesAt, ImmutableList<Away> away) {

    /** Returns a member who is always there. */
    public static Candidate since(PersonId person, Instant joinedAt) {
        return new Candidate(person, joinedAt, Optional.empty(), ImmutableList.of());
    }

    /** Whether the member may and wants to have this role at a meeting at this instant. */
    public boolean isWilling(MeetingRole role, Instant at) {
        if (leavesAt.isPresent() && !at.isBefore(leavesAt.orElseThrow())) {
            return false;
        }
        for (Away time : away) {
            if (time.covers(role, at)) {
                return false;
            }
        }
        return true;
    }
}
