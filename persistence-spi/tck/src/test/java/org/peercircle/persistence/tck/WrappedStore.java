package org.peercircle.persistence.tck;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
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

/** A right store to go wrong from. */
class WrappedStore implements RecordStore {
    final InMemoryRecordStore right = new InMemoryRecordStore();

    @Override
    public StoreDescriptor describe() {
        return right.describe();
    }

    @Override
    public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
        return right.read(tenant, keys);
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        return right.commit(commit);
    }

    @Override
    public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
        return right.find(tenant, query, page);
    }

    @Override
    public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
        return right.feed(tenant, after, limit);
    }

    @Override
    public void prune(TenantId tenant, long upTo) {
        right.prune(tenant, upTo);
    }

    static Commit withContents(Commit commit, UnaryOperator<RecordContent> change) {
        return with(
                commit,
                commit.ops().stream()
                        .map(op -> op.written()
                                .map(c -> withContent(op, change.apply(c)))
                                .orElse(op))
                        .toList());
    }

    static RecordOp withContent(RecordOp op, RecordContent content) {
        return op instanceof RecordOp.Create
                ? new RecordOp.Create(op.key(), content)
                : new RecordOp.Replace(op.key(), op.expected(), content);
    }

    static StoredRecord withPayload(StoredRecord record, Payload payload) {
        return new StoredRecord(
                record.key(),
                record.version(),
                new RecordContent(record.content().index(), record.content().codecTag(), payload));
    }

    static FeedEntry at(FeedEntry entry, long position) {
        return new FeedEntry(position, entry.commitId(), entry.versions(), entry.events());
    }

    static Commit with(Commit commit, List<RecordOp> ops) {
        return new Commit(commit.tenant(), commit.commitId(), commit.fingerprint(), ops, commit.events());
    }
}
