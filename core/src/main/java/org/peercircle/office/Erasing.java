package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.audit.AuditDetail;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Saying;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Erasure;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.rehearsal.Rehearsal;

/**
 * Takes a person out of a program in one commit: out of every group, space and cohort, with all that is theirs alone. What
 * they said among others goes when their keys do.
 */
final class Erasing {

    private final Work work;
    /** To look around by: only what is changed need stand as it was. */
    private final Work around;

    private final PersonId person;
    private final Log log;
    private final PersonId by;

    Erasing(Work work, PersonId person, Log log, PersonId by) {
        this.work = work;
        this.log = log;
        this.by = by;
        this.around = work.aside();
        this.person = person;
    }

    /** Returns whether the person is erased now; they are not if nobody knew them. */
    Decision<Boolean> everywhere() {
        if (work.find(AggregateKind.PARTICIPANT, person).isEmpty()) {
            return Decision.accept(work.find(AggregateKind.ERASURE, person).isPresent());
        }
        work.delete(AggregateKind.PARTICIPANT, person);
        work.create(AggregateKind.ERASURE, person, new Erasure(person, work.today()));
        log.add(AuditDetail.What.ERASED, person, by, work.now(), Map.of());
        Decision<Boolean> done = Decision.accept(
                true,
                DomainEvent.of("person-erased", person, Tag.officeFact(Owner.of(person), work.program()), Map.of()));
        for (Cohort cohort : around.children(AggregateKind.COHORT, work.program())) {
            done = done.then(yes -> inCohort(cohort));
        }
        return done;
    }

    private Decision<Boolean> inCohort(Cohort cohort) {
        drop(AggregateKind.PULSE_DIARY, cohort.id(), PulseDiary::owner, PulseDiary::id);
        drop(AggregateKind.SAYING, cohort.id(), Saying::author, Saying::id);
        Decision<Boolean> done = Decision.accept(true);
        for (PeerGroup group : around.children(AggregateKind.GROUP, cohort.id())) {
            boolean wasThere =
                    group.memberships().stream().anyMatch(m -> m.person().equals(person));
            if (wasThere) {
                around.fetch(
                        group.id(),
                        AggregateKind.PLAN,
                        AggregateKind.REHEARSAL,
                        AggregateKind.REFLECTION,
                        AggregateKind.RELEASE);
                drop(AggregateKind.RELEASE, group.id(), Release::owner, Release::id);
                drop(AggregateKind.PLAN, group.id(), ActionPlan::owner, ActionPlan::id);
                drop(AggregateKind.REHEARSAL, group.id(), Rehearsal::speaker, Rehearsal::id);
                drop(AggregateKind.REFLECTION, group.id(), Reflection::owner, Reflection::id);
            }
            if (wasThere
                    || group.invitations().stream().anyMatch(i -> i.person().equals(person))) {
                done = done.then(yes ->
                        inGroup(work.find(AggregateKind.GROUP, group.id()).orElseThrow()));
            }
        }
        return done.then(yes -> cohort.enrollment(person).isPresent()
                ? outOf(work.find(AggregateKind.COHORT, cohort.id()).orElseThrow())
                : Decision.accept(true));
    }

    private Decision<Boolean> inGroup(PeerGroup group) {
        return group.erase(person, work.now())
                .then(left -> CohortSeats.save(work, group, left))
                .map(saved -> true);
    }

    /** A seat was given back with the membership; a place without one is given up here. */
    private Decision<Boolean> outOf(Cohort read) {
        Cohort cohort = work.written(AggregateKind.COHORT, read.id()).orElse(read);
        Optional<Enrollment> place = cohort.enrollment(person, work.now())
                .filter(e -> e.isCurrent() && e.status() != Enrollment.Status.SEATED);
        if (place.isEmpty()) {
            return Decision.accept(true);
        }
        return cohort.withdraw(person, work.now()).map(without -> {
            work.replace(AggregateKind.COHORT, cohort.id(), without);
            return true;
        });
    }

    private <A> void drop(AggregateKind<A> kind, Object parent, Function<A, PersonId> owner, Function<A, ?> id) {
        ImmutableList<?> theirs = around.children(kind, parent).stream()
                .filter(value -> owner.apply(value).equals(person))
                .map(id)
                .collect(ImmutableList.toImmutableList());
        work.findAll(kind, theirs).keySet().forEach(found -> work.delete(kind, found));
    }
}
