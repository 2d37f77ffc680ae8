package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.ProgramId;
import org.peercircle.persistence.ProgramFeed;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.file.FileKeyVault;

/** A mailing list in the host's own database, kept from the feed: everybody on it once, whatever happens in between. */
class FeedConsumerTest {

    private static final ProgramId PROGRAM = ProgramId.of("two-hosts");
    private static final byte[] ROOT_KEY = new byte[32];

    @TempDir
    Path directory;

    private static void list(Connection connection, ProgramFeed.Told told) throws SQLException {
        for (DomainEvent event : told.events()) {
            try (Statement insert = connection.createStatement()) {
                insert.execute("INSERT INTO listed (what) VALUES ('" + event.type() + " " + event.subject() + "')");
            }
        }
    }

    private static List<String> listed(HikariDataSource host) throws SQLException {
        try (Connection connection = host.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT what FROM listed")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static void forget(HikariDataSource host) throws SQLException {
        try (Connection connection = host.getConnection();
                Statement delete = connection.createStatement()) {
            delete.execute("DELETE FROM listed");
        }
    }

    private static void makeList(HikariDataSource host) throws SQLException {
        try (Connection connection = host.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE listed (what VARCHAR(200))");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_commit_takes_effect_once_whatever_fails_and_whoever_else_follows(Dialect dialect) throws Exception {
        try (HikariDataSource host = Databases.pool(Databases.fresh(dialect, directory))) {
            assertTakeEffectOnce(Databases.postgres(), host);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_records_may_be_in_the_hosts_own_database(Dialect dialect) throws Exception {
        String url = Databases.fresh(dialect, directory);
        try (HikariDataSource host = Databases.pool(url)) {
            assertTakeEffectOnce(url, host);
        }
    }

    private void assertTakeEffectOnce(String url, HikariDataSource host) throws Exception {
        HostProcess program = new HostProcess(url, directory.resolve("vault"), ROOT_KEY);
        try (HikariDataSource records = Databases.pool(url)) {
            program.setUp();
            makeList(host);
            ProgramFeed feed = feed(records);
            assertThat(follow(host, "List", feed)).isPositive();
            assertThat(follow(host, "List", feed)).isZero();
            forget(host);
            ProgramFeed.Chapter all = feed.after(PROGRAM, 0, 1000);
            List<String> expected = all.told().stream()
                    .flatMap(told -> told.events().stream())
                    .map(event -> event.type() + " " + event.subject())
                    .toList();
            assertThat(expected).hasSizeGreaterThan(20);

            Random random = new Random(1);
            for (int failures = 0; failures < 10; failures++) {
                int survives = random.nextInt(60);
                int[] seen = {0};
                try {
                    FeedConsumer.of("list", host).follow(feed, PROGRAM, (connection, told) -> {
                        list(connection, told);
                        if (seen[0]++ == survives) {
                            throw new IllegalStateException("the process ends here");
                        }
                    });
                } catch (IllegalStateException ended) {
                    assertThat(listed(host).size()).isLessThanOrEqualTo(expected.size());
                }
            }
            assertThat(followAtOnce(host, "list", feed)).isLessThan(all.told().size());
            assertThat(listed(host)).containsExactlyInAnyOrderElementsOf(expected);
            forget(host);
            assertThat(followAtOnce(host, "another", feed)).isEqualTo(all.told().size());
            assertThat(listed(host)).containsExactlyInAnyOrderElementsOf(expected);
        } finally {
            program.close();
        }
    }

    private static int follow(HikariDataSource host, String name, ProgramFeed feed) throws SQLException {
        return FeedConsumer.of(name, host).follow(feed, PROGRAM, FeedConsumerTest::list);
    }

    /** Returns how many commits took effect in all. */
    private static int followAtOnce(HikariDataSource host, String name, ProgramFeed feed) throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(4);
        List<Future<Integer>> following = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            following.add(others.submit(() -> follow(host, name, feed)));
        }
        int taken = 0;
        for (Future<Integer> one : following) {
            taken += one.get();
        }
        others.shutdown();
        return taken;
    }

    private ProgramFeed feed(HikariDataSource records) {
        return ProgramFeed.over(
                JdbcRecordStore.over(ConnectionSource.of(records)),
                Sealing.of(FileKeyVault.open(directory.resolve("vault")), ROOT_KEY, Databases.CUSTODIANS));
    }

    /** Whoever is first on a database makes its table, and nobody minds who else does. */
    @ParameterizedTest
    @EnumSource
    void many_may_begin_at_once(Dialect dialect) throws Exception {
        for (int round = 0; round < 5; round++) {
            String url = Databases.fresh(dialect, Files.createDirectory(directory.resolve("round" + round)));
            ExecutorService hosts = Executors.newFixedThreadPool(8);
            try (HikariDataSource host = Databases.pool(url)) {
                List<Connection> open = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    open.add(host.getConnection());
                }
                for (Connection idle : open) {
                    idle.close();
                }
                CyclicBarrier all = new CyclicBarrier(8);
                List<Future<FeedConsumer>> begun = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    begun.add(hosts.submit(() -> {
                        all.await();
                        return FeedConsumer.of("list", host);
                    }));
                }
                for (Future<FeedConsumer> one : begun) {
                    assertThat(one.get()).isNotNull();
                }
            } finally {
                hosts.shutdown();
            }
        }
    }

    @Test
    void what_is_a_groups_or_a_persons_own_is_not_told() {
        HostProcess program = new HostProcess(Databases.postgres(), directory.resolve("vault"), ROOT_KEY);
        try (HikariDataSource records = Databases.pool(program.url())) {
            CohortId cohort = program.setUp();
            List<String> types = feed(records).after(PROGRAM, 0, 1000).told().stream()
                    .flatMap(told -> told.events().stream())
                    .map(DomainEvent::type)
                    .distinct()
                    .toList();
            assertThat(types).contains("member-joined").noneMatch(type -> type.contains("plan"));
            assertThat(program.groups(cohort)).hasSize(2);
        } finally {
            program.close();
        }
    }
}
