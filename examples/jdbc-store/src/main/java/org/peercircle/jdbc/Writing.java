package org.peercircle.jdbc;

import com.google.common.collect.Lists;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;

/**
 * Writes one commit: locks its records in the order of their keys, so that no two commits wait for each other; compares
 * their versions; writes; and writes the journal last.
 */
final class Writing {

    private static final byte[] NOTHING = {};
    private static final int ROWS_A_STATEMENT = 50;
    private static final int LOCKS_A_STATEMENT = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final Commit commit;
    private final List<RecordOp> ops;
    /** Those whose records must stand; what is created shows in the insert whether it was free. */
    private final List<RecordOp> standing;

    Writing(Connection connection, Dialect dialect, Commit commit) {
        this.connection = connection;
        this.dialect = dialect;
        this.commit = commit;
        this.ops = commit.ops().stream()
                .sorted(Comparator.comparing(RecordOp::key))
                .toList();
        this.standing =
                ops.stream().filter(op -> !(op instanceof RecordOp.Create)).toList();
    }

    /** Takes back all that was written. */
    interface TakingBack {
        void now() throws SQLException;
    }

    /** A record as it stands, locked. */
    private record Locked(long version, boolean gone, byte[] entries) {
        boolean isAt(long expected) {
            return !gone && version == expected;
        }
    }

    CommitOutcome write(CommitOutcome.Durability durability, TakingBack takingBack) throws SQLException {
        if (ops.size() == 1 && ops.get(0) instanceof RecordOp.Replace && replaceAlike()) {
            return kept(durability, takingBack);
        }
        Map<RecordKey, Locked> locked = lock();
        Set<RecordKey> stale = new HashSet<>();
        for (RecordOp op : standing) {
            if (!Optional.ofNullable(locked.get(op.key()))
                    .filter(now -> now.isAt(op.expected()))
                    .isPresent()) {
                stale.add(op.key());
            }
        }
        if (!stale.isEmpty()) {
            return known().orElse(new CommitOutcome.Conflict(stale));
        }
        if (!create()) {
            takingBack.now();
            Optional<CommitOutcome> known = known();
            return known.isPresent() ? known.orElseThrow() : new CommitOutcome.Conflict(thereAlready());
        }
        replace();
        index(locked);
        return kept(durability, takingBack);
    }

    /** Writes the journal last, and takes everything back if the commit's id is there already. */
    private CommitOutcome kept(CommitOutcome.Durability durability, TakingBack takingBack) throws SQLException {
        if (!keepJournal()) {
            takingBack.now();
            return known().orElseThrow(() -> new SQLException("commit " + commit.commitId() + " is there and is not"));
        }
        return new CommitOutcome.Applied(durability);
    }

    /** The plainest commit: one record that stands as expected, to be found as before. Returns whether it was that. */
    private boolean replaceAlike() throws SQLException {
        RecordOp op = ops.get(0);
        RecordContent content = op.written().orElseThrow();
        byte[] entries = BinaryForm.ofIndex(content.index());
        return Statements.run(
                        connection,
                        "UPDATE peercircle_record SET version = version + 1, codec_tag = ?, payload = ?"
                                + " WHERE tenant = ? AND kind = ? AND id = ? AND version = ? AND NOT gone AND entries = ?",
                        content.codecTag(),
                        content.payload().toBytes(),
                        commit.tenant().value(),
                        op.key().kind(),
                        op.key().id(),
                        op.expected(),
                        entries)
                == 1;
    }

