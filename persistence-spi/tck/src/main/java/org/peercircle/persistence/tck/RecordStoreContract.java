package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
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
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/**
 * Proves a record store right. Extend it, and give a fresh store for each test:
 *
 * <pre>{@code
 * class MyStoreTest extends RecordStoreContract {
 *     protected RecordStore newStore() {
 *         return new MyStore(freshDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Each test is named for the law it checks. Nothing sleeps and nothing skips.
 */
public abstract class RecordStoreContract {

    private static final TenantId TENANT = new TenantId("program-a");
    private static final TenantId OTHER = new TenantId("program-b");
    private static final int THREADS = 8;
    private static final int ROUNDS = 25;
    private static final String KIND = "thing";

    private int commits;

    /** For subclasses. */
    protected RecordStoreContract() {}

    /** Returns a fresh, empty store. */
    protected abstract RecordStore newStore();

    /** L1: payload, index and codec tag come back as they were, of every size and with every character. */
    @Test
    protected void L1_what_comes_back_is_what_went_in() {
        RecordStore store = newStore();
        List<byte[]> payloads = List.of(new byte[0], new byte[] {0, -1, 0, 127, -128}, noise(1 << 20));
        for (int i = 0; i < payloads.size(); i++) {
            RecordContent content = new RecordContent(
                    List.of(
                            new IndexEntry.Text("t", "ä\u0000𝄞ﬁ "),
                            new IndexEntry.Text("t", ""),
                            new IndexEntry.Text("t", "x".repeat(IndexEntry.MAX_TEXT_BYTES)),
                            new IndexEntry.Whole("n", Long.MIN_VALUE),
                            new IndexEntry.Whole("n", Long.MAX_VALUE)),
                    "kind;1;form",
                    Payload.of(payloads.get(i)));
            RecordKey key = key("Id" + i);
            apply(store, new RecordOp.Create(key, content));
            StoredRecord found = read(store, key).orElseThrow();
            assertThat(found.content().payload()).isEqualTo(content.payload());
            assertThat(found.content().codecTag()).isEqualTo(content.codecTag());
            assertThat(found.content().index()).containsExactlyInAnyOrderElementsOf(content.index());
            assertThat(read(store, key("id" + i))).as("ids are case-sensitive").isEmpty();
        }
    }

    /** L1: bytes handed in or out are copies: changing them changes nothing in the store. */
    @Test
    protected void L1_a_store_keeps_its_own_bytes() {
        RecordStore store = newStore();
        byte[] mine = {1, 2, 3};
        apply(store, new RecordOp.Create(key("a"), new RecordContent(List.of(), "c", Payload.of(mine))));
        mine[0] = 9;
        read(store, key("a")).orElseThrow().content().payload().toBytes()[1] = 9;
        assertThat(read(store, key("a")).orElseThrow().content().payload().toBytes())
                .containsExactly(1, 2, 3);
    }

