package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Who guides the next meetings, computed from the meetings already held.
 *
 * <p>The order is a pure function of history: it needs no storage, is the same on every machine (law M9), and survives
 * joins, departures and absences. Next is the willing member who has waited longest, counted in meetings since their
 * last turn, or since they joined. So over any stretch in which two members are both active and willing, their turns
 * differ by at most one (law M2); nobody moderates twice running while another may (law M3); a newcomer waits behind
 * those who have waited longer and is owed nothing from before (law M4); and an absent moderator, whose turn the backup
 * served, comes next (law M6). A member in their grace counts as not willing yet.
 *
 * <pre>{@code
 * TurnOrder order = TurnOrder.of(ModerationRule.rotating(), candidates, heldTurns);
 * Turn next = order.next(1).get(0);
 * }</pre>
 */
public final class TurnOrder {

    private static final Comparator<Waiter> LONGEST_FIRST = Comparator.comparingInt(Waiter::since)
            .thenComparing(Waiter::hasServed)
            .thenComparing(Waiter::joinedAt)
            .thenComparing(Waiter::person);

    private final ModerationRule rule;
    private final ImmutableList<Waiter> waiters;
    private final int held;

    private TurnOrder(ModerationRule rule, ImmutableList<Waiter> waiters, int held) {
        this.rule = rule;
        this.waiters = waiters;
        this.held = held;
    }

    /** Somebody in the order; {@code since} counts meetings held when their wait began. */
    private record Waiter(PersonId person, Instant joinedAt, int since, boolean hasServed, int mayFrom) {
        Waiter served(int meeting) {
            return new Waiter(person, joinedAt, meeting, true, mayFrom);
        }
    }

    /**
     * Returns the order after these meetings. Cost: linear in meetings and members.
     *
     * @param members every active member
     * @param history every meeting held, in any order
     */
    public static TurnOrder of(ModerationRule rule, Collection<Candidate> members, Collection<HeldTurn> history) {
        ImmutableList<HeldTurn> inOrder = ImmutableList.sortedCopyOf(Comparator.comparing(HeldTurn::at), history);
        Map<PersonId, Integer> lastServed = new HashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            lastServed.put(inOrder.get(i).moderator(), i + 1);
        }
        int grace = rule instanceof ModerationRule.Rotating rotating ? rotating.grace() : 0;
        ImmutableList.Builder<Waiter> waiters = ImmutableList.builder();
        for (Candidate member : members) {
            if (member.willing()) {
                int heldBefore = heldBefore(inOrder, member.joinedAt());
                int served = lastServed.getOrDefault(member.person(), 0);
                boolean hasServed = served > heldBefore;
                int since = hasServed ? served : heldBefore;
                // Founders have no earlier meetings to watch, so grace is for those who join later.
                int mayFrom = heldBefore == 0 ? 0 : heldBefore + grace;
                waiters.add(new Waiter(member.person(), member.joinedAt(), since, hasServed, mayFrom));
            }
        }
        return new TurnOrder(rule, waiters.build(), inOrder.size());
    }

    /**
     * Returns the next turns, as they will be if nothing changes.
     *
     * @param count how many meetings to look ahead, at least 1
     * @return {@code count} turns, soonest first; empty when nobody may or wants to moderate
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public ImmutableList<Turn> next(int count) {
        Arguments.require(count >= 1, "count", "be at least 1", count);
        List<Waiter> line = new ArrayList<>(waiters);
        ImmutableList.Builder<Turn> turns = ImmutableList.builder();
        for (int ahead = 1; ahead <= count; ahead++) {
            int meetings = held + ahead - 1;
            Optional<Turn> turn = turnOf(line, ahead, meetings);
            if (turn.isEmpty()) {
                return ImmutableList.of();
            }
            turns.add(turn.orElseThrow());
            PersonId moderator = turn.orElseThrow().moderator();
            line.replaceAll(w -> w.person().equals(moderator) ? w.served(meetings + 1) : w);
        }
        return turns.build();
    }

    private Optional<Turn> turnOf(List<Waiter> line, int ahead, int meetings) {
        List<Waiter> order = new ArrayList<>(
                line.stream().filter(w -> w.mayFrom() <= meetings).toList());
        if (order.isEmpty()) {
            order.addAll(line);
        }
        order.sort(LONGEST_FIRST);
        if (rule instanceof ModerationRule.Single single) {
            Optional<Waiter> named = line.stream()
                    .filter(w -> w.person().equals(single.person()))
                    .findFirst();
            order.removeAll(named.stream().toList());
            return named.map(w -> new Turn(ahead, w.person(), first(order), new Turn.Reason.NamedByCharter()));
        }
        if (order.isEmpty()) {
            return Optional.empty();
        }
        Waiter next = order.remove(0);
        return Optional.of(new Turn(ahead, next.person(), first(order), reason(next, meetings)));
    }

    private static Turn.Reason reason(Waiter next, int meetings) {
        return next.hasServed() ? new Turn.Reason.WaitedLongest(meetings - next.since()) : new Turn.Reason.FirstTurn();
    }

    private static Optional<PersonId> first(List<Waiter> order) {
        return order.stream().findFirst().map(Waiter::person);
    }

    private static int heldBefore(ImmutableList<HeldTurn> inOrder, Instant joinedAt) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle).at().isBefore(joinedAt)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
