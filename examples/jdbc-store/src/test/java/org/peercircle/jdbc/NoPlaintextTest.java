package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PlanId;
import org.peercircle.office.PlanDraft;
import org.peercircle.office.PlanView;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Report;

/**
 * L25: what members said is in no file of the database, its write-ahead log among them, and not in the memory of a process
 * that reads the records without the keys. What the host wrote in the clear is found there, so that it is looked for well.
 */
class NoPlaintextTest {

    private static final int CHUNK = 1 << 20;

    @TempDir
    Path directory;

    private final String said = "said" + UUID.randomUUID();
    private final String clear = "clear" + UUID.randomUUID();

    @Test
    void L25_nothing_that_was_said_is_in_the_files_or_in_the_memory_of_who_has_no_keys() throws Exception {
        Path data = directory.resolve("data");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            assertHidesWhatIsSaid(server.getJdbcUrl("postgres", "postgres"), data, "CHECKPOINT");
            assertThat(filesWith(data.resolve("pg_wal"), clear))
                    .as("in the log too")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void L25_nor_is_it_in_those_of_other_databases(Dialect dialect) throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        String url = Databases.fresh(dialect, data);
        assertHidesWhatIsSaid(url, dialect == Dialect.MARIADB ? Databases.mariadbFiles() : data);
    }

    private void assertHidesWhatIsSaid(String url, Path data, String... afterwards) throws Exception {
        Path heap = directory.resolve("reader.hprof");
        write(url);
        writeInTheClear(url, afterwards);
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoPlaintextTest.class.getName(),
                        url,
                        heap.toString())
                .inheritIO()
                .start();
        assertThat(reader.waitFor()).isZero();
        assertThat(filesWith(data, clear)).as("what is in the clear is found").isNotEmpty();
        assertThat(filesWith(data, said)).isEmpty();
        assertThat(holds(heap, "two-hosts")).as("the reader read").isTrue();
        assertThat(holds(heap, said)).isFalse();
    }

    private void write(String url) {
        HostProcess program = new HostProcess(url, directory.resolve("vault"), new byte[32]);
        try {
            CohortId cohort = program.setUp();
            GroupId group = program.groups(cohort).get(0).id();
            PlanId plan = program.desk(0)
                    .plans()
                    .draft(
                            group,
                            PlanDraft.towards(said)
                                    .evidence(Confidential.draft(said))
                                    .addObstacles(PlanDraft.ObstacleDraft.inner(said, 3))
                                    .addSteps(PlanDraft.StepDraft.of(said, LocalDate.of(2027, 2, 1)))
                                    .build(),
                            Audience.GROUP_AND_NEWCOMERS)
                    .orElseThrow();
            PlanView active = program.desk(0).plans().activate(plan).orElseThrow();
            program.desk(0)
                    .plans()
                    .checkIn(
                            plan,
                            active.current().steps().get(0).id(),
                            Report.builder()
                                    .result(CheckIn.Result.PARTLY)
                                    .note(Confidential.draft(said))
                                    .build())
                    .orElseThrow();
        } finally {
            program.close();
        }
    }

    private void writeInTheClear(String url, String... afterwards) throws SQLException {
        try (HikariDataSource pool = Databases.pool(url);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (what text)");
            statement.execute("INSERT INTO note VALUES ('" + clear + "')");
            for (String sql : afterwards) {
                statement.execute(sql);
            }
        }
    }

    private static List<Path> filesWith(Path directory, String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file, text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    /** Whether a file holds a text as ASCII, or as two bytes a character; ends of chunks overlap. */
    private static boolean holds(Path file, String text) throws IOException {
        String wide = new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(file)) {
            String tail = "";
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                String here = tail + new String(chunk, StandardCharsets.ISO_8859_1);
                if (here.contains(text) || here.contains(wide)) {
                    return true;
                }
                tail = here.substring(Math.max(0, here.length() - wide.length()));
            }
            return false;
        }
    }

    /** Reads all that there is, as somebody with the database alone can, and writes down its own memory. */
    public static void main(String[] arguments) throws IOException {
        List<Object> read = new ArrayList<>();
        try (HikariDataSource pool = Databases.pool(arguments[0])) {
            RecordStore store = JdbcRecordStore.over(ConnectionSource.of(pool));
            TenantId tenant = new TenantId("two-hosts");
            long after = 0;
            List<FeedEntry> page = store.feed(tenant, after, 1000);
            while (!page.isEmpty()) {
                read.addAll(page);
                for (FeedEntry entry : page) {
                    after = entry.position();
                    read.addAll(store.read(tenant, entry.versions().keySet()));
                }
                page = store.feed(tenant, after, 1000);
            }
        }
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(arguments[1], false);
        System.out.println(read.size() + " things read without keys");
    }
}
