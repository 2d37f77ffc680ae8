package org.peercircle.quickstart;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Turn;
import org.peercircle.office.Actor;
import org.peercircle.office.Desk;
import org.peercircle.office.MeetingView;
import org.peercircle.office.MinutesDraft;
import org.peercircle.office.PeerOffice;

/** How made-up members meet: an agenda, a moderator whose turn it is, and who was there. */
final class Gatherings {

    private final PeerOffice office;
    private final Desk coordinator;
    private final SettableClock clock;
    private final Map<MeetingId, Turn> planned = new HashMap<>();

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
        Turn turn =
                desk(members.asList().get(0)).turns().next(id, 1).orElseThrow().get(0);
        planned.put(meeting.id(), turn);
        PersonId moderator = how.apply(turn.moderator()).wasThere()
                ? turn.moderator()
                : turn.backup().orElse(turn.moderator());
        Desk guide = desk(moderator);
        MeetingView agenda =
                guide.meetings().planAgenda(id, meeting.id(), members).orElseThrow();
        Map<PersonId, Attendance> attendance = new LinkedHashMap<>();
        members.forEach(m -> attendance.put(m, m.equals(moderator) ? Attendance.PRESENT : how.apply(m)));
        MinutesDraft minutes = MinutesDraft.moderatedBy(moderator, attendance);
        for (Turn.Duty duty : turn.duties()) {
            boolean there = how.apply(duty.person()).wasThere();
            if (duty.role() != MeetingRole.MODERATOR && there && !duty.person().equals(moderator)) {
                minutes = minutes.with(duty.role(), duty.person());
            }
        }
        clock.moveTo(meeting.startsAt().plus(meeting.time().length()));
        guide.meetings().hold(id, meeting.id(), minutes).orElseThrow();
        return agenda;
    }

    /** Returns who was to do what at a meeting, and why, as its members saw it before. */
    Optional<Turn> planned(MeetingId meeting) {
        return Optional.ofNullable(planned.get(meeting));
    }
}
