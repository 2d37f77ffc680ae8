package org.peercircle.jdbc;

import java.sql.Connection;
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

    /** What a commit does to the host's database; must do it on this connection, and neither commit nor roll back. */
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
            Statements.run(
                    connection,
                    "CREATE TABLE IF NOT EXISTS peercircle_position (name VARCHAR(120) NOT NULL,"
                            + " program VARCHAR(120) NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (name, program))");
            return new FeedConsumer(name, ConnectionSource.of(host), Dialect.of(connection), Turns.of(connection));
        }
    }

    /**
     * Lets everything that happened since take effect, and returns how many commits did.
     *
     * @throws SQLException if the effect, or the host's database, failed; what was not committed will take effect later
     */
    public int follow(ProgramFeed feed, ProgramId program, Effect effect) throws SQLException {
        int taken = 0;
        boolean isEnd = false;
        while (!isEnd) {
            try (OwnTransaction transaction = OwnTransaction.begin(host, turns)) {
                Connection connection = transaction.connection();
                ProgramFeed.Chapter chapter = feed.after(program, position(connection, program), COMMITS_A_TRANSACTION);
                for (ProgramFeed.Told told : chapter.told()) {
                    effect.of(connection, told);
                }
                Statements.run(
                        connection,
                        "UPDATE peercircle_position SET position = ? WHERE name = ? AND program = ?",
                        chapter.position(),
                        name,
                        program.value());
                transaction.commit();
                taken += chapter.told().size();
                isEnd = chapter.isEnd();
            }
        }
        return taken;
    }

    /** Locks the position, so that another process of this name waits until this one's effect is there. */
    private long position(Connection connection, ProgramId program) throws SQLException {
        return dialect.lockedOrMade(
                connection,
                new Statements.Query()
                        .add(
                                "SELECT position FROM peercircle_position WHERE name = ? AND program = ?",
                                name,
                                program.value()),
                new Statements.Query()
                        .add(
                                "INSERT INTO peercircle_position (name, program, position) VALUES (?, ?, 0)",
                                name,
                                program.value()),
                row -> row.getLong(1));
    }
}
