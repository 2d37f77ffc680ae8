package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/** One gathering of a group: when, in what format, on what topics, and who was there. */
@Value.Immutable
@ValueStyle
public interface Meeting {

    /** The states of a meeting. */
    enum State {
        /** To come. */
        SCHEDULED,
        /** Over. */
        HELD,
        /** Does not take place. */
        CANCELED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the id; a calendar entry's stable identity. */
    MeetingId id();

    /** Returns the program. */
    ProgramId program();

    /** Returns the group that meets. */
    GroupId group();

    /** Returns the day, in the zone of {@link #time()}. */
    LocalDate on();

    /** Returns the time of day. */
    MeetingTime time();

    /** Returns the format. */
    MeetingFormat format();

    /** Returns the state. */
    State state();

    /** Returns what members brought, in that order. */
    ImmutableList<Topic> topics();

    /** Returns the agenda last planned. */
    Optional<Agenda> agenda();

    /** Returns who guided it; empty until it was held. */
    Optional<PersonId> moderator();

    /** Returns how each member took part; empty until it was held. */
    ImmutableMap<PersonId, Attendance> attendance();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the instant at which it begins. */
    default Instant startsAt() {
        return time().startOn(on());
    }

    /** Returns the relationship of having been at this meeting. */
    default Atom.Present presentAtom() {
        return new Atom.Present(id(), group(), startsAt());
    }

    /** Returns those who were there. */
    default ImmutableSet<PersonId> present() {
        return attendance().entrySet().stream()
                .filter(e -> e.getValue().wasThere())
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Adds a topic. */
    default Decision<Meeting> bring(Topic topic) {
        return whileIn(State.SCHEDULED)
                .orElseGet(() -> Decision.accept(
                        builder().from(this).addTopics(topic).build(),
                        DomainEvent.of("topic-brought", id(), topic.title().existence(), Map.of("topic", topic.id()))));
    }

    /** Sets the agenda. */
    default Decision<Meeting> follow(Agenda agenda) {
        return whileIn(State.SCHEDULED)
                .orElseGet(() -> Decision.accept(
                        builder().from(this).agenda(agenda).build(), event("agenda-planned", Map.of())));
    }

    /** Records that the meeting took place; topics that the agenda carried over are marked so. */
    default Decision<Meeting> hold(PersonId moderator, Map<PersonId, Attendance> attendance) {
        Optional<Decision<Meeting>> refused = whileIn(State.SCHEDULED);
        if (refused.isPresent()) {
            return refused.orElseThrow();
        }
        if (!attendance.getOrDefault(moderator, Attendance.ABSENT).wasThere()) {
            return Decision.refuse(new MeetingRefusal.ModeratorNotThere(id(), moderator));
        }
        ImmutableSet<TopicId> carried =
                agenda().map(a -> ImmutableSet.copyOf(a.carriedOver())).orElse(ImmutableSet.of());
        return Decision.accept(
                builder()
                        .from(this)
                        .state(State.HELD)
                        .moderator(moderator)
                        .attendance(attendance)
                        .topics(topics().stream()
                                .map(t -> carried.contains(t.id()) ? t.ending(Topic.Outcome.CARRIED_OVER) : t)
                                .toList())
                        .build(),
                event("meeting-held", Map.of("moderator", moderator)));
    }

    /** Says what became of a topic at a meeting that was held. */
    default Decision<Meeting> conclude(TopicId topic, Topic.Outcome outcome) {
        Optional<Decision<Meeting>> refused = whileIn(State.HELD);
        if (refused.isPresent()) {
            return refused.orElseThrow();
        }
        Optional<Topic> found =
                topics().stream().filter(t -> t.id().equals(topic)).findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(new MeetingRefusal.NoSuchTopic(id(), topic));
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .topics(topics().stream()
                                .map(t -> t.id().equals(topic) ? t.ending(outcome) : t)
                                .toList())
                        .build(),
                DomainEvent.of(
                        "topic-concluded",
                        id(),
                        found.orElseThrow().title().existence(),
                        Map.of("topic", topic, "outcome", outcome)));
    }

    /** Calls the meeting off. */
    default Decision<Meeting> cancel() {
        return whileIn(State.SCHEDULED)
                .orElseGet(() -> Decision.accept(
                        builder().from(this).state(State.CANCELED).build(), event("meeting-canceled", Map.of())));
    }

    /** Returns who may know when and where the group meets, and who guides. */
    default Tag officeFact() {
        return Tag.officeFact(Owner.of(group()), program(), new Atom.Members(group()));
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(
                (state() == State.HELD) == moderator().isPresent(), "moderator", "be known just when held", state());
    }

    private Optional<Decision<Meeting>> whileIn(State needed) {
        return state() == needed
                ? Optional.empty()
                : Optional.of(Decision.refuse(new MeetingRefusal.WrongState(id(), state(), needed)));
    }

    private DomainEvent event(String type, Map<String, ?> facts) {
        return DomainEvent.of(type, id(), officeFact(), facts);
    }

    /** Builds a meeting. */
    final class Builder extends ImmutableMeeting.Builder {
        Builder() {}
    }
}
