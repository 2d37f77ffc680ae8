package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoredRecord;

/** Laws L1 to L11: reading, writing, and commits that are repeated. */
abstract class WritingLaws extends StoreFixture {

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
        RecordStore second = reopened(store);
        for (int i = 0; i < ROUNDS; i++) {
            int n = i;
            apply(store, i == 0 ? create("a", 0) : new RecordOp.Replace(key("a"), i, content(i)));
            List<Long> seen = inParallel(thread -> version(thread % 2 == 0 ? store : second, "a"));
            assertThat(seen).containsOnly(i + 1L);
            assertThat(store.find(TENANT, byNumber(n), PageRequest.first(10)).items())
                    .hasSize(1);
            assertThat(second.find(TENANT, byNumber(n), PageRequest.first(10)).items())
                    .hasSize(1);
            assertThat(second.feed(TENANT, 0, 1000)).hasSize(i + 1);
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

    /**
     * L7: commits that check all they read come to the same as one after the other: in who saw which version and who made
     * the next, nobody comes before themselves.
     */
    @Test
    protected void L7_commits_that_check_what_they_read_are_as_one_after_the_other() {
        RecordStore store = newStore();
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> apply(store, create(id, 0)));
        History history = new History();
        inParallel(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 2 * ROUNDS; i++) {
                List<String> some = new ArrayList<>(ids);
                Collections.shuffle(some, random);
                Set<RecordKey> keys = Set.of(key(some.get(0)), key(some.get(1)), key(some.get(2)));
                List<RecordOp> ops = new ArrayList<>();
                for (StoredRecord seen : store.read(TENANT, keys)) {
                    ops.add(
                            seen.key().equals(key(some.get(0)))
                                    ? new RecordOp.Replace(seen.key(), seen.version(), content(seen.version()))
                                    : new RecordOp.Check(seen.key(), seen.version()));
                }
                if (store.commit(commit(ops.toArray(RecordOp[]::new))) instanceof CommitOutcome.Applied) {
                    history.add(ops);
                }
            }
            return thread;
        });
        assertThat(history.whoComesBeforeThemselves()).isEmpty();
        ids.forEach(id -> assertThat(version(store, id)).as("some were applied").isGreaterThan(1));
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

    /** L10: a commit that is repeated after its records went on is still a repetition, and no conflict. */
    @Test
    protected void L10_a_repeated_commit_is_no_conflict_later() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        Commit change = apply(store, replace("a", 1));
        apply(store, replace("a", 2));
        apply(store, new RecordOp.Delete(key("a"), 3));
        assertThat(inParallel(() -> store.commit(change))).containsOnly(new CommitOutcome.Replayed());
        assertThat(reopened(store).commit(change)).isEqualTo(new CommitOutcome.Replayed());
        assertThat(feed(store, 0, 10)).hasSize(4);
    }
}