    /** L2: what an applied commit wrote is seen at once, by read, find and feed, from any thread. */
    @Test
    protected void L2_a_commit_is_seen_at_once() {
        RecordStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            int n = i;
            apply(store, i == 0 ? create("a", 0) : new RecordOp.Replace(key("a"), i, content(i)));
            List<Long> seen =
                    inParallel(() -> read(store, key("a")).orElseThrow().version());
            assertThat(seen).containsOnly(i + 1L);
            assertThat(store.find(TENANT, byNumber(n), PageRequest.first(10)).items())
                    .hasSize(1);
            assertThat(store.feed(TENANT, 0, 1000)).hasSize(i + 1);
        }
    }

    /** L3: two records always changed together are never seen apart. */
    @Test
    protected void L3_a_commit_is_seen_whole_or_not_at_all() {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (thread < 2) {
                    Map<RecordKey, StoredRecord> now = readBoth(store);
                    long version = version(now, "a");
                    store.commit(commit(
                            new RecordOp.Replace(key("a"), version, content(version)),
                            new RecordOp.Replace(key("b"), version, content(version))));
                } else {
                    Map<RecordKey, StoredRecord> seen = readBoth(store);
                    assertThat(version(seen, "a")).isEqualTo(version(seen, "b"));
                }
            }
            return thread;
        });
    }

    /** L3: a commit of which one part does not hold leaves no trace of the others. */
    @Test
    protected void L3_a_commit_that_conflicts_leaves_no_trace() {
        RecordStore store = newStore();
        apply(store, create("a", 1));
        CommitOutcome outcome = store.commit(commit(create("b", 7), new RecordOp.Replace(key("a"), 9, content(7))));
        assertThat(outcome).isEqualTo(new CommitOutcome.Conflict(Set.of(key("a"))));
        assertThat(read(store, key("b"))).isEmpty();
        assertThat(store.find(TENANT, byNumber(7), PageRequest.first(10)).items())
                .isEmpty();
        assertThat(store.feed(TENANT, 0, 10)).hasSize(1);
    }

    /** L4: the records of one read stood together at some instant. */
    @Test
    protected void L4_a_read_is_one_instant() {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        AtomicInteger reading = new AtomicInteger(THREADS - 1);
        inParallel(thread -> {
            if (thread == 0) {
                // a is always changed before b, so b is never ahead of a; on and on while somebody reads.
                for (long version = 1; reading.get() > 0; version++) {
                    apply(store, new RecordOp.Replace(key("a"), version, content(version)));
                    apply(store, new RecordOp.Replace(key("b"), version, content(version)));
                }
                return thread;
            }
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    Map<RecordKey, StoredRecord> seen = readBoth(store);
                    assertThat(version(seen, "a") - version(seen, "b")).isBetween(0L, 1L);
                }
            } finally {
                reading.decrementAndGet();
            }
            return thread;
        });
    }

    /** L5: versions start at 1 and rise by one; a key that was deleted is never used again. */
    @Test
    protected void L5_versions_count_and_a_deleted_key_is_gone_for_ever() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        assertThat(read(store, key("a")).orElseThrow().version()).isEqualTo(1);
        apply(store, new RecordOp.Replace(key("a"), 1, content(1)));
        assertThat(read(store, key("a")).orElseThrow().version()).isEqualTo(2);
        apply(store, new RecordOp.Check(key("a"), 2));
        assertThat(read(store, key("a")).orElseThrow().version()).isEqualTo(2);
        assertConflict(store, create("a", 2));
        assertConflict(store, new RecordOp.Delete(key("a"), 1));
        apply(store, new RecordOp.Delete(key("a"), 2));
        assertThat(read(store, key("a"))).isEmpty();
        assertThat(store.find(TENANT, byNumber(1), PageRequest.first(10)).items())
                .isEmpty();
        assertConflict(store, create("a", 3));
        assertConflict(store, new RecordOp.Replace(key("a"), 2, content(3)));
        assertConflict(store, new RecordOp.Check(key("a"), 2));
    }

    /** L6: of many commits that expect the same version, exactly one is applied. */
    @Test
    protected void L6_one_of_many_wins() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        for (int round = 1; round <= ROUNDS; round++) {
            long expected = round;
            List<CommitOutcome> outcomes =
                    inParallel(() -> store.commit(commit(new RecordOp.Replace(key("a"), expected, content(expected)))));
            assertThat(outcomes.stream().filter(o -> o instanceof CommitOutcome.Applied))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(o -> o instanceof CommitOutcome.Conflict))
                    .hasSize(THREADS - 1);
            assertThat(read(store, key("a")).orElseThrow().version()).isEqualTo(expected + 1);
        }
    }

    /** L7: two commits that each check what the other writes are not both applied. */
    @Test
    protected void L7_a_checked_version_binds() {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        for (int round = 0; round < ROUNDS; round++) {
            Map<RecordKey, StoredRecord> now = readBoth(store);
            long a = version(now, "a");
            long b = version(now, "b");
            List<CommitOutcome> outcomes = inParallel(thread -> store.commit(
                    thread % 2 == 0
                            ? commit(new RecordOp.Replace(key("a"), a, content(a)), new RecordOp.Check(key("b"), b))
                            : commit(new RecordOp.Replace(key("b"), b, content(b)), new RecordOp.Check(key("a"), a))));
            assertThat(outcomes.stream().filter(o -> o instanceof CommitOutcome.Applied))
                    .hasSize(1);
        }
    }

    /** L8: a conflict names at least one key that is stale, none that is not, and leaves the commit id free. */
    @Test
    protected void L8_a_conflict_tells_the_truth_and_keeps_the_id_free() {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        Commit stale = commit(new RecordOp.Replace(key("a"), 5, content(1)), new RecordOp.Check(key("b"), 1));
        assertThat(store.commit(stale)).isEqualTo(new CommitOutcome.Conflict(Set.of(key("a"))));
        Commit again = new Commit(
                TENANT, stale.commitId(), "another", List.of(new RecordOp.Replace(key("a"), 1, content(1))), List.of());
        assertThat(store.commit(again)).isInstanceOf(CommitOutcome.Applied.class);
    }

    /** L9: commits over the same keys in any order all end, and in each round one is applied. */
    @Test
    protected void L9_overlapping_commits_get_on() {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        for (int round = 1; round <= ROUNDS; round++) {
            long v = round;
            List<CommitOutcome> outcomes = inParallel(thread -> {
                RecordOp first = new RecordOp.Replace(key("a"), v, content(v));
                RecordOp second = new RecordOp.Replace(key("b"), v, content(v));
                return store.commit(thread % 2 == 0 ? commit(first, second) : commit(second, first));
            });
            assertThat(outcomes).anyMatch(o -> o instanceof CommitOutcome.Applied);
            assertThat(version(readBoth(store), "a")).isEqualTo(v + 1);
        }
    }

    /** L10: the same commit submitted many times, also at once, has one effect. */
    @Test
    protected void L10_a_repeated_commit_has_one_effect() {
        RecordStore store = newStore();
        Commit commit = commit(create("a", 0));
        List<CommitOutcome> outcomes = inParallel(() -> store.commit(commit));
        assertThat(outcomes.stream().filter(o -> o instanceof CommitOutcome.Applied))
                .hasSize(1);
        assertThat(outcomes.stream().filter(o -> o instanceof CommitOutcome.Replayed))
                .hasSize(THREADS - 1);
        assertThat(store.feed(TENANT, 0, 10)).hasSize(1);
        apply(store, new RecordOp.Replace(key("a"), 1, content(1)));
        assertThat(store.commit(commit)).isEqualTo(new CommitOutcome.Replayed());
        assertThat(read(store, key("a")).orElseThrow().version()).isEqualTo(2);
    }

    /** L11: an id used for another commit is refused. */
    @Test
    protected void L11_an_id_is_not_used_twice() {
        RecordStore store = newStore();
        Commit first = commit(create("a", 0));
        store.commit(first);
        Commit other = new Commit(TENANT, first.commitId(), "another", List.of(create("b", 0)), List.of());
        assertThat(store.commit(other)).isEqualTo(new CommitOutcome.CommitIdMisused());
        assertThat(read(store, key("b"))).isEmpty();
    }

    /** L13: find gives exactly what a model filtered by the entries last committed gives. */
    @Test
    protected void L13_find_is_exact_after_every_change() {
        RecordStore store = newStore();
        Random random = new Random(13);
        Map<RecordKey, RecordContent> model = new TreeMap<>();
        Map<RecordKey, Long> versions = new TreeMap<>();
        Set<RecordKey> gone = new LinkedHashSet<>();
        for (int i = 0; i < 300; i++) {
            RecordKey key = new RecordKey(random.nextInt(5) == 0 ? "other" : KIND, "k" + random.nextInt(20));
            RecordContent content = new RecordContent(entries(random), "c", Payload.of(new byte[] {(byte) i}));
            Long version = versions.get(key);
            if (gone.contains(key)) {
                assertConflict(store, new RecordOp.Create(key, content));
            } else if (version == null) {
                apply(store, new RecordOp.Create(key, content));
                versions.put(key, 1L);
                model.put(key, content);
            } else if (random.nextInt(8) == 0) {
                apply(store, new RecordOp.Delete(key, version));
                versions.remove(key);
                model.remove(key);
                gone.add(key);
            } else {
                apply(store, new RecordOp.Replace(key, version, content));
                versions.put(key, version + 1);
                model.put(key, content);
            }
            IndexQuery query = query(random);
            assertThat(all(store, query, 3)).isEqualTo(expected(model, query));
        }
    }

    /** L14: pages follow each other without gap or repetition while others write elsewhere. */
    @Test
    protected void L14_pages_follow_each_other_while_others_write() {
        RecordStore store = newStore();
        for (int i = 0; i < 20; i++) {
            apply(store, create("k" + i, i));
        }
        IndexQuery query = new IndexQuery(KIND, new IndexEntry.Whole("n", 0), new IndexEntry.Whole("n", 19));
        List<String> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(3));
        int extra = 0;
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<StoredRecord> page = store.find(TENANT, query, request);
            page.items().forEach(r -> seen.add(r.key().id()));
            next = page.next().map(request::after);
            apply(store, create("a" + extra++, 0));
        }
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inOrder.add("k" + i);
        }
        assertThat(seen.stream().filter(id -> id.startsWith("k"))).containsExactlyElementsOf(inOrder);
    }

    /** L14: a cursor is good for its own tenant and query only. */
    @Test
    protected void L14_a_cursor_is_good_for_its_own_query_only() {
        RecordStore store = newStore();
        apply(store, create("a", 1), create("b", 1));
        String cursor =
                store.find(TENANT, byNumber(1), PageRequest.first(1)).next().orElseThrow();
        PageRequest after = PageRequest.first(1).after(cursor);
        assertThat(store.find(TENANT, byNumber(1), after).items()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(TENANT, byNumber(2), after));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(OTHER, byNumber(1), after));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        store.find(TENANT, byNumber(1), PageRequest.first(1).after("no cursor")));
    }

    /** L15, L16: following the feed gives every commit once, and those that share a record in its order. */
    @Test
    protected void L15_the_feed_has_every_commit_once_in_the_order_of_versions() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                long version = read(store, key("a")).orElseThrow().version();
                store.commit(commit(new RecordOp.Replace(key("a"), version, content(i))));
            }
            return thread;
        });
        List<Long> versions = new ArrayList<>();
        long after = 0;
        List<FeedEntry> page = store.feed(TENANT, after, 7);
        while (!page.isEmpty()) {
            for (FeedEntry entry : page) {
                assertThat(entry.position()).isGreaterThan(after);
                after = entry.position();
                versions.add(entry.versions().get(key("a")));
            }
            page = store.feed(TENANT, after, 7);
        }
        long last = read(store, key("a")).orElseThrow().version();
        assertThat(versions).hasSize((int) last).isSorted().doesNotHaveDuplicates();
    }

    /** L19: tenants see nothing of each other, also under the same ids. */
    @Test
    protected void L19_tenants_see_nothing_of_each_other() {
        RecordStore store = newStore();
        apply(store, create("a", 1));
        assertThat(store.read(OTHER, Set.of(key("a")))).isEmpty();
        assertThat(store.find(OTHER, byNumber(1), PageRequest.first(10)).items())
                .isEmpty();
        assertThat(store.feed(OTHER, 0, 10)).isEmpty();
        Commit same = new Commit(OTHER, "c1", "f", List.of(create("a", 2)), List.of());
        assertThat(store.commit(same)).isInstanceOf(CommitOutcome.Applied.class);
        assertThat(read(store, key("a")).orElseThrow().content()).isEqualTo(content(1));
    }

    /** L24: what the store knows nothing about comes back; its limits are at least those promised. */
    @Test
    protected void L24_the_descriptor_keeps_its_promises() {
        RecordStore store = newStore();
        StoreDescriptor descriptor = store.describe();
        assertThat(descriptor).isEqualTo(store.describe());
        assertThat(descriptor.level()).isEqualTo(StoreDescriptor.CURRENT_LEVEL);
        RecordOp[] ops = new RecordOp[64];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = new RecordOp.Create(new RecordKey("kind" + i, "id"), content(i));
        }
        apply(store, ops);
        assertThat(store.feed(TENANT, 0, 1).get(0).versions()).hasSize(64);
    }

    private static List<IndexEntry> entries(Random random) {
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.add(
                    random.nextBoolean()
                            ? new IndexEntry.Whole("n", random.nextInt(6) - 3)
                            : new IndexEntry.Text(
                                    "t", List.of("a", "B", "ä", "Z", "𝄞", "").get(random.nextInt(6))));
        }
        return entries;
    }

    private static IndexQuery query(Random random) {
        IndexEntry one = entries(random).get(0);
        IndexEntry other = one instanceof IndexEntry.Whole
                ? new IndexEntry.Whole("n", random.nextInt(6) - 3)
                : new IndexEntry.Text("t", List.of("a", "B", "ä", "Z").get(random.nextInt(4)));
        return IndexEntry.compareValues(one, other) <= 0
                ? new IndexQuery(KIND, one, other)
                : new IndexQuery(KIND, other, one);
    }

    private static List<String> expected(Map<RecordKey, RecordContent> model, IndexQuery query) {
        record Match(IndexEntry entry, String id) {}
        return model.entrySet().stream()
                .filter(e -> e.getKey().kind().equals(query.kind()))
                .flatMap(e -> e.getValue().index().stream()
                        .filter(query::matches)
                        .min(IndexEntry::compareValues)
                        .map(entry -> new Match(entry, e.getKey().id()))
                        .stream())
                .sorted(Comparator.comparing(Match::entry, IndexEntry::compareValues)
                        .thenComparing(Match::id))
                .map(Match::id)
                .toList();
    }

    private static List<String> all(RecordStore store, IndexQuery query, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<StoredRecord> page = store.find(TENANT, query, request);
            page.items().forEach(r -> ids.add(r.key().id()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            next = page.next().map(request::after);
        }
        return ids;
    }

    private static RecordKey key(String id) {
        return new RecordKey(KIND, id);
    }

    private static RecordContent content(long number) {
        return new RecordContent(
                List.of(new IndexEntry.Whole("n", number)),
                "c",
                Payload.of(Long.toString(number).getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordOp create(String id, long number) {
        return new RecordOp.Create(key(id), content(number));
    }

    private static IndexQuery byNumber(long number) {
        return IndexQuery.equal(KIND, new IndexEntry.Whole("n", number));
    }

    private synchronized Commit commit(RecordOp... ops) {
        commits++;
        return new Commit(
                TENANT, "c" + commits, "f" + commits, List.of(ops), List.of(Payload.of(new byte[] {(byte) commits})));
    }

    private void apply(RecordStore store, RecordOp... ops) {
        assertThat(store.commit(commit(ops))).isInstanceOf(CommitOutcome.Applied.class);
    }

    private void assertConflict(RecordStore store, RecordOp op) {
        assertThat(store.commit(commit(op))).isEqualTo(new CommitOutcome.Conflict(Set.of(op.key())));
    }

    private static Optional<StoredRecord> read(RecordStore store, RecordKey key) {
        return store.read(TENANT, Set.of(key)).stream().findFirst();
    }

    private static Map<RecordKey, StoredRecord> readBoth(RecordStore store) {
        Map<RecordKey, StoredRecord> both = new TreeMap<>();
        store.read(TENANT, Set.of(key("a"), key("b"))).forEach(r -> both.put(r.key(), r));
        assertThat(both).hasSize(2);
        return both;
    }

    private static long version(Map<RecordKey, StoredRecord> seen, String id) {
        return Optional.ofNullable(seen.get(key(id))).map(StoredRecord::version).orElse(0L);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private interface OnThread<T> {
        T run(int thread);
    }

    private static <T> List<T> inParallel(Callable<T> task) {
        return inParallel(thread -> {
            try {
                return task.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Runs on all threads, which start at once, and returns what each gave. */
    private static <T> List<T> inParallel(OnThread<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return task.run(thread);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError(
                    e.getCause() instanceof BrokenBarrierException ? "threads did not start" : "a thread failed",
                    e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
