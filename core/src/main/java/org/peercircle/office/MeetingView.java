package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Topic;

/**
 * A meeting as the actor may see it.
 *
 * @param agenda for members who have said yes to the charter as it stands
 * @param attendance for members; for the office only if the charter says so
 * @param topics those the actor may know of
 */
public record MeetingView(
        MeetingId id,
        GroupId group,
        LocalDate on,
        MeetingTime time,
        Instant startsAt,
        MeetingFormat format,
        Meeting.State state,
        Optional<PersonId> moderator,
        Optional<Agenda> agenda,
        ImmutableMap<PersonId, Attendance> attendance,
        ImmutableList<TopicView> topics) {

    /** A topic that the actor may read. */
    public record TopicView(TopicId id, PersonId by, String title, KindOfHelp help, Optional<Topic.Outcome> outcome) {}

    static MeetingView of(Meeting meeting, Room room) {
        boolean officeMay = room.group()
                .charter()
                .map(charter -> charter.settings().officeSeesAttendance())
                .orElse(false);
        boolean attendanceShown = room.isMember() || (room.actor().isCoordinator() && officeMay);
        return new MeetingView(
                meeting.id(),
                meeting.group(),
                meeting.on(),
                meeting.time(),
                meeting.startsAt(),
                meeting.format(),
                meeting.state(),
                meeting.moderator(),
                meeting.agenda().filter(a -> room.isAcknowledgedMember()),
                attendanceShown ? meeting.attendance() : ImmutableMap.of(),
                meeting.topics().stream()
                        .flatMap(topic -> room
                                .read(topic.title())
                                .map(title ->
                                        new TopicView(topic.id(), topic.by(), title, topic.help(), topic.outcome()))
                                .stream())
                        .collect(ImmutableList.toImmutableList()));
    }
}
