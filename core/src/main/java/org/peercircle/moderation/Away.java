package org.peercircle.moderation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.peercircle.internal.Arguments;

/**
 * A time in which a member takes no turns, whether on leave or by choice.
 *
 * @param roles which ones, at least one
 * @param from inclusive
 * @param until exclusive; empty for good
 */
public record Away(ImmutableSet<MeetingRole> roles, Instant from, Optional<Instant> until) {

    /** Every role. */
    public static final ImmutableSet<MeetingRole> EVERY_ROLE = Sets.immutableEnumSet(EnumSet.allOf(MeetingRole.class));

    /** Checks that it is a time. */
    public Away {
        roles = Sets.immutableEnumSet(roles);
        Arguments.require(!roles.isEmpty(), "roles", "hold at least one", roles);
        Arguments.require(until.map(from::isBefore).orElse(true), "until", "be after " + from, until);
    }

    /** Returns a time without any turn. */
    public static Away fromEverything(Instant from, Optional<Instant> until) {
        return new Away(EVERY_ROLE, from, until);
    }

    /** Whether it keeps somebody from this role at this instant. */
    public boolean covers(MeetingRole role, Instant at) {
        return roles.contains(role)
                && !from.isAfter(at)
                && until.map(at::isBefore).orElse(true);
    }
}
