package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;

/**
 * One gathering of a group: when, in what format, on what topics, and who was there. What is on record of a meeting that
 * was held is only ever added to; who recorded what and when is kept.
 */
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

    /** Returns the id; a calendar entry's stable identity, also when the meeting is moved. */
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

    /** Returns the code of the exercise that is to be done, if one is. */
    Optional<String> exercise();

    /** Returns the state. */
    State state();

    /** Returns each time it was moved, oldest first. */
    ImmutableList<Move> moves();

    /** Returns what members brought, in that order; once it was held also what was waiting from earlier meetings. */
    ImmutableList<Topic> topics();

    /** Returns what became of topics, oldest first; the last entry of a topic holds. */
    ImmutableList<TopicEntry> topicEntries();

    /** Returns the agenda last planned. */
    Optional<Agenda> agenda();

    /** Returns what was recorded of it, oldest first; the last entry holds. */
    ImmutableList<MinutesEntry> minutesEntries();

    /** Returns what members wrote down, oldest first. */
    ImmutableList<Note> notes();

    /** Returns the resources that members attached to topics, oldest first. */
    ImmutableList<TopicResource> resources();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the instant at which it begins. */
    @Value.Lazy
    default Instant startsAt() {
        return time().startOn(on());
    }

    /** Returns how often a calendar entry of it has changed: once a move, and once more when it was canceled. */
    default int sequence() {
        return moves().size() + (state() == State.CANCELED ? 1 : 0);
    }

    /** Returns the minutes that hold; empty until it was held. */
    default Optional<Minutes> minutes() {
        return minutesEntries().isEmpty()
                ? Optional.empty()
                : Optional.of(minutesEntries().get(minutesEntries().size() - 1).minutes());
    }

    /** Returns who guided it; empty until it was held. */
    default Optional<PersonId> moderator() {
        return minutes().map(Minutes::moderator);
    }

    /** Returns who had which role; empty until it was held. */
    default ImmutableMap<MeetingRole, Served> roles() {
        return minutes().map(Minutes::roles).orElse(ImmutableMap.of());
    }

    /** Returns how each member took part; empty until it was held. */
    default ImmutableMap<PersonId, Attendance> attendance() {
        return minutes().map(Minutes::attendance).orElse(ImmutableMap.of());
    }

    /** Returns this meeting without who was there, as when that is too old; who guided it stays. */
    default Meeting withoutAttendance() {
        return builder()
                .from(this)
                .minutesEntries(minutesEntries().stream()
                        .map(entry -> new MinutesEntry(
                                entry.by(), entry.at(), entry.minutes().withoutAttendance()))
                        .toList())
                .build();
    }

    /** Returns the relationship of having been at this meeting. */
    default Atom.Present presentAtom() {
        return new Atom.Present(id(), group(), startsAt());
    }

    /**
     * Returns those who were there by every account. So a correction can take from somebody what was said to those
     * present, and never give it to somebody: only its owner does that.
     */
    default ImmutableSet<PersonId> present() {
        return minutes()
                .map(last -> last.present().stream()
                        .filter(p -> minutesEntries().stream()
                                .allMatch(e -> e.minutes().present().contains(p)))
                        .collect(ImmutableSet.toImmutableSet()))
                .orElse(ImmutableSet.of());
    }

    /** Returns what became of a topic; empty if nobody has said. */
    default Optional<TopicEntry> entryOf(TopicId topic) {
        return topicEntries().reverse().stream()
                .filter(e -> e.topic().equals(topic))
                .findFirst();
    }

    /** Returns a topic of this meeting. */
    default Optional<Topic> topic(TopicId topic) {
        return topics().stream().filter(t -> t.id().equals(topic)).findFirst();
    }

    /** Returns the topics that still wait for time: carried over, or brought to a meeting that was canceled. */
    default ImmutableList<Topic> waitingTopics() {
        return switch (state()) {
            case SCHEDULED -> ImmutableList.of();
            case CANCELED -> topics();
            case HELD -> topics().stream().filter(t -> isCarriedOver(t.id())).collect(ImmutableList.toImmutableList());
        };
    }

    /** Returns the topics that had their time. */
    default ImmutableList<Topic> reachedTopics() {
        return state() != State.HELD
                ? ImmutableList.of()
                : topics().stream().filter(t -> !isCarriedOver(t.id())).collect(ImmutableList.toImmutableList());
    }

    private boolean isCarriedOver(TopicId topic) {
        return entryOf(topic)
                .filter(e -> e.outcome() == Topic.Outcome.CARRIED_OVER)
                .isPresent();
    }

    /** Adds a topic. */
    default Decision<Meeting> bring(Topic topic) {
        return whileIn(
                State.SCHEDULED,
                () -> Decision.accept(
                        builder().from(this).addTopics(topic).build(),
                        DomainEvent.of("topic-brought", id(), topic.title().existence(), Map.of("topic", topic.id()))));
    }

    /** Sets the agenda. */
    default Decision<Meeting> follow(Agenda agenda) {
        return whileIn(
                State.SCHEDULED,
                () -> Decision.accept(builder().from(this).agenda(agenda).build(), event("agenda-planned", Map.of())));
    }

    /** Chooses another format; an agenda planned for the one before no longer holds. */
    default Decision<Meeting> take(MeetingFormat format) {
        return take(format, Optional.empty());
    }

    /**
     * Chooses another format and an exercise; an agenda planned for the one before no longer holds.
     *
     * @param exercise its code
     */
    default Decision<Meeting> take(MeetingFormat format, Optional<String> exercise) {
        return whileIn(
                State.SCHEDULED,
                () -> Decision.accept(
                        builder()
                                .from(this)
                                .format(format)
                                .exercise(exercise)
                                .agenda(Optional.empty())
                                .build(),
                        event("format-chosen", Map.of("format", format.code()))));
    }

    /** Moves the meeting; an agenda planned for the day before no longer holds. */
    default Decision<Meeting> move(LocalDate to, MeetingTime toTime, PersonId by, Instant at) {
        return whileIn(State.SCHEDULED, () -> {
            if (to.equals(on()) && toTime.equals(time())) {
                return Decision.refuse(new MeetingRefusal.NotMoved(id(), on()));
            }
            return Decision.accept(
                    builder()
                            .from(this)
                            .on(to)
                            .time(toTime)
                            .agenda(Optional.empty())
                            .addMoves(new Move(on(), time(), by, at))
                            .build(),
                    event("meeting-moved", Map.of("from", on(), "to", to, "startsAt", toTime.startOn(to))));
        });
    }

    /** Calls the meeting off; its topics wait for the next one. */
    default Decision<Meeting> cancel() {
        return whileIn(
                State.SCHEDULED,
                () -> Decision.accept(
                        builder().from(this).state(State.CANCELED).build(), event("meeting-canceled", Map.of())));
    }

    /**
     * Records that the meeting took place. A topic that the agenda had no box for, that was not reached, or whose owner
     * was not there is carried over.
     *
     * @param waiting topics carried over from earlier meetings, which this one takes on
     */
    default Decision<Meeting> hold(Minutes minutes, Collection<Topic> waiting, PersonId by, Instant at) {
        return whileIn(
                State.SCHEDULED,
                () -> record(minutes, by, at).map(held -> {
                    List<Topic> all = new ArrayList<>(topics());
                    waiting.stream().filter(t -> topic(t.id()).isEmpty()).forEach(all::add);
                    List<TopicEntry> entries = new ArrayList<>(topicEntries());
                    all.stream()
                            .filter(t -> isLeftOver(t, minutes))
                            .map(t -> new TopicEntry(t.id(), Topic.Outcome.CARRIED_OVER, ImmutableSet.of(), by, at))
                            .forEach(entries::add);
                    return builder()
                            .from(held)
                            .state(State.HELD)
                            .topics(all)
                            .topicEntries(entries)
                            .build();
                }));
    }

    private boolean isLeftOver(Topic topic, Minutes minutes) {
        boolean hadBox = agenda().map(a -> a.topics().contains(topic.id())).orElse(true);
        return !hadBox
                || minutes.notReached().contains(topic.id())
                || !minutes.present().contains(topic.by());
    }

    /** Corrects the minutes of a meeting that was held: what was recorded before stays on record. */
    default Decision<Meeting> correct(Minutes minutes, PersonId by, Instant at) {
        return whileIn(State.HELD, () -> record(minutes, by, at));
    }

    private Decision<Meeting> record(Minutes minutes, PersonId by, Instant at) {
        int boxes = agenda().map(a -> a.items().size()).orElse(0);
        Arguments.require(
                minutes.spent().size() <= boxes, "spent", "hold at most " + boxes + " times", minutes.spent());
        for (Map.Entry<MeetingRole, Served> role : minutes.roles().entrySet()) {
            PersonId person = role.getValue().person();
            if (!minutes.present().contains(person)) {
                return Decision.refuse(new MeetingRefusal.RoleHolderNotThere(id(), role.getKey(), person));
            }
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .state(State.HELD)
                        .addMinutesEntries(new MinutesEntry(by, at, minutes))
                        .build(),
                event(
                        minutesEntries().isEmpty() ? "meeting-held" : "minutes-corrected",
                        Map.of("moderator", minutes.moderator())));
    }

    /**
     * Says what became of a topic at a meeting that was held. Said again, both stay on record and the last holds.
     *
     * @param advisers who helped with it, of those present
     */
    default Decision<Meeting> conclude(
            TopicId topic, Topic.Outcome outcome, ImmutableSet<PersonId> advisers, PersonId by, Instant at) {
        return whileIn(State.HELD, () -> {
            Optional<Topic> found = topic(topic);
            if (found.isEmpty()) {
                return Decision.refuse(new MeetingRefusal.NoSuchTopic(id(), topic));
            }
            PersonId owner = found.orElseThrow().by();
            Optional<PersonId> stranger = advisers.stream()
                    .filter(p -> p.equals(owner)
                            || !attendance().getOrDefault(p, Attendance.ABSENT).wasThere())
                    .findFirst();
            if (stranger.isPresent()) {
                return Decision.refuse(new MeetingRefusal.NoAdviser(id(), stranger.orElseThrow()));
            }
            return Decision.accept(
                    builder()
                            .from(this)
                            .addTopicEntries(new TopicEntry(topic, outcome, advisers, by, at))
                            .build(),
                    DomainEvent.of(
                            "topic-concluded",
                            id(),
                            found.orElseThrow().title().existence(),
                            Map.of("topic", topic, "outcome", outcome)));
        });
    }

    /** Adds a note. */
    default Decision<Meeting> note(Note note) {
        return state() == State.CANCELED
                ? Decision.refuse(new MeetingRefusal.WrongState(id(), state(), State.SCHEDULED))
                : Decision.accept(
                        builder().from(this).addNotes(note).build(),
                        DomainEvent.of("note-taken", id(), note.text().existence(), Map.of("person", note.by())));
    }

    /** Attaches a resource to a topic. */
    default Decision<Meeting> attach(TopicResource resource) {
        return topic(resource.topic()).isEmpty()
                ? Decision.refuse(new MeetingRefusal.NoSuchTopic(id(), resource.topic()))
                : Decision.accept(
                        builder().from(this).addResources(resource).build(),
                        DomainEvent.of(
                                "resource-attached",
                                id(),
                                resource.code().existence(),
                                Map.of("topic", resource.topic())));
    }

    /** Returns who may know when and where the group meets, and who guides. */
    @Value.Lazy
    default Tag officeFact() {
        return Tag.officeFact(Owner.of(group()), program(), new Atom.Members(group()));
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(
                (state() == State.HELD) == !minutesEntries().isEmpty(),
                "minutesEntries",
                "be there just when held",
                state());
    }

    private Decision<Meeting> whileIn(State needed, Supplier<Decision<Meeting>> change) {
        return state() == needed ? change.get() : Decision.refuse(new MeetingRefusal.WrongState(id(), state(), needed));
    }

    private DomainEvent event(String type, Map<String, ?> facts) {
        return DomainEvent.of(type, id(), officeFact(), facts);
    }

    /** Builds a meeting. */
    final class Builder extends ImmutableMeeting.Builder {
        Builder() {}
    }
}
