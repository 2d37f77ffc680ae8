package org.peercircle.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.peercircle.jdbc.ConnectionSource;
import org.peercircle.jdbc.JdbcRecordStore;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.TenantId;

/** The store's calls, and the same by hand, in the same tables: what somebody would write who needs no SPI. */
final class StoreCalls {

    private static final int RECORDS = 200;
    private static final int PAGE = 20;
    private static final String KIND = "thing";

    private final DataSource source;
    private final JdbcRecordStore store;
    private final TenantId tenant = new TenantId("bench-" + UUID.randomUUID());
    private final Payload payload;
    private final String lock;

    private StoreCalls(DataSource source) {
        this.source = source;
        this.store = JdbcRecordStore.over(ConnectionSource.of(source));
        byte[] bytes = new byte[2_048];
        new Random(1).nextBytes(bytes);
        this.payload = Payload.of(bytes);
        this.lock = store.describe().name().equals("PostgreSQL") ? " FOR SHARE" : " FOR UPDATE";
        for (int thread = 0; thread < 64; thread++) {
            List<RecordOp> ops = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                ops.add(new RecordOp.Create(key(thread, i), content(thread)));
            }
            store.commit(commit(ops));
        }
    }

    static List<SideBySide> all(DataSource source) {
        StoreCalls calls = new StoreCalls(source);
        return List.of(
                new SideBySide("commit: replace a record", calls::replace, calls::replaceByHand),
                new SideBySide("commit: replace one, check one", calls::check, calls::checkByHand),
                new SideBySide("read a record", calls::read, calls::readByHand),
                new SideBySide("a page of " + PAGE, calls::page, calls::pageByHand));
    }

    private static RecordKey key(int thread, int i) {
        return new RecordKey(KIND, "t" + thread + "-" + i);
    }

    private RecordContent content(int thread) {
        return new RecordContent(List.of(new IndexEntry.Text("parent", "t" + thread)), "thing;1;bytes", payload);
    }

    private Commit commit(List<RecordOp> ops) {
        return new Commit(tenant, UUID.randomUUID().toString(), "f", ops, List.of(payload));
    }

    /** Versions of a thread's records, of which the store has the even ones, and JDBC by hand the odd. */
    private static final class Versions {
        private final long[] versions = new long[RECORDS];
        private final int offset;
        private int next;

        Versions(int offset) {
            this.offset = offset;
        }

        int pick() {
            next = (next + 2) % RECORDS;
            return next + offset;
        }

        long expected(int i) {
            return ++versions[i];
        }
    }

    /** What stands now, so that a thread may begin anew with each run. */
    private Versions versions(int thread, int offset) {
        Versions versions = new Versions(offset);
        for (int i = offset; i < RECORDS; i += 2) {
            versions.versions[i] =
                    store.read(tenant, Set.of(key(thread, i))).get(0).version() - 1;
        }
        return versions;
    }

    private SideBySide.Doing replace(int thread) {
        Versions versions = versions(thread, 0);
        return () -> {
            int i = versions.pick();
            expectApplied(store.commit(
                    commit(List.of(new RecordOp.Replace(key(thread, i), versions.expected(i), content(thread))))));
        };
    }

    private SideBySide.Doing check(int thread) {
        Versions versions = versions(thread, 0);
        return () -> {
            int i = versions.pick();
            int other = (i + 2) % RECORDS;
            expectApplied(store.commit(commit(List.of(
                    new RecordOp.Replace(key(thread, i), versions.expected(i), content(thread)),
                    new RecordOp.Check(key(thread, other), versions.versions[other] + 1)))));
        };
    }

    private static void expectApplied(CommitOutcome outcome) {
        if (!(outcome instanceof CommitOutcome.Applied)) {
            throw new IllegalStateException("expected to be applied, but was " + outcome);
        }
    }

    private SideBySide.Doing replaceByHand(int thread) {
        Versions versions = versions(thread, 1);
        return () -> byHand(thread, versions, false);
    }

    private SideBySide.Doing checkByHand(int thread) {
        Versions versions = versions(thread, 1);
        return () -> byHand(thread, versions, true);
    }

    private void byHand(int thread, Versions versions, boolean checks) throws SQLException {
        int i = versions.pick();
        long expected = versions.expected(i);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (checks) {
                check(connection, key(thread, (i + 2) % RECORDS + (i + 2 >= RECORDS ? 1 : 0)));
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE peercircle_record SET version = version + 1, entries = ?,"
                            + " codec_tag = ?, payload = ? WHERE tenant = ? AND kind = ? AND id = ? AND version = ?")) {
                update.setBytes(1, BinaryForm.ofIndex(content(thread).index()));
                update.setString(2, "thing;1;bytes");
                update.setBytes(3, payload.toBytes());
                update.setString(4, tenant.value());
                update.setString(5, KIND);
                update.setString(6, key(thread, i).id());
                update.setLong(7, expected);
                if (update.executeUpdate() != 1) {
                    throw new IllegalStateException("expected version " + expected);
                }
            }
            try (PreparedStatement journal = connection.prepareStatement("INSERT INTO peercircle_journal"
                    + " (tenant, commit_id, fingerprint, versions, events) VALUES (?, ?, ?, ?, ?)")) {
                journal.setString(1, tenant.value());
                journal.setString(2, UUID.randomUUID().toString());
                journal.setString(3, "f");
                journal.setBytes(4, BinaryForm.ofVersions(Map.of(key(thread, i), expected + 1)));
                journal.setBytes(5, BinaryForm.ofPayloads(List.of(payload)));
                journal.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void check(Connection connection, RecordKey key) throws SQLException {
        try (PreparedStatement check = connection.prepareStatement(
                "SELECT version FROM peercircle_record WHERE tenant = ? AND kind = ? AND id = ?" + lock)) {
            check.setString(1, tenant.value());
            check.setString(2, key.kind());
            check.setString(3, key.id());
            try (ResultSet rows = check.executeQuery()) {
                rows.next();
                rows.getLong(1);
            }
        }
    }

    private SideBySide.Doing read(int thread) {
        Versions any = new Versions(0);
        return () -> store.read(tenant, Set.of(key(thread, any.pick())));
    }

    private SideBySide.Doing readByHand(int thread) {
        Versions any = new Versions(1);
        return () -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement select =
                            connection.prepareStatement("SELECT version, entries, codec_tag, payload FROM"
                                    + " peercircle_record WHERE tenant = ? AND kind = ? AND id = ? AND NOT gone")) {
                select.setString(1, tenant.value());
                select.setString(2, KIND);
                select.setString(3, key(thread, any.pick()).id());
                consume(select);
            }
        };
    }

    private SideBySide.Doing page(int thread) {
        IndexQuery query = IndexQuery.equal(KIND, new IndexEntry.Text("parent", "t" + thread));
        return () -> store.find(tenant, query, PageRequest.first(PAGE));
    }

    private SideBySide.Doing pageByHand(int thread) {
        byte[] value = new IndexEntry.Text("parent", "t" + thread).toSortableBytes();
        return () -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT r.version, r.entries, r.codec_tag, r.payload, r.id FROM peercircle_entry e JOIN"
                                    + " peercircle_record r ON r.tenant = e.tenant AND r.kind = e.kind AND r.id = e.id WHERE"
                                    + " e.tenant = ? AND e.kind = ? AND e.name = ? AND e.val = ? ORDER BY e.id LIMIT ?")) {
                select.setString(1, tenant.value());
                select.setString(2, KIND);
                select.setString(3, "parent");
                select.setBytes(4, value);
                select.setInt(5, PAGE);
                consume(select);
            }
        };
    }

    private static void consume(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                rows.getLong(1);
                rows.getBytes(2);
                rows.getString(3);
                rows.getBytes(4);
            }
        }
    }
}
