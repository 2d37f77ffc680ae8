package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;

/**
 * A meeting's time boxes, in order; they add up to its length (law N1).
 *
 * @param carriedOver topics that did not fit; they come first next time
 */
public record Agenda(ImmutableList<Item> items, ImmutableList<TopicId> carriedOver) {

    /** Kinds of items. */
    public enum Kind {
        /** Welcome and the reminder of confidentiality. */
        WELCOME,
        /** A word from everybody to begin with. */
        OPENING_ROUND,
        /** The charter is talked through and agreed. */
        AGREEMENT,
        /** What became of one step. */
        CHECK_IN,
        /** One member's topic. */
        TOPIC,
        /** Time nobody asked for: the format's own core, or an open round. */
        OPEN,
        /** A good word for a member whose last meeting it is. */
        FAREWELL,
        /** What was reached, and a good word for everybody. */
        CELEBRATION,
        /** A good word for everybody. */
        CLOSING_ROUND,
        /** Everybody says what they will do next. */
        COMMITMENTS
    }

    /**
     * One box.
     *
     * @param person whose check-in, topic or farewell it is
     */
    public record Item(
            Kind kind, Duration length, Optional<PersonId> person, Optional<StepId> step, Optional<TopicId> topic) {

        Item lasting(Duration other) {
            return new Item(kind, other, person, step, topic);
        }

        static Item of(Kind kind, int minutes) {
            return new Item(kind, Duration.ofMinutes(minutes), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Item farewell(PersonId leaver, int minutes) {
            return new Item(
                    Kind.FAREWELL,
                    Duration.ofMinutes(minutes),
                    Optional.of(leaver),
                    Optional.empty(),
                    Optional.empty());
        }

        static Item checkIn(AgendaRequest.OpenStep step, int minutes) {
            return new Item(
                    Kind.CHECK_IN,
                    Duration.ofMinutes(minutes),
                    Optional.of(step.owner()),
                    Optional.of(step.step()),
                    Optional.empty());
        }

        static Item topic(AgendaRequest.TopicRequest topic, int minutes) {
            return new Item(
                    Kind.TOPIC,
                    Duration.ofMinutes(minutes),
                    Optional.of(topic.by()),
                    Optional.empty(),
                    Optional.of(topic.topic()));
        }
    }

    /**
     * Returns the agenda as somebody sees it who may know of these topics and steps only. The others' time is open time, as
     * it would be without them.
     */
    public Agenda showing(Set<TopicId> knownTopics, Set<StepId> knownSteps) {
        List<Item> shown = new ArrayList<>();
        Duration hidden = Duration.ZERO;
        int open = 0;
        for (Item item : items) {
            boolean known = item.topic().map(knownTopics::contains).orElse(true)
                    && item.step().map(knownSteps::contains).orElse(true);
            if (known) {
                shown.add(item);
            } else {
                hidden = hidden.plus(item.length());
            }
            if (!known || item.kind() == Kind.TOPIC || item.kind() == Kind.OPEN) {
                open = shown.size();
            }
        }
        if (!hidden.isZero()) {
            boolean hasOpen = open > 0 && shown.get(open - 1).kind() == Kind.OPEN;
            Duration longer = hidden.plus(hasOpen ? shown.remove(open - 1).length() : Duration.ZERO);
            shown.add(hasOpen ? open - 1 : open, Item.of(Kind.OPEN, 0).lasting(longer));
        }
        return new Agenda(
                ImmutableList.copyOf(shown),
                carriedOver.stream().filter(knownTopics::contains).collect(ImmutableList.toImmutableList()));
    }

    /** Returns the sum of the boxes. */
    public Duration length() {
        return lengthOf(items);
    }

    /** Returns the topics that have a box. */
    public ImmutableSet<TopicId> topics() {
        return items.stream().flatMap(i -> i.topic().stream()).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns how the meeting stands once its first boxes are over.
     *
     * @param spent how long each of them really took, at most as many as there are boxes
     */
    public RunningAgenda after(List<Duration> spent) {
        return RunningAgenda.of(this, spent);
    }

    static Duration lengthOf(List<Item> items) {
        return items.stream().map(Item::length).reduce(Duration.ZERO, Duration::plus);
    }
}
