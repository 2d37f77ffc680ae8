package org.peercircle.persistence.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.FeedPruned;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageCursor;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/**
 * A store that lasts as long as the process: for tests and demonstrations, and the plainest reading of the contract. One
 * lock guards everything, so that each call is one instant.
 */
public final class InMemoryRecordStore implements RecordStore {

    private final Map<TenantId, Tenant> tenants = new HashMap<>();

    /** Makes an empty store. */
    public InMemoryRecordStore() {}

    private static final class Tenant {
        private final TreeMap<RecordKey, StoredRecord> records = new TreeMap<>();
        private final Set<RecordKey> deleted = new HashSet<>();
        private final Map<String, String> fingerprints = new HashMap<>();
        private final NavigableMap<Long, FeedEntry> feed = new TreeMap<>();
        private long position;
        private long prunedTo;
    }

    @Override
    public StoreDescriptor describe() {
        return StoreDescriptor.of("in memory", 100_000, 1 << 26, Set.of(StoreDescriptor.Capability.PRUNES));
    }

    @Override
    public synchronized List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
        Tenant in = tenant(tenant);
        return keys.stream().map(in.records::get).filter(r -> r != null).toList();
    }

    @Override
    public synchronized CommitOutcome commit(Commit commit) {
        describe().check(commit);
        Tenant in = tenant(commit.tenant());
        String known = in.fingerprints.get(commit.commitId());
        if (known != null) {
            return known.equals(commit.fingerprint())
                    ? new CommitOutcome.Replayed()
                    : new CommitOutcome.CommitIdMisused();
        }
        Set<RecordKey> stale = new HashSet<>();
        for (RecordOp op : commit.ops()) {
            if (!holds(in, op)) {
                stale.add(op.key());
            }
        }
        if (!stale.isEmpty()) {
            return new CommitOutcome.Conflict(stale);
        }
        Map<RecordKey, Long> versions = new LinkedHashMap<>();
        commit.ops().forEach(op -> apply(in, op, versions));
        in.fingerprints.put(commit.commitId(), commit.fingerprint());
        long position = ++in.position;
        in.feed.put(position, new FeedEntry(position, commit.commitId(), versions, commit.events()));
        return new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE);
    }

    private static boolean holds(Tenant in, RecordOp op) {
        StoredRecord now = in.records.get(op.key());
        return op instanceof RecordOp.Create
                ? now == null && !in.deleted.contains(op.key())
                : now != null && now.version() == op.expected();
    }

    private static void apply(Tenant in, RecordOp op, Map<RecordKey, Long> versions) {
        if (op instanceof RecordOp.Delete) {
            in.records.remove(op.key());
            in.deleted.add(op.key());
        }
        op.written().ifPresent(content -> {
            long version = op.expected() + 1;
            in.records.put(op.key(), new StoredRecord(op.key(), version, content));
            versions.put(op.key(), version);
        });
    }

    @Override
    public synchronized Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
        List<Match> matches = new ArrayList<>(tenant(tenant).records.values().stream()
                .filter(r -> r.key().kind().equals(query.kind()))
                .flatMap(r -> firstMatch(r, query).map(e -> new Match(e, r)).stream())
                .toList());
        matches.sort(Match.ORDER);
        int start = PageCursor.of(tenant, query, page)
                .map(cursor -> indexAfter(matches, cursor))
                .orElse(0);
        List<Match> shown = matches.subList(start, Math.min(matches.size(), start + page.limit()));
        boolean more = start + shown.size() < matches.size();
        return new Page<>(
                shown.stream().map(Match::record).toList(),
                more ? Optional.of(shown.get(shown.size() - 1).cursor().toText(tenant, query)) : Optional.empty());
    }

    private record Match(IndexEntry entry, StoredRecord record) {
        private static final Comparator<Match> ORDER = Comparator.comparing(Match::entry, IndexEntry::compareValues)
                .thenComparing(m -> m.record().key());

        PageCursor cursor() {
            return new PageCursor(entry, record.key().id());
        }
    }

    private static Optional<IndexEntry> firstMatch(StoredRecord record, IndexQuery query) {
        return record.content().index().stream().filter(query::matches).min(IndexEntry::compareValues);
    }

    private static int indexAfter(List<Match> matches, PageCursor cursor) {
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            int byValue = IndexEntry.compareValues(match.entry(), cursor.entry());
            if (byValue > 0 || (byValue == 0 && match.record().key().id().compareTo(cursor.id()) > 0)) {
                return i;
            }
        }
        return matches.size();
    }

    @Override
    public synchronized List<FeedEntry> feed(TenantId tenant, long after, int limit) {
        FeedEntry.checkRequest(after, limit);
        Tenant in = tenant(tenant);
        if (after < in.prunedTo) {
            throw new FeedPruned(after, in.prunedTo);
        }
        return in.feed.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void prune(TenantId tenant, long upTo) {
        Tenant in = tenant(tenant);
        if (upTo < 0 || upTo > in.position) {
            throw new IllegalArgumentException("upTo must be at most " + in.position + ", but was " + upTo);
        }
        NavigableMap<Long, FeedEntry> old = in.feed.headMap(upTo, true);
        old.values().forEach(entry -> in.fingerprints.remove(entry.commitId()));
        old.clear();
        in.prunedTo = Math.max(in.prunedTo, upTo);
    }

    private Tenant tenant(TenantId id) {
        return tenants.computeIfAbsent(id, t -> new Tenant());
    }
}
