package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.meeting.Attendance;
import org.peercircle.people.Participant;

/**
 * All that a program keeps of a person, for that person to take along (law E1): whatever they wrote, wherever, and what
 * others wrote for them by name. What is about others is not in it, nor that it is there (law E2).
 *
 * @param at when it was put together
 * @param registered what the host registered; empty if nothing
 * @param places the person's time in cohorts
 * @param stays the person's time in groups, in order
 * @param attendance at which meetings the person was
 * @param pieces what was written, in the order of groups and ids
 * @param releases what the person released of it to more people
 * @param log what the program's log says of the person
 */
public record PersonExport(
        PersonId person,
        Instant at,
        Optional<Participant> registered,
        ImmutableList<Place> places,
        ImmutableList<Stay> stays,
        ImmutableList<Attended> attendance,
        ImmutableList<Written> pieces,
        ImmutableList<Release> releases,
        ImmutableList<Logged> log) {

    /**
     * A place in a cohort.
     *
     * @param since when the person enrolled
     * @param status how far it has come
     */
    public record Place(CohortId cohort, String name, Instant since, String status) {}

    /**
     * A time in a group.
     *
     * @param until exclusive; empty while no end is known
     */
    public record Stay(GroupId group, String name, Instant from, Optional<Instant> until) {}

    /** What was recorded of the person at a meeting. */
    public record Attended(GroupId group, MeetingId meeting, Instant start, Attendance.How how) {}

    /**
     * Something written.
     *
     * @param kind what it is part of, such as {@code plan}
     * @param id the id of that
     * @param where which part, such as {@code revisions.goal.outcome}
     * @param isOwn whether the person wrote it; else it was written for them
     * @param tag who reads it
     * @param json its value as JSON text
     */
    public record Written(
            String kind, String id, String where, PieceId piece, int version, boolean isOwn, Tag tag, String json) {

        /** Shows where it is, and nothing of what it says. */
        @Override
        public String toString() {
            return kind + " " + id + " " + where + " Confidential[…]";
        }
    }
}
