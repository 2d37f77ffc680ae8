package org.peercircle.persistence.spi;

import java.util.List;
import java.util.Set;

/**
 * Where records are kept: what an adapter author implements. Records are opaque and versioned; state is the truth, and
 * events ride along.
 *
 * <p>Every method may be called by many threads at once and blocks until it has an answer. The laws named here are
 * checked by {@code RecordStoreContract} of peercircle-persistence-tck.
 */
public interface RecordStore {

    /** Returns what this store is and can do; always the same. */
    StoreDescriptor describe();

    /**
     * Returns the records with these keys as they stood together at one instant (law L4), in any order. Keys that do not
     * exist, or were deleted, are missing. What an applied commit wrote is seen by every later read (law L2).
     *
     * @throws StoreUnavailable if the store can't be reached
     */
    List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys);

    /**
     * Applies all of a commit, or none of it, to every reader at all times (law L3).
     *
     * <p>Of several commits that expect the same version of a record, one is applied and the others conflict (law L6);
     * a checked version binds until the commit is applied (law L7). A commit whose id was applied before with the same
     * fingerprint is not applied again (law L10).
     *
     * @throws StoreUnavailable if the commit was certainly not applied and will not be
     * @throws OutcomeUnknown if that is not known
     * @throws IllegalArgumentException if the commit exceeds the limits of {@link #describe}
     */
    CommitOutcome commit(Commit commit);

    /**
     * Returns a page of the records that match, exactly as last committed (law L13), in the order of the matching entry's
     * value and then of the id; a record with several matching entries comes once, at the first.
     *
     * @throws IllegalArgumentException if the cursor is not of this tenant and query
     * @throws StoreUnavailable if the store can't be reached
     */
    Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page);

    /**
     * Returns the first page of each of several queries, in their order, each just as {@link #find} would return it (law
     * L13). By default they are found one after the other; override it where one round trip finds them all.
     *
     * @param limit most records of each page, 1 to 1000
     * @throws StoreUnavailable if the store can't be reached
     */
    default List<Page<StoredRecord>> findTogether(TenantId tenant, List<IndexQuery> queries, int limit) {
        PageRequest first = PageRequest.first(limit);
        return queries.stream().map(query -> find(tenant, query, first)).toList();
    }

    /**
     * Returns applied commits after a position, in an order in which commits that share a record come in the order of
     * its versions.
     *
     * <p>Every applied commit comes exactly once as the positions are followed, however late it becomes visible (law L15),
     * and the same position is always followed by the same entries, before whatever comes new (law L17). An empty list
     * means nothing more for now.
     *
     * @param after 0 for the beginning, else the position of the last entry seen
     * @param limit most entries, 1 to 1000
     * @throws FeedPruned if entries after this position were pruned (law L28)
     * @throws IllegalArgumentException if the limit or the position is out of bounds
     * @throws StoreUnavailable if the store can't be reached
     */
    List<FeedEntry> feed(TenantId tenant, long after, int limit);

    /**
     * Forgets the feed, and the ids of its commits, up to a position; until then both are kept for ever (law L12). Optional:
     * {@link StoreDescriptor.Capability#PRUNES} says whether it can be called.
     *
     * @param upTo the position of an entry that was read; what comes after it stays
     * @throws UnsupportedOperationException if the store does not prune
     * @throws IllegalArgumentException if the feed has not come so far
     * @throws StoreUnavailable if the store can't be reached
     */
    default void prune(TenantId tenant, long upTo) {
        throw new UnsupportedOperationException("this store does not prune; describe() does not name PRUNES");
    }
}
