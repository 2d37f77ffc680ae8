package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.ProgramId;
import org.peercircle.persistence.ProgramFeed;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.file.FileKeyVault;

/** A mailing list in the host's own database, kept from the feed: everybody on it once, whatever happens in between. */
class FeedConsumerTest {

    private static final ProgramId PROGRAM = ProgramId.of("two-hosts");

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

    private static void makeList(HikariDataSource host) throws SQLException {
        try (Connection connection = host.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE listed (what VARCHAR(200))");
        }
    }

    @Test
    void each_commit_takes_effect_once_whatever_fails_and_whoever_else_follows() throws Exception {
        byte[] rootKey = new byte[32];
        Path vault = directory.resolve("vault");
        String url = Databases.postgres();
        HostProcess program = new HostProcess(url, vault, rootKey);
        String hosts = "jdbc:h2:file:" + directory.resolve("host");
        try (HikariDataSource records = Databases.pool(url);
                HikariDataSource host = Databases.pool(hosts)) {
            program.setUp();
            makeList(host);
            ProgramFeed feed = ProgramFeed.over(
                    JdbcRecordStore.over(ConnectionSource.of(records)),
                    Sealing.of(FileKeyVault.open(vault), rootKey, Databases.CUSTODIANS));
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
            ExecutorService others = Executors.newFixedThreadPool(4);
            List<Future<Integer>> following = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                following.add(others.submit(
                        () -> FeedConsumer.of("list", host).follow(feed, PROGRAM, FeedConsumerTest::list)));
            }
            for (Future<Integer> one : following) {
                one.get();
            }
            others.shutdown();
            assertThat(listed(host)).containsExactlyInAnyOrderElementsOf(expected);
        } finally {
            program.close();
        }
    }

    @Test
    void what_is_a_groups_or_a_persons_own_is_not_told() {
        byte[] rootKey = new byte[32];
        Path vault = directory.resolve("vault");
        HostProcess program = new HostProcess(Databases.postgres(), vault, rootKey);
        try (HikariDataSource records = Databases.pool(program.url())) {
            CohortId cohort = program.setUp();
            ProgramFeed feed = ProgramFeed.over(
                    JdbcRecordStore.over(ConnectionSource.of(records)),
                    Sealing.of(FileKeyVault.open(vault), rootKey, Databases.CUSTODIANS));
            List<String> types = feed.after(PROGRAM, 0, 1000).told().stream()
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
