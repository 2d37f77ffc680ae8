package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.peercircle.cohort.Cohort;
import org.peercircle.decision.DomainEvent;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.Write;
import org.peercircle.plan.ActionPlan;

/** The typed port over a map, for tests of the office: what a host with its own typed tables would write. */
final class MapRepository implements ProgramRepository {

    private final Map<String, Stored<?>> all = new TreeMap<>();
    final List<DomainEvent> events = new ArrayList<>();
    /** Commits that are to lose a race before one goes through. */
    int racesToLose;

    int commits;

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
        return value instanceof ActionPlan plan
                ? plan.group().value()
                : value instanceof Cohort cohort ? cohort.program().value() : program.value();
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
                    : write instanceof Write.Check check ? check.expected() : 0;
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
            }
        }
        events.addAll(commit.events());
    }

    @SuppressWarnings("unchecked")
    private static AggregateKey<Object> uncheck(AggregateKey<?> key) {
        return (AggregateKey<Object>) key;
    }
}
