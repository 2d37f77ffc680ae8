package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.World;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * One stay of one person in a group. It ends, and is never deleted; coming back begins another.
 *
 * @param joinedAt inclusive
 * @param leftAt exclusive; empty while the person is a member
 * @param keepsSpace whether, having left, the person keeps the community space
 * @param leavingReason for the person alone
 */
public record Membership(
        PersonId person,
        Instant joinedAt,
        Optional<Instant> leftAt,
        boolean keepsSpace,
        Optional<Confidential<String>> leavingReason) {

    /** Checks the order of the ends. */
    public Membership {
        Arguments.require(
                leftAt.map(left -> !left.isBefore(joinedAt)).orElse(true),
                "leftAt",
                "not be before " + joinedAt,
                leftAt);
    }

    static Membership from(PersonId person, Instant joinedAt) {
        return new Membership(person, joinedAt, Optional.empty(), false, Optional.empty());
    }

    /** Whether the person was a member at this instant. */
    public boolean isActiveAt(Instant time) {
        return !joinedAt.isAfter(time) && leftAt.map(time::isBefore).orElse(true);
    }

    /** Returns this stay as a fact for disclosure. */
    public World.Stay stay() {
        return new World.Stay(person, joinedAt, leftAt, keepsSpace);
    }
}
