package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction on a connection that is nobody else's, rolled back unless it was committed. */
final class OwnTransaction implements AutoCloseable {

    private final Connection connection;
    private boolean committed;

    private OwnTransaction(Connection connection) {
        this.connection = connection;
    }

    static OwnTransaction begin(Connection connection) throws SQLException {
        OwnTransaction transaction = new OwnTransaction(connection);
        try {
            connection.setAutoCommit(false);
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    /** Trouble while cleaning up changes nothing of what was decided: a connection that is closed commits nothing more. */
    @Override
    public void close() {
        try (Connection closed = connection) {
            if (!committed) {
                closed.rollback();
            }
            // Only now: to switch it on within a transaction would commit.
            closed.setAutoCommit(true);
        } catch (SQLException alreadyDecided) {
            return;
        }
    }
}
