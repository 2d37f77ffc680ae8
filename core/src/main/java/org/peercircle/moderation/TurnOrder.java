package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.peercircle.decision.Decision;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/**
 * Who guides the next meetings and who has which other role, computed from the meetings already held and from what
 * members have arranged.
 *
 * <p>The order is a pure function of its input: it needs no storage, is the same on every machine (law M9), and survives
 * joins, departures, absences, skips and swaps. Next is the willing member who has waited longest, counted in meetings
 * since their last turn, or since they joined. So over any stretch in which two members are both active and willing,
 * their turns differ by at most one (law M2); nobody moderates twice running while another may (law M3); a newcomer
 * waits behind those who have waited longer and is owed nothing from before (law M4); a leaver changes nobody else's
 * order (law M5); and who was absent, whose turn another served, comes next (law M6).
 *
 * <p>Where wishes pull against each other, this comes first, in this order:
 *
 * <ol>
 *   <li>nobody has a role who may not or does not want to, unless nobody else is left (M1, M8);
 *   <li>who asked to be passed over is, and comes next;
 *   <li>what two have exchanged holds, even where one of them then guides twice running (M7 before M3);
 *   <li>a turn of several meetings is finished before the next begins; the charter's first moderator begins;
 *   <li>a newcomer's grace holds while anybody else is willing, even if that one guides twice running;
 *   <li>once before twice, where the charter says so, even if a newcomer then goes before those who waited longer;
 *   <li>who has waited longest; then who has not had a turn; then who joined first; then the smaller id.
 * </ol>
 *
 * <p>The other roles rotate in the same way, each by itself. Nobody has two at one meeting while another who is willing
 * has none; of those who have waited equally long, whoever will moderate last is asked, which keeps roles apart later.
 *
 * <pre>{@code
 * TurnOrder order = TurnOrder.of(ModerationRule.rotating(), members, held, Rota.EMPTY);
 * Turn next = order.over(coming).get(0);
 * }</pre>
 */
public final class TurnOrder {

    private final ModerationRule rule;
    private final ImmutableList<Candidate> members;
    private final ImmutableList<HeldTurn> held;
    private final Rota rota;

    private TurnOrder(ModerationRule rule, ImmutableList<Candidate> members, ImmutableList<HeldTurn> held, Rota rota) {
        this.rule = rule;
        this.members = members;
        this.held = held;
        this.rota = rota;
    }

    /**
     * Returns the order after these meetings.
     *
     * @param members every active member
     * @param history every meeting held, in any order
     * @param rota what members have arranged
     */
    public static TurnOrder of(
            ModerationRule rule, Collection<Candidate> members, Collection<HeldTurn> history, Rota rota) {
        return new TurnOrder(
                rule,
                ImmutableList.copyOf(members),
                ImmutableList.sortedCopyOf(Comparator.comparing(HeldTurn::at), history),
                rota);
    }

    /**
     * Returns the next turns, as they will be if nothing changes. Cost: linear in the meetings held, and for each one to
     * come in members and roles, but for sorting the members.
     *
     * @param coming the meetings to come, in any order
     * @return soonest first; a meeting that nobody may or wants to guide is left out
     */
    public ImmutableList<Turn> over(Collection<ComingMeeting> coming) {
        Map<MeetingRole, Track> tracks = new EnumMap<>(MeetingRole.class);
        for (MeetingRole role : rolesOf(coming)) {
            tracks.put(role, track(role));
        }
        ImmutableList.Builder<Turn> turns = ImmutableList.builder();
        int meetings = held.size();
        for (ComingMeeting meeting : inOrder(coming)) {
            meetings++;
            Optional<Turn> turn = new Filling(rule, rota, tracks, meeting, meetings - 1).turn(meetings - held.size());
            if (turn.isPresent()) {
                turns.add(turn.orElseThrow());
                for (Turn.Duty duty : turn.orElseThrow().duties()) {
                    Objects.requireNonNull(tracks.get(duty.role())).serve(duty.served(), meetings);
                }
            }
        }
        return turns.build();
    }

    /**
     * Returns the swap of two turns to come and what it would do, before it is offered.
     *
     * @param mine the meeting at which {@code by} has the role
     * @param theirs the meeting whose turn {@code by} would take instead
     * @param at when it is offered
     */
    public Decision<SwapPreview> swap(
            MeetingRole role,
            PersonId by,
            MeetingId mine,
            MeetingId theirs,
            Collection<ComingMeeting> coming,
            Instant at) {
        ImmutableList<Turn> turns = over(coming);
        Optional<Turn.Duty> first = dutyAt(turns, mine, role);
        Optional<Turn.Duty> second = dutyAt(turns, theirs, role);
        if (first.isEmpty() || second.isEmpty()) {
            return Decision.refuse(new ModerationRefusal.NoTurn(first.isEmpty() ? mine : theirs, role));
        }
        PersonId whose = first.orElseThrow().person();
        PersonId other = second.orElseThrow().person();
        if (!whose.equals(by)) {
            return Decision.refuse(new ModerationRefusal.NotTheirTurn(by, mine, role, whose));
        }
        boolean both = isOwn(first.orElseThrow()) && isOwn(second.orElseThrow());
        Swap swap = new Swap(
                role,
                new Swap.Part(by, turnAt(turns, by, mine, role), mine),
                new Swap.Part(other, turnAt(turns, other, theirs, role), theirs),
                Swap.State.OFFERED,
                at);
        if (!both || other.equals(by) || isPromised(role, swap.offered()) || isPromised(role, swap.wanted())) {
            return Decision.refuse(new ModerationRefusal.NothingToSwap(mine, theirs));
        }
        SwapPreview preview = new SwapPreview(swap, turns, with(swap).over(coming));
        return notFree(preview, swap.offered().meeting(), other)
                .or(() -> notFree(preview, swap.wanted().meeting(), by))
                .orElseGet(() -> Decision.accept(preview));
    }

