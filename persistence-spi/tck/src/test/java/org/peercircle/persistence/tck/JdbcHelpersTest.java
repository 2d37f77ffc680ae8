package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The host and the troubles that the kit lends to authors of stores over JDBC do what they say. */
class JdbcHelpersTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource database = (DataSource) Proxy.newProxyInstance(
            JdbcHelpersTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> DriverManager.getConnection(url));

    @Test
    void the_host_commits_and_rolls_back_what_it_and_its_store_wrote() throws SQLException {
        JdbcHost host = new JdbcHost(database);
        assertThat(host.joined()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> host.writeOfItsOwn("outside"));
        host.begin();
        host.writeOfItsOwn("gone");
        write(host.joined().orElseThrow(), "gone too");
        assertThat(host.ownWritings()).isEmpty();
        host.rollback();
        assertThat(host.ownWritings()).isEmpty();
        host.begin();
        host.writeOfItsOwn("kept");
        Connection joined = host.joined().orElseThrow();
        write(joined, "kept too");
        joined.rollback(joined.setSavepoint());
        assertThat(host.calls())
                .contains("prepareStatement", "setSavepoint", "rollback to savepoint")
                .doesNotContain("rollback", "commit");
        host.commit();
        assertThat(host.ownWritings()).containsExactly("kept", "kept too");
        assertThat(host.joined()).isEmpty();
        assertThat(host.source() == database).isTrue();
    }

    private static void write(Connection connection, String what) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO host_writing VALUES (?)")) {
            insert.setString(1, what);
            insert.executeUpdate();
        }
    }

    @Test
    void trouble_comes_once_before_or_after_any_call() throws SQLException {
        new JdbcHost(database);
        JdbcFaults faults = new JdbcFaults(database);
        int calls = 0;
        boolean struck = true;
        while (struck) {
            faults.failAt(calls, Faults.When.BEFORE);
            try {
                insertAndCount(faults.source(), "before " + calls);
            } catch (SQLException trouble) {
                assertThat(trouble.getSQLState()).isEqualTo("08006");
            }
            struck = faults.hasStruck();
            calls++;
        }
        assertThat(calls).as("each call of the driver's is one").isGreaterThan(8);
        faults.failAt(-1, Faults.When.BEFORE);
        int before = insertAndCount(faults.source(), "whole");
        faults.failAt(3, Faults.When.AFTER);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> insertAndCount(faults.source(), "after"))
                .withMessageContaining("executeUpdate");
        assertThat(faults.hasStruck()).isTrue();
        assertThat(insertAndCount(faults.source(), "whole"))
                .as("it was carried out")
                .isEqualTo(before + 2);
    }

    /** Calls: getConnection, prepareStatement, setString, executeUpdate, close, and as many for the count. */
    private static int insertAndCount(DataSource source, String what) throws SQLException {
        try (Connection connection = source.getConnection()) {
            write(connection, what);
            try (Statement count = connection.createStatement();
                    ResultSet rows = count.executeQuery("SELECT count(*) FROM host_writing")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
