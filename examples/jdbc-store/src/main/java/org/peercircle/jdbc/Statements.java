package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.TenantId;

/** SQL with its parameters, and how keys become both. */
final class Statements {

    /** More than there are of texts that come again. */
    private static final int MANY_TEXTS = 1_000;

    /** The text that parts make, by the parts: a driver knows a text that it saw before the sooner if it is the same one. */
    private static final Map<List<String>, String> TEXTS = new ConcurrentHashMap<>();

    /** Lists of question marks, by how many they are. */
    private static final Map<Integer, String> MARKS = new ConcurrentHashMap<>();

    private Statements() {}

    /** SQL that is put together, best of parts that are constant, with the parameters that its question marks stand for. */
    static final class Query {
        private final List<String> parts = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Query add(String part) {
            parts.add(part);
            return this;
        }

        Query add(String part, Object... values) {
            parts.add(part);
            Collections.addAll(parameters, values);
            return this;
        }

        /**
         * Adds a condition that the record is one of these. As many question marks as a power of two, so that few different
         * statements are ever prepared.
         */
        Query addIsOneOf(TenantId tenant, Collection<RecordKey> keys) {
            List<RecordKey> sorted = new ArrayList<>(keys);
            sorted.sort(Comparator.naturalOrder());
            add("tenant = ? AND (", tenant.value());
            String or = "";
            for (List<RecordKey> run : runs(sorted, RecordKey::kind)) {
                int marks = Integer.highestOneBit(Math.max(1, 2 * run.size() - 1));
                add(or).add("kind = ? AND id IN ", run.get(0).kind()).add(marks(marks));
                for (int i = 0; i < marks; i++) {
                    parameters.add(run.get(Math.min(i, run.size() - 1)).id());
                }
                or = " OR ";
            }
            return add(")");
        }

        /** Adds a row of values. */
        Query addRow(Object... values) {
            return add(marks(values.length), values);
        }

        private static String marks(int many) {
            return MARKS.computeIfAbsent(many, n -> "(?" + ", ?".repeat(n - 1) + ")");
        }

        private String text() {
            String known = TEXTS.get(parts);
            if (known != null) {
                return known;
            }
            String text = String.join("", parts);
            if (TEXTS.size() < MANY_TEXTS) {
                TEXTS.put(List.copyOf(parts), text);
            }
            return text;
        }

        PreparedStatement prepared(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(text());
            try {
                bind(statement, parameters.toArray());
                return statement;
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        }
    }

    /** Cuts a list where what is asked of its items changes. */
    static <T> List<List<T>> runs(List<T> items, Function<? super T, ?> what) {
        List<List<T>> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= items.size(); to++) {
            if (to == items.size() || !what.apply(items.get(to)).equals(what.apply(items.get(from)))) {
                runs.add(items.subList(from, to));
                from = to;
            }
        }
        return runs;
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
