package org.peercircle.quickstart;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.office.Actor;
import org.peercircle.office.Desk;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PeerOffice;

/** How made-up members meet: an agenda, a moderator whose turn it is, and who was there. */
final class Gatherings {

    private final PeerOffice office;
    private final Desk coordinator;
    private final SettableClock clock;

    Gatherings(PeerOffice office, Desk coordinator, SettableClock clock) {
        this.office = office;
        this.coordinator = coordinator;
        this.clock = clock;
    }

    Desk desk(PersonId person) {
        return office.as(Actor.participant(person));
    }

    ImmutableSet<PersonId> members(GroupId id) {
        return coordinator.groups().view(id).orElseThrow().members();
    }

    /** Everybody says yes to the charter as it stands. */
    void acknowledge(GroupId id) {
        members(id).forEach(member -> desk(member).agreements().acknowledge(id).orElseThrow());
    }

    void before(MeetingView meeting) {
        clock.moveTo(meeting.startsAt().minus(Duration.ofHours(1)));
    }

    /** Plans the agenda and holds the meeting with whoever's turn it is, or the backup; returns it as it was planned. */
    MeetingView planAndHold(GroupId id, MeetingView meeting, Function<PersonId, Attendance> how) {
        ImmutableSet<PersonId> members = members(id);
        var turn = coordinator.groups().turns(id, 1).orElseThrow().get(0);
        PersonId moderator = how.apply(turn.moderator()).wasThere()
                ? turn.moderator()
                : turn.backup().orElse(turn.moderator());
        Desk guide = desk(moderator);
        MeetingView planned =
                guide.meetings().planAgenda(id, meeting.id(), members).orElseThrow();
        Map<PersonId, Attendance> attendance = new LinkedHashMap<>();
        members.forEach(m -> attendance.put(m, m.equals(moderator) ? Attendance.PRESENT : how.apply(m)));
        clock.moveTo(meeting.startsAt().plus(meeting.time().length()));
        guide.meetings().hold(id, meeting.id(), moderator, attendance).orElseThrow();
        return planned;
    }
}
