package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.AttendanceRecord;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.StandingSignal;

/**
 * Members' standing under the charter's attendance rule. Meetings during a leave, before joining, or before a record was
 * started anew do not count; whoever is not in a meeting's attendance was not there.
 */
public final class Standings {

    private Standings() {}

    /**
     * Returns the signal of each member at this instant; empty before there is a charter.
     *
     * @param meetings the group's; those not held are passed over
     */
    public static ImmutableMap<PersonId, StandingSignal> of(
            PeerGroup group, Collection<Meeting> meetings, Instant now) {
        if (group.charter().isEmpty()) {
            return ImmutableMap.of();
        }
        var rule = group.charter().orElseThrow().settings().attendance();
        ImmutableMap.Builder<PersonId, StandingSignal> signals = ImmutableMap.builder();
        group.memberships().stream().filter(m -> m.isActiveAt(now)).forEach(stay -> {
            StandingSignal signal = stay.isOnLeaveAt(now)
                    ? StandingSignal.ON_LEAVE
                    : rule.assess(
                            record(stay, meetings), now.atOffset(ZoneOffset.UTC).toLocalDate());
            signals.put(stay.person(), signal);
        });
        return signals.buildOrThrow();
    }

    private static ImmutableList<AttendanceRecord> record(Membership stay, Collection<Meeting> meetings) {
        return meetings.stream()
                .filter(m -> m.state() == Meeting.State.HELD)
                .filter(m -> stay.isActiveAt(m.startsAt())
                        && !stay.isOnLeaveAt(m.startsAt())
                        && !m.startsAt().isBefore(stay.countsFrom()))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .map(m -> new AttendanceRecord(m.on(), m.attendance().getOrDefault(stay.person(), Attendance.ABSENT)))
                .collect(ImmutableList.toImmutableList());
    }
}
