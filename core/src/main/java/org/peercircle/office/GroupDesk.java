package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.formation.Change;
import org.peercircle.formation.Effect;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.group.GroupRefusal;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Meeting;
import org.peercircle.moderation.HeldTurn;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnOrder;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;

/** Groups: who is in them, who moderates next, leaving, and filling a seat. */
public final class GroupDesk {

    private final Backstage backstage;
    private final Actor actor;

    GroupDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Returns a group: for its members and for coordinators. */
    public Decision<GroupView> view(GroupId id) {
        return Room.enter(backstage, actor, backstage.look(), id, room -> Decision.accept(GroupView.of(room)));
    }

    /** Returns the groups of a cohort that the actor may know of, in the order of their ids. */
    public ImmutableList<GroupView> list(CohortId cohort) {
        Work work = backstage.look();
        return work.children(AggregateKind.GROUP, cohort).stream()
                .flatMap(group -> Room.open(backstage, actor, work, group.id()).stream())
                .map(GroupView::of)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns who guides the next meetings if nothing changes: for members and coordinators.
     *
     * @param count how many meetings to look ahead, at least 1
     */
    public Decision<ImmutableList<Turn>> turns(GroupId id, int count) {
        return Room.enter(
                backstage,
                actor,
                backstage.look(),
                id,
                room -> turnOrder(room)
                        .map(order -> Decision.accept(order.next(count)))
                        .orElseGet(() -> Decision.refuse(new GroupRefusal.NoCharter(id))));
    }

    /**
     * Ends a membership: the actor's own, or as a coordinator somebody's. The seat is free from then on.
     *
     * @param keepsSpace whether the leaver keeps the community space
     * @param reason for the leaver alone; a coordinator can't give one
     */
    public Decision<GroupView> depart(
            GroupId id, PersonId person, boolean keepsSpace, Optional<Confidential<String>> reason) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(
                    new OfficeRefusal.NotAllowed("end another's membership", "that member or a coordinator"));
        }
        if (actor.isCoordinator() && reason.isPresent()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("say why somebody else leaves", "the leaver"));
        }
        return backstage.decide(work -> Room.enter(backstage, actor, work, id, room -> {
            Optional<Confidential<String>> filed =
                    reason.map(r -> backstage.file(r, room.tagFor(Audience.JUST_ME, Optional.empty())));
            return room.group().depart(person, work.now(), keepsSpace, filed).then(left -> {
                Cohort cohort = work.find(AggregateKind.COHORT, left.cohort()).orElseThrow();
                return cohort.vacate(person).map(vacated -> {
                    work.replace(AggregateKind.GROUP, id, left);
                    work.replace(AggregateKind.COHORT, vacated.id(), vacated);
                    return GroupView.of(new Room(left, room.meetings(), room.world(), room.viewer(), actor));
                });
            });
        }));
    }

    /**
     * Returns who from the waitlist could take a free seat, best first: those who keep every rule before those who do
     * not, then by what the group gains, then by who has waited longest. For coordinators.
     */
    public Decision<ImmutableList<SeatSuggestion>> suggest(GroupId id, FormationRules rules) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("fill seats", "a coordinator"));
        }
        Work work = backstage.look();
        return Room.enter(backstage, actor, work, id, room -> {
            Cohort cohort =
                    work.find(AggregateKind.COHORT, room.group().cohort()).orElseThrow();
            ImmutableSet<PersonId> members = room.group().members(work.now());
            ImmutableList<PersonId> waiting = cohort.people(Enrollment.Status.WAITING);
            // Every group of the cohort is in the problem, so that a rule over all of them is seen whole.
            ImmutableList<PeerGroup> others = work.children(AggregateKind.GROUP, cohort.id()).stream()
                    .filter(g -> !g.id().equals(id))
                    .collect(ImmutableList.toImmutableList());
            List<ImmutableSet<PersonId>> seats = Stream.concat(
                            Stream.of(members), others.stream().map(g -> g.members(work.now())))
                    .toList();
            List<PersonId> everybody = Stream.concat(seats.stream().flatMap(ImmutableSet::stream), waiting.stream())
                    .toList();
            var people = work.findAll(AggregateKind.PARTICIPANT, everybody).values();
            ImmutableList<GroupBounds> bounds = seats.stream()
                    .map(s -> new GroupBounds(
                            0, Math.max(s.size() + 1, cohort.sizing().max())))
                    .collect(ImmutableList.toImmutableList());
            return Decision.accept(ranked(Formations.problem(people, bounds, rules, work), seats, waiting));
        });
    }

    private static ImmutableList<SeatSuggestion> ranked(
            FormationProblem problem, List<ImmutableSet<PersonId>> seats, ImmutableList<PersonId> waiting) {
        Formation whole = Formation.ofGroups(problem, seats);
        FormationProblem openRules = problem.withoutPrivateRules();
        Formation open = Formation.ofGroups(openRules, seats);
        Comparator<SeatSuggestion> keepingFirst =
                Comparator.comparing(SeatSuggestion::keepsRules, Comparator.reverseOrder());
        return waiting.stream()
                .map(person -> {
                    Effect effect = open.whatIf(new Change.MoveTo(person, 0));
                    boolean keeps = whole.whatIf(new Change.MoveTo(person, 0)).moreBroken() <= 0;
                    List<ImmutableSet<PersonId>> seated = new ArrayList<>(seats);
                    seated.set(
                            0,
                            ImmutableSet.<PersonId>builder()
                                    .addAll(seats.get(0))
                                    .add(person)
                                    .build());
                    ImmutableList<String> lines =
                            Formation.ofGroups(openRules, seated).why(person).lines();
                    return new SeatSuggestion(person, keeps, effect.gain(), lines);
                })
                .sorted(keepingFirst.thenComparing(SeatSuggestion::gain, Comparator.reverseOrder()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Gives a waiting person a seat in a group. For coordinators. */
    public Decision<GroupView> seat(GroupId id, PersonId person) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("fill seats", "a coordinator"));
        }
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> room.group().join(person, work.now()).then(joined -> {
                    Cohort cohort =
                            work.find(AggregateKind.COHORT, joined.cohort()).orElseThrow();
                    return cohort.seat(person, id).map(seated -> {
                        work.replace(AggregateKind.GROUP, id, joined);
                        work.replace(AggregateKind.COHORT, seated.id(), seated);
                        return GroupView.of(new Room(joined, room.meetings(), room.world(), room.viewer(), actor));
                    });
                })));
    }

    /** The order of turns after the meetings held; empty before there is a charter. */
    static Optional<TurnOrder> turnOrder(Room room) {
        List<HeldTurn> held = room.meetings().stream()
                .filter(m -> m.state() == Meeting.State.HELD)
                .map(m -> new HeldTurn(m.startsAt(), m.moderator().orElseThrow()))
                .toList();
        return room.group()
                .charter()
                .map(charter -> TurnOrder.of(
                        charter.settings().moderation(),
                        room.group().candidates(room.world().now()),
                        held));
    }

    /** Returns those registered under these ids by name, as the office and the group know them. */
    public ImmutableList<PersonView> people(GroupId id) {
        Work work = backstage.look();
        return Room.open(backstage, actor, work, id).stream()
                .flatMap(room ->
                        work.findAll(AggregateKind.PARTICIPANT, room.group().members(work.now())).values().stream())
                .map((Participant p) -> PersonView.of(p, backstage.today()))
                .collect(ImmutableList.toImmutableList());
    }
}
