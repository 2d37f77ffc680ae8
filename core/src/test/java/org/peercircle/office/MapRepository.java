package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Saying;
import org.peercircle.decision.DomainEvent;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.RehearsalId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.office.port.Write;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.report.StandingReport;

/** The typed port over a map, for tests of the office: what a host with its own typed tables would write. */
final class MapRepository implements ProgramRepository {

    private final Map<String, Stored<?>> all = new TreeMap<>();
    final List<DomainEvent> events = new ArrayList<>();
    /** Commits that are to lose a race before one goes through. */
    int racesToLose;

    int commits;
    /** Whose keys were destroyed; here nothing is sealed. */
    final List<PersonId> forgotten = new ArrayList<>();

    @Override
    public synchronized ImmutableMap<AggregateKey<?>, Stored<?>> read(ProgramId program, Set<AggregateKey<?>> keys) {
        ImmutableMap.Builder<AggregateKey<?>, Stored<?>> found = ImmutableMap.builder();
        for (AggregateKey<?> key : keys) {
            Stored<?> stored = all.get(key.toString());
            if (stored != null) {
                found.put(key, stored);
            }
        }
        return found.buildOrThrow();
    }

    /** Keeps the only diary there is a second time, under another id, as when somebody answers twice at once. */
    synchronized void copyDiary(String id) {
        all.values().stream()
                .filter(stored -> stored.value() instanceof PulseDiary)
                .map(stored -> PulseDiary.builder()
                        .from((PulseDiary) stored.value())
                        .id(PieceId.of(id))
                        .build())
                .toList()
                .forEach(twin -> {
                    AggregateKey<PulseDiary> key = AggregateKey.of(AggregateKind.PULSE_DIARY, id);
                    all.put(key.toString(), new Stored<>(key, twin, 1));
                });
    }

    /** Returns how many diaries there are. */
    synchronized long diaries() {
        return all.values().stream()
                .filter(stored -> stored.value() instanceof PulseDiary)
                .count();
    }

    /** Returns a plan as it is, whoever may read it. */
    synchronized ActionPlan plan(PlanId id) {
        return AggregateKind.PLAN.cast(Objects.requireNonNull(
                        all.get(AggregateKey.of(AggregateKind.PLAN, id).toString()))
                .value());
    }

    /** Returns a rehearsal as it is, whoever may read it; empty once it is gone. */
    synchronized Optional<Rehearsal> rehearsal(RehearsalId id) {
        return Optional.ofNullable(
                        all.get(AggregateKey.of(AggregateKind.REHEARSAL, id).toString()))
                .map(stored -> AggregateKind.REHEARSAL.cast(stored.value()));
    }

    @Override
    public synchronized <A> ImmutableList<Stored<A>> children(ProgramId program, AggregateKind<A> kind, String parent) {
        ImmutableList.Builder<Stored<A>> found = ImmutableList.builder();
        for (Stored<?> stored : all.values()) {
            if (stored.key().kind() == kind && parentOf(stored.value(), program).equals(parent)) {
                found.add(new Stored<>(
                        new AggregateKey<>(kind, stored.key().id()), kind.cast(stored.value()), stored.version()));
            }
        }
        return found.build();
    }

    private static String parentOf(Object value, ProgramId program) {
        if (value instanceof PeerGroup group) {
            return group.cohort().value();
        }
        if (value instanceof Meeting meeting) {
            return meeting.group().value();
        }
        if (value instanceof ActionPlan plan) {
            return plan.group().value();
        }
        if (value instanceof Saying saying) {
            return saying.cohort().value();
        }
        if (value instanceof Release release) {
            return release.group().value();
        }
        if (value instanceof Rehearsal rehearsal) {
            return rehearsal.group().value();
        }
        if (value instanceof Reflection reflection) {
            return reflection.group().value();
        }
        if (value instanceof PulseSurvey survey) {
            return survey.cohort().value();
        }
        if (value instanceof StandingReport report) {
            return report.cohort().value();
        }
        return value instanceof PulseDiary diary ? diary.cohort().value() : program.value();
    }

    @Override
    public synchronized void commit(ProgramCommit commit) {
        commits++;
        if (racesToLose > 0) {
            racesToLose--;
            throw new StaleVersionException(
                    ImmutableSet.of(commit.writes().get(0).key()));
        }
        for (Write write : commit.writes()) {
            Stored<?> now = all.get(write.key().toString());
            long version = now == null ? 0 : now.version();
            long expected = write instanceof Write.Replace replace
                    ? replace.expected()
                    : write instanceof Write.Check check
                            ? check.expected()
                            : write instanceof Write.Delete delete ? delete.expected() : 0;
            if (version != expected) {
                throw new StaleVersionException(ImmutableSet.of(write.key()));
            }
        }
        for (Write write : commit.writes()) {
            if (write instanceof Write.Create create) {
                all.put(write.key().toString(), new Stored<>(uncheck(write.key()), create.value(), 1));
            } else if (write instanceof Write.Replace replace) {
                all.put(
                        write.key().toString(),
                        new Stored<>(uncheck(write.key()), replace.value(), replace.expected() + 1));
            } else if (write instanceof Write.Delete) {
                all.remove(write.key().toString());
            }
        }
        events.addAll(commit.events());
    }

    @SuppressWarnings("unchecked")
    private static AggregateKey<Object> uncheck(AggregateKey<?> key) {
        return (AggregateKey<Object>) key;
    }

    @Override
    public <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, A aggregate) {
        return Pieces.of(aggregate);
    }

    /** What is left of a piece takes a codec to make; the kit's tests delete. */
    @Override
    public <A> A without(ProgramId program, AggregateKey<A> key, A aggregate, Set<PieceId> pieces) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(ProgramId program, PersonId person) {
        forgotten.add(person);
    }
}
