package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** A transaction on a connection that is nobody else's, rolled back unless it was committed. */
final class OwnTransaction implements AutoCloseable {

    /** How often a transaction is tried that the database itself rolled back, as after a deadlock. */
    static final int ATTEMPTS = 40;

    private final Turns.Turn turn;
    private final Connection connection;
    private boolean committed;

    private OwnTransaction(Turns.Turn turn, Connection connection) {
        this.turn = turn;
        this.connection = connection;
    }

    /** Begins a transaction on a connection of its own, when it is its turn. */
    static OwnTransaction begin(ConnectionSource source, Turns turns) throws SQLException {
        Turns.Turn turn = turns.next();
        OwnTransaction transaction;
        try {
            transaction = new OwnTransaction(turn, source.open());
        } catch (SQLException | RuntimeException | Error e) {
            turn.close();
            throw e;
        }
        try {
            transaction.connection.setAutoCommit(false);
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    /** Waits a little before the next attempt, each time longer. */
    static void pauseAfter(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * attempt));
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
        try (turn;
                Connection closed = connection) {
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
