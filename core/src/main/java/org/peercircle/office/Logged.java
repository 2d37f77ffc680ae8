package org.peercircle.office;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import org.peercircle.audit.AuditDetail;
import org.peercircle.id.PersonId;

/**
 * What the log says of the actor; not where in the chain, which would tell how much is said of others.
 *
 * @param by who did it
 * @param facts what else is to be known, by name
 */
public record Logged(AuditDetail.What what, PersonId by, Instant at, ImmutableSortedMap<String, String> facts) {}
