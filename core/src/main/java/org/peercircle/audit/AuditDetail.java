package org.peercircle.audit;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import org.peercircle.id.PersonId;

/**
 * What a log entry says, for the person whom it concerns alone.
 *
 * @param salt a text that nobody can guess, so that nobody can guess a detail and compare (law A3)
 * @param what what happened
 * @param by who did it
 * @param at when
 * @param tellFrom from when on the person sees it; mostly the same
 * @param facts what else is to be known, by name
 */
public record AuditDetail(
        String salt, What what, PersonId by, Instant at, Instant tellFrom, ImmutableSortedMap<String, String> facts) {

    /** What can happen. */
    public enum What {
        /** The person was erased; with them goes the detail. */
        ERASED,
        /** A member passed on what the person had said, since somebody might come to harm or the law demands it (law X2). */
        SAFETY_DISCLOSURE,
        /** The person released something they had said to more people (law C19). */
        RELEASED,
        /** The person took a release back. */
        RELEASE_REVOKED,
        /** The office asked for something of the person's that it may not see, and did not get it (law A5). */
        OFFICE_REFUSED,
        /** By order, two officers handed out what the person had said (law X3). */
        LEGAL_DISCLOSURE,
        /** By order, what the person said is kept beyond its time; nobody reads it for that (law E10). */
        LEGAL_HOLD
    }

    /** Shows nothing of what it says. */
    @Override
    public String toString() {
        return "AuditDetail[…]";
    }
}
