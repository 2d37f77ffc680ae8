package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {

    @TempDir
    Path directory;

    private String h2() {
        return "jdbc:h2:file:" + directory.resolve("db");
    }

    private static Turns at(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Turns.of(connection);
        }
    }

    /** Whether somebody else gets a turn within this time. */
    private static boolean isFree(Turns turns, long millis) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch taken = new CountDownLatch(1);
        other.execute(() -> {
            try (Turns.Turn turn = turns.next()) {
                taken.countDown();
            }
        });
        other.shutdown();
        return taken.await(millis, TimeUnit.MILLISECONDS);
    }

    private static void assertFree(Turns turns) throws Exception {
        assertThat(isFree(turns, 30_000)).isTrue();
    }

    private static void assertHeld(Turns turns) throws Exception {
        assertThat(isFree(turns, 200)).isFalse();
    }

    @Test
    void whoever_writes_to_an_h2_holds_up_others_however_its_address_is_written() throws Exception {
        Turns turns = at(h2());
        Turns sameElsewhere = at("jdbc:h2:" + directory + "/./db;LOCK_TIMEOUT=5000");
        Turns other = at(h2() + "2");
        try (Turns.Turn turn = turns.next()) {
            assertHeld(sameElsewhere);
            assertFree(other);
        }
        assertFree(sameElsewhere);
    }

    @Test
    void other_databases_see_to_it_themselves() throws Exception {
        Turns turns = at(Databases.postgres());
        try (Turns.Turn turn = turns.next()) {
            assertFree(turns);
        }
    }

    @Test
    void a_turn_ends_when_no_connection_is_to_be_had() throws Exception {
        Turns turns = at(h2());
        HikariDataSource closed = Databases.pool(h2());
        closed.close();
        AtomicInteger refused = new AtomicInteger();
        try (OwnTransaction never = OwnTransaction.begin(ConnectionSource.of(closed), turns)) {
            assertThat(never).isNull();
        } catch (SQLException down) {
            refused.incrementAndGet();
        }
        assertThat(refused).hasValue(1);
        assertFree(turns);
    }

    @Test
    void an_h2_that_several_processes_write_to_is_refused() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        try {
            String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/./shared";
            assertThatIllegalArgumentException().isThrownBy(() -> at(url)).withMessageContaining("PostgreSQL");
        } finally {
            server.stop();
        }
    }
}
