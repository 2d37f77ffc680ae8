package org.peercircle.cohort;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * One person's place in a cohort.
 *
 * @param at when they enrolled; the order of the waitlist
 * @param group where they sit, or are invited
 * @param until when an invitation runs out, or a seat becomes free whose holder gave notice; exclusive
 * @param waits why they wait, also while invited
 */
public record Enrollment(
        PersonId person,
        Instant at,
        Status status,
        Optional<GroupId> group,
        Optional<Instant> until,
        Optional<WaitReason> waits) {

    /** How far it has come. */
    public enum Status {
        /** Enrolled, groups not formed yet. */
        ENROLLED,
        /** In a group. */
        SEATED,
        /** Waits for a seat. */
        WAITING,
        /** Waits, and is invited to a seat. */
        INVITED,
        /** Withdrew, or left the group and the cohort. */
        WITHDRAWN,
        /** Was in a group until it ended. */
        FINISHED
    }

    /** Checks that what is known goes with the status. */
    public Enrollment {
        Arguments.require(
                (status == Status.SEATED || status == Status.INVITED) == group.isPresent(),
                "group",
                "be named just when seated or invited",
                group);
        Arguments.require(
                status == Status.INVITED ? until.isPresent() : until.isEmpty() || status == Status.SEATED,
                "until",
                "be known of an invitation, else at most of a seat",
                until);
        Arguments.require(
                (status == Status.WAITING || status == Status.INVITED) == waits.isPresent(),
                "waits",
                "be known just while waiting or invited",
                waits);
    }

    /** Returns the place of somebody who enrolls before groups are formed. */
    static Enrollment enrolled(PersonId person, Instant at) {
        return new Enrollment(person, at, Status.ENROLLED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Enrollment waiting(WaitReason reason) {
        return new Enrollment(person, at, Status.WAITING, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    Enrollment invitedTo(GroupId where, Instant expires) {
        return new Enrollment(person, at, Status.INVITED, Optional.of(where), Optional.of(expires), waits);
    }

    Enrollment seatedIn(GroupId where) {
        return new Enrollment(person, at, Status.SEATED, Optional.of(where), Optional.empty(), Optional.empty());
    }

    Enrollment leavingAt(Instant end) {
        return new Enrollment(person, at, Status.SEATED, group, Optional.of(end), Optional.empty());
    }

    Enrollment withdrawn() {
        return new Enrollment(person, at, Status.WITHDRAWN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Enrollment finished() {
        return new Enrollment(person, at, Status.FINISHED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the place as it is at this instant: an invitation that ran out is a wait again, a seat given up is free. */
    Enrollment asOf(Instant now) {
        if (until.isEmpty() || until.orElseThrow().isAfter(now)) {
            return this;
        }
        return waits.map(this::waiting).orElseGet(this::withdrawn);
    }

    /** Whether the person still takes part or wants to. */
    public boolean isCurrent() {
        return status != Status.WITHDRAWN && status != Status.FINISHED;
    }
}
