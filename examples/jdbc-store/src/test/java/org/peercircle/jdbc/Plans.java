package org.peercircle.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.TenantId;

/** How databases say they will look for rows. */
final class Plans {

    static final TenantId TENANT = new TenantId("t");

    private Plans() {}

    static RecordKey key(int i) {
        return new RecordKey("kind", "id" + i);
    }

    static RecordContent content(int i) {
        return new RecordContent(List.of(new IndexEntry.Whole("n", i)), "c", Payload.of(new byte[100]));
    }

    static Commit create(int i) {
        return commit("create" + i, new RecordOp.Create(key(i), content(i)));
    }

    static Commit commit(String id, RecordOp... ops) {
        return new Commit(TENANT, id, "f", List.of(ops), List.of());
    }

    static void fill(RecordStore store, int records) {
        for (int from = 0; from < records; from += 500) {
            List<RecordOp> ops = new ArrayList<>();
            for (int i = from; i < from + 500; i++) {
                ops.add(new RecordOp.Create(key(i), content(i)));
            }
            store.commit(commit("fill" + from, ops.toArray(RecordOp[]::new)));
        }
        for (int i = 0; i < 300; i++) {
            store.commit(commit("empty" + i));
        }
    }

    /** Has the database count its rows, so that it plans for as many. */
    static void analyze(DataSource source, Dialect dialect) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    dialect == Dialect.MARIADB
                            ? "ANALYZE TABLE peercircle_record, peercircle_entry, peercircle_journal, peercircle_feed"
                            : "ANALYZE");
            if (dialect == Dialect.POSTGRESQL) {
                // The heads of feeds are a row a tenant, here one.
                statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET enable_seqscan = on");
            }
        }
    }

    static void everyCall(RecordStore store) {
        store.read(TENANT, Set.of(key(1), key(2), key(3), new RecordKey("other", "x")));
        IndexQuery range = new IndexQuery("kind", new IndexEntry.Whole("n", 5), new IndexEntry.Whole("n", 50));
        PageRequest first = PageRequest.first(5);
        store.find(
                TENANT,
                range,
                first.after(store.find(TENANT, range, first).next().orElseThrow()));
        store.find(TENANT, IndexQuery.equal("kind", new IndexEntry.Whole("n", 7)), first);
        store.commit(commit(
                "all",
                new RecordOp.Replace(key(1), 1, content(9)),
                new RecordOp.Delete(key(2), 1),
                new RecordOp.Check(key(3), 1),
                new RecordOp.Create(new RecordKey("kind", "new"), content(8))));
        store.commit(commit("stale", new RecordOp.Check(key(1), 1)));
        long last = store.feed(TENANT, 3, 10).get(0).position();
        store.prune(TENANT, last);
    }

    static boolean isFullScan(String plan, Dialect dialect) {
        String scan = switch (dialect) {
            case POSTGRESQL -> "Seq Scan on peercircle_(record|entry|journal)";
            case H2 -> "tableScan";
            case MARIADB ->
                "\"table_name\": \"(peercircle_(record|entry|journal)|[erfj])\",\\s*\"access_type\": \"(ALL|index)\"";
            case SQLITE -> "SCAN (?!.*USING)(peercircle_(record|entry|journal)|e|r|f|j)\\b";
        };
        return Pattern.compile(scan).matcher(plan).find();
    }

    /** A source whose connections explain each prepared statement, with its parameters, before it is run. */
    static DataSource explaining(DataSource source, Dialect dialect, List<String> explained) {
        return proxy(
                DataSource.class,
                source,
                result ->
                        result instanceof Connection connection ? explaining(connection, dialect, explained) : result);
    }

    private static Connection explaining(Connection connection, Dialect dialect, List<String> explained) {
        return (Connection) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(method, connection, arguments);
                    if (result instanceof PreparedStatement && arguments[0] instanceof String sql) {
                        return explaining(connection, (PreparedStatement) result, sql, dialect, explained);
                    }
                    return result;
                });
    }

    private static PreparedStatement explaining(
            Connection connection, PreparedStatement statement, String sql, Dialect dialect, List<String> explained) {
        List<Object[]> parameters = new ArrayList<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setObject") || method.getName().equals("setBytes")) {
                        parameters.add(arguments);
                    } else if (Set.of("executeQuery", "executeUpdate", "addBatch")
                            .contains(method.getName())) {
                        explained.add(explain(connection, sql, parameters, dialect));
                        parameters.clear();
                    }
                    return invoke(method, statement, arguments);
                });
    }

    private static String explain(Connection connection, String sql, List<Object[]> parameters, Dialect dialect)
            throws SQLException {
        if (sql.startsWith("INSERT") || sql.startsWith("SET")) {
            return "looks for nothing: " + sql;
        }
        String explain = switch (dialect) {
            case POSTGRESQL, H2 -> "EXPLAIN ";
            case MARIADB -> "EXPLAIN FORMAT=JSON ";
            case SQLITE -> "EXPLAIN QUERY PLAN ";
        };
        StringBuilder plan = new StringBuilder(sql).append('\n');
        try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
            for (Object[] parameter : parameters) {
                if (parameter[1] instanceof byte[] bytes) {
                    statement.setBytes((Integer) parameter[0], bytes);
                } else {
                    statement.setObject((Integer) parameter[0], parameter[1]);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                int last = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    plan.append(rows.getString(last)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    /** A connection that knows nothing but the name of its product. */
    static Connection connectionOf(String product) {
        DatabaseMetaData metaData = (DatabaseMetaData) Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> product);
        return (Connection) Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("getMetaData") ? metaData : null);
    }

    private interface Change {
        Object of(Object result);
    }

    private static <T> T proxy(Class<T> type, T behind, Change change) {
        return type.cast(Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> change.of(invoke(method, behind, arguments))));
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
