package org.peercircle.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was said to a database on one thread, to be said again as by hand. */
final class Recording {

    private static final String JOURNAL = "INSERT INTO peercircle_journal";
    private static final int COMMIT_ID = 2;
    private static final String REPLACEMENT = "UPDATE peercircle_record SET version = version + 1";
    private static final int EXPECTED_VERSION = 6;

    /** One statement, with as many rows of parameters as it was run with, by itself or in a transaction. */
    private record Said(String sql, List<List<Object[]>> rows, boolean byItself) {}

    private final List<Said> said = new ArrayList<>();
    private boolean on;
    private boolean commits;
    private long playbacks;

    /** Returns a data source that notes what is said while this records. */
    DataSource of(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, arguments, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, this::inConnection)
                        : result);
    }

    /** Notes what one thing says. */
    void record(SideBySide.Doing doing) throws Exception {
        said.clear();
        commits = false;
        playbacks = 0;
        on = true;
        try {
            doing.once();
        } finally {
            on = false;
        }
    }

    /** How many times the database was asked and waited for. */
    int roundTrips() {
        return said.size() + (commits ? 1 : 0);
    }

    /**
     * Says it all again on one connection, under another commit id and of the version that is there now, as somebody would
     * who knew beforehand what to say: by itself what was said by itself, the rest in one transaction.
     */
    void playback(DataSource source) throws SQLException {
        playbacks++;
        try (Connection connection = source.getConnection()) {
            for (Said one : said) {
                if (!one.byItself()) {
                    connection.setAutoCommit(false);
                }
                play(connection, one);
            }
            if (commits) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private void play(Connection connection, Said one) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(one.sql())) {
            for (List<Object[]> row : one.rows()) {
                for (Object[] parameter : row) {
                    int index = (Integer) parameter[0];
                    if (parameter[1] instanceof byte[] bytes) {
                        statement.setBytes(index, bytes);
                    } else {
                        statement.setObject(index, now(one.sql(), index, parameter[1]));
                    }
                }
                if (one.rows().size() > 1) {
                    statement.addBatch();
                }
            }
            if (one.rows().size() > 1) {
                statement.executeBatch();
            } else if (statement.execute()) {
                consume(statement.getResultSet());
            } else if (one.sql().startsWith(REPLACEMENT) && statement.getUpdateCount() != 1) {
                throw new IllegalStateException("a replacement that is said again must replace, but did not");
            }
        }
    }

    /** What is never the same twice is another each time; all else is said as it was. */
    private Object now(String sql, int index, Object said) {
        if (index == COMMIT_ID && sql.startsWith(JOURNAL)) {
            return UUID.randomUUID().toString();
        }
        return index == EXPECTED_VERSION && sql.startsWith(REPLACEMENT) ? (Long) said + playbacks : said;
    }

    private static void consume(ResultSet results) throws SQLException {
        int columns = results.getMetaData().getColumnCount();
        while (results.next()) {
            for (int i = 1; i <= columns; i++) {
                results.getObject(i);
            }
        }
    }

    private @Nullable Object inConnection(Method method, Object @Nullable [] arguments, @Nullable Object result) {
        if (on && method.getName().equals("commit")) {
            if (commits) {
                throw new IllegalStateException("what is played back is one transaction, but two were committed");
            }
            commits = true;
        }
        if (result instanceof PreparedStatement statement && arguments != null) {
            return new Noting((String) arguments[0]).over(statement);
        }
        return result;
    }

    /** Notes the parameters of one statement. */
    private final class Noting {
        private final String sql;
        private List<Object[]> row = new ArrayList<>();
        private List<List<Object[]>> rows = new ArrayList<>();

        Noting(String sql) {
            this.sql = sql;
        }

        PreparedStatement over(PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
                if (on && arguments != null && method.getName().startsWith("set") && arguments.length == 2) {
                    row.add(arguments);
                } else if (on && method.getName().equals("addBatch")) {
                    rows.add(row);
                    row = new ArrayList<>();
                } else if (on && method.getName().startsWith("execute")) {
                    if (rows.isEmpty()) {
                        rows.add(row);
                    }
                    said.add(new Said(sql, rows, statement.getConnection().getAutoCommit()));
                    rows = new ArrayList<>();
                    row = new ArrayList<>();
                }
                return result;
            });
        }
    }

    private interface After {
        @Nullable
        Object then(Method method, Object @Nullable [] arguments, @Nullable Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T behind, After after) {
        return type.cast(Proxy.newProxyInstance(
                Recording.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.then(method, arguments, method.invoke(behind, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
