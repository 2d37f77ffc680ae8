package org.peercircle.moderation;

import java.time.Instant;
import org.peercircle.id.PersonId;

/**
 * An active member, seen as one who may moderate.
 *
 * @param joinedAt when the current membership began
 * @param willing false while the member has opted out
 */
public record Candidate(PersonId person, Instant joinedAt, boolean willing) {}
