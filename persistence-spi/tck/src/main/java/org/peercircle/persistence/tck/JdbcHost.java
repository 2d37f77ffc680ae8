package org.peercircle.persistence.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * A host with transactions of its own over a data source. Hand {@link #joined} to the store as the way to the transaction
 * that runs.
 */
public final class JdbcHost implements Host {

    private final DataSource source;
    private final ThreadLocal<Running> running = new ThreadLocal<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** A transaction, and its connection as the store gets it. */
    private record Running(Connection own, Connection watched) {}

    /** Makes a host, which has a table of its own in the database. */
    public JdbcHost(DataSource source) {
        this.source = source;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS host_writing (what VARCHAR(200))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns where the host's connections come from. */
    public DataSource source() {
        return source;
    }

    /** Returns the connection of the transaction that runs on this thread; empty if none does. */
    public Optional<Connection> joined() {
        return Optional.ofNullable(running.get()).map(Running::watched);
    }

    @Override
    public void begin() {
        try {
            Connection own = source.getConnection();
            own.setAutoCommit(false);
            calls.clear();
            running.set(new Running(own, watched(own)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection watched(Connection own) {
        return (Connection) Proxy.newProxyInstance(
                JdbcHost.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    // A rollback to the store's own savepoint is its right.
                    boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
                    calls.add(toSavepoint ? "rollback to savepoint" : method.getName());
                    try {
                        return method.invoke(own, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection own() {
        return Optional.ofNullable(running.get())
                .orElseThrow(() -> new IllegalStateException("no transaction runs on this thread"))
                .own();
    }

    @Override
    public void writeOfItsOwn(String what) {
        try (PreparedStatement insert = own().prepareStatement("INSERT INTO host_writing (what) VALUES (?)")) {
            insert.setString(1, what);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> ownWritings() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT what FROM host_writing ORDER BY what")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void commit() {
        end(Connection::commit);
    }

    @Override
    public void rollback() {
        end(Connection::rollback);
    }

    private interface End {
        void of(Connection connection) throws SQLException;
    }

    private void end(End end) {
        try (Connection own = own()) {
            end.of(own);
            own.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            running.remove();
        }
    }

    @Override
    public List<String> calls() {
        return List.copyOf(calls);
    }
}
