package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.cohort.Applicant;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortRefusal;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.SizePlan;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.World;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;

/** Cohorts: opening, enrolling, forming groups, starting. */
public final class CohortDesk {

    private final Backstage backstage;
    private final Actor actor;

    CohortDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Opens a new cohort for enrollment. For coordinators. */
    public Decision<CohortView> open(CohortTerms terms) {
        if (!actor.isCoordinator()) {
            return notACoordinator("open cohorts");
        }
        return backstage.decide(work -> planned(terms).open().map(cohort -> created(work, cohort)));
    }

    /** Plans a cohort that takes nobody yet. For coordinators. */
    public Decision<CohortView> plan(CohortTerms terms) {
        if (!actor.isCoordinator()) {
            return notACoordinator("plan cohorts");
        }
        return backstage.decide(work -> Decision.accept(created(work, planned(terms))));
    }

    /** Opens a planned cohort for enrollment. For coordinators. */
    public Decision<CohortView> open(CohortId id) {
        if (!actor.isCoordinator()) {
            return notACoordinator("open cohorts");
        }
        return change(id, (work, cohort) -> cohort.open());
    }

    private Cohort planned(CohortTerms terms) {
        return Cohort.builder()
                .from(Cohort.plan(
                        CohortId.of(backstage.newId()),
                        backstage.program(),
                        terms.name(),
                        terms.eligibility(),
                        terms.sizing()))
                .watch(terms.watch())
                .build();
    }

    private static CohortView created(Work work, Cohort cohort) {
        work.create(AggregateKind.COHORT, cohort.id(), cohort);
        return CohortView.of(cohort, work.now());
    }

