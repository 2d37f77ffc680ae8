package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.peercircle.audit.AuditLink;
import org.peercircle.audit.LegalMatter;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Saying;
import org.peercircle.confidentiality.World;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.rehearsal.Rehearsal;

/**
 * Deletes what is past its time. Nobody reads that in any case, from the moment on that it is past; this takes it out of the
 * store (law E6). To be run now and then, such as every night.
 */
public final class RetentionDesk {

    private static final int ENTRIES = 500;

    private final Backstage backstage;
    private final Actor actor;

    RetentionDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Returns what {@link #purge} would delete now, and deletes nothing. For coordinators. */
    public Decision<ImmutableList<Expiry>> preview() {
        return ifOfficer(() -> Decision.accept(expiries(backstage.look())));
    }

    /**
     * Deletes what is past, group by group; what must be kept by order is kept. Of a piece its id and version are left where
     * others stand beside it. Interrupted, it may be called again. For coordinators. Cost: linear in the program.
     *
     * @return what was past
     */
    public Decision<ImmutableList<Expiry>> purge() {
        return ifOfficer(() -> {
            ImmutableList<Expiry> expiries = expiries(backstage.look());
            Decision<Boolean> done = Decision.accept(true);
            for (Expiry expiry : expiries) {
                done = done.then(yes -> expiry.group().map(this::purgeGroup).orElseGet(() -> Decision.accept(true)));
            }
            for (Cohort cohort : backstage.look().children(AggregateKind.COHORT, backstage.program())) {
                done = done.then(yes -> purgeCohort(cohort.id()));
            }
            return done.then(yes -> purgeLog()).map(yes -> expiries);
        });
    }

    private <T> Decision<T> ifOfficer(Supplier<Decision<T>> act) {
        return actor.isCoordinator()
                ? act.get()
                : Decision.refuse(new OfficeRefusal.NotAllowed("delete what is past", "a coordinator"));
    }

    private ImmutableList<Expiry> expiries(Work work) {
        ImmutableList<LegalMatter> matters = matters(work);
        ImmutableList.Builder<Expiry> all = ImmutableList.builder();
        for (Cohort cohort : work.children(AggregateKind.COHORT, work.program())) {
            for (PeerGroup group : work.children(AggregateKind.GROUP, cohort.id())) {
                all.add(new Expiry(
                        cohort.id(),
                        Optional.of(group.id()),
                        Worlds.contentKeptFrom(work, Optional.of(group)),
                        matters.stream()
                                .anyMatch(m -> m.holds(group.id(), m.order().owners(), work.now()))));
            }
            if (!work.children(AggregateKind.PULSE, cohort.id()).isEmpty()) {
                all.add(new Expiry(cohort.id(), Optional.empty(), Worlds.answersKeptFrom(work, cohort.id()), false));
            }
        }
        return all.build();
    }

    private static ImmutableList<LegalMatter> matters(Work work) {
        return work.children(AggregateKind.LEGAL_MATTER, work.program());
    }

    private Decision<Boolean> purgeGroup(GroupId id) {
        return backstage.decide(work -> {
            PeerGroup group = work.find(AggregateKind.GROUP, id).orElseThrow();
            // Read in the work itself: what is ordered to be kept while this runs is not deleted by it.
            ImmutableList<LegalMatter> matters = matters(work);
            Instant keptFrom = Worlds.contentKeptFrom(work, Optional.of(group));
            World world = World.at(work.now()).keptFrom(keptFrom).build();
            Predicate<Confidential<?>> isPast = piece ->
                    world.isPast(piece) && matters.stream().noneMatch(m -> m.holds(id, owners(piece), work.now()));
            Purge purge = new Purge(work, isPast);
            purge.strip(AggregateKind.GROUP, ImmutableList.of(group), PeerGroup::id);
            boolean attendanceIsPast = work.retention().attendanceIsPast(group.overSince(work.now()), work.now());
            for (Meeting meeting : work.children(AggregateKind.MEETING, id)) {
                Meeting left = attendanceIsPast ? meeting.withoutAttendance() : meeting;
                ImmutableSet<PieceId> past = purge.past(AggregateKind.MEETING, meeting);
                if (!past.isEmpty() || !left.equals(meeting)) {
                    purge.replace(AggregateKind.MEETING, left, meeting.id(), past);
                }
            }
            purge.deleteOrStrip(AggregateKind.PLAN, work.children(AggregateKind.PLAN, id), ActionPlan::id);
            purge.deleteOrStrip(AggregateKind.REHEARSAL, work.children(AggregateKind.REHEARSAL, id), Rehearsal::id);
            purge.deleteOrStrip(AggregateKind.REFLECTION, work.children(AggregateKind.REFLECTION, id), Reflection::id);
            work.children(AggregateKind.RELEASE, id).stream()
                    .filter(release -> release.at().isBefore(keptFrom))
                    .forEach(release -> work.delete(AggregateKind.RELEASE, release.id()));
            return Decision.accept(true);
        });
    }

    private Decision<Boolean> purgeCohort(CohortId cohort) {
        return backstage.decide(work -> {
            World world = Worlds.ofAnswers(work.aside(), cohort);
            new Purge(work, world::isPast)
                    .deleteOrStrip(
                            AggregateKind.PULSE_DIARY,
                            work.children(AggregateKind.PULSE_DIARY, cohort),
                            PulseDiary::id);
            new Purge(work, Worlds.withoutGroups(work)::isPast)
                    .deleteOrStrip(AggregateKind.SAYING, work.children(AggregateKind.SAYING, cohort), Saying::id);
            return Decision.accept(true);
        });
    }

    /** What the log says goes; the chain of its links stays, and holds (law A6). */
    private Decision<Boolean> purgeLog() {
        long end = Log.last(backstage.look()).map(AuditLink::number).orElse(0L);
        Decision<Boolean> done = Decision.accept(true);
        for (long from = 1; from <= end; from += ENTRIES) {
            ImmutableList<String> ids = LongStream.range(from, Math.min(end + 1, from + ENTRIES))
                    .mapToObj(Log::idOf)
                    .collect(ImmutableList.toImmutableList());
            done = done.then(yes -> backstage.decide(work -> {
                World world = World.at(work.now())
                        .keptFrom(work.retention().logFrom(work.now()))
                        .build();
                new Purge(work, world::isPast)
                        .strip(
                                AggregateKind.AUDIT_ENTRY,
                                work.findAll(AggregateKind.AUDIT_ENTRY, ids).values(),
                                entry -> Log.idOf(entry.link().number()));
                return Decision.accept(true);
            }));
        }
        return done;
    }

    private static ImmutableSet<PersonId> owners(Confidential<?> piece) {
        return piece.tag().policies().stream()
                .flatMap(policy ->
                        policy.owner() instanceof Owner.OfPerson person ? Stream.of(person.person()) : Stream.empty())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What is deleted in one commit. */
    private final class Purge {

        private final Work work;
        private final Predicate<Confidential<?>> isPast;

        Purge(Work work, Predicate<Confidential<?>> isPast) {
            this.work = work;
            this.isPast = isPast;
        }

        <A> void strip(AggregateKind<A> kind, Iterable<A> values, Function<A, ?> id) {
            values.forEach(value -> {
                ImmutableSet<PieceId> past = past(kind, value);
                if (!past.isEmpty()) {
                    replace(kind, value, id.apply(value), past);
                }
            });
        }

        <A> void deleteOrStrip(AggregateKind<A> kind, Iterable<A> values, Function<A, ?> id) {
            values.forEach(value -> {
                ImmutableSet<PieceId> past = past(kind, value);
                if (!past.isEmpty()
                        && past.size()
                                == backstage.repository().pieces(kind, value).size()) {
                    work.delete(kind, id.apply(value));
                } else if (!past.isEmpty()) {
                    replace(kind, value, id.apply(value), past);
                }
            });
        }

        <A> void replace(AggregateKind<A> kind, A value, Object id, ImmutableSet<PieceId> past) {
            AggregateKey<A> key = AggregateKey.of(kind, id);
            work.replace(kind, id, backstage.repository().without(work.program(), key, value, past));
        }

        <A> ImmutableSet<PieceId> past(AggregateKind<A> kind, A value) {
            return backstage.repository().pieces(kind, value).stream()
                    .map(StoredPiece::json)
                    .filter(isPast)
                    .map(Confidential::piece)
                    .collect(ImmutableSet.toImmutableSet());
        }
    }
}
