package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.FeedPruned;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor.Capability;

/** Laws L12, L15 to L18 and L28: the feed, and how long a store remembers. */
abstract class FeedLaws extends FindingLaws {

    private static final int MANY = 1_500;

    /** L12: ids are remembered, however much comes after, and after a restart. */
    @Test
    protected void L12_commit_ids_are_remembered() {
        RecordStore store = newStore();
        Commit first = apply(store, create("a", 0));
        for (int i = 1; i <= MANY; i++) {
            apply(store, replace("a", i));
        }
        assertThat(store.commit(first)).isEqualTo(new CommitOutcome.Replayed());
        assertThat(reopened(store).commit(first)).isEqualTo(new CommitOutcome.Replayed());
        assertThat(version(store, "a")).isEqualTo(MANY + 1);
        assertThat(feed(store, 0, 1000)).hasSize(MANY + 1);
    }

    /** L15, L16: following the feed gives every commit once, and those that share a record in its order. */
    @Test
    protected void L15_the_feed_has_every_commit_once_in_the_order_of_versions() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                long version = version(store, "a");
                store.commit(commit(new RecordOp.Replace(key("a"), version, content(i))));
            }
            return thread;
        });
        List<Long> versions = feed(store, 0, 7).stream()
                .map(entry -> entry.versions().get(key("a")))
                .toList();
        assertThat(versions).as("some were applied").hasSizeGreaterThan(1);
        assertThat(versions).hasSize((int) version(store, "a")).isSorted().doesNotHaveDuplicates();
    }

    /** L15, L16: whoever follows the feed while others write misses nothing, and gets nothing before what it rests on. */
    @Test
    protected void L16_the_feed_is_in_the_order_of_versions_while_others_write() {
        RecordStore store = newStore();
        List.of("a", "b", "c").forEach(id -> apply(store, create(id, 0)));
        AtomicInteger writing = new AtomicInteger(THREADS - 1);
        List<FeedEntry> followed = new ArrayList<>();
        inParallel(thread -> {
            if (thread == 0) {
                boolean over = false;
                while (!over) {
                    over = writing.get() == 0;
                    long last = followed.isEmpty()
                            ? 0
                            : followed.get(followed.size() - 1).position();
                    followed.addAll(feed(store, last, 5));
                }
                return thread;
            }
            try {
                Random random = new Random(thread);
                for (int i = 0; i < ROUNDS; i++) {
                    String one = List.of("a", "b", "c").get(random.nextInt(3));
                    String other = one.equals("a") ? "b" : "a";
                    store.commit(commit(replace(one, version(store, one)), replace(other, version(store, other))));
                }
            } finally {
                writing.decrementAndGet();
            }
            return thread;
        });
        Map<RecordKey, Long> last = new HashMap<>();
        for (FeedEntry entry : followed) {
            entry.versions()
                    .forEach((key, version) -> assertThat(version)
                            .as("the next version of " + key)
                            .isEqualTo(1
                                    + Optional.ofNullable(last.put(key, version))
                                            .orElse(0L)));
        }
        List.of("a", "b", "c").forEach(id -> assertThat(last.get(key(id))).isEqualTo(version(store, id)));
        assertThat(feed(store, 0, 1000)).as("in large pages, afterwards").isEqualTo(followed);
    }

    /** L17: what comes after a position stays the same, whatever is written later, from any instance. */
    @Test
    protected void L17_the_same_position_is_followed_by_the_same() {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        for (int i = 1; i < 12; i++) {
            apply(store, replace("a", i));
        }
        List<FeedEntry> before = feed(store, 0, 5);
        assertThat(before).hasSize(12);
        for (int i = 12; i < 20; i++) {
            apply(store, replace("a", i));
        }
        for (RecordStore one : List.of(store, reopened(store))) {
            assertThat(feed(one, 0, 3).subList(0, before.size())).isEqualTo(before);
            for (int i = 0; i < before.size(); i++) {
                assertThat(feed(one, before.get(i).position(), 100).subList(0, before.size() - 1 - i))
                        .isEqualTo(before.subList(i + 1, before.size()));
            }
        }
    }

    /** L15: a commit that becomes visible late, behind others, is not missed by who has read these. */
    @Test
    protected void L15_what_becomes_visible_late_is_not_missed() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        host.begin();
        Commit late = apply(store, create("late", 0));
        Commit early = onAnotherThread(() -> apply(store, create("early", 0)));
        List<FeedEntry> seen = onAnotherThread(() -> feed(store, 0, 10));
        assertThat(commitIds(seen)).containsExactly(early.commitId());
        host.commit();
        assertThat(commitIds(feed(store, seen.get(0).position(), 10))).containsExactly(late.commitId());
    }

    /** L16: also where the host's transaction was the first to begin, and wrote elsewhere before. */
    @Test
    protected void L16_a_transaction_that_began_early_does_not_come_first() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        host.begin();
        host.writeOfItsOwn("early");
        Commit first = onAnotherThread(() -> apply(store, create("a", 0)));
        Commit second = apply(store, replace("a", 1));
        host.commit();
        assertThat(commitIds(feed(store, 0, 10))).containsExactly(first.commitId(), second.commitId());
    }

    /** L18: somebody else's transaction that has written and stays open does not hold up the feed, or the store says so. */
    @Test
    protected void L18_an_idle_transaction_does_not_hold_up_the_feed() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        host.begin();
        host.writeOfItsOwn("idle");
        try {
            if (store.describe().feedDelay().isEmpty()) {
                Commit commit = onAnotherThread(() -> apply(store, create("a", 0)));
                assertThat(commitIds(onAnotherThread(() -> feed(store, 0, 10)))).containsExactly(commit.commitId());
            }
        } finally {
            host.rollback();
        }
    }

    /** L28: what was pruned is refused by name, never passed over; what comes after stays, and its ids are remembered. */
    @Test
    protected void L28_what_was_pruned_is_refused() {
        RecordStore store = newStore();
        Commit first = apply(store, create("a", 0));
        Commit second = apply(store, replace("a", 1));
        apply(store, replace("a", 2));
        List<FeedEntry> all = feed(store, 0, 10);
        long upTo = all.get(0).position();
        if (!can(store, Capability.PRUNES)) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> store.prune(TENANT, upTo));
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.prune(TENANT, all.get(2).position() + 1));
        store.prune(TENANT, upTo);
        for (RecordStore one : List.of(store, reopened(store))) {
            assertThatExceptionOfType(FeedPruned.class)
                    .isThrownBy(() -> one.feed(TENANT, 0, 10))
                    .satisfies(e -> assertThat(e.upTo()).isEqualTo(upTo));
            assertThat(feed(one, upTo, 10)).isEqualTo(all.subList(1, 3));
            assertThat(one.commit(second)).isEqualTo(new CommitOutcome.Replayed());
            assertThat(one.commit(first))
                    .as("forgotten, but its record stands")
                    .isInstanceOf(CommitOutcome.Conflict.class);
            assertThat(version(one, "a")).isEqualTo(3);
        }
        store.prune(TENANT, upTo);
        apply(store, replace("a", 3));
        assertThat(feed(store, upTo, 10)).hasSize(3);
    }

    /** Whether a store joins the host's transactions. One that does not say so never does: what it applied lasts at once. */
    final boolean joins(RecordStore store) {
        boolean joins = can(store, Capability.JOINS);
        if (!joins) {
            assertThat(store.commit(commit(create("alone", 0))))
                    .as("a store that does not say it joins never does")
                    .isEqualTo(new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE));
            assertThat(version(store, "alone")).isEqualTo(1);
            assertThat(feed(reopened(store), 0, 10)).hasSize(1);
        }
        return joins;
    }

    static <T> T onAnotherThread(Callable<T> task) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError("another thread failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
