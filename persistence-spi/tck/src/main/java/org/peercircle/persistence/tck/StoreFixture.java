package org.peercircle.persistence.tck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor.Capability;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** What the laws need of a store under test, and what they share. */
abstract class StoreFixture {

    static final TenantId TENANT = new TenantId("program-a");
    static final TenantId OTHER = new TenantId("program-b");
    static final String KIND = "thing";
    static final int THREADS = 8;
    static final int ROUNDS = 25;

    /** What takes longer than this is taken for a deadlock. */
    private static final long PATIENCE_SECONDS = 30;

    private int commits;

    StoreFixture() {}

    /** Returns a fresh, empty store. */
    protected abstract RecordStore newStore();

    /**
     * Returns where a store keeps what it keeps, as a text from which {@link #openAt} opens another one over the same.
     * Override it for a store that declares {@link Capability#DURABLE}.
     */
    protected String addressOf(RecordStore store) {
        throw new AssertionError("the store says it is DURABLE: override addressOf and openAt");
    }

    /**
     * Opens a store over what another one keeps; called in other processes too, on an object of your class that nothing
     * but its constructor prepared. Override it for a store that declares {@link Capability#DURABLE}.
     */
    protected RecordStore openAt(String address) {
        throw new AssertionError("the store says it is DURABLE: override addressOf and openAt");
    }

    /**
     * Lets go of what a store holds open, before another process opens it; for databases that run in the process, one at a
     * time.
     */
    protected void release(RecordStore store) {}

    /**
     * Returns the host whose transactions a store joins. Override it for a store that declares {@link Capability#JOINS}.
     */
    protected Host hostOf(RecordStore store) {
        throw new AssertionError("the store says it JOINS: override hostOf");
    }

    /** Makes trouble for a store. Override it for a store over something that can fail, such as a database. */
    protected Optional<Faults> faultsOf(RecordStore store) {
        return Optional.empty();
    }

    static boolean can(RecordStore store, Capability capability) {
        return store.describe().can(capability);
    }

    /** Another instance over the same, as after a restart; the same one where nothing outlives the process. */
    final RecordStore reopened(RecordStore store) {
        return can(store, Capability.DURABLE) ? openAt(addressOf(store)) : store;
    }

    static RecordKey key(String id) {
        return new RecordKey(KIND, id);
    }

    static RecordContent content(long number) {
        return new RecordContent(
                List.of(new IndexEntry.Whole("n", number)),
                "c",
                Payload.of(Long.toString(number).getBytes(StandardCharsets.UTF_8)));
    }

    static RecordOp create(String id, long number) {
        return new RecordOp.Create(key(id), content(number));
    }

    static RecordOp replace(String id, long expected) {
        return new RecordOp.Replace(key(id), expected, content(expected));
    }

    static IndexQuery byNumber(long number) {
        return IndexQuery.equal(KIND, new IndexEntry.Whole("n", number));
    }

    final synchronized Commit commit(RecordOp... ops) {
        commits++;
        return new Commit(
                TENANT, "c" + commits, "f" + commits, List.of(ops), List.of(Payload.of(new byte[] {(byte) commits})));
    }

    final Commit apply(RecordStore store, RecordOp... ops) {
        Commit commit = commit(ops);
        CommitOutcome outcome = store.commit(commit);
        if (!(outcome instanceof CommitOutcome.Applied)) {
            throw new AssertionError("expected to be applied, but was " + outcome + ": " + List.of(ops));
        }
        return commit;
    }

    final void assertConflict(RecordStore store, RecordOp op) {
        CommitOutcome outcome = store.commit(commit(op));
        if (!outcome.equals(new CommitOutcome.Conflict(Set.of(op.key())))) {
            throw new AssertionError("expected a conflict over " + op.key() + ", but was " + outcome + ": " + op);
        }
    }

    static Optional<StoredRecord> read(RecordStore store, RecordKey key) {
        return store.read(TENANT, Set.of(key)).stream().findFirst();
    }

    static Map<RecordKey, StoredRecord> readBoth(RecordStore store) {
        Map<RecordKey, StoredRecord> both = new TreeMap<>();
        store.read(TENANT, Set.of(key("a"), key("b"))).forEach(r -> both.put(r.key(), r));
        if (both.size() != 2) {
            throw new AssertionError("expected a and b, but read " + both.keySet());
        }
        return both;
    }

    static long version(Map<RecordKey, StoredRecord> seen, String id) {
        return Optional.ofNullable(seen.get(key(id))).map(StoredRecord::version).orElse(0L);
    }

    static long version(RecordStore store, String id) {
        return read(store, key(id)).map(StoredRecord::version).orElse(0L);
    }

    /** Follows the feed from a position to where nothing more comes. */
    static List<FeedEntry> feed(RecordStore store, long after, int limit) {
        List<FeedEntry> all = new ArrayList<>();
        long last = after;
        List<FeedEntry> page = store.feed(TENANT, last, limit);
        while (!page.isEmpty()) {
            for (FeedEntry entry : page) {
                if (entry.position() <= last) {
                    throw new AssertionError("position " + entry.position() + " does not come after " + last);
                }
                last = entry.position();
            }
            if (page.size() > limit) {
                throw new AssertionError("asked for " + limit + " entries, but got " + page.size());
            }
            all.addAll(page);
            page = store.feed(TENANT, last, limit);
        }
        return all;
    }

    static List<String> commitIds(List<FeedEntry> feed) {
        return feed.stream().map(FeedEntry::commitId).toList();
    }

    static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    interface OnThread<T> {
        T run(int thread);
    }

    static <T> List<T> inParallel(Callable<T> task) {
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
    static <T> List<T> inParallel(OnThread<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS, runnable -> {
            Thread thread = new Thread(runnable, "law");
            thread.setDaemon(true);
            return thread;
        });
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
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("after " + PATIENCE_SECONDS + " seconds a thread had not come to an end", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError("a thread failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
