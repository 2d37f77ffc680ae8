package org.peercircle.jdbc;

import com.google.common.collect.Lists;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.CommitOutcome.Durability;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.OutcomeUnknown;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreDescriptor.Capability;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/**
 * Keeps records in PostgreSQL, H2, SQLite or MariaDB. Its tables, whose names begin with {@code peercircle_}, may stand in
 * a schema with the host's own.
 *
 * <pre>{@code
 * RecordStore store = JdbcRecordStore.open(dataSource); // makes or migrates the tables
 * }</pre>
 */
public final class JdbcRecordStore implements RecordStore {

    private static final int MAX_OPS = 100_000;
    private static final int KEYS_A_STATEMENT = 5_000;
    private static final int MAX_PAYLOAD = 1 << 23;

    private final ConnectionSource source;
    private final Dialect dialect;
    private final Turns turns;
    private final StoreDescriptor descriptor;

    private JdbcRecordStore(ConnectionSource source, Dialect dialect, Turns turns, StoreDescriptor descriptor) {
        this.source = source;
        this.dialect = dialect;
        this.turns = turns;
        this.descriptor = descriptor;
    }

    /**
     * Opens a store each of whose commits is a transaction by itself, and makes or migrates its tables.
     *
     * @throws IllegalArgumentException if the database is none that the store knows
     * @throws StoreUnavailable if it can't be reached
     */
    public static JdbcRecordStore open(DataSource source) {
        migrate(source);
        return over(ConnectionSource.of(source));
    }

