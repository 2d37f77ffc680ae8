package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;

/**
 * What is on record of a meeting that was held, without a word of what was said.
 *
 * @param roles who had which role; the moderator among them
 * @param attendance how each member took part
 * @param notReached topics there was no time for after all
 * @param spent how long each box of the agenda really took, in order; empty or fewer where nobody noted it
 */
public record Minutes(
        ImmutableMap<MeetingRole, Served> roles,
        ImmutableMap<PersonId, Attendance> attendance,
        ImmutableSet<TopicId> notReached,
        ImmutableList<Duration> spent) {

    /** Checks that somebody moderated. */
    public Minutes {
        Arguments.require(roles.containsKey(MeetingRole.MODERATOR), "roles", "name the moderator", roles);
        Arguments.require(spent.stream().noneMatch(Duration::isNegative), "spent", "not be negative", spent);
    }

    /** Returns the minutes of a meeting that this member guided, whose turn it was. */
    public static Minutes moderatedBy(PersonId moderator, Map<PersonId, Attendance> attendance) {
        return new Minutes(
                ImmutableMap.of(MeetingRole.MODERATOR, Served.ownTurn(moderator)),
                ImmutableMap.copyOf(attendance),
                ImmutableSet.of(),
                ImmutableList.of());
    }

    /** Returns who guided the meeting. */
    public PersonId moderator() {
        return Objects.requireNonNull(roles.get(MeetingRole.MODERATOR)).person();
    }

    Minutes withoutAttendance() {
        return new Minutes(roles, ImmutableMap.of(), notReached, spent);
    }

    /** Returns those who were there. */
    public ImmutableSet<PersonId> present() {
        return attendance.entrySet().stream()
                .filter(e -> e.getValue().wasThere())
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }
}
