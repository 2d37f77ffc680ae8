package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.AgendaRequest;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Topic;

/** The topics that wait for a meeting: its own, and those that earlier ones did not come to. Nothing brought is lost. */
record WaitingTopics(Room room, Meeting meeting, ImmutableList<Brought> brought) {

    /** A topic, and when the meeting began that it was first brought to. */
    record Brought(Topic topic, Instant first) {}

    static WaitingTopics before(Room room, Meeting meeting) {
        Map<TopicId, Brought> waiting = new LinkedHashMap<>();
        room.meetings().stream()
                .filter(m -> m.startsAt().isBefore(meeting.startsAt()))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .forEach(m -> {
                    m.reachedTopics().forEach(t -> waiting.remove(t.id()));
                    left(room, m).forEach(t -> waiting.putIfAbsent(t.id(), new Brought(t, m.startsAt())));
                });
        meeting.topics().forEach(t -> waiting.putIfAbsent(t.id(), new Brought(t, meeting.startsAt())));
        return new WaitingTopics(room, meeting, ImmutableList.copyOf(waiting.values()));
    }

    private static List<Topic> left(Room room, Meeting earlier) {
        return room.isForgotten(earlier) ? earlier.topics() : earlier.waitingTopics();
    }

    ImmutableList<Topic> topics() {
        return brought.stream().map(Brought::topic).collect(ImmutableList.toImmutableList());
    }

    Stream<AgendaRequest.TopicRequest> requests() {
        return brought.stream()
                .map(b -> new AgendaRequest.TopicRequest(
                        b.topic().id(),
                        b.topic().by(),
                        b.topic().asked(),
                        b.topic().urgency(),
                        waited(b)));
    }

    /** Meetings held since it was brought, or since its owner was last heard, whichever is fewer (law N3). */
    private int waited(Brought one) {
        List<Meeting> since = room.meetings().stream()
                .filter(m -> m.state() == Meeting.State.HELD
                        && !m.startsAt().isBefore(one.first())
                        && m.startsAt().isBefore(meeting.startsAt()))
                .sorted(Comparator.comparing(Meeting::startsAt).reversed())
                .toList();
        int waited = 0;
        for (Meeting held : since) {
            if (wasHeard(held, one.topic().by())) {
                return waited;
            }
            waited++;
        }
        return waited;
    }

    private static boolean wasHeard(Meeting held, PersonId person) {
        return held.reachedTopics().stream().anyMatch(t -> t.by().equals(person));
    }
}
