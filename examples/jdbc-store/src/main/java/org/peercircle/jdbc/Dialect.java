package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** In what databases differ. */
enum Dialect {
    POSTGRESQL(
            "PostgreSQL",
            " ON CONFLICT DO NOTHING",
            " FOR UPDATE",
            " FOR SHARE",
            Set.of("40P01"),
            "SELECT count(*) FROM pg_settings WHERE (name = 'synchronous_commit' OR name = 'fsync') AND setting <> 'off'",
            2),

    /** Has one writer at a time, as {@link Turns} says why; a statement that fails leaves the transaction as it was. */
    H2(
            "H2",
            "",
            "",
            "",
            Set.of(),
            "SELECT count(*) FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY' AND setting_value = '0' AND database_path() IS NOT NULL",
            1),

    /** Has one writer at a time, so that whoever has begun to write needs no locks. */
    SQLITE("SQLite", " ON CONFLICT DO NOTHING", "", "", Set.of(), "PRAGMA synchronous", 2),

    /** A statement that fails leaves the transaction as it was; a deadlock does not. */
    MARIADB(
            "MariaDB",
            "",
            " FOR UPDATE",
            " LOCK IN SHARE MODE",
            Set.of(),
            "SELECT @@innodb_flush_log_at_trx_commit = 1",
            1);

    /** The state that says that the transaction would go well if it were tried again. */
    static final String TRY_AGAIN = "40001";

    /** H2's and MariaDB's own codes for a key that is there already; the state may be that of any constraint. */
    private static final Set<Integer> DUPLICATE_KEY = Set.of(23505, 1062);

    /** SQLite's own codes for what somebody else is writing to. */
    private static final Set<Integer> SQLITE_BUSY = Set.of(5, 6);

    private final String product;
    private final String unlessThere;
    private final String forUpdate;
    private final String forShare;
    private final Set<String> rolledBack;
    private final String howLasting;
    private final int lasting;

    Dialect(
            String product,
            String unlessThere,
            String forUpdate,
            String forShare,
            Set<String> rolledBack,
            String howLasting,
            int lasting) {
        this.product = product;
        this.unlessThere = unlessThere;
        this.forUpdate = forUpdate;
        this.forShare = forShare;
        this.rolledBack = rolledBack;
        this.howLasting = howLasting;
        this.lasting = lasting;
    }

    /**
     * Returns the dialect of a database.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the database must be PostgreSQL, H2, SQLite or MariaDB, but was " + name));
    }

    /** The type of a column of texts that are the same only if each character is. */
    String exactText(int most) {
        return "VARCHAR(" + most + ")" + (this == MARIADB ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin" : "");
    }

    String product() {
        return product;
    }

    /**
     * Refuses to join transactions where one writes at a time, and one that stays open would stop all others.
     *
     * @throws IllegalArgumentException if it is so
     */
    void checkJoins() {
        if (this == H2 || this == SQLITE) {
            throw new IllegalArgumentException(product
                    + " has one writer at a time, whose open transaction would stop all others; use a source that does not"
                    + " join");
        }
    }

    /**
     * Has a transaction wait its turn before it reads anything, where it could not write afterwards else.
     *
     * @param nothing an update of no row
     */
    void beginWriting(Connection connection, String nothing) throws SQLException {
        if (this == SQLITE) {
            Statements.run(connection, nothing);
        } else if (this == MARIADB) {
            // Of this transaction alone: each statement sees what is committed, and gaps are not locked.
            Statements.run(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
    }

    /** Whether the database is set to keep what it said was committed when it is killed. */
    boolean isLasting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(howLasting)) {
            return rows.next() && rows.getInt(1) >= lasting;
        }
    }

    /** The isolation in which a transaction sees one instant. */
    int oneInstant() {
        return this == SQLITE ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** Runs an insert that passes over rows that are there, and returns how many rows it made. */
    int insertUnlessThere(Connection connection, Statements.Query insert) throws SQLException {
        return made(connection, insert.add(unlessThere));
    }

    private int made(Connection connection, Statements.Query insert) throws SQLException {
        try (PreparedStatement statement = insert.prepared(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (unlessThere.isEmpty() && DUPLICATE_KEY.contains(e.getErrorCode())) {
                return 0;
            }
            throw e;
        }
    }

    /** A row that a transaction holds alone. */
    interface Held<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Locks the one row that a query finds, which is made first where it is not there. */
    <T> T lockedOrMade(Connection connection, Statements.Query select, Statements.Query insert, Held<T> held)
            throws SQLException {
        Statements.Query locking = select.add(forUpdate);
        Statements.Query making = insert.add(unlessThere);
        while (true) {
            try (PreparedStatement statement = locking.prepared(connection);
                    ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    return held.read(rows);
                }
            }
            made(connection, making);
        }
    }

    String forUpdate() {
        return forUpdate;
    }

    String forShare() {
        return forShare;
    }

    /** Where the tables' migrations are. */
    String migrations() {
        return "classpath:org/peercircle/jdbc/" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether the database itself rolled back, so that trying again may go well. */
    boolean wasRolledBack(SQLException e) {
        return state(e).equals(TRY_AGAIN)
                || rolledBack.contains(state(e))
                || (this == SQLITE && SQLITE_BUSY.contains(e.getErrorCode() & 0xff));
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
