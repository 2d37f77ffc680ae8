package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.meeting.Agenda.Item;

/**
 * A meeting under way: how late it is, and what to cut so that it ends in time. What goes first is what nobody asked for;
 * then topics are shortened, the last first; then check-ins; then the last topics are dropped, to come first next time.
 * What everybody does together, such as the closing commitments, is never cut.
 *
 * @param late how much more was spent than planned; negative when ahead
 * @param rest the boxes to come, as they should now be
 * @param cuts what was changed to get there, in the order of the agenda
 * @param spare time that is left over at the end
 * @param overtime how much longer than planned the meeting takes even so
 */
public record RunningAgenda(
        Duration late, ImmutableList<Item> rest, ImmutableList<Cut> cuts, Duration spare, Duration overtime) {

    private static final Duration SHORTEST_TOPIC = Duration.ofMinutes(10);
    private static final Duration SHORTEST_CHECK_IN = Duration.ofMinutes(1);

    /** One box that is to be shorter. */
    public record Cut(Item planned, Duration to) {

        /** Whether there is no time for it at all. */
        public boolean isDropped() {
            return to.isZero();
        }

        /** Returns what to do, as a sentence for the timekeeper. */
        public String message() {
            String what = switch (planned.kind()) {
                case OPEN -> "the open time";
                case TOPIC -> "the topic of " + owner();
                case CHECK_IN -> "the check-in of " + owner();
                case WELCOME, OPENING_ROUND, AGREEMENT, FAREWELL, CELEBRATION, CLOSING_ROUND, COMMITMENTS ->
                    "this part";
            };
            if (!isDropped()) {
                return "Shorten " + what + " from " + planned.length().toMinutes() + " to " + to.toMinutes()
                        + " minutes.";
            }
            return planned.topic().isPresent()
                    ? "Leave " + what + " for next time; it comes first."
                    : "Skip " + what + ".";
        }

        private String owner() {
            return planned.person().map(Object::toString).orElse("the group");
        }
    }

    static RunningAgenda of(Agenda agenda, List<Duration> spent) {
        Arguments.requireBetween(0, spent.size(), agenda.items().size(), "spent boxes");
        Duration used = spent.stream().reduce(Duration.ZERO, Duration::plus);
        Arguments.require(spent.stream().noneMatch(Duration::isNegative), "spent", "not be negative", spent);
        Duration late = used.minus(Agenda.lengthOf(agenda.items().subList(0, spent.size())));
        ImmutableList<Item> planned =
                agenda.items().subList(spent.size(), agenda.items().size());
        List<Item> rest = new ArrayList<>(planned);
        Duration left = agenda.length().minus(used);
        Duration over = Agenda.lengthOf(rest).minus(left);
        over = shorten(rest, Agenda.Kind.OPEN, Duration.ZERO, over);
        over = shorten(rest, Agenda.Kind.TOPIC, SHORTEST_TOPIC, over);
        over = shorten(rest, Agenda.Kind.CHECK_IN, SHORTEST_CHECK_IN, over);
        over = dropTopics(rest, over);
        lengthenAgain(rest, planned, over.negated());
        ImmutableList<Item> kept =
                rest.stream().filter(i -> !i.length().isZero()).collect(ImmutableList.toImmutableList());
        Duration difference = Agenda.lengthOf(kept).minus(left);
        return new RunningAgenda(
                late,
                kept,
                cuts(planned, rest),
                difference.isNegative() ? difference.negated() : Duration.ZERO,
                difference.isNegative() ? Duration.ZERO : difference);
    }

    /** Returns the topics that there is no time for. */
    public ImmutableList<TopicId> dropped() {
        return cuts.stream()
                .filter(Cut::isDropped)
                .flatMap(c -> c.planned().topic().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Shortens boxes of this kind, the last first, until nothing is over; returns what still is. */
    private static Duration shorten(List<Item> rest, Agenda.Kind kind, Duration shortest, Duration over) {
        Duration left = over;
        for (int i = rest.size() - 1; i >= 0 && isPositive(left); i--) {
            Item item = rest.get(i);
            Duration can = item.length().minus(min(shortest, item.length()));
            if (item.kind() == kind && isPositive(can)) {
                Duration cut = min(can, left);
                rest.set(i, item.lasting(item.length().minus(cut)));
                left = left.minus(cut);
            }
        }
        return left;
    }

    private static Duration dropTopics(List<Item> rest, Duration over) {
        Duration left = over;
        for (int i = rest.size() - 1; i >= 0 && isPositive(left); i--) {
            Item item = rest.get(i);
            if (item.kind() == Agenda.Kind.TOPIC) {
                rest.set(i, item.lasting(Duration.ZERO));
                left = left.minus(item.length());
            }
        }
        return left;
    }

    /** A topic dropped may free more than was over; that goes back to those that remain, the first first. */
    private static void lengthenAgain(List<Item> rest, List<Item> planned, Duration spare) {
        Duration left = spare;
        for (int i = 0; i < rest.size() && isPositive(left); i++) {
            Item now = rest.get(i);
            if (!now.length().isZero() && now.kind() != Agenda.Kind.OPEN) {
                Duration more = min(planned.get(i).length().minus(now.length()), left);
                rest.set(i, now.lasting(now.length().plus(more)));
                left = left.minus(more);
            }
        }
    }

    private static ImmutableList<Cut> cuts(List<Item> planned, List<Item> rest) {
        ImmutableList.Builder<Cut> cuts = ImmutableList.builder();
        for (int i = 0; i < rest.size(); i++) {
            if (!rest.get(i).length().equals(planned.get(i).length())) {
                cuts.add(new Cut(planned.get(i), rest.get(i).length()));
            }
        }
        return cuts.build();
    }

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
