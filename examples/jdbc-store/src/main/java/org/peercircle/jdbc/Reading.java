package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageCursor;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** Reads records and pages, each in one statement, which is one instant. */
final class Reading {

    private final Connection connection;

    Reading(Connection connection) {
        this.connection = connection;
    }

    List<StoredRecord> records(TenantId tenant, Collection<RecordKey> keys) throws SQLException {
        Statements.Query query = new Statements.Query()
                .add("SELECT kind, id, version, entries, codec_tag, payload FROM peercircle_record WHERE NOT gone AND ")
                .addIsOneOf(tenant, keys);
        List<StoredRecord> found = new ArrayList<>();
        try (PreparedStatement statement = query.prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(record(rows));
            }
        }
        return found;
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        return new StoredRecord(
                new RecordKey(row.getString("kind"), row.getString("id")),
                row.getLong("version"),
                new RecordContent(
                        BinaryForm.index(row.getBytes("entries")),
                        row.getString("codec_tag"),
                        Payload.of(row.getBytes("payload"))));
    }

    Page<StoredRecord> page(TenantId tenant, IndexQuery query, PageRequest page) throws SQLException {
        List<StoredRecord> found = new ArrayList<>();
        try (PreparedStatement statement = pageOf(tenant, query, page).prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(record(rows));
            }
        }
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        StoredRecord last = found.get(page.limit() - 1);
        IndexEntry entry = last.content().index().stream()
                .filter(query::matches)
                .min(IndexEntry::compareValues)
                .orElseThrow();
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new PageCursor(entry, last.key().id()).toText(tenant, query)));
    }

    /** One row more than the page has tells whether there is another. */
    private static Statements.Query pageOf(TenantId tenant, IndexQuery query, PageRequest page) {
        byte[] from = query.from().toSortableBytes();
        Optional<PageCursor> after = PageCursor.of(tenant, query, page);
        // Ids first, by the index alone, so that no database is tempted to join more than the page.
        Statements.Query sql = new Statements.Query()
                .add("SELECT r.kind, r.id, r.version, r.entries, r.codec_tag, r.payload"
                        + " FROM (SELECT e.tenant, e.kind, e.val, e.id FROM peercircle_entry e")
                .add(
                        " WHERE e.tenant = ? AND e.kind = ? AND e.name = ?",
                        tenant.value(),
                        query.kind(),
                        query.from().name());
        if (query.from().equals(query.to())) {
            sql.add(" AND e.val = ?", from);
            after.ifPresent(cursor -> sql.add(" AND e.id > ?", cursor.id()));
        } else {
            sql.add(
                    " AND e.val BETWEEN ? AND ?",
                    after.map(cursor -> cursor.entry().toSortableBytes()).orElse(from),
                    query.to().toSortableBytes());
            after.ifPresent(cursor ->
                    sql.add(" AND (e.val > ? OR e.id > ?)", cursor.entry().toSortableBytes(), cursor.id()));
            // A record with several entries in the range comes once, at the first.
            sql.add(
                    " AND NOT EXISTS (SELECT 1 FROM peercircle_entry f WHERE f.tenant = e.tenant AND f.kind = e.kind"
                            + " AND f.id = e.id AND f.name = e.name AND f.val >= ? AND f.val < e.val)",
                    from);
        }
        return sql.add(" ORDER BY e.val, e.id LIMIT ?", page.limit() + 1)
                .add(") p JOIN peercircle_record r ON r.tenant = p.tenant AND r.kind = p.kind AND r.id = p.id"
                        + " ORDER BY p.val, p.id");
    }
}
