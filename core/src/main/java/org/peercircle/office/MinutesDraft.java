package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Minutes;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Turn;

/**
 * What a member records of a meeting: who really had which role, whoever was planned, and how each took part.
 *
 * @param roles the moderator among them
 * @param notReached topics there was no time for after all; they come first next time
 * @param spent how long each box of the agenda took, in order; empty where nobody noted it
 */
public record MinutesDraft(
        ImmutableMap<MeetingRole, PersonId> roles,
        ImmutableMap<PersonId, Attendance> attendance,
        ImmutableSet<TopicId> notReached,
        ImmutableList<Duration> spent) {

    /** Returns the record of a meeting that this member guided. */
    public static MinutesDraft moderatedBy(PersonId moderator, Map<PersonId, Attendance> attendance) {
        return new MinutesDraft(
                ImmutableMap.of(MeetingRole.MODERATOR, moderator),
                ImmutableMap.copyOf(attendance),
                ImmutableSet.of(),
                ImmutableList.of());
    }

    /** Returns this record with another role. */
    public MinutesDraft with(MeetingRole role, PersonId person) {
        return new MinutesDraft(
                ImmutableMap.<MeetingRole, PersonId>builder()
                        .putAll(Maps.filterKeys(roles, r -> r != role))
                        .put(role, person)
                        .buildOrThrow(),
                attendance,
                notReached,
                spent);
    }

    /** Returns this record with topics there was no time for. */
    public MinutesDraft notReaching(Set<TopicId> topics) {
        return new MinutesDraft(roles, attendance, ImmutableSet.copyOf(topics), spent);
    }

    /** Returns this record with how long each box took. */
    public MinutesDraft spending(List<Duration> times) {
        return new MinutesDraft(roles, attendance, notReached, ImmutableList.copyOf(times));
    }

    /** The minutes: each role with whose turn it was. */
    Minutes minutesOf(Room room, Meeting meeting) {
        Optional<Turn> planned = room.turnAt(meeting.id());
        return new Minutes(
                roles.entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(
                                Map.Entry::getKey, e -> served(planned, meeting, e.getKey(), e.getValue()))),
                attendance,
                notReached,
                spent);
    }

    private static Served served(Optional<Turn> planned, Meeting meeting, MeetingRole role, PersonId actual) {
        Served recorded = meeting.roles().get(role);
        if (recorded != null) {
            return corrected(recorded, actual);
        }
        return planned.flatMap(turn -> turn.duty(role))
                .map(duty -> duty.doneBy(actual))
                .orElseGet(() -> Served.ownTurn(actual));
    }

    private static Served corrected(Served recorded, PersonId actual) {
        if (actual.equals(recorded.person())) {
            return recorded;
        }
        return actual.equals(recorded.turnOf())
                ? Served.ownTurn(actual)
                : Served.standingInFor(recorded.turnOf(), actual);
    }
}
