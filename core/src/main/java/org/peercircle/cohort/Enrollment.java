package org.peercircle.cohort;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/**
 * One person's place in a cohort.
 *
 * @param at when they enrolled; the order of the waitlist
 * @param group where they sit, when {@link Status#SEATED}
 */
public record Enrollment(PersonId person, Instant at, Status status, Optional<GroupId> group) {

    /** How far it has come. */
    public enum Status {
        /** Enrolled, groups not formed yet. */
        ENROLLED,
        /** In a group. */
        SEATED,
        /** Waits for a seat. */
        WAITING,
        /** Withdrew, or left the group and the cohort. */
        WITHDRAWN
    }

    Enrollment waiting() {
        return new Enrollment(person, at, Status.WAITING, Optional.empty());
    }

    Enrollment seatedIn(GroupId where) {
        return new Enrollment(person, at, Status.SEATED, Optional.of(where));
    }

    Enrollment withdrawn() {
        return new Enrollment(person, at, Status.WITHDRAWN, Optional.empty());
    }

    /** Whether the person still takes part or wants to. */
    public boolean isCurrent() {
        return status != Status.WITHDRAWN;
    }
}