    private Map<RecordKey, Locked> lock() throws SQLException {
        Map<RecordKey, Locked> locked = new HashMap<>();
        for (List<RecordOp> together : Lists.partition(standing, LOCKS_A_STATEMENT)) {
            try (PreparedStatement statement = locking(together).prepared(connection);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    locked.put(
                            new RecordKey(rows.getString(1), rows.getString(2)),
                            new Locked(rows.getLong(3), rows.getBoolean(4), rows.getBytes(5)));
                }
            }
        }
        return locked;
    }

    /** One statement that locks runs of records one after the other: those that are only checked, for reading. */
    private Statements.Query locking(List<RecordOp> some) {
        Statements.Query query = new Statements.Query();
        String union = "";
        int number = 0;
        for (List<RecordOp> run : Statements.runs(some, op -> op instanceof RecordOp.Check)) {
            boolean checked = run.get(0) instanceof RecordOp.Check;
            query.add(union)
                    .add("SELECT * FROM (SELECT kind, id, version, gone, entries FROM peercircle_record WHERE ")
                    .addIsOneOf(commit.tenant(), run.stream().map(RecordOp::key).toList())
                    .add(" ORDER BY kind, id")
                    .add(checked ? dialect.forShare() : dialect.forUpdate())
                    .add(") run")
                    .add(String.valueOf(number++));
            union = " UNION ALL ";
        }
        return query;
    }

    /**
     * Whether the commit was applied before, or its id was. Locked, so as to be read as it is now, also by a host's
     * transaction that sees an earlier instant.
     */
    private Optional<CommitOutcome> known() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT fingerprint FROM peercircle_journal WHERE tenant = ? AND commit_id = ?" + dialect.forShare())) {
            Statements.bind(statement, commit.tenant().value(), commit.commitId());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        rows.getString(1).equals(commit.fingerprint())
                                ? new CommitOutcome.Replayed()
                                : new CommitOutcome.CommitIdMisused());
            }
        }
    }

    /** Which of the records to be created somebody made before, or made and deleted. */
    private Set<RecordKey> thereAlready() throws SQLException {
        List<RecordKey> created = ops.stream()
                .filter(op -> op instanceof RecordOp.Create)
                .map(RecordOp::key)
                .toList();
        Set<RecordKey> there = new HashSet<>();
        Statements.Query query = new Statements.Query()
                .add("SELECT kind, id FROM peercircle_record WHERE ")
                .addIsOneOf(commit.tenant(), created)
                .add(dialect.forShare());
        try (PreparedStatement statement = query.prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                there.add(new RecordKey(rows.getString(1), rows.getString(2)));
            }
        }
        if (there.isEmpty()) {
            throw new SQLException("who was faster took it back", Dialect.TRY_AGAIN);
        }
        return there;
    }

    /** Makes all new records; returns whether none of them was made by somebody else meanwhile. */
    private boolean create() throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (RecordOp op : ops) {
            if (op instanceof RecordOp.Create create) {
                RecordContent content = create.content();
                rows.add(new Object[] {
                    commit.tenant().value(),
                    op.key().kind(),
                    op.key().id(),
                    1L,
                    false,
                    BinaryForm.ofIndex(content.index()),
                    content.codecTag(),
                    content.payload().toBytes()
                });
            }
        }
        return inserted("peercircle_record (tenant, kind, id, version, gone, entries, codec_tag, payload)", rows)
                == rows.size();
    }

    /** Inserts rows, many a statement, and returns how many there were not before. */
    private int inserted(String into, List<Object[]> rows) throws SQLException {
        int inserted = 0;
        for (List<Object[]> part : Lists.partition(rows, ROWS_A_STATEMENT)) {
            Statements.Query insert =
                    new Statements.Query().add("INSERT INTO ").add(into).add(" VALUES ");
            String comma = "";
            for (Object[] row : part) {
                insert.add(comma).addRow(row);
                comma = ", ";
            }
            inserted += dialect.insertUnlessThere(connection, insert);
        }
        return inserted;
    }

    private void replace() throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (RecordOp op : ops) {
            boolean deletes = op instanceof RecordOp.Delete;
            if (deletes || op instanceof RecordOp.Replace) {
                rows.add(new Object[] {
                    op.expected() + (deletes ? 0 : 1),
                    deletes,
                    op.written().map(c -> BinaryForm.ofIndex(c.index())).orElse(NOTHING),
                    op.written().map(RecordContent::codecTag).orElse(""),
                    op.written().map(c -> c.payload().toBytes()).orElse(NOTHING),
                    commit.tenant().value(),
                    op.key().kind(),
                    op.key().id()
                });
            }
        }
        Statements.runAll(
                connection,
                "UPDATE peercircle_record SET version = ?, gone = ?, entries = ?, codec_tag = ?, payload = ?"
                        + " WHERE tenant = ? AND kind = ? AND id = ?",
                rows);
    }

    /** Keeps the entries to find by, where they are others than before. */
    private void index(Map<RecordKey, Locked> locked) throws SQLException {
        List<Object[]> old = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        for (RecordOp op : ops) {
            if (op instanceof RecordOp.Check) {
                continue;
            }
            Set<IndexEntry> before = Optional.ofNullable(locked.get(op.key()))
                    .map(now -> Set.copyOf(BinaryForm.index(now.entries())))
                    .orElse(Set.of());
            Set<IndexEntry> after =
                    op.written().map(content -> Set.copyOf(content.index())).orElse(Set.of());
            if (!before.equals(after)) {
                if (!before.isEmpty()) {
                    old.add(new Object[] {
                        commit.tenant().value(), op.key().kind(), op.key().id()
                    });
                }
                for (IndexEntry entry : after) {
                    fresh.add(new Object[] {
                        commit.tenant().value(),
                        op.key().kind(),
                        entry.name(),
                        entry.toSortableBytes(),
                        op.key().id()
                    });
                }
            }
        }
        Statements.runAll(connection, "DELETE FROM peercircle_entry WHERE tenant = ? AND kind = ? AND id = ?", old);
        Statements.runAll(
                connection, "INSERT INTO peercircle_entry (tenant, kind, name, val, id) VALUES (?, ?, ?, ?, ?)", fresh);
    }

    /** Writes what happened; returns whether the commit's id was free. */
    private boolean keepJournal() throws SQLException {
        Map<RecordKey, Long> versions = new LinkedHashMap<>();
        ops.forEach(op -> op.written().ifPresent(content -> versions.put(op.key(), op.expected() + 1)));
        List<Object[]> row = new ArrayList<>();
        row.add(new Object[] {
            commit.tenant().value(),
            commit.commitId(),
            commit.fingerprint(),
            BinaryForm.ofVersions(versions),
            BinaryForm.ofPayloads(commit.events())
        });
        return inserted("peercircle_journal (tenant, commit_id, fingerprint, versions, events)", row) == 1;
    }
}
