package org.peercircle.group;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.peercircle.id.PersonId;

/**
 * A member's yes to one version of the charter. It holds for a year and for that version.
 *
 * @param version the charter's
 */
public record Acknowledgement(PersonId person, int version, Instant at) {

    private static final Duration SHORTEST_YEAR = Duration.ofDays(365);

    /** Returns when it is to be renewed: a year after it was given, in UTC. */
    public Instant renewBy() {
        return at.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    boolean holdsAt(Instant now) {
        // No year is shorter, and this is asked for every member on every page.
        return now.isBefore(at.plus(SHORTEST_YEAR)) || now.isBefore(renewBy());
    }
}
