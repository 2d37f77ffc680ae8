package org.peercircle.moderation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.MeetingId;

/**
 * A meeting to come.
 *
 * @param meeting empty where it is not scheduled yet
 * @param asksFor roles its format needs besides those that the group always shares
 */
public record ComingMeeting(Optional<MeetingId> meeting, Instant at, ImmutableSet<MeetingRole> asksFor) {

    /** Orders the roles. */
    public ComingMeeting {
        asksFor = Sets.immutableEnumSet(asksFor);
    }

    /** Returns a scheduled meeting that needs no roles of its own. */
    public static ComingMeeting of(MeetingId meeting, Instant at) {
        return new ComingMeeting(Optional.of(meeting), at, ImmutableSet.of());
    }

    /** Returns a meeting that is not scheduled yet. */
    public static ComingMeeting unscheduled(Instant at) {
        return new ComingMeeting(Optional.empty(), at, ImmutableSet.of());
    }
}
