package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
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
import org.peercircle.meeting.Minutes;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.TopicEntry;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;

/**
 * A meeting as the actor may see it.
 *
 * @param sequence how often its calendar entry has changed; with the id, all that an iCalendar needs
 * @param roles who had which role and whose turn it was; for members only
 * @param agenda for members who have said yes to the charter as it stands; a topic or step that the actor may not know of
 *     is open time
 * @param spent how long each box of the agenda took, as far as noted; like the agenda, and empty where a box is hidden
 * @param attendance for members; for the office only if the charter says so
 * @param hasQuorum whether enough members were there; like the attendance, and empty until it was held
 * @param corrections how often what was recorded of it was corrected; like the attendance
 * @param exercise the code of the exercise that is to be done; for members only
 * @param topics those the actor may know of
 * @param notes those the actor may read
 * @param reminder to be said at the beginning: what members promise each other, and who of them must pass certain things on;
 *     for members who have said yes to the charter as it stands
 */
public record MeetingView(
        MeetingId id,
        GroupId group,
        LocalDate on,
        MeetingTime time,
        Instant startsAt,
        int sequence,
        MeetingFormat format,
        Meeting.State state,
        Optional<PersonId> moderator,
        ImmutableMap<MeetingRole, Served> roles,
        Optional<Agenda> agenda,
        ImmutableList<Duration> spent,
        ImmutableMap<PersonId, Attendance> attendance,
        Optional<Boolean> hasQuorum,
        int corrections,
        Optional<String> exercise,
        ImmutableList<TopicView> topics,
        ImmutableList<NoteView> notes,
        ImmutableList<String> reminder) {

    /**
     * A topic that the actor may read.
     *
     * @param outcome empty until somebody said what became of it
     * @param resources the codes of what members attached to it, as far as the actor may read
     */
    public record TopicView(
            TopicId id,
            PersonId by,
            String title,
            KindOfHelp help,
            Optional<Topic.Outcome> outcome,
            ImmutableList<String> resources) {

        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "TopicView{" + id + "}";
        }
    }

    /** A note that the actor may read. */
    public record NoteView(PersonId by, Instant at, String text) {

        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "NoteView{by=" + by + ", at=" + at + "}";
        }
    }

    static MeetingView of(Meeting meeting, Room room) {
        return of(ImmutableList.of(meeting), room).get(0);
    }

    /** Several in their order; what the actor may know of is gathered once. */
    static ImmutableList<MeetingView> of(ImmutableList<Meeting> meetings, Room room) {
        Sight sight = Sight.in(room, meetings);
        return meetings.stream().map(m -> of(m, room, sight)).collect(ImmutableList.toImmutableList());
    }

    private static MeetingView of(Meeting meeting, Room room, Sight sight) {
        boolean attendanceShown = room.isMember() || room.isOfficeSeeingAttendance();
        boolean agendaShown = room.isAcknowledgedMember();
        Optional<Agenda> agenda = meeting.agenda().filter(a -> agendaShown).map(sight::shown);
        boolean allBoxesShown = agendaShown && agenda.equals(meeting.agenda());
        return new MeetingView(
                meeting.id(),
                meeting.group(),
                meeting.on(),
                meeting.time(),
                meeting.startsAt(),
                meeting.sequence(),
                meeting.format(),
                meeting.state(),
                meeting.moderator(),
                room.isMember() ? meeting.roles() : ImmutableMap.of(),
                agenda,
                allBoxesShown ? meeting.minutes().map(Minutes::spent).orElse(ImmutableList.of()) : ImmutableList.of(),
                attendanceShown ? meeting.attendance() : ImmutableMap.of(),
                meeting.minutes().filter(m -> attendanceShown).map(m -> hasQuorum(m, meeting, room)),
                attendanceShown ? Math.max(0, meeting.minutesEntries().size() - 1) : 0,
                meeting.exercise().filter(e -> room.isMember()),
                meeting.topics().stream()
                        .flatMap(topic ->
                                room.read(topic.title()).map(title -> view(topic, title, meeting, room)).stream())
                        .collect(ImmutableList.toImmutableList()),
                meeting.notes().stream()
                        .flatMap(note ->
                                room.read(note.text()).map(text -> new NoteView(note.by(), note.at(), text)).stream())
                        .collect(ImmutableList.toImmutableList()),
                sight.reminder());
    }

    private static TopicView view(Topic topic, String title, Meeting meeting, Room room) {
        return new TopicView(
                topic.id(),
                topic.by(),
                title,
                topic.help(),
                meeting.entryOf(topic.id()).map(TopicEntry::outcome),
                meeting.resources().stream()
                        .filter(r -> r.topic().equals(topic.id()))
                        .flatMap(r -> room.read(r.code()).stream())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Of the members at the time who were not on leave. */
    private static boolean hasQuorum(Minutes minutes, Meeting meeting, Room room) {
        int expected = (int) room.group().memberships().stream()
                .filter(m -> m.isActiveAt(meeting.startsAt()) && !m.isOnLeaveAt(meeting.startsAt()))
                .count();
        return room.group()
                .charter()
                .map(Charter::settings)
                .map(CharterSettings::quorum)
                .map(q -> q.isMet(minutes.present().size(), expected))
                .orElse(true);
    }
}
