package org.peercircle.office;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.Write;

/**
 * One attempt at one operation: what it has read, at which versions, and what it is to write. Whatever was read and not
 * written is held to its version in the commit, so that a decision never rests on something that has changed.
 */
final class Work {

    private final ProgramId program;
    private final ProgramRepository repository;
    private final Instant now;
    private final Retention retention;
    private final Map<AggregateKey<?>, Stored<?>> read = new LinkedHashMap<>();
    private final Set<AggregateKey<?>> missing = new LinkedHashSet<>();
    private final Map<AggregateKey<?>, Write> writes = new LinkedHashMap<>();
    private final Table<AggregateKind<?>, String, ImmutableList<Stored<?>>> fetched = HashBasedTable.create();

    Work(ProgramId program, ProgramRepository repository, Instant now, Retention retention) {
        this.program = program;
        this.repository = repository;
        this.now = now;
        this.retention = retention;
    }

    /** Returns work at the same time whose reading binds no commit: for what is only shown. */
    Work aside() {
        Work aside = new Work(program, repository, now, retention);
        aside.fetched.putAll(fetched);
        return aside;
    }

    Retention retention() {
        return retention;
    }

    ProgramId program() {
        return program;
    }

    Instant now() {
        return now;
    }

    /** The day on which affiliations and powers are looked up; programs span zones, so it is UTC's. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Returns the instant that lies this far ahead, in UTC. */
    Instant in(Period ahead) {
        return now.atOffset(ZoneOffset.UTC).plus(ahead).toInstant();
    }

    <A> Optional<A> find(AggregateKind<A> kind, Object id) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        if (!wasLookedFor(key)) {
            readAll(ImmutableSet.of(key));
        }
        return Optional.ofNullable(read.get(key)).map(stored -> kind.cast(stored.value()));
    }

    /** Returns those that exist, in the order of the ids, from one snapshot. */
    <A> ImmutableMap<String, A> findAll(AggregateKind<A> kind, Iterable<?> ids) {
        Set<AggregateKey<?>> keys = new LinkedHashSet<>();
        ids.forEach(id -> keys.add(AggregateKey.of(kind, id)));
        readAll(keys);
        ImmutableMap.Builder<String, A> found = ImmutableMap.builder();
        for (AggregateKey<?> key : keys) {
            Stored<?> stored = read.get(key);
            if (stored != null) {
                found.put(key.id(), kind.cast(stored.value()));
            }
        }
        return found.buildOrThrow();
    }

    /** Fetches the children of several kinds at once, those that were not yet. */
    void fetch(Object parent, AggregateKind<?>... kinds) {
        String of = parent.toString();
        List<AggregateKind<?>> unknown = Stream.<AggregateKind<?>>of(kinds)
                .filter(kind -> !fetched.contains(kind, of))
                .toList();
        if (!unknown.isEmpty()) {
            ImmutableListMultimap<AggregateKind<?>, Stored<?>> found = repository.families(program, unknown, of);
            unknown.forEach(kind -> fetched.put(kind, of, found.get(kind)));
        }
    }

    <A> ImmutableList<A> children(AggregateKind<A> kind, Object parent) {
        fetch(parent, kind);
        ImmutableList.Builder<A> all = ImmutableList.builder();
        for (Stored<?> stored : Objects.requireNonNull(fetched.get(kind, parent.toString()))) {
            Stored<?> before = read.putIfAbsent(stored.key(), stored);
            all.add(kind.cast((before == null ? stored : before).value()));
        }
        return all.build();
    }

    <A> void create(AggregateKind<A> kind, Object id, A value) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        writes.put(key, new Write.Create(key, value));
    }

    /** Replaces what was read before in this work. */
    <A> void replace(AggregateKind<A> kind, Object id, A value) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        writes.put(key, new Write.Replace(key, value, version(key)));
    }

    /** Deletes what was read before in this work. */
    <A> void delete(AggregateKind<A> kind, Object id) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        writes.put(key, new Write.Delete(key, version(key)));
    }

    /** Returns what is to be written in place of what was read; empty if that stays as it is. */
    <A> Optional<A> written(AggregateKind<A> kind, Object id) {
        return writes.get(AggregateKey.of(kind, id)) instanceof Write.Replace replace
                ? Optional.of(kind.cast(replace.value()))
                : Optional.empty();
    }

    private long version(AggregateKey<?> key) {
        Stored<?> stored = read.get(key);
        if (stored == null) {
            throw new IllegalStateException(key + " must be read before it is changed");
        }
        return stored.version();
    }

    boolean writesNothing() {
        return writes.isEmpty();
    }

    ImmutableList<Write> writes() {
        ImmutableList.Builder<Write> all = ImmutableList.builder();
        all.addAll(writes.values());
        read.values().stream()
                .filter(stored -> !writes.containsKey(stored.key()))
                .forEach(stored -> all.add(new Write.Check(stored.key(), stored.version())));
        return all.build();
    }

    private boolean wasLookedFor(AggregateKey<?> key) {
        return read.containsKey(key) || missing.contains(key);
    }

    /** Reads what was not read yet, of any kinds, in one call. */
    void readAll(Set<AggregateKey<?>> keys) {
        Set<AggregateKey<?>> unread = new LinkedHashSet<>();
        for (AggregateKey<?> key : keys) {
            if (!wasLookedFor(key)) {
                unread.add(key);
            }
        }
        if (!unread.isEmpty()) {
            read.putAll(repository.read(program, unread));
            unread.stream().filter(key -> !read.containsKey(key)).forEach(missing::add);
        }
    }
}
