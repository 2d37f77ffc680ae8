package org.peercircle.jdbc;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to write. The others see to that themselves. H2's row locks do not hold: of two transactions
 * that update the same row where it has the same version, both do so once in a few thousand races, also after
 * {@code FOR UPDATE}; a stricter isolation does not save what is only checked. So one thread at a time writes to an H2
 * database, and one process.
 */
final class Turns {

    /** Shared by all stores over a database, and gone when none of them is left. */
    private static final LoadingCache<String, Lock> WRITERS =
            CacheBuilder.newBuilder().weakValues().build(CacheLoader.from(database -> new ReentrantLock()));

    private final Optional<Lock> writer;

    private Turns(Optional<Lock> writer) {
        this.writer = writer;
    }

    /** A turn, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Returns the turns of the database that a connection leads to.
     *
     * @throws IllegalArgumentException if it is an H2 that other processes write to
     */
    static Turns of(Connection connection) throws SQLException {
        if (Dialect.of(connection) != Dialect.H2) {
            return new Turns(Optional.empty());
        }
        String url = connection.getMetaData().getURL();
        if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
            throw new IllegalArgumentException(
                    "an H2 database must be of this process alone, as with jdbc:h2:file:, but was a server's; two processes"
                            + " that write to one H2 undo each other's work. Use PostgreSQL for several");
        }
        return new Turns(Optional.of(WRITERS.getUnchecked(pathOr(url, connection))));
    }

    /** However its address is written, a database in a file is the same. */
    private static String pathOr(String url, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(database_path(), ?)")) {
            Statements.bind(statement, url);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Waits for the next turn. */
    Turn next() {
        writer.ifPresent(Lock::lock);
        return () -> writer.ifPresent(Lock::unlock);
    }
}