    /**
     * Enrolls a registered participant. For coordinators, and for the participant; into a cohort for people who declare
     * who they are, for the participant alone.
     */
    public Decision<CohortView> enroll(CohortId id, PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("enroll others", "a coordinator or the participant"));
        }
        return change(id, (work, cohort) -> {
            Optional<Participant> participant = work.find(AggregateKind.PARTICIPANT, person);
            if (actor.isCoordinator() && cohort.eligibility().asksIdentity()) {
                return Decision.refuse(new CohortRefusal.EnrollThemselves(id));
            }
            return participant
                    .map(p -> cohort.enroll(applicant(work, p), work.now()))
                    .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("participant", person.value())));
        });
    }

    private static Applicant applicant(Work work, Participant participant) {
        World world = World.at(work.now()).build();
        return new Applicant(
                participant, Worlds.declared(participant, world).identitiesFor(IdentityUse.ELIGIBILITY), work.today());
    }

    /** Withdraws someone who has no seat. For coordinators, and for the participant. */
    public Decision<CohortView> withdraw(CohortId id, PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("withdraw others", "a coordinator or the participant"));
        }
        return change(id, (work, cohort) -> cohort.withdraw(person, work.now()));
    }

    /** Ends enrollment, so that groups can be formed. For coordinators. */
    public Decision<CohortView> startForming(CohortId id) {
        if (!actor.isCoordinator()) {
            return notACoordinator("end enrollment");
        }
        return change(id, (work, cohort) -> cohort.startForming());
    }

    /** Opens enrollment again while groups are being formed, as when too few came. For coordinators. */
    public Decision<CohortView> reopen(CohortId id) {
        if (!actor.isCoordinator()) {
            return notACoordinator("open enrollment again");
        }
        return change(id, (work, cohort) -> cohort.reopen());
    }

    /** Closes a cohort whose groups have ended. For coordinators. */
    public Decision<CohortView> close(CohortId id) {
        if (!actor.isCoordinator()) {
            return notACoordinator("close cohorts");
        }
        return change(id, (work, cohort) -> cohort.close(work.now()));
    }

    /**
     * Proposes groups for everybody enrolled; changes nothing. For coordinators, while the cohort is forming.
     *
     * @return refused, too, where fewer people are enrolled than one group needs
     */
    public Decision<FormationProposal> propose(CohortId id, FormationRules rules, GroupFormer former) {
        if (!actor.isCoordinator()) {
            return notACoordinator("form groups");
        }
        Work work = backstage.look();
        Optional<Cohort> found = work.find(AggregateKind.COHORT, id);
        if (found.isEmpty()) {
            return Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value()));
        }
        Cohort cohort = found.orElseThrow();
        if (cohort.phase() != Cohort.Phase.FORMING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id, cohort.phase(), Cohort.Phase.FORMING));
        }
        ImmutableMap<String, Participant> people =
                work.findAll(AggregateKind.PARTICIPANT, cohort.people(Enrollment.Status.ENROLLED, work.now()));
        SizePlan sizes = SizePlan.of(people.size(), cohort.sizing());
        if (sizes.groups() == 0) {
            return Decision.refuse(new TooFew(people.size(), cohort.sizing().min()));
        }
        FormationProblem problem = Formations.problem(people.values(), GroupBounds.of(sizes), rules, work);
        return Decision.accept(Formations.proposal(cohort, problem, former.form(problem), former));
    }

    /** Not enough people for one group. */
    public record TooFew(int people, int min) implements Refusal {
        @Override
        public String code() {
            return "too-few-people";
        }

        @Override
        public String message() {
            return people + " enrolled and a group needs " + min + ". Recruit " + (min - people)
                    + " more, or open a cohort of smaller groups.";
        }
    }

    /**
     * Founds groups, each with its charter, and starts the cohort; whoever is enrolled and in none of them waits. All of
     * it happens or nothing. For coordinators.
     */
    public Decision<ImmutableList<GroupId>> found(CohortId id, List<Founding> foundings) {
        if (!actor.isCoordinator()) {
            return notACoordinator("found groups");
        }
        return backstage.decide(work -> {
            Optional<Cohort> found = work.find(AggregateKind.COHORT, id);
            if (found.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value()));
            }
            Cohort cohort = found.orElseThrow();
            Map<PersonId, GroupId> seats = new HashMap<>();
            List<PeerGroup> groups = new ArrayList<>();
            ImmutableList.Builder<DomainEvent> events = ImmutableList.builder();
            for (Founding founding : foundings) {
                GroupId group = GroupId.of(backstage.newId());
                for (PersonId member : founding.members()) {
                    GroupId other = seats.put(member, group);
                    if (other != null) {
                        return Decision.refuse(new CohortRefusal.AlreadySeated(id, member, other));
                    }
                }
                Decision<PeerGroup> chartered = adopt(founding, group, cohort, work);
                if (!chartered.isAccepted()) {
                    return Decision.refuse(chartered.refusals());
                }
                groups.add(chartered.orElseThrow());
                events.addAll(chartered.events());
            }
            Decision<Cohort> running = cohort.run(seats);
            if (!running.isAccepted()) {
                return Decision.refuse(running.refusals());
            }
            work.replace(AggregateKind.COHORT, id, running.orElseThrow());
            groups.forEach(group -> work.create(AggregateKind.GROUP, group.id(), group));
            return new Decision.Accepted<>(
                    groups.stream().map(PeerGroup::id).collect(ImmutableList.toImmutableList()),
                    events.addAll(running.events()).build());
        });
    }

    /** Returns a cohort. For coordinators. */
    public Decision<CohortView> view(CohortId id) {
        Work work = backstage.look();
        return work.find(AggregateKind.COHORT, id)
                .filter(cohort -> actor.isCoordinator())
                .map(cohort -> Decision.accept(CohortView.of(cohort, work.now())))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value())));
    }

    private Decision<PeerGroup> adopt(Founding founding, GroupId id, Cohort cohort, Work work) {
        PeerGroup group = PeerGroup.found(
                        id,
                        backstage.program(),
                        cohort.id(),
                        founding.name(),
                        cohort.sizing(),
                        founding.members(),
                        work.now())
                .until(founding.until());
        Optional<Refusal> unequal = Equals.among(work, group.members(work.now()));
        if (unequal.isPresent()) {
            return Decision.refuse(unequal.orElseThrow());
        }
        ImmutableSet<PersonId> bound = Worlds.bound(Worlds.duties(work, founding.members()));
        return new Decision.Accepted<>(group, group.founding())
                .then(g -> g.adopt(
                        backstage.file(Confidential.draftOf(founding.charter().words()), g.groupFact()),
                        founding.charter().settings(),
                        bound,
                        work.now()));
    }

    private Decision<CohortView> change(CohortId id, BiFunction<Work, Cohort, Decision<Cohort>> change) {
        return backstage.decide(work -> {
            Optional<Cohort> found = work.find(AggregateKind.COHORT, id);
            if (found.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value()));
            }
            return change.apply(work, found.orElseThrow()).map(changed -> {
                work.replace(AggregateKind.COHORT, id, changed);
                return CohortView.of(changed, work.now());
            });
        });
    }

    private static <T> Decision<T> notACoordinator(String what) {
        return Decision.refuse(new OfficeRefusal.NotAllowed(what, "a coordinator"));
    }
}
