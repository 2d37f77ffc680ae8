package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.decision.Decision;
import org.peercircle.decision.Refusal;
import org.peercircle.formation.Change;
import org.peercircle.formation.Effect;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.group.Invitation;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;
import org.peercircle.people.ReportingDuty;

/**
 * Free seats: whom to offer one, the group's consent, and the answer of the invited.
 *
 * <pre>{@code
 * PersonId best = coordinator.seats().suggest(group, rules).orElseThrow().get(0).person();
 * coordinator.seats().invite(group, best, Period.ofDays(14)).orElseThrow();
 * member.seats().vote(group, best, true);          // by the charter's rule
 * office.as(Actor.participant(best)).seats().accept(group);
 * }</pre>
 */
public final class SeatDesk {

    private final Backstage backstage;
    private final Actor actor;

    SeatDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
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
            ImmutableList<PersonId> waiting = cohort.people(Enrollment.Status.WAITING, work.now());
            // Every group of the cohort is in the problem, so that a rule over all of them is seen whole.
            List<ImmutableSet<PersonId>> seats = Stream.concat(
                            Stream.of(members),
                            work.children(AggregateKind.GROUP, cohort.id()).stream()
                                    .filter(g -> !g.id().equals(id))
                                    .map(g -> g.members(work.now())))
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
        Formation open = Formation.ofGroups(problem.withoutPrivateRules(), seats);
        Comparator<SeatSuggestion> keepingFirst =
                Comparator.comparing(SeatSuggestion::keepsRules, Comparator.reverseOrder());
        Map<PersonId, Boolean> keeps = new HashMap<>();
        whole.candidatesFor(0).forEach(effect -> keeps.put(person(effect), effect.moreBroken() <= 0));
        return open.candidatesFor(0).stream()
                .sorted(Comparator.comparingInt(effect -> waiting.indexOf(person(effect))))
                .map(effect -> new SeatSuggestion(
                        person(effect),
                        keeps.getOrDefault(person(effect), false),
                        effect.gain(),
                        open.whyIfIn(person(effect), 0).lines()))
                .sorted(keepingFirst.thenComparing(SeatSuggestion::gain, Comparator.reverseOrder()))
                .collect(ImmutableList.toImmutableList());
    }

    private static PersonId person(Effect effect) {
        return ((Change.MoveTo) effect.change()).person();
    }

    /**
     * Offers a seat to somebody on the waitlist. They join once the group agrees and they accept; until then, or until
     * the offer runs out, the seat is held. For coordinators.
     *
     * @param answerWithin at least a day
     */
    public Decision<InvitationView> invite(GroupId id, PersonId person, Period answerWithin) {
        Arguments.requireAtLeastADay(answerWithin, "answerWithin");
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("fill seats", "a coordinator"));
        }
        return backstage.decide(work -> Room.enter(backstage, actor, work, id, room -> {
            Optional<Refusal> unequal =
                    Equals.between(work, person, room.group().members(work.now()));
            if (unequal.isPresent()) {
                return Decision.refuse(unequal.orElseThrow());
            }
            return room.group()
                    .invite(person, duty(work, person), room.nextModerator(), work.in(answerWithin), work.now())
                    .then(invited -> saved(work, room.group(), invited, person));
        }));
    }

    /** Says yes or no to somebody invited. For members; nobody learns who said what. */
    public Decision<InvitationView> vote(GroupId id, PersonId invited, boolean yes) {
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> room.isMember()
                        ? room.group()
                                .vote(invited, actor.person(), yes, work.now())
                                .then(voted -> saved(work, room.group(), voted, invited))
                        : Room.membersOnly("vote on newcomers")));
    }

    /** Takes an offer back. For coordinators. */
    public Decision<InvitationView> withdraw(GroupId id, PersonId person) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("withdraw invitations", "a coordinator"));
        }
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> room.group()
                        .withdrawInvitation(person, work.now())
                        .then(withdrawn -> saved(work, room.group(), withdrawn, person))));
    }

    /** Accepts the actor's own invitation. */
    public Decision<InvitationView> accept(GroupId id) {
        return answer(id, (work, group) -> group.accept(actor.person(), duty(work, actor.person()), work.now()));
    }

    /** Declines the actor's own invitation; they keep their place on the waitlist. */
    public Decision<InvitationView> decline(GroupId id) {
        return answer(id, (work, group) -> group.decline(actor.person(), work.now()));
    }

    private Decision<InvitationView> answer(GroupId id, BiFunction<Work, PeerGroup, Decision<PeerGroup>> answer) {
        return backstage.decide(work -> {
            Optional<PeerGroup> invited = work.find(AggregateKind.GROUP, id)
                    .filter(g ->
                            !actor.isCoordinator() && last(g, actor.person()).isPresent());
            if (invited.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("group", id.value()));
            }
            PeerGroup group = invited.orElseThrow();
            return answer.apply(work, group)
                    .then(answered -> saved(work, group, answered, actor.person()))
                    .map(InvitationView::forInvited);
        });
    }

    /** Returns the actor's open invitation in a cohort, with all they should know before they say yes. */
    public Optional<InvitationView> mine(CohortId cohort) {
        Work work = backstage.look();
        return work.find(AggregateKind.COHORT, cohort)
                .filter(c -> !actor.isCoordinator())
                .flatMap(c -> c.enrollment(actor.person(), work.now()))
                .filter(e -> e.status() == Enrollment.Status.INVITED)
                .flatMap(e -> e.group())
                .flatMap(id -> work.find(AggregateKind.GROUP, id))
                .flatMap(group -> last(group, actor.person()).map(i -> view(work, group, i)))
                .map(InvitationView::forInvited);
    }

    /** Returns every invitation of a group, oldest first. For members and coordinators. */
    public ImmutableList<InvitationView> invitations(GroupId id) {
        Work work = backstage.look();
        return Room.open(backstage, actor, work, id).stream()
                .flatMap(room -> room.group().invitations().stream().map(i -> view(work, room.group(), i)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Decision<InvitationView> saved(Work work, PeerGroup before, PeerGroup after, PersonId person) {
        return CohortSeats.save(work, before, after)
                .map(group -> view(work, group, last(group, person).orElseThrow()));
    }

    private static InvitationView view(Work work, PeerGroup group, Invitation invitation) {
        return InvitationView.of(group, invitation, Worlds.duties(work, group.members(work.now())), work.now());
    }

    private static Optional<Invitation> last(PeerGroup group, PersonId person) {
        return group.invitations().stream()
                .filter(i -> i.person().equals(person))
                .reduce((earlier, later) -> later);
    }

    private static ReportingDuty duty(Work work, PersonId person) {
        return work.find(AggregateKind.PARTICIPANT, person)
                .map(Participant::reportingDuty)
                .orElse(ReportingDuty.NONE);
    }
}
