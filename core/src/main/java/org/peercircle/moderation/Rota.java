package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.peercircle.decision.Decision;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/**
 * What members have arranged about their turns: who has opted out, who skips which meeting, who has exchanged with whom.
 * It is the group's own and never the program office's (law M8).
 */
public record Rota(ImmutableList<OptOut> optOuts, ImmutableSet<Skip> skips, ImmutableList<Swap> swaps) {

    /** Nothing arranged. */
    public static final Rota EMPTY = new Rota(ImmutableList.of(), ImmutableSet.of(), ImmutableList.of());

    /** A time in which a member wants no turns. */
    public record OptOut(PersonId person, Away away) {}

    /** A meeting at which a member asks to be passed over; they come next after it. */
    public record Skip(PersonId person, MeetingId meeting, MeetingRole role) {}

    /** Returns when somebody has opted out. */
    public ImmutableList<Away> awayOf(PersonId person) {
        ImmutableList.Builder<Away> away = ImmutableList.builder();
        for (OptOut optOut : optOuts) {
            if (optOut.person().equals(person)) {
                away.add(optOut.away());
            }
        }
        return away.build();
    }

    /** Returns the offers that wait for an answer. */
    public ImmutableList<Swap> offers() {
        return swaps.stream().filter(s -> s.state() == Swap.State.OFFERED).collect(ImmutableList.toImmutableList());
    }

    boolean isSkipped(PersonId person, Optional<MeetingId> meeting, MeetingRole role) {
        return meeting.map(m -> skips.contains(new Skip(person, m, role))).orElse(false);
    }

    /** What was agreed to be given for this turn of somebody, in the order in which it was agreed. */
    Stream<Swap.Part> takersOf(MeetingRole role, PersonId person, int turn, Instant joinedAt) {
        return swaps.stream().flatMap(s -> s.takerOf(role, person, turn, joinedAt).stream());
    }

    Rota withOptOuts(Collection<OptOut> next) {
        return new Rota(ImmutableList.copyOf(next), skips, swaps);
    }

    Rota withSkips(Collection<Skip> next) {
        return new Rota(optOuts, ImmutableSet.copyOf(next), swaps);
    }

    Rota withSwap(Swap swap) {
        return new Rota(
                optOuts,
                skips,
                ImmutableList.<Swap>builder().addAll(swaps).add(swap).build());
    }

    /** Settles the open offer between two, or says that there is none. */
    Decision<Rota> settle(MeetingRole role, PersonId by, PersonId to, UnaryOperator<Swap> how) {
        Predicate<Swap> meant = s -> s.state() == Swap.State.OFFERED
                && s.role() == role
                && s.offered().person().equals(by)
                && s.wanted().person().equals(to);
        return swaps.stream().noneMatch(meant)
                ? Decision.refuse(new ModerationRefusal.NoSwapOffer(by, to))
                : Decision.accept(new Rota(
                        optOuts,
                        skips,
                        swaps.stream()
                                .map(s -> meant.test(s) ? how.apply(s) : s)
                                .collect(ImmutableList.toImmutableList())));
    }
}
