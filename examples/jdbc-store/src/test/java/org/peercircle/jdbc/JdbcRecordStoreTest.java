package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.StoreDescriptor.Capability;
import org.peercircle.persistence.spi.StoreUnavailable;

/** What only a store over JDBC can be asked. */
class JdbcRecordStoreTest {

    @TempDir
    Path directory;

    private String fresh(Dialect dialect) {
        return Databases.fresh(dialect, directory);
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_keeps_what_it_commits_is_called_durable(Dialect dialect) {
        try (HikariDataSource pool = Databases.pool(fresh(dialect))) {
            assertThat(JdbcRecordStore.open(pool).describe().capabilities())
                    .containsExactlyInAnyOrder(Capability.DURABLE, Capability.PRUNES);
            assertThat(JdbcRecordStore.open(pool).describe().name()).isEqualTo(dialect.product());
        }
    }

    @Test
    void a_database_that_may_lose_what_it_commits_is_not_called_durable() {
        String late = "jdbc:h2:mem:late;WRITE_DELAY=500";
        String off = Databases.postgres() + "&options=-c%20synchronous_commit=off";
        String normal = "jdbc:sqlite:" + directory.resolve("sqlite") + "?synchronous=NORMAL";
        for (String url : List.of(late, off, normal)) {
            try (HikariDataSource pool = Databases.pool(url)) {
                assertThat(JdbcRecordStore.open(pool).describe().capabilities()).containsExactly(Capability.PRUNES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_tables_may_stand_beside_the_hosts_own(Dialect dialect) throws SQLException {
        try (HikariDataSource pool = Databases.pool(fresh(dialect))) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE employee (id INTEGER PRIMARY KEY)");
            }
            JdbcRecordStore.migrate(pool);
            JdbcRecordStore.migrate(pool);
            assertThat(JdbcRecordStore.over(ConnectionSource.of(pool)).read(Plans.TENANT, Set.of(Plans.key(0))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "SQLITE"})
    void a_database_with_one_writer_refuses_to_join_and_says_why(Dialect dialect) {
        try (HikariDataSource pool = Databases.pool(fresh(dialect))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdbcRecordStore.over(ConnectionSource.joining(pool, Optional::empty)))
                    .withMessageContaining("one writer at a time");
        }
    }

    @Test
    void a_hosts_connection_that_commits_by_itself_is_refused() throws SQLException {
        try (HikariDataSource pool = Databases.pool(fresh(Dialect.POSTGRESQL));
                Connection commitsByItself = pool.getConnection()) {
            JdbcRecordStore.migrate(pool);
            JdbcRecordStore store =
                    JdbcRecordStore.over(ConnectionSource.joining(pool, () -> Optional.of(commitsByItself)));
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.commit(Plans.create(0)))
                    .withMessageContaining("begin one");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void what_others_commit_meanwhile_is_known_in_a_hosts_transaction_that_has_read_before(Dialect dialect)
            throws SQLException {
        try (HikariDataSource pool = Databases.pool(fresh(dialect));
                Connection host = pool.getConnection()) {
            JdbcRecordStore others = JdbcRecordStore.open(pool);
            JdbcRecordStore store = JdbcRecordStore.over(ConnectionSource.joining(pool, () -> Optional.of(host)));
            host.setAutoCommit(false);
            assertThat(store.read(Plans.TENANT, Set.of(Plans.key(0)))).isEmpty();
            others.commit(Plans.create(0));
            assertThat(store.commit(Plans.create(0))).isEqualTo(new CommitOutcome.Replayed());
            assertThat(store.commit(Plans.commit("another", new RecordOp.Create(Plans.key(0), Plans.content(1)))))
                    .isEqualTo(new CommitOutcome.Conflict(Set.of(Plans.key(0))));
            host.rollback();
        }
    }

    @Test
    void an_unknown_database_is_refused_by_name() {
        ConnectionSource derby = new ConnectionSource() {
            @Override
            public Connection open() {
                return Plans.connectionOf("Apache Derby");
            }

            @Override
            public Optional<Connection> joined() {
                return Optional.empty();
            }

            @Override
            public boolean joins() {
                return false;
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcRecordStore.over(derby))
                .withMessage("the database must be PostgreSQL, H2, SQLite or MariaDB, but was Apache Derby");
    }

    @Test
    void a_database_that_is_down_is_unavailable() {
        JdbcDataSource down = new JdbcDataSource();
        down.setURL("jdbc:h2:tcp://localhost:1/none");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> JdbcRecordStore.over(ConnectionSource.of(down)));
    }

    @ParameterizedTest
    @EnumSource
    void a_large_cohort_is_written_checked_and_read_at_once(Dialect dialect) {
        int many = 12_000;
        try (HikariDataSource pool = Databases.pool(fresh(dialect))) {
            JdbcRecordStore store = JdbcRecordStore.open(pool);
            List<RecordOp> creates = new ArrayList<>();
            List<RecordOp> checks = new ArrayList<>();
            Set<RecordKey> keys = new HashSet<>();
            for (int i = 0; i < many; i++) {
                creates.add(Plans.create(i).ops().get(0));
                checks.add(new RecordOp.Check(Plans.key(i), 1));
                keys.add(Plans.key(i));
            }
            assertThat(store.commit(new Commit(Plans.TENANT, "all", "f", creates, List.of())))
                    .isInstanceOf(CommitOutcome.Applied.class);
            assertThat(store.commit(new Commit(Plans.TENANT, "checked", "f", checks, List.of())))
                    .isInstanceOf(CommitOutcome.Applied.class);
            assertThat(store.read(Plans.TENANT, keys)).hasSize(many);
            assertThat(store.commit(new Commit(Plans.TENANT, "again", "f", creates.subList(9_000, 9_002), List.of())))
                    .isEqualTo(new CommitOutcome.Conflict(Set.of(Plans.key(9_000), Plans.key(9_001))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_looked_for_row_by_row(Dialect dialect) throws SQLException {
        try (HikariDataSource pool = Databases.pool(fresh(dialect))) {
            JdbcRecordStore store = JdbcRecordStore.open(pool);
            Plans.fill(store, 3_000);
            store.feed(Plans.TENANT, 0, 10);
            Plans.analyze(pool, dialect);
            List<String> explained = new ArrayList<>();
            DataSource explaining = Plans.explaining(pool, dialect, explained);
            JdbcRecordStore watched = JdbcRecordStore.over(ConnectionSource.of(explaining));
            Plans.everyCall(watched);
            assertThat(explained).hasSizeGreaterThan(15);
            assertThat(explained)
                    .filteredOn(plan -> Plans.isFullScan(plan, dialect))
                    .isEmpty();
        }
    }
}
