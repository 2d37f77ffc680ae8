package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Saying;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.report.StandingReport;

/** A program in a map, neither encoded nor sealed, for plays of which there are many. */
final class PlainRepository implements ProgramRepository {

    private final Map<String, Stored<?>> all = new TreeMap<>();
    private final RecordRepository anyRecords =
            RecordRepository.over(new InMemoryRecordStore(), Sealing.forThisProcess(new InMemoryKeyVault()));

    @Override
    public ImmutableMap<AggregateKey<?>, Stored<?>> read(ProgramId program, Set<AggregateKey<?>> keys) {
        ImmutableMap.Builder<AggregateKey<?>, Stored<?>> found = ImmutableMap.builder();
        for (AggregateKey<?> key : keys) {
            Stored<?> stored = all.get(key.toString());
            if (stored != null) {
                found.put(key, stored);
            }
        }
        return found.buildOrThrow();
    }

    @Override
    public <A> ImmutableList<Stored<A>> children(ProgramId program, AggregateKind<A> kind, String parent) {
        return all.values().stream()
                .filter(stored -> stored.key().kind() == kind
                        && parent(stored.value(), program).equals(parent))
                .map(stored -> new Stored<>(
                        new AggregateKey<>(kind, stored.key().id()), kind.cast(stored.value()), stored.version()))
                .collect(ImmutableList.toImmutableList());
    }

    private static String parent(Object value, ProgramId program) {
        if (value instanceof PeerGroup group) {
            return group.cohort().value();
        }
        if (value instanceof Meeting meeting) {
            return meeting.group().value();
        }
        if (value instanceof ActionPlan plan) {
            return plan.group().value();
        }
        if (value instanceof StandingReport report) {
            return report.cohort().value();
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
        return value instanceof PulseDiary diary ? diary.cohort().value() : program.value();
    }

    @Override
    public void commit(ProgramCommit commit) {
        for (Write write : commit.writes()) {
            Stored<?> stored = all.get(write.key().toString());
            if ((stored == null ? 0 : stored.version()) != expected(write)) {
                throw new StaleVersionException(ImmutableSet.of(write.key()));
            }
        }
        for (Write write : commit.writes()) {
            String key = write.key().toString();
            if (write instanceof Write.Create create) {
                all.put(key, new Stored<>(cast(write.key()), create.value(), 1));
            } else if (write instanceof Write.Replace replace) {
                all.put(key, new Stored<>(cast(write.key()), replace.value(), replace.expected() + 1));
            } else if (write instanceof Write.Delete) {
                all.remove(key);
            }
        }
    }

    private static long expected(Write write) {
        if (write instanceof Write.Replace replace) {
            return replace.expected();
        }
        if (write instanceof Write.Check check) {
            return check.expected();
        }
        return write instanceof Write.Delete delete ? delete.expected() : 0;
    }

    @SuppressWarnings("unchecked")
    private static AggregateKey<Object> cast(AggregateKey<?> key) {
        return (AggregateKey<Object>) key;
    }

    @Override
    public <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, A aggregate) {
        return anyRecords.pieces(kind, aggregate);
    }

    @Override
    public <A> A without(ProgramId program, AggregateKey<A> key, A aggregate, Set<PieceId> pieces) {
        return anyRecords.without(program, key, aggregate, pieces);
    }

    /** Nothing is sealed here; that the office knows who was erased is enough. */
    @Override
    public void forget(ProgramId program, PersonId person) {}
}
