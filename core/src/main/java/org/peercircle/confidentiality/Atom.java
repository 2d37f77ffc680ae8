package org.peercircle.confidentiality;

import java.time.Instant;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;

/**
 * A relationship by which somebody may read. Atoms are ordered: {@code a.isAtMost(b)} means that everybody whom
 * {@code a} admits, {@code b} admits in every world.
 */
public sealed interface Atom {

    /** This very person. */
    record Named(PersonId person) implements Atom {}

    /** This person, although the owner was shown a power relation, conflict or concern and acknowledged it. */
    record NamedDespite(PersonId person) implements Atom {}

    /** Members whose current membership began at or before {@code time}: those it was said to. */
    record MembersAsOf(GroupId group, Instant time) implements Atom {}

    /** Everybody who is a member when they read, newcomers included. */
    record Members(GroupId group) implements Atom {}

    /** Those present (or late) at a meeting whose membership has not ended since. */
    record Present(MeetingId meeting, GroupId group, Instant start) implements Atom {}

    /** Members, and alumni who kept the community space. */
    record Space(GroupId group) implements Atom {}

    /** Everybody in the cohort. */
    record Cohort(CohortId cohort) implements Atom {}

    /** Staff of the program office. */
    record Office(ProgramId program) implements Atom {}

    /** Everybody. */
    record Anyone() implements Atom {}

    /** No person; only the library's own engine, for the purposes of the tag. */
    record Nobody() implements Atom {}

    /** Whether everybody whom this atom admits is admitted by {@code other} too, in every world. */
    default boolean isAtMost(Atom other) {
        if (equals(other) || other instanceof Anyone || this instanceof Nobody) {
            return true;
        }
        if (this instanceof Named named) {
            return other instanceof NamedDespite despite && despite.person().equals(named.person());
        }
        if (this instanceof Present present) {
            return membersAsOf(present.group(), present.start(), other);
        }
        if (this instanceof MembersAsOf asOf) {
            return membersAsOf(asOf.group(), asOf.time(), other);
        }
        return this instanceof Members members && isSpaceOf(members.group(), other);
    }

    /** Whether it reaches even those whom the contribution is about: only where the owner means them, or everybody. */
    default boolean reachesThoseConcerned() {
        return this instanceof Named || this instanceof NamedDespite || this instanceof Anyone;
    }

    private static boolean membersAsOf(GroupId group, Instant time, Atom other) {
        if (other instanceof MembersAsOf asOf) {
            return asOf.group().equals(group) && !time.isAfter(asOf.time());
        }
        return (other instanceof Members members && members.group().equals(group)) || isSpaceOf(group, other);
    }

    private static boolean isSpaceOf(GroupId group, Atom other) {
        return other instanceof Space space && space.group().equals(group);
    }
}
