package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Arrangement;

/** Coming, going, and being away. */
final class Stays {

    private Stays() {}

    /** Begins a stay. */
    static Decision<PeerGroup> join(PeerGroup group, PersonId person, Instant probationUntil, Instant at) {
        Membership stay = Membership.from(person, at, probationUntil);
        return Decision.accept(Step.changed(group, at).addMemberships(stay).build(), joined(group, stay));
    }

    static DomainEvent joined(PeerGroup group, Membership stay) {
        return Step.event(
                group,
                "member-joined",
                Map.of("person", stay.person(), "at", stay.joinedAt(), "probation", stay.probationUntil()));
    }

    static Decision<PeerGroup> depart(PeerGroup group, PersonId person, Departure departure, Instant at) {
        return Step.whileItLasts(group, at, () -> {
            if (departure.at().isBefore(at)) {
                return Decision.refuse(new GroupRefusal.OutOfOrder(group.id()));
            }
            return ofMember(group, person, at, stay -> ended(group, stay, departure, at));
        });
    }

    private static Decision<PeerGroup> ended(PeerGroup group, Membership stay, Departure departure, Instant at) {
        return new Decision.Accepted<>(
                with(group, stay, stay.ending(departure), at), departed(group, stay.person(), departure));
    }

    /** The office learns who left and when; how it came about is the group's own affair. */
    private static ImmutableList<DomainEvent> departed(PeerGroup group, PersonId person, Departure departure) {
        return ImmutableList.of(
                Step.event(
                        group,
                        "member-departed",
                        Map.of("person", person, "at", departure.at(), "space", departure.keepsSpace())),
                Step.within(group, "departure-kind", Map.of("person", person, "kind", departure.kind())));
    }

    static Decision<PeerGroup> goOnLeave(PeerGroup group, PersonId person, Leave leave, Instant at) {
        return Step.whileItLasts(group, at, () -> {
            if (leave.from().isBefore(at)) {
                return Decision.refuse(new GroupRefusal.OutOfOrder(group.id()));
            }
            return ofMember(group, person, at, stay -> {
                boolean overlaps = stay.leaves().stream()
                        .anyMatch(l -> l.until()
                                        .map(u -> u.isAfter(leave.from()))
                                        .orElse(true)
                                && leave.until().map(u -> l.from().isBefore(u)).orElse(true));
                if (overlaps) {
                    return Decision.refuse(new GroupRefusal.AlreadyOnLeave(group.id(), person));
                }
                List<Leave> leaves = new ArrayList<>(stay.leaves());
                leaves.add(leave);
                leaves.sort(Comparator.comparing(Leave::from));
                Map<String, Object> facts = new TreeMap<>(Map.of("person", person, "from", leave.from()));
                leave.until().ifPresent(u -> facts.put("until", u));
                return Decision.accept(
                        with(
                                group,
                                stay,
                                Membership.builder().from(stay).leaves(leaves).build(),
                                at),
                        Step.of(group, person, "leave-taken", facts));
            });
        });
    }

    static Decision<PeerGroup> comeBack(PeerGroup group, PersonId person, Instant at) {
        return Step.whileItLasts(
                group,
                at,
                () -> ofMember(group, person, at, stay -> {
                    if (!stay.isOnLeaveAt(at)) {
                        return Decision.refuse(new GroupRefusal.NotOnLeave(group.id(), person));
                    }
                    Membership back = Membership.builder()
                            .from(stay)
                            .leaves(Step.replaced(stay.leaves(), l -> l.covers(at) ? l.endingAt(at) : l))
                            .build();
                    return Decision.accept(
                            with(group, stay, back, at),
                            Step.of(group, person, "leave-ended", Map.of("person", person, "at", at)));
                }));
    }

    static Decision<PeerGroup> startAnew(PeerGroup group, PersonId person, Instant at) {
        return Step.whileItLasts(
                group,
                at,
                () -> ofMember(
                        group,
                        person,
                        at,
                        stay -> Decision.accept(
                                with(
                                        group,
                                        stay,
                                        Membership.builder()
                                                .from(stay)
                                                .countsFrom(at)
                                                .build(),
                                        at),
                                Step.within(group, "record-started-anew", Map.of("person", person, "at", at)))));
    }

    static Decision<PeerGroup> arrange(PeerGroup group, Arrangement what, Instant at) {
        return Step.whileItLasts(
                group,
                at,
                () -> ofMember(
                        group,
                        what.by(),
                        at,
                        stay -> what.on(group.rota())
                                .then(rota -> Decision.accept(
                                        Step.changed(group, at).rota(rota).build(),
                                        Step.of(group, what.by(), what.type(), what.facts())))));
    }

    static Decision<PeerGroup> end(PeerGroup group, boolean keepSpace, Instant at) {
        Decision<PeerGroup> emptied = Decision.accept(group);
        for (PersonId person : group.members(at)) {
            Departure departure = new Departure(at, Departure.Kind.GROUP_ENDED, keepSpace, false, Optional.empty());
            emptied = emptied.then(g -> depart(g, person, departure, at));
        }
        return emptied.then(g -> Decision.accept(
                Step.changed(g, at).endedAt(at).build(), Step.event(group, "group-ended", Map.of("at", at))));
    }

    /** Alumni can leave also after the group has ended. */
    static Decision<PeerGroup> leaveSpace(PeerGroup group, PersonId person, Instant at) {
        return Step.inOrder(group, at, () -> {
            if (!group.alumni(at).contains(person)) {
                return Decision.refuse(new GroupRefusal.NoSpace(group.id()));
            }
            PeerGroup without = Step.changed(group, at)
                    .memberships(
                            Step.replaced(group.memberships(), m -> m.person().equals(person) ? withoutSpace(m) : m))
                    .build();
            return Decision.accept(
                    without, DomainEvent.of("space-left", group.id(), group.spaceFact(), Map.of("person", person)));
        });
    }

    /** Whoever is erased goes at once, whatever was arranged; the group keeps that somebody was there. */
    static Decision<PeerGroup> erase(PeerGroup group, PersonId person, Instant at) {
        Departure departure = new Departure(at, Departure.Kind.LEFT, false, false, Optional.empty());
        return Step.inOrder(group, at, () -> {
            Decision<PeerGroup> left = group.membership(person, at)
                    .map(stay -> ended(group, stay, departure, at))
                    .orElseGet(() -> Decision.accept(group));
            if (group.invitations().stream().anyMatch(i -> i.person().equals(person) && i.isOpen(at))) {
                left = left.then(g -> g.withdrawInvitation(person, at));
            }
            return left.then(g -> g.alumni(at).contains(person) ? leaveSpace(g, person, at) : Decision.accept(g));
        });
    }

    private static Membership withoutSpace(Membership stay) {
        return stay.departure()
                .map(d -> Membership.builder()
                        .from(stay)
                        .departure(new Departure(d.at(), d.kind(), false, d.wantsFarewell(), d.reason()))
                        .build())
                .orElse(stay);
    }

    private static Decision<PeerGroup> ofMember(
            PeerGroup group, PersonId person, Instant at, Function<Membership, Decision<PeerGroup>> change) {
        return group.membership(person, at)
                .map(change)
                .orElseGet(() -> Decision.refuse(new GroupRefusal.NotAMember(group.id(), person)));
    }

    private static PeerGroup with(PeerGroup group, Membership old, Membership next, Instant at) {
        return Step.changed(group, at)
                .memberships(Step.replaced(group.memberships(), old, next))
                .build();
    }
}
