package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.id.CohortId;
import org.peercircle.id.IdSource;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.Desk;
import org.peercircle.office.PeerOffice;
import org.peercircle.people.CareerStage;
import org.peercircle.persistence.Custodians;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.file.FileKeyVault;

/** The two lines of the README that change are these, and what they keep is there after a restart. */
class ReadmeTest {

    @TempDir
    Path directory;

    @Test
    void two_lines_change_from_memory_to_postgresql() throws IOException {
        byte[] rootKey = new byte[32];
        new SecureRandom().nextBytes(rootKey);
        Path keyDirectory = directory.resolve("keys");
        CohortId cohort;
        String url = Databases.postgres();
        try (HikariDataSource dataSource = Databases.pool(url)) {
            // README
            var custodians =
                    new Custodians("IT security", "Postdoc Office", "HR"); // the first must be neither of the others
            var sealing = Sealing.of(FileKeyVault.open(keyDirectory), rootKey, custodians); // in another backup
            var repository = RecordRepository.over(JdbcRecordStore.open(dataSource), sealing);
            // END
            cohort = desk(repository)
                    .cohorts()
                    .open(new CohortTerms(
                            "Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
                    .orElseThrow()
                    .id();
        }
        try (HikariDataSource dataSource = Databases.pool(url)) {
            RecordRepository again = RecordRepository.over(
                    JdbcRecordStore.open(dataSource),
                    Sealing.of(FileKeyVault.open(keyDirectory), rootKey, Databases.CUSTODIANS));
            assertThat(desk(again).cohorts().view(cohort).orElseThrow().id()).isEqualTo(cohort);
        }
        String source = Files.readString(Path.of("src/test/java/org/peercircle/jdbc/ReadmeTest.java"));
        String sample =
                source.substring(source.indexOf("// README\n") + "// README\n".length(), source.indexOf("// END\n"));
        assertThat(squeezed(Files.readString(Path.of("..", "..", "README.md")))).contains(squeezed(sample));
    }

    private static Desk desk(RecordRepository repository) {
        Clock clock = Clock.systemUTC();
        return PeerOffice.of(
                        ProgramId.of("postdocs-2027"),
                        repository,
                        clock,
                        IdSource.timeOrdered(clock, new SecureRandom()))
                .as(Actor.coordinator(PersonId.of("dana")));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").trim();
    }
}
