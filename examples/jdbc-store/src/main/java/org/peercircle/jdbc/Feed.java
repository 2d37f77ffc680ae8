package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.FeedPruned;
import org.peercircle.persistence.spi.TenantId;

/**
 * One tenant's feed. Commits get their positions when they are first read, one reader at a time, in the order in which
 * their journal rows were written. A row that becomes visible late gets a later position, so that nobody who reads on
 * misses it; and who wrote a record later has waited for who wrote it before, so that versions come in order.
 */
final class Feed {

    private final Connection connection;
    private final Dialect dialect;
    private final String tenant;

    Feed(Connection connection, Dialect dialect, TenantId tenant) {
        this.connection = connection;
        this.dialect = dialect;
        this.tenant = tenant.value();
    }

    /** How far a feed has come. */
    private record Head(long last, long pruned) {}

    List<FeedEntry> page(long after, int limit) throws SQLException {
        Head head = head();
        if (after < head.pruned()) {
            throw new FeedPruned(after, head.pruned());
        }
        giveNumbers(head.last());
        List<FeedEntry> page = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT position, commit_id, versions, events FROM peercircle_journal"
                        + " WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?")) {
            Statements.bind(statement, tenant, after, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(new FeedEntry(
                            rows.getLong(1),
                            rows.getString(2),
                            BinaryForm.versions(rows.getBytes(3)),
                            BinaryForm.payloads(rows.getBytes(4))));
                }
            }
        }
        return page;
    }

    long prune(long upTo) throws SQLException {
        Head head = head();
        if (upTo < 0 || upTo > head.last()) {
            throw new IllegalArgumentException("upTo must be at most " + head.last() + ", but was " + upTo);
        }
        if (upTo > head.pruned()) {
            Statements.run(
                    connection, "DELETE FROM peercircle_journal WHERE tenant = ? AND position <= ?", tenant, upTo);
            Statements.run(connection, "UPDATE peercircle_feed SET pruned = ? WHERE tenant = ?", upTo, tenant);
        }
        return upTo;
    }

    /** Locks the feed's head, so that one reader at a time gives numbers. */
    private Head head() throws SQLException {
        return dialect.lockedOrMade(
                connection,
                new Statements.Query().add("SELECT last, pruned FROM peercircle_feed WHERE tenant = ?", tenant),
                new Statements.Query()
                        .add("INSERT INTO peercircle_feed (tenant, last, pruned) VALUES (?, 0, 0)", tenant),
                row -> new Head(row.getLong(1), row.getLong(2)));
    }

    private void giveNumbers(long last) throws SQLException {
        List<Object[]> numbers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT commit_id FROM peercircle_journal WHERE tenant = ? AND position IS NULL ORDER BY seq")) {
            Statements.bind(statement, tenant);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(new Object[] {last + 1 + numbers.size(), tenant, rows.getString(1)});
                }
            }
        }
        if (!numbers.isEmpty()) {
            Statements.runAll(
                    connection,
                    "UPDATE peercircle_journal SET position = ? WHERE tenant = ? AND commit_id = ?",
                    numbers);
            Statements.run(
                    connection, "UPDATE peercircle_feed SET last = ? WHERE tenant = ?", last + numbers.size(), tenant);
        }
    }
}
