package org.peercircle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.peercircle.id.ProgramId;
import org.peercircle.persistence.ProgramFeed;

/**
 * Follows a program's feed into the host's own database, where each commit takes effect exactly once, however often the
 * process ends in between: the position reached is written in the same transaction as the effect.
 *
 * <pre>{@code
 * FeedConsumer mailing = FeedConsumer.of("mailing-list", hostDatabase);
 * mailing.follow(feed, program, (connection, told) -> subscribe(connection, told.events())); // now and then
 * }</pre>
 *
 * <p>Several processes may follow under one name; one at a time gets on.
 */
public final class FeedConsumer {

    private static final int COMMITS_A_TRANSACTION = 50;

    private static final String WAIT = "UPDATE peercircle_position SET position = position WHERE name = ''";
    private static final String FIND = "SELECT position FROM peercircle_position WHERE name = ? AND program = ?";
    private static final String MAKE = "INSERT INTO peercircle_position (name, program, position) VALUES (?, ?, 0)";
    private static final String MOVE = "UPDATE peercircle_position SET position = ? WHERE name = ? AND program = ?";

    private final String name;
    private final ConnectionSource host;
    private final Dialect dialect;
    private final Turns turns;

    private FeedConsumer(String name, ConnectionSource host, Dialect dialect, Turns turns) {
        this.name = name;
        this.host = host;
        this.dialect = dialect;
        this.turns = turns;
    }

    /**
     * What a commit does to the host's database; must do it on this connection, and neither commit nor roll back. It is asked
     * for again where the database rolled back, so what it does elsewhere may be done twice.
     */
    public interface Effect {
        /** Takes effect once for each commit of which something may be told. */
        void of(Connection connection, ProgramFeed.Told told) throws SQLException;
    }

    /**
     * Returns the consumer of a name, which keeps its positions in a table {@code peercircle_position} of the host's
     * database.
     *
     * @throws SQLException if the table can't be made
     */
    public static FeedConsumer of(String name, DataSource host) throws SQLException {
        try (Connection connection = host.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            makeTable(connection, dialect.exactText(120));
            return new FeedConsumer(name, ConnectionSource.of(host), dialect, Turns.of(connection));
        }
    }

    private static void makeTable(Connection connection, String text) throws SQLException {
        try {
            Statements.run(
                    connection,
                    "CREATE TABLE IF NOT EXISTS peercircle_position (name " + text + " NOT NULL, program " + text
                            + " NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (name, program))");
        } catch (SQLException e) {
            // Of two who make a table at once, PostgreSQL refuses one, if it is there or not.
            try {
                Statements.run(connection, WAIT);
            } catch (SQLException notThere) {
                e.addSuppressed(notThere);
                throw e;
            }
        }
    }

    /**
     * Lets everything that happened since take effect, and returns how many commits did. An effect is tried again if the
     * database rolled it back, as after a deadlock.
     *
     * @throws SQLException if the effect, or the host's database, failed; what was not committed will take effect later
     */
    public int follow(ProgramFeed feed, ProgramId program, Effect effect) throws SQLException {
        int taken = 0;
        int attempt = 1;
        while (true) {
            // Before the transaction begins: the feed may be in the same database, and that have one writer.
            long from = position(program);
            ProgramFeed.Chapter chapter = feed.after(program, from, COMMITS_A_TRANSACTION);
            if (chapter.position() == from) {
                return taken;
            }
            try {
                taken += takeEffect(chapter, from, program, effect);
                attempt = 1;
            } catch (SQLException e) {
                if (!dialect.wasRolledBack(e) || attempt == OwnTransaction.ATTEMPTS) {
                    throw e;
                }
                OwnTransaction.pauseAfter(attempt++);
            }
        }
    }

    /** Lets a chapter take effect, unless another process of this name was faster; returns how many commits did. */
    private int takeEffect(ProgramFeed.Chapter chapter, long from, ProgramId program, Effect effect)
            throws SQLException {
        try (OwnTransaction transaction = OwnTransaction.begin(host, turns)) {
            Connection connection = transaction.connection();
            dialect.beginWriting(connection, WAIT);
            // Locks the position, so that another process of this name waits until this one's effect is there.
            long reached = dialect.lockedOrMade(
                    connection,
                    new Statements.Query().add(FIND, name, program.value()),
                    new Statements.Query().add(MAKE, name, program.value()),
                    row -> row.getLong(1));
            if (reached != from) {
                return 0;
            }
            for (ProgramFeed.Told told : chapter.told()) {
                effect.of(connection, told);
            }
            Statements.run(connection, MOVE, chapter.position(), name, program.value());
            transaction.commit();
            return chapter.told().size();
        }
    }

    private long position(ProgramId program) throws SQLException {
        try (Connection connection = host.open();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            Statements.bind(select, name, program.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
