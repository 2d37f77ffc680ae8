package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a group's topics over time: plans, advice, hearing each other, carried over (S11). For the group alone,
 * and only where it has {@link #MIN_MEMBERS} or more: in a smaller one every number is a person.
 *
 * @param meetings each meeting that was held, oldest first
 * @param prompt a gentle question, if plans have dried up
 */
public record OutcomeShares(ImmutableList<AtMeeting> meetings, Optional<Prompt> prompt) {

    /** The fewest members of a group that sees its own shares. */
    public static final int MIN_MEMBERS = 5;

    /** How many of the last meetings are looked at for the prompt. */
    public static final int LATELY = 3;

    /** How many topics those must have concluded for anything to be said of them. */
    public static final int ENOUGH = 4;

    /** What became of the topics of one meeting. */
    public record AtMeeting(LocalDate on, ImmutableMap<Topic.Outcome, Integer> counts) {}

    /** A question to the group; hearing each other is fine, and so is leaving it at that. */
    public enum Prompt {
        /** There used to be plans, and lately there were none. */
        PLANS_DRIED_UP(
                "Lately no topic has led to a plan. If that is what you need, fine; if not, ask at the next meeting: what"
                        + " would be a first step?"),
        /** There never was a plan. */
        NO_PLANS_YET(
                "No topic has led to a plan so far. Would it help somebody to leave the next meeting with a first step?");

        private final String message;

        Prompt(String message) {
            this.message = message;
        }

        /** Returns the question. */
        public String message() {
            return message;
        }
    }

    /**
     * Counts the outcomes of the topics that somebody may know of.
     *
     * @param isKnown whether they may know of a topic
     */
    public static OutcomeShares of(Collection<Meeting> meetings, Predicate<Topic> isKnown) {
        ImmutableList<AtMeeting> held = meetings.stream()
                .filter(m -> m.state() == Meeting.State.HELD)
                .sorted(Comparator.comparing(Meeting::startsAt))
                .map(m -> new AtMeeting(m.on(), counts(m, isKnown)))
                .collect(ImmutableList.toImmutableList());
        return new OutcomeShares(held, prompt(held));
    }

    /** Returns the shares over all meetings, of topics that were not carried over; empty before the first of them. */
    public ImmutableMap<Topic.Outcome, Double> shares() {
        int all = concluded(meetings);
        ImmutableMap.Builder<Topic.Outcome, Double> shares = ImmutableMap.builder();
        for (Topic.Outcome outcome : Topic.Outcome.values()) {
            if (all > 0 && outcome != Topic.Outcome.CARRIED_OVER) {
                shares.put(outcome, (double) count(meetings, outcome) / all);
            }
        }
        return shares.buildOrThrow();
    }

    private static ImmutableMap<Topic.Outcome, Integer> counts(Meeting meeting, Predicate<Topic> isKnown) {
        Map<Topic.Outcome, Integer> counts = new EnumMap<>(Topic.Outcome.class);
        meeting.topics().stream()
                .filter(isKnown)
                .flatMap(t -> meeting.entryOf(t.id()).stream())
                .forEach(e -> counts.merge(e.outcome(), 1, Integer::sum));
        return ImmutableMap.copyOf(counts);
    }

    private static Optional<Prompt> prompt(ImmutableList<AtMeeting> held) {
        List<AtMeeting> lately = held.subList(Math.max(0, held.size() - LATELY), held.size());
        if (concluded(lately) < ENOUGH || count(lately, Topic.Outcome.PLAN) > 0) {
            return Optional.empty();
        }
        return Optional.of(count(held, Topic.Outcome.PLAN) > 0 ? Prompt.PLANS_DRIED_UP : Prompt.NO_PLANS_YET);
    }

    private static int concluded(List<AtMeeting> meetings) {
        return count(meetings, Topic.Outcome.PLAN)
                + count(meetings, Topic.Outcome.ADVICE_TAKEN)
                + count(meetings, Topic.Outcome.HEARD);
    }

    private static int count(List<AtMeeting> meetings, Topic.Outcome outcome) {
        return meetings.stream()
                .mapToInt(m -> m.counts().getOrDefault(outcome, 0))
                .sum();
    }
}
