package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.TenantId;

/** SQL with its parameters, and how keys become both. */
final class Statements {

    private Statements() {}

    /** SQL that is put together, with the parameters that its question marks stand for. */
    static final class Query {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        Query add(String text, Object... values) {
            sql.append(text);
            parameters.addAll(List.of(values));
            return this;
        }

        /**
         * Adds a condition that the record is one of these. As many question marks as a power of two, so that few different
         * statements are ever prepared.
         */
        Query addIsOneOf(TenantId tenant, Collection<RecordKey> keys) {
            Map<String, SortedSet<String>> byKind = new TreeMap<>();
            keys.forEach(key ->
                    byKind.computeIfAbsent(key.kind(), k -> new TreeSet<>()).add(key.id()));
            add("tenant = ? AND (", tenant.value());
            String or = "";
            for (Map.Entry<String, SortedSet<String>> kind : byKind.entrySet()) {
                add(or + "kind = ? AND id IN (?", kind.getKey(), kind.getValue().first());
                List<String> ids = List.copyOf(kind.getValue());
                int marks = Integer.highestOneBit(Math.max(1, 2 * ids.size() - 1));
                for (int i = 1; i < marks; i++) {
                    add(", ?", ids.get(Math.min(i, ids.size() - 1)));
                }
                add(")");
                or = " OR ";
            }
            return add(")");
        }

        PreparedStatement prepared(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql.toString());
            try {
                bind(statement, parameters.toArray());
                return statement;
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        }
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** Runs one change, and returns how many rows it made or changed. */
    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Runs one change for each row of values, in one go. */
    static void runAll(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.size() == 1) {
            run(connection, sql, rows.get(0));
        } else if (!rows.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
