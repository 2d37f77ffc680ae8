package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.peercircle.persistence.file.DirectoryRecordStore;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.FeedPruned;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** The kit is proved on stores that are wrong on purpose: each is caught by the law it breaks. */
class BrokenStoresTest {

    @Test
    void a_store_that_does_nothing_fails_every_test() {
        TestExecutionSummary summary = run(DoesNothing.class, "L").getSummary();
        List<String> failed = summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .toList();
        List<String> all = Stream.of(
                        RecordStoreContract.class,
                        SecrecyLaws.class,
                        TransactionLaws.class,
                        FeedLaws.class,
                        FindingLaws.class,
                        WritingLaws.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName() + "()")
                .toList();
        assertThat(failed).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_store_they_go_wrong_from_is_right() {
        TestExecutionSummary summary = run(Right.class, "L").getSummary();
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
    }

    static class Right extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore();
        }
    }

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                arguments("L1", CutsPayloads.class),
                arguments("L1", FoldsCase.class),
                arguments("L1", ReadsPayloadsAsText.class),
                arguments("L1", ComposesCharacters.class),
                arguments("L2", ReadsStale.class),
                arguments("L2", FindsLate.class),
                arguments("L3", HalfBatch.class),
                arguments("L3", KeepsWhatConflicts.class),
                arguments("L4", ReadsOneByOne.class),
                arguments("L5", ReusesKeys.class),
                arguments("L5", CountsChecks.class),
                arguments("L6", LostUpdate.class),
                arguments("L7", IgnoresChecks.class),
                arguments("L7", ChecksBefore.class),
                arguments("L8", BlamesEverybody.class),
                arguments("L8", KeepsIdsOfConflicts.class),
                arguments("L9", LocksInAnyOrder.class),
                arguments("L10", ForgetsCommitIds.class),
                arguments("L10", LooksForTheIdAtTheEnd.class),
                arguments("L11", IgnoresFingerprints.class),
                arguments("L12", RemembersAThousand.class),
                arguments("L13", OffByOneRange.class),
                arguments("L13", KeepsOldEntries.class),
                arguments("L14", RepeatsPageRow.class),
                arguments("L14", PagesByOffset.class),
                arguments("L14", OrdersByLocale.class),
                arguments("L14", TakesAnyCursor.class),
                arguments("L15", GapInFeed.class),
                arguments("L15", TellsTwice.class),
                arguments("L16", OrdersFeedByCommit.class),
                arguments("L17", NumbersFeedAnew.class),
                arguments("L19", MixesTenants.class),
                arguments("L22", SaysAppliedTooSoon.class),
                arguments("L23", AsksTheClock.class),
                arguments("L24", TakesLessThanItSays.class),
                arguments("L24", TakesAnySize.class),
                arguments("L25", SaysWhatItCouldNotKeep.class),
                arguments("L28", PassesOverWhatIsPruned.class),
                arguments("L28", PrunesOnlyTheFeed.class));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenStores")
    void each_broken_store_is_caught_by_the_law_it_breaks(String law, Class<?> contract) {
        assertThat(run(contract, law + "_").getSummary().getTestsFailedCount()).isPositive();
    }

    /** Runs the tests whose names begin so. */
    private static SummaryGeneratingListener run(Class<?> contract, String names) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PostDiscoveryFilter named = test ->
                FilterResult.includedIf(!test.isTest() || test.getDisplayName().startsWith(names));
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .filters(named)
                                .build(),
                        listener);
        return listener;
    }

    static class DoesNothing extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new RecordStore() {
                @Override
                public StoreDescriptor describe() {
                    return new StoreDescriptor(7, "nothing", 64, 1 << 20, Set.of(), "");
                }

                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return List.of();
                }

                @Override
                public CommitOutcome commit(Commit commit) {
                    return new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE);
                }

                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    return new Page<>(List.of(), Optional.empty());
                }

                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    return List.of();
                }
            };
        }
    }

    static class CutsPayloads extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(
                            with(commit, commit.ops().stream().map(this::cut).toList()));
                }

                private RecordOp cut(RecordOp op) {
                    return op instanceof RecordOp.Create create
                                    && create.content().payload().size() > 65_535
                            ? new RecordOp.Create(
                                    op.key(),
                                    new RecordContent(
                                            create.content().index(),
                                            create.content().codecTag(),
                                            Payload.of(Arrays.copyOf(
                                                    create.content().payload().toBytes(), 65_535))))
                            : op;
                }
            };
        }
    }

    static class SaysWhatItCouldNotKeep extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    try {
                        return super.commit(commit);
                    } catch (IllegalArgumentException e) {
                        String failing = commit.ops().stream()
                                .flatMap(op -> op.written().stream())
                                .map(content -> Arrays.toString(
                                                Arrays.copyOf(content.payload().toBytes(), 9))
                                        + content.index())
                                .collect(Collectors.joining());
                        throw new IllegalArgumentException("failing row contains " + failing, e);
                    }
                }
            };
        }
    }

    static class FoldsCase extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    List<StoredRecord> found = new ArrayList<>(super.read(tenant, keys));
                    keys.forEach(k -> found.addAll(super.read(
                            tenant,
                            Set.of(new RecordKey(
                                    k.kind(),
                                    k.id().substring(0, 1).toUpperCase(Locale.ROOT) + k.id().substring(1))))));
                    return found.stream().distinct().toList();
                }
            };
        }
    }

    static class ReadsStale extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Map<Object, List<StoredRecord>> cache = new HashMap<>();

                @Override
                public synchronized List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return cache.computeIfAbsent(List.of(tenant, keys), k -> super.read(tenant, keys));
                }
            };
        }
    }

    static class HalfBatch extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    if (commit.ops().size() == 2) {
                        CommitOutcome first =
                                super.commit(with(commit, commit.ops().subList(0, 1)));
                        if (!(first instanceof CommitOutcome.Applied)) {
                            return first;
                        }
                        return super.commit(new Commit(
                                commit.tenant(),
                                commit.commitId() + "b",
                                "f",
                                commit.ops().subList(1, 2),
                                List.of()));
                    }
                    return super.commit(commit);
                }
            };
        }
    }

    static class ReadsOneByOne extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    List<StoredRecord> found = new ArrayList<>();
                    for (RecordKey key : new TreeSet<>(keys)) {
                        found.addAll(super.read(tenant, Set.of(key)));
                        LockSupport.parkNanos(1_000_000);
                    }
                    return found;
                }
            };
        }
    }

    static class ReusesKeys extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Set<RecordKey> deleted = new HashSet<>();

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    if (commit.ops().size() == 1 && commit.ops().get(0) instanceof RecordOp.Delete delete) {
                        deleted.add(delete.key());
                        return super.commit(commit);
                    }
                    boolean again = commit.ops().stream()
                            .anyMatch(op -> op instanceof RecordOp.Create && deleted.contains(op.key()));
                    return again ? new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE) : super.commit(commit);
                }
            };
        }
    }

    static class LostUpdate extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    boolean replaces = commit.ops().stream().allMatch(op -> op instanceof RecordOp.Replace);
                    return outcome instanceof CommitOutcome.Conflict && replaces
                            ? new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE)
                            : outcome;
                }
            };
        }
    }

    static class IgnoresChecks extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(with(
                            commit,
                            commit.ops().stream()
                                    .filter(op -> commit.ops().size() == 1 || !(op instanceof RecordOp.Check))
                                    .toList()));
                }
            };
        }
    }

    static class BlamesEverybody extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    return outcome instanceof CommitOutcome.Conflict
                            ? new CommitOutcome.Conflict(
                                    commit.ops().stream().map(RecordOp::key).collect(Collectors.toSet()))
                            : outcome;
                }
            };
        }
    }

    static class ForgetsCommitIds extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private int n;

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    return super.commit(new Commit(
                            commit.tenant(), "x" + n++, commit.fingerprint(), commit.ops(), commit.events()));
                }
            };
        }
    }

    static class IgnoresFingerprints extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(
                            new Commit(commit.tenant(), commit.commitId(), "same", commit.ops(), commit.events()));
                }
            };
        }
    }

    static class OffByOneRange extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    Page<StoredRecord> right = super.find(tenant, query, page);
                    return query.from().equals(query.to())
                            ? right
                            : new Page<>(
                                    right.items().stream()
                                            .filter(r -> !r.content().index().contains(query.to()))
                                            .toList(),
                                    right.next());
                }
            };
        }
    }

    static class RepeatsPageRow extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private StoredRecord[] last = {};

                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    Page<StoredRecord> right = super.find(tenant, query, page);
                    List<StoredRecord> items = new ArrayList<>(right.items());
                    if (page.after().isPresent() && last.length > 0 && items.size() > 1) {
                        items.set(0, last[0]);
                    }
                    last = items.isEmpty() ? last : new StoredRecord[] {items.get(items.size() - 1)};
                    return new Page<>(items, right.next());
                }
            };
        }
    }

    static class GapInFeed extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    return super.feed(tenant, after, limit).stream()
                            .filter(e -> e.position() % 5 != 3)
                            .toList();
                }
            };
        }
    }

    static class MixesTenants extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return super.read(new TenantId("program-a"), keys);
                }
            };
        }
    }

    static class ReadsPayloadsAsText extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return super.read(tenant, keys).stream().map(this::asText).toList();
                }

                private StoredRecord asText(StoredRecord record) {
                    String text = new String(record.content().payload().toBytes(), StandardCharsets.UTF_8);
                    return withPayload(record, Payload.of(text.getBytes(StandardCharsets.UTF_8)));
                }
            };
        }
    }

    static class ComposesCharacters extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(withContents(
                            commit,
                            content -> new RecordContent(
                                    content.index().stream().map(this::composed).toList(),
                                    content.codecTag(),
                                    content.payload())));
                }

                private IndexEntry composed(IndexEntry entry) {
                    return entry instanceof IndexEntry.Text text
                            ? new IndexEntry.Text(text.name(), Normalizer.normalize(text.value(), Normalizer.Form.NFKC))
                            : entry;
                }
            };
        }
    }

    static class FindsLate extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private InMemoryRecordStore replica = new InMemoryRecordStore();
                private Optional<Commit> pending = Optional.empty();

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    pending.ifPresent(replica::commit);
                    pending = Optional.of(commit).filter(c -> outcome instanceof CommitOutcome.Applied);
                    return outcome;
                }

                @Override
                public synchronized Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    return replica.find(tenant, query, page);
                }
            };
        }
    }

    static class KeepsWhatConflicts extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private int n;

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    if (outcome instanceof CommitOutcome.Conflict) {
                        for (RecordOp op : commit.ops()) {
                            if (op instanceof RecordOp.Create) {
                                super.commit(new Commit(commit.tenant(), "kept" + n++, "f", List.of(op), List.of()));
                            }
                        }
                    }
                    return outcome;
                }
            };
        }
    }

    static class CountsChecks extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    List<RecordOp> ops = new ArrayList<>();
                    for (RecordOp op : commit.ops()) {
                        Optional<StoredRecord> now = super.read(commit.tenant(), Set.of(op.key())).stream()
                                .findFirst();
                        ops.add(
                                op instanceof RecordOp.Check && now.isPresent()
                                        ? new RecordOp.Replace(
                                                op.key(),
                                                op.expected(),
                                                now.orElseThrow().content())
                                        : op);
                    }
                    return super.commit(with(commit, ops));
                }
            };
        }
    }

    static class ChecksBefore extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    for (RecordOp op : commit.ops()) {
                        if (op instanceof RecordOp.Check && !stands(commit.tenant(), op)) {
                            return new CommitOutcome.Conflict(Set.of(op.key()));
                        }
                    }
                    LockSupport.parkNanos(100_000);
                    List<RecordOp> writes = commit.ops().stream()
                            .filter(op -> !(op instanceof RecordOp.Check))
                            .toList();
                    return super.commit(with(commit, writes));
                }

                private boolean stands(TenantId tenant, RecordOp op) {
                    return super.read(tenant, Set.of(op.key())).stream().anyMatch(r -> r.version() == op.expected());
                }
            };
        }
    }

    static class KeepsIdsOfConflicts extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    if (outcome instanceof CommitOutcome.Conflict) {
                        super.commit(with(commit, List.of()));
                    }
                    return outcome;
                }
            };
        }
    }

    static class LocksInAnyOrder extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Map<RecordKey, ReentrantLock> locks = new ConcurrentHashMap<>();

                @Override
                public CommitOutcome commit(Commit commit) {
                    List<ReentrantLock> held = new ArrayList<>();
                    try {
                        for (RecordOp op : commit.ops()) {
                            ReentrantLock lock = locks.computeIfAbsent(op.key(), k -> new ReentrantLock());
                            if (!lock.tryLock(300, TimeUnit.MILLISECONDS)) {
                                throw new StoreUnavailable("deadlock", new IllegalStateException());
                            }
                            held.add(lock);
                            LockSupport.parkNanos(200_000);
                        }
                        return super.commit(commit);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    } finally {
                        held.forEach(ReentrantLock::unlock);
                    }
                }
            };
        }
    }

    static class LooksForTheIdAtTheEnd extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    for (RecordOp op : commit.ops()) {
                        List<StoredRecord> now = super.read(commit.tenant(), Set.of(op.key()));
                        long version = now.isEmpty() ? 0 : now.get(0).version();
                        if (version != op.expected()) {
                            return new CommitOutcome.Conflict(Set.of(op.key()));
                        }
                    }
                    return super.commit(commit);
                }
            };
        }
    }

    static class RemembersAThousand extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Map<String, String> known = new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                        return size() > 1_000;
                    }
                };
                private int n;

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    String tenant = commit.tenant().value();
                    String id = known.computeIfAbsent(tenant + commit.commitId(), k -> "id" + n++);
                    return super.commit(
                            new Commit(commit.tenant(), id, commit.fingerprint(), commit.ops(), commit.events()));
                }
            };
        }
    }

    static class KeepsOldEntries extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Map<RecordKey, Set<IndexEntry>> old = new ConcurrentHashMap<>();

                @Override
                public CommitOutcome commit(Commit commit) {
                    commit.ops()
                            .forEach(op -> op.written()
                                    .ifPresent(
                                            content -> old.computeIfAbsent(op.key(), k -> ConcurrentHashMap.newKeySet())
                                                    .addAll(content.index())));
                    return super.commit(with(
                            commit,
                            commit.ops().stream()
                                    .map(op -> op.written().isPresent() ? withContent(op, all(op)) : op)
                                    .toList()));
                }

                private RecordContent all(RecordOp op) {
                    RecordContent content = op.written().orElseThrow();
                    return new RecordContent(
                            List.copyOf(old.getOrDefault(op.key(), Set.of())), content.codecTag(), content.payload());
                }
            };
        }
    }

    static class PagesByOffset extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    super.find(tenant, query, page.after().isPresent() ? page : PageRequest.first(page.limit()));
                    int offset = page.after().map(seen::get).orElse(0);
                    List<StoredRecord> all =
                            super.find(tenant, query, PageRequest.first(1000)).items();
                    int from = Math.min(offset, all.size());
                    List<StoredRecord> shown = all.subList(from, Math.min(all.size(), from + page.limit()));
                    if (from + shown.size() == all.size()) {
                        return new Page<>(shown, Optional.empty());
                    }
                    StoredRecord last = shown.get(shown.size() - 1);
                    String cursor = super.find(tenant, query, PageRequest.first(from + shown.size()))
                            .next()
                            .orElseThrow();
                    assertThat(last).isNotNull();
                    seen.put(cursor, from + shown.size());
                    return new Page<>(shown, Optional.of(cursor));
                }

                private final Map<String, Integer> seen = new ConcurrentHashMap<>();
            };
        }
    }

    static class OrdersByLocale extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    Page<StoredRecord> right = super.find(tenant, query, page);
                    List<StoredRecord> sorted = new ArrayList<>(right.items());
                    if (query.from() instanceof IndexEntry.Text) {
                        Collator german = Collator.getInstance(Locale.GERMAN);
                        sorted.sort(Comparator.comparing(r -> firstText(r, query), german));
                    }
                    return new Page<>(sorted, right.next());
                }

                private String firstText(StoredRecord record, IndexQuery query) {
                    return record.content().index().stream()
                            .filter(query::matches)
                            .map(e -> ((IndexEntry.Text) e).value())
                            .sorted()
                            .findFirst()
                            .orElseThrow();
                }
            };
        }
    }

    static class TakesAnyCursor extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    try {
                        return super.find(tenant, query, page);
                    } catch (IllegalArgumentException notOfThis) {
                        return new Page<>(List.of(), Optional.empty());
                    }
                }
            };
        }
    }

    static class TellsTwice extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    List<FeedEntry> twice = new ArrayList<>();
                    for (FeedEntry e : super.feed(tenant, after / 2, limit)) {
                        twice.add(at(e, 2 * e.position()));
                        twice.add(at(e, 2 * e.position() + 1));
                    }
                    return twice.stream()
                            .filter(e -> e.position() > after)
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class OrdersFeedByCommit extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    List<FeedEntry> right = super.feed(tenant, after, limit);
                    List<FeedEntry> sorted = new ArrayList<>(right);
                    sorted.sort(Comparator.comparing(FeedEntry::commitId));
                    List<FeedEntry> numbered = new ArrayList<>();
                    for (int i = 0; i < sorted.size(); i++) {
                        numbered.add(at(sorted.get(i), right.get(i).position()));
                    }
                    return numbered;
                }
            };
        }
    }

    static class NumbersFeedAnew extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    // The latest first: what is new pushes everything else on.
                    List<FeedEntry> all = new ArrayList<>(super.feed(tenant, 0, 1000));
                    Collections.reverse(all);
                    List<FeedEntry> numbered = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        numbered.add(at(all.get(i), i + 1L));
                    }
                    return numbered.stream()
                            .filter(e -> e.position() > after)
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class SaysAppliedTooSoon extends RecordStoreContract {
        @TempDir
        Path directory;

        private int stores;

        @Override
        protected RecordStore newStore() {
            return openAt(directory.resolve("store" + stores++).toString());
        }

        @Override
        protected String addressOf(RecordStore store) {
            return store.describe().name().substring("directory ".length());
        }

        @Override
        protected RecordStore openAt(String address) {
            RecordStore files = DirectoryRecordStore.open(Path.of(address));
            WrappedStore ahead = new WrappedStore() {
                private final List<Commit> unwritten = new ArrayList<>();

                @Override
                public StoreDescriptor describe() {
                    return files.describe();
                }

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    if (outcome instanceof CommitOutcome.Applied) {
                        unwritten.add(commit);
                    }
                    if (unwritten.size() > 5) {
                        unwritten.forEach(files::commit);
                        unwritten.clear();
                    }
                    return outcome;
                }
            };
            written(Path.of(address)).forEach(ahead.right::commit);
            return ahead;
        }

        private static List<Commit> written(Path directory) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Commit> commits = new ArrayList<>();
                for (Path file : files.filter(f -> f.toString().endsWith(".commit"))
                        .sorted()
                        .toList()) {
                    commits.add(BinaryForm.commit(Files.readAllBytes(file)));
                }
                return commits;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static class AsksTheClock extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private long last;

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    long now = System.currentTimeMillis();
                    if (now < last) {
                        throw new StoreUnavailable("the clock went back", new IllegalStateException());
                    }
                    last = now;
                    return super.commit(commit);
                }
            };
        }
    }

    static class TakesLessThanItSays extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(
                            with(commit, commit.ops().stream().limit(50).toList()));
                }
            };
        }
    }

    static class TakesAnySize extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public StoreDescriptor describe() {
                    return StoreDescriptor.of("in memory", 64, 1 << 20, Set.of());
                }
            };
        }
    }

    static class PassesOverWhatIsPruned extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    try {
                        return super.feed(tenant, after, limit);
                    } catch (FeedPruned pruned) {
                        return super.feed(tenant, pruned.upTo(), limit);
                    }
                }
            };
        }
    }

    static class PrunesOnlyTheFeed extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new WrappedStore() {
                private final Set<String> everKnown = ConcurrentHashMap.newKeySet();

                @Override
                public CommitOutcome commit(Commit commit) {
                    if (everKnown.contains(commit.tenant() + commit.commitId())) {
                        return new CommitOutcome.Replayed();
                    }
                    CommitOutcome outcome = super.commit(commit);
                    if (outcome instanceof CommitOutcome.Applied) {
                        everKnown.add(commit.tenant() + commit.commitId());
                    }
                    return outcome;
                }
            };
        }
    }
}
