package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortRefusal;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.SizePlan;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
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
        return backstage.decide(work -> {
            CohortId id = CohortId.of(backstage.newId());
            return Cohort.plan(id, backstage.program(), terms.name(), terms.eligibility(), terms.sizing())
                    .open()
                    .map(cohort -> {
                        work.create(AggregateKind.COHORT, id, cohort);
                        return CohortView.of(cohort);
                    });
        });
    }

    /** Enrolls a registered participant. For coordinators, and for the participant. */
    public Decision<CohortView> enroll(CohortId id, PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("enroll others", "a coordinator or the participant"));
        }
        return change(id, (work, cohort) -> {
            Optional<Participant> participant = work.find(AggregateKind.PARTICIPANT, person);
            return participant
                    .map(p -> cohort.enroll(p, work.now()))
                    .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("participant", person.value())));
        });
    }

    /** Withdraws someone who has no seat. For coordinators, and for the participant. */
    public Decision<CohortView> withdraw(CohortId id, PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("withdraw others", "a coordinator or the participant"));
        }
        return change(id, (work, cohort) -> cohort.withdraw(person));
    }

    /** Ends enrollment, so that groups can be formed. For coordinators. */
    public Decision<CohortView> startForming(CohortId id) {
        if (!actor.isCoordinator()) {
            return notACoordinator("end enrollment");
        }
        return change(id, (work, cohort) -> cohort.startForming());
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
                work.findAll(AggregateKind.PARTICIPANT, cohort.people(Enrollment.Status.ENROLLED));
        SizePlan sizes = SizePlan.of(people.size(), cohort.sizing());
        if (sizes.groups() == 0) {
            return Decision.refuse(new TooFew(people.size(), cohort.sizing().min()));
        }
        FormationProblem problem = Formations.problem(people.values(), GroupBounds.of(sizes), rules, work);
        return Decision.accept(Formations.proposal(cohort, problem, former.form(problem)));
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
        Optional<Cohort> found = backstage.look().find(AggregateKind.COHORT, id);
        return found.filter(cohort -> actor.isCoordinator())
                .map(cohort -> Decision.accept(CohortView.of(cohort)))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value())));
    }

    private Decision<PeerGroup> adopt(Founding founding, GroupId id, Cohort cohort, Work work) {
        PeerGroup group = PeerGroup.found(
                id, backstage.program(), cohort.id(), founding.name(), cohort.sizing(), founding.members(), work.now());
        Tag ofGroup = Tag.content(Policy.of(Owner.of(id), new Atom.Members(id)));
        return group.adopt(
                backstage.file(Confidential.draftOf(founding.charter().words()), ofGroup),
                founding.charter().settings());
    }

    private Decision<CohortView> change(CohortId id, BiFunction<Work, Cohort, Decision<Cohort>> change) {
        return backstage.decide(work -> {
            Optional<Cohort> found = work.find(AggregateKind.COHORT, id);
            if (found.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value()));
            }
            return change.apply(work, found.orElseThrow()).map(changed -> {
                work.replace(AggregateKind.COHORT, id, changed);
                return CohortView.of(changed);
            });
        });
    }

    private static <T> Decision<T> notACoordinator(String what) {
        return Decision.refuse(new OfficeRefusal.NotAllowed(what, "a coordinator"));
    }
}