    /** Refuses where who is to take a turn could or would not at that meeting. */
    private static Optional<Decision<SwapPreview>> notFree(SwapPreview preview, MeetingId meeting, PersonId taker) {
        MeetingRole role = preview.swap().role();
        boolean takes = dutyAt(preview.after(), meeting, role)
                .filter(d -> d.person().equals(taker))
                .isPresent();
        return takes
                ? Optional.empty()
                : Optional.of(Decision.refuse(new ModerationRefusal.NotFree(taker, meeting, role)));
    }

    /** Returns what an offered swap would do now, or why it can no longer be made. */
    public Decision<SwapPreview> preview(Swap offered, Collection<ComingMeeting> coming) {
        ImmutableList<Turn> turns = over(coming);
        return isStillDue(turns, offered.role(), offered.offered())
                        && isStillDue(turns, offered.role(), offered.wanted())
                ? Decision.accept(new SwapPreview(offered, turns, with(offered).over(coming)))
                : Decision.refuse(new ModerationRefusal.SwapTooLate(
                        offered.offered().person(), offered.wanted().person()));
    }

    /** Whether this turn is part of an exchange already, with somebody who is still there. */
    private boolean isPromised(MeetingRole role, Swap.Part part) {
        Track track = track(role);
        return members.stream()
                .filter(m -> m.person().equals(part.person()))
                .flatMap(m -> rota.takersOf(role, m.person(), part.turn(), m.joinedAt()))
                .anyMatch(taken -> track.canStillBeReturned(taken)
                        && members.stream().anyMatch(m -> m.person().equals(taken.person())));
    }

    private TurnOrder with(Swap swap) {
        return new TurnOrder(rule, members, held, rota.withSwap(swap.in(Swap.State.AGREED)));
    }

    /** Whether this very turn of theirs is among those to come, and not exchanged with somebody else meanwhile. */
    private boolean isStillDue(ImmutableList<Turn> turns, MeetingRole role, Swap.Part part) {
        return !isPromised(role, part)
                && turns.stream()
                        .filter(t -> t.duty(role)
                                .filter(d -> d.person().equals(part.person()) && isOwn(d))
                                .isPresent())
                        .anyMatch(t -> turnBefore(turns, part.person(), t.ahead(), role) == part.turn());
    }

    private int turnAt(ImmutableList<Turn> turns, PersonId person, MeetingId meeting, MeetingRole role) {
        return turnBefore(turns, person, at(turns, meeting).orElseThrow().ahead(), role);
    }

    /** How many whole turns of theirs come before this meeting, counted from when they joined. */
    private int turnBefore(ImmutableList<Turn> turns, PersonId person, int ahead, MeetingRole role) {
        Track track = track(role);
        turns.stream()
                .filter(t -> t.ahead() < ahead)
                .forEach(t -> t.duty(role).ifPresent(d -> track.serve(d.served(), held.size() + t.ahead())));
        return track.turnsOf(person);
    }

    private Track track(MeetingRole role) {
        return Track.after(role, rule.termOf(role), members, held);
    }

    private static Optional<Turn.Duty> dutyAt(ImmutableList<Turn> turns, MeetingId meeting, MeetingRole role) {
        return at(turns, meeting).flatMap(t -> t.duty(role));
    }

    private static Optional<Turn> at(ImmutableList<Turn> turns, MeetingId meeting) {
        return turns.stream()
                .filter(t -> t.meeting().equals(Optional.of(meeting)))
                .findFirst();
    }

    private static boolean isOwn(Turn.Duty duty) {
        return duty.served().how() == Served.How.OWN_TURN;
    }

    private Set<MeetingRole> rolesOf(Collection<ComingMeeting> coming) {
        Set<MeetingRole> roles = EnumSet.of(MeetingRole.MODERATOR);
        roles.addAll(rule.shared());
        coming.forEach(c -> roles.addAll(c.asksFor()));
        return roles;
    }

    private static List<ComingMeeting> inOrder(Collection<ComingMeeting> coming) {
        List<ComingMeeting> sorted = new ArrayList<>(coming);
        sorted.sort(Comparator.comparing(ComingMeeting::at)
                .thenComparing(c -> c.meeting().map(MeetingId::value).orElse("")));
        return sorted;
    }
}
