package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Where a store gets its connections. With Spring, a source that joins is
 *
 * <pre>{@code
 * ConnectionSource.joining(dataSource, () -> TransactionSynchronizationManager.isActualTransactionActive()
 *         ? Optional.of(DataSourceUtils.getConnection(dataSource))
 *         : Optional.empty());
 * }</pre>
 */
public interface ConnectionSource {

    /** Opens a connection of the store's own, which it closes. */
    Connection open() throws SQLException;

    /**
     * Returns the connection of the host's transaction that runs on this thread, which the store neither closes nor commits
     * nor rolls back; empty if none runs.
     */
    Optional<Connection> joined();

    /** Whether {@link #joined} ever gives a connection. */
    boolean joins();

    /** Returns a source of connections of the store's own: each commit is a transaction by itself. */
    static ConnectionSource of(DataSource source) {
        return joiningIf(source, Optional::empty, false);
    }

    /**
     * Returns a source for a store that joins the host's transactions: commits made while one runs are part of it.
     *
     * @param current gives the connection of the transaction that runs on the calling thread
     */
    static ConnectionSource joining(DataSource source, Supplier<Optional<Connection>> current) {
        return joiningIf(source, current, true);
    }

    private static ConnectionSource joiningIf(
            DataSource source, Supplier<Optional<Connection>> current, boolean joins) {
        return new ConnectionSource() {
            @Override
            public Connection open() throws SQLException {
                return source.getConnection();
            }

            @Override
            public Optional<Connection> joined() {
                return current.get();
            }

            @Override
            public boolean joins() {
                return joins;
            }
        };
    }
}