    /**
     * Makes or migrates the tables; safe to call whenever a program starts, also several at once.
     *
     * @throws IllegalArgumentException if the database is none that the store knows
     * @throws StoreUnavailable if it can't be reached
     */
    public static void migrate(DataSource source) {
        Flyway.configure(JdbcRecordStore.class.getClassLoader())
                .dataSource(source)
                .locations(dialect(source).migrations())
                .table("peercircle_schema")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /**
     * Returns a store over tables that are there already. It declares {@link Capability#DURABLE} only if the database is set
     * to keep what it commits: {@code synchronous_commit} and {@code fsync} of PostgreSQL are on, {@code WRITE_DELAY} of H2
     * is 0, {@code synchronous} of SQLite is full, {@code innodb_flush_log_at_trx_commit} of MariaDB is 1.
     *
     * @throws IllegalArgumentException if the database is none that the store knows, is an H2 server's, or is to join
     *     transactions and can't
     * @throws StoreUnavailable if it can't be reached
     */
    public static JdbcRecordStore over(ConnectionSource source) {
        try (Connection connection = source.open()) {
            Dialect dialect = Dialect.of(connection);
            Set<Capability> capabilities = EnumSet.of(Capability.PRUNES);
            if (dialect.isLasting(connection)) {
                capabilities.add(Capability.DURABLE);
            }
            if (source.joins()) {
                dialect.checkJoins();
                capabilities.add(Capability.JOINS);
            }
            return new JdbcRecordStore(
                    source,
                    dialect,
                    Turns.of(connection),
                    StoreDescriptor.of(dialect.product(), MAX_OPS, MAX_PAYLOAD, capabilities));
        } catch (SQLException e) {
            throw new StoreUnavailable("the database can't be reached", e);
        }
    }

    private static Dialect dialect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("the database can't be reached", e);
        }
    }

    @Override
    public StoreDescriptor describe() {
        return descriptor;
    }

    @Override
    public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<List<RecordKey>> parts = Lists.partition(List.copyOf(keys), KEYS_A_STATEMENT);
        return reading(connection -> parts.size() == 1 || source.joined().isPresent()
                ? inParts(connection, tenant, parts)
                : inOneInstant(connection, tenant, parts));
    }

    private static List<StoredRecord> inParts(Connection connection, TenantId tenant, List<List<RecordKey>> parts)
            throws SQLException {
        List<StoredRecord> found = new ArrayList<>();
        for (List<RecordKey> part : parts) {
            found.addAll(new Reading(connection).records(tenant, part));
        }
        return found;
    }

    /** More keys than a statement takes are read in a transaction that sees one instant. */
    private List<StoredRecord> inOneInstant(Connection own, TenantId tenant, List<List<RecordKey>> parts)
            throws SQLException {
        int before = own.getTransactionIsolation();
        own.setTransactionIsolation(dialect.oneInstant());
        own.setAutoCommit(false);
        try {
            return inParts(own, tenant, parts);
        } finally {
            own.rollback();
            own.setAutoCommit(true);
            own.setTransactionIsolation(before);
        }
    }

    @Override
    public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
        return reading(connection -> new Reading(connection).page(tenant, query, page));
    }

    @Override
    public List<Page<StoredRecord>> findTogether(TenantId tenant, List<IndexQuery> queries, int limit) {
        PageRequest first = PageRequest.first(limit);
        return queries.isEmpty()
                ? List.of()
                : reading(connection -> new Reading(connection).pages(tenant, queries, first));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads what the host's own transaction has written already, where one runs. */
    private <T> T reading(Work<T> work) {
        Optional<Connection> host = source.joined();
        try {
            if (host.isPresent()) {
                return work.on(host.orElseThrow());
            }
            try (Connection own = source.open()) {
                return work.on(own);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("the database can't be read", e);
        }
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        descriptor.check(commit);
        return source.joined().map(host -> joined(host, commit)).orElseGet(() -> alone(commit));
    }

    /** A part of the host's transaction: what fails is taken back to where it began, and the rest is the host's. */
    private CommitOutcome joined(Connection host, Commit commit) {
        try {
            if (host.getAutoCommit()) {
                throw new IllegalStateException(
                        "the host's connection must be in a transaction, but commits by itself; begin one, or give none");
            }
            Savepoint begin = host.setSavepoint();
            CommitOutcome outcome = new Writing(host, dialect, commit)
                    .write(Durability.WITH_HOST_TRANSACTION, () -> host.rollback(begin));
            if (outcome instanceof CommitOutcome.Applied) {
                host.releaseSavepoint(begin);
            } else {
                host.rollback(begin);
            }
            return outcome;
        } catch (SQLException e) {
            throw new StoreUnavailable("the commit failed; roll the transaction back", e);
        }
    }

    private CommitOutcome alone(Commit commit) {
        return inTransaction(
                connection -> new Writing(connection, dialect, commit).write(Durability.DURABLE, connection::rollback),
                outcome -> outcome instanceof CommitOutcome.Applied);
    }

    @Override
    public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
        FeedEntry.checkRequest(after, limit);
        // Never on the host's connection: what it has not committed yet may never be.
        return inTransaction(connection -> new Feed(connection, dialect, tenant).page(after, limit), entries -> true);
    }

    @Override
    public void prune(TenantId tenant, long upTo) {
        inTransaction(connection -> new Feed(connection, dialect, tenant).prune(upTo), pruned -> true);
    }

    private interface Keeping<T> {
        boolean isKept(T result);
    }

    /** Runs work in a transaction of the store's own, again where the database rolled it back. */
    private <T> T inTransaction(Work<T> work, Keeping<T> keeping) {
        for (int attempt = 1; ; attempt++) {
            boolean committing = false;
            try (OwnTransaction transaction = OwnTransaction.begin(source, turns)) {
                dialect.beginWriting(
                        transaction.connection(), "UPDATE peercircle_feed SET last = last WHERE tenant = ''");
                T result = work.on(transaction.connection());
                if (keeping.isKept(result)) {
                    committing = true;
                    transaction.commit();
                }
                return result;
            } catch (SQLException e) {
                boolean rolledBack = dialect.wasRolledBack(e);
                if (committing && !rolledBack) {
                    throw new OutcomeUnknown("the connection failed while the transaction was committed", e);
                }
                if (!rolledBack || attempt == OwnTransaction.ATTEMPTS) {
                    throw new StoreUnavailable("the database can't be reached; nothing was written", e);
                }
            }
            OwnTransaction.pauseAfter(attempt);
        }
    }
}
