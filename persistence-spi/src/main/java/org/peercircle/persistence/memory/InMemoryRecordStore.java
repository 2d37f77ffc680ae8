package org.peercircle.persistence.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.RecordContent;
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
        private final List<FeedEntry> feed = new ArrayList<>();
    }

    @Override
    public StoreDescriptor describe() {
        return new StoreDescriptor(StoreDescriptor.CURRENT_LEVEL, "in memory", 100_000, 1 << 26, false);
    }

    @Override
    public synchronized List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
        Tenant in = tenant(tenant);
        return keys.stream().map(in.records::get).filter(r -> r != null).toList();
    }

    @Override
    public synchronized CommitOutcome commit(Commit commit) {
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
        in.feed.add(new FeedEntry(in.feed.size() + 1L, commit.commitId(), versions, commit.events()));
        return new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE);
    }

    private static boolean holds(Tenant in, RecordOp op) {
        StoredRecord now = in.records.get(op.key());
        if (op instanceof RecordOp.Create) {
            return now == null && !in.deleted.contains(op.key());
        }
        return now != null && now.version() == expected(op);
    }

    private static long expected(RecordOp op) {
        if (op instanceof RecordOp.Replace replace) {
            return replace.expected();
        }
        return op instanceof RecordOp.Delete delete ? delete.expected() : ((RecordOp.Check) op).expected();
    }

    private static void apply(Tenant in, RecordOp op, Map<RecordKey, Long> versions) {
        if (op instanceof RecordOp.Create create) {
            put(in, op.key(), 1, create.content(), versions);
        } else if (op instanceof RecordOp.Replace replace) {
            put(in, op.key(), replace.expected() + 1, replace.content(), versions);
        } else if (op instanceof RecordOp.Delete) {
            in.records.remove(op.key());
            in.deleted.add(op.key());
        }
    }

    private static void put(
            Tenant in, RecordKey key, long version, RecordContent content, Map<RecordKey, Long> versions) {
        in.records.put(key, new StoredRecord(key, version, content));
        versions.put(key, version);
    }

    @Override
    public synchronized Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
        List<Match> matches = new ArrayList<>(tenant(tenant).records.values().stream()
                .filter(r -> r.key().kind().equals(query.kind()))
                .flatMap(r -> firstMatch(r, query).map(e -> new Match(e, r)).stream())
                .toList());
        matches.sort(Match.ORDER);
        String scope = tenant.value() + "\n" + query;
        int start =
                page.after().map(cursor -> indexAfter(matches, cursor, scope)).orElse(0);
        List<Match> shown = matches.subList(start, Math.min(matches.size(), start + page.limit()));
        boolean more = start + shown.size() < matches.size();
        return new Page<>(
                shown.stream().map(Match::record).toList(),
                more ? Optional.of(cursor(shown.get(shown.size() - 1), scope)) : Optional.empty());
    }

    private record Match(IndexEntry entry, StoredRecord record) {
        private static final Comparator<Match> ORDER = Comparator.comparing(Match::entry, IndexEntry::compareValues)
                .thenComparing(m -> m.record().key());
    }

    private static Optional<IndexEntry> firstMatch(StoredRecord record, IndexQuery query) {
        return record.content().index().stream().filter(query::matches).min(IndexEntry::compareValues);
    }

    /** A cursor names the place after which to go on, so that it holds whatever comes or goes before it. */
    private static String cursor(Match last, String scope) {
        String value = last.entry() instanceof IndexEntry.Whole number
                ? "n" + number.value()
                : "t" + ((IndexEntry.Text) last.entry()).value();
        String text = Integer.toHexString(scope.hashCode()) + "\n"
                + last.record().key().id() + "\n" + value;
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int indexAfter(List<Match> matches, String cursor, String scope) {
        String[] parts = parts(cursor);
        if (parts == null || !parts[0].equals(Integer.toHexString(scope.hashCode()))) {
            throw new IllegalArgumentException("cursor must be of this tenant and query, but was of another");
        }
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            int byValue =
                    IndexEntry.compareValues(match.entry(), entry(match.entry().name(), parts[2]));
            if (byValue > 0 || (byValue == 0 && match.record().key().id().compareTo(parts[1]) > 0)) {
                return i;
            }
        }
        return matches.size();
    }

    private static String @Nullable [] parts(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 3);
            return parts.length == 3 ? parts : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static IndexEntry entry(String name, String value) {
        return value.startsWith("n")
                ? new IndexEntry.Whole(name, Long.parseLong(value.substring(1)))
                : new IndexEntry.Text(name, value.substring(1));
    }

    @Override
    public synchronized List<FeedEntry> feed(TenantId tenant, long after, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit must be between 1 and 1000, but was " + limit);
        }
        List<FeedEntry> feed = tenant(tenant).feed;
        if (after >= feed.size()) {
            return Collections.emptyList();
        }
        return List.copyOf(feed.subList((int) after, Math.min(feed.size(), (int) after + limit)));
    }

    private Tenant tenant(TenantId id) {
        return tenants.computeIfAbsent(id, t -> new Tenant());
    }
}
