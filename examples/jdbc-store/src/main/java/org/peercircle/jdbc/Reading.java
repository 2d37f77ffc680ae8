package org.peercircle.jdbc;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The columns of a record, in the order in which they are read. */
    private static final String COLUMNS = "r.kind, r.id, r.version, r.codec_tag, r.payload, r.entries";

    private final Connection connection;
    /** What the last record is found by, as it is kept and as it is: siblings are found by the same. */
    private byte[] lastEntries = {};

    private List<IndexEntry> lastIndex = List.of();

    Reading(Connection connection) {
        this.connection = connection;
    }

    List<StoredRecord> records(TenantId tenant, Collection<RecordKey> keys) throws SQLException {
        Statements.Query query = new Statements.Query()
                .add("SELECT " + COLUMNS + " FROM peercircle_record r WHERE NOT gone AND ")
                .addIsOneOf(tenant, keys);
        List<StoredRecord> found = new ArrayList<>();
        try (PreparedStatement statement = query.prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(record(rows, 1));
            }
        }
        return found;
    }

    /** The record of a row whose columns begin at a place. */
    private StoredRecord record(ResultSet row, int at) throws SQLException {
        RecordKey key = new RecordKey(row.getString(at), row.getString(at + 1));
        long version = row.getLong(at + 2);
        String codecTag = row.getString(at + 3);
        Payload payload = Payload.of(row.getBytes(at + 4));
        byte[] entries = row.getBytes(at + 5);
        if (!Arrays.equals(entries, lastEntries)) {
            lastIndex = BinaryForm.index(entries);
            lastEntries = entries;
        }
        return new StoredRecord(key, version, new RecordContent(lastIndex, codecTag, payload));
    }

    Page<StoredRecord> page(TenantId tenant, IndexQuery query, PageRequest page) throws SQLException {
        return pages(tenant, List.of(query), page).get(0);
    }

    /** Finds a page for each query in one statement. */
    List<Page<StoredRecord>> pages(TenantId tenant, List<IndexQuery> queries, PageRequest page) throws SQLException {
        ListMultimap<Integer, StoredRecord> found =
                MultimapBuilder.hashKeys().arrayListValues().build();
        try (PreparedStatement statement = pagesOf(tenant, queries, page).prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getInt(1), record(rows, 3));
            }
        }
        List<Page<StoredRecord>> pages = new ArrayList<>();
        for (int part = 0; part < queries.size(); part++) {
            pages.add(cut(tenant, queries.get(part), page.limit(), found.get(part)));
        }
        return pages;
    }

    private static Page<StoredRecord> cut(TenantId tenant, IndexQuery query, int limit, List<StoredRecord> found) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        StoredRecord last = found.get(limit - 1);
        IndexEntry entry = last.content().index().stream()
                .filter(query::matches)
                .min(IndexEntry::compareValues)
                .orElseThrow();
        return new Page<>(
                found.subList(0, limit),
                Optional.of(new PageCursor(entry, last.key().id()).toText(tenant, query)));
    }

    private static Statements.Query pagesOf(TenantId tenant, List<IndexQuery> queries, PageRequest page) {
        Statements.Query sql = new Statements.Query();
        for (int part = 0; part < queries.size(); part++) {
            sql.add(part == 0 ? "SELECT " : " UNION ALL SELECT ").add(String.valueOf(part));
            addPage(sql, tenant, queries.get(part), page);
        }
        return sql.add(" ORDER BY 1, 2, 4");
    }

    /** One row more than the page has tells whether there is another. */
    private static void addPage(Statements.Query sql, TenantId tenant, IndexQuery query, PageRequest page) {
        byte[] from = query.from().toSortableBytes();
        Optional<PageCursor> after = PageCursor.of(tenant, query, page);
        // Ids first, by the index alone, so that no database is tempted to join more than the page.
        sql.add(
                " AS part, p.val, " + COLUMNS
                        + " FROM (SELECT e.tenant, e.kind, e.val, e.id FROM peercircle_entry e"
                        + " WHERE e.tenant = ? AND e.kind = ? AND e.name = ?",
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
        sql.add(" ORDER BY e.val, e.id LIMIT ?", page.limit() + 1)
                .add(") p JOIN peercircle_record r ON r.tenant = p.tenant AND r.kind = p.kind AND r.id = p.id");
    }
}
