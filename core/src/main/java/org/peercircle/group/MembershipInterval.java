package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;

/**
 * A stretch of somebody's time with a group.
 *
 * @param from inclusive
 * @param until exclusive; empty while it lasts
 */
public record MembershipInterval(PersonId person, MembershipStatus status, Instant from, Optional<Instant> until) {}
