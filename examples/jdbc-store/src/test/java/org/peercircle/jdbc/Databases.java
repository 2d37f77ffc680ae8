package org.peercircle.jdbc;

import com.google.common.base.Suppliers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.peercircle.persistence.Custodians;

/** Databases to test on: one server of a kind for all tests of a run, and pools of connections. */
final class Databases {

    static final Custodians CUSTODIANS = new Custodians("IT security", "Postdoc Office", "HR");

    private static final AtomicInteger MADE = new AtomicInteger();

    private static final Supplier<MariadbServer> MARIADB = Suppliers.memoize(MariadbServer::start);

    private Databases() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the address of a fresh database of PostgreSQL. */
    static String postgres() {
        return Server.POSTGRES.getJdbcUrl("postgres", made(Server.POSTGRES.getPostgresDatabase()::getConnection));
    }

    /** Returns the address of a fresh database of MariaDB; skips the test that asks where there is none. */
    static String mariadb() {
        MariadbServer server = MARIADB.get();
        return server.url(made(() -> DriverManager.getConnection(server.url(""))));
    }

    /** Returns the directory of all that MariaDB keeps. */
    static Path mariadbFiles() {
        return MARIADB.get().files();
    }

    /**
     * Returns the address of a fresh database that keeps what it commits, in a directory if it is in a file; skips the test
     * that asks where there is none.
     */
    static String fresh(Dialect dialect, Path directory) {
        return switch (dialect) {
            case POSTGRESQL -> postgres();
            case H2 -> h2(directory.resolve("h2"));
            case MARIADB -> mariadb();
            case SQLITE -> sqlite(directory.resolve("sqlite"));
        };
    }

    /** Returns the address of an H2 in a file that keeps what it commits. */
    static String h2(Path file) {
        return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
    }

    /** Returns the address of a SQLite in a file that keeps what it commits, for several at once. */
    static String sqlite(Path file) {
        return "jdbc:sqlite:" + file + "?busy_timeout=10000&journal_mode=WAL&synchronous=FULL";
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private static String made(Opening server) {
        String name = "db" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
        try (Connection connection = server.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a pool for as many threads as race in the kit, and some more. */
    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
