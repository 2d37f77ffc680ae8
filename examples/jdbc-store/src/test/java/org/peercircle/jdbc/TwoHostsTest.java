package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Swap;
import org.peercircle.moderation.Turn;
import org.peercircle.office.GroupView;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.TenantId;

/**
 * Two hosts, each a process of its own, on one database, killed at random and begun again: nothing that was said to be
 * done is lost, nothing is there twice, and the rules hold in what is left. As many schedules as the property
 * {@code peercircle.kills} says, on MariaDB a third.
 */
class TwoHostsTest {

    private static final int KILLS_EACH = 2;

    @TempDir
    Path directory;

    static Stream<Arguments> schedules() {
        int all = Integer.getInteger("peercircle.kills", 3);
        return Stream.concat(
                IntStream.range(0, all).mapToObj(schedule -> Arguments.of(Dialect.POSTGRESQL, schedule)),
                IntStream.range(0, (all + 2) / 3).mapToObj(schedule -> Arguments.of(Dialect.MARIADB, schedule)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void nothing_is_lost_and_nothing_is_doubled(Dialect dialect, int schedule)
            throws IOException, InterruptedException {
        String url = dialect == Dialect.MARIADB ? Databases.mariadb() : Databases.postgres();
        Path vault = directory.resolve("vault");
        byte[] rootKey = new byte[32];
        new Random(schedule).nextBytes(rootKey);
        HostProcess onlooker = new HostProcess(url, vault, rootKey);
        try {
            CohortId cohort = onlooker.setUp();
            List<String> done = Collections.synchronizedList(new ArrayList<>());
            List<Thread> hosts = new ArrayList<>();
            for (String name : List.of("east", "west")) {
                Thread host = new Thread(() -> runAndKill(
                        List.of(url, vault.toString(), HexFormat.of().formatHex(rootKey), cohort.value()),
                        name + schedule,
                        new Random(31L * schedule + name.hashCode()),
                        done));
                host.start();
                hosts.add(host);
            }
            for (Thread host : hosts) {
                host.join();
            }
            assertThat(done).as("they got something done").hasSizeGreaterThan(10);
            assertNothingLostOrDoubled(onlooker, onlooker.groups(cohort), done);
            assertFeedIsWhole(url);
            System.out.println(dialect.product() + ", schedule " + schedule + ": " + 2 * KILLS_EACH + " kills, "
                    + done.size() + " things said to be done, all there once");
        } finally {
            onlooker.close();
        }
    }

    private static void runAndKill(List<String> arguments, String name, Random random, List<String> done) {
        for (int life = 0; life < KILLS_EACH; life++) {
            try {
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostProcess.class.getName()));
                command.addAll(arguments);
                command.add(name + "-" + life);
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                int last = 5 + random.nextInt(15);
                int seen = 0;
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.startsWith(HostProcess.DONE) && line.endsWith(HostProcess.WHOLE)) {
                            done.add(line.substring(
                                    HostProcess.DONE.length(), line.length() - HostProcess.WHOLE.length()));
                            seen++;
                        } else {
                            done.add("strange: " + line);
                        }
                        if (seen == last) {
                            // Somewhere in the midst of what comes next.
                            LockSupport.parkNanos(random.nextInt(20_000_000));
                            process.toHandle().destroyForcibly();
                        }
                    }
                }
                process.waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void assertNothingLostOrDoubled(HostProcess onlooker, List<GroupView> groups, List<String> done) {
        assertThat(done).noneMatch(line -> line.startsWith("strange"));
        Map<PersonId, GroupId> seats = new HashMap<>();
        for (GroupView group : groups) {
            assertThat(group.members()).hasSizeBetween(HostProcess.MEMBERS, HostProcess.MOST_MEMBERS);
            group.members()
                    .forEach(member -> assertThat(seats.put(member, group.id()))
                            .as(member + " sits twice")
                            .isNull());
            int owner = groups.indexOf(group) * HostProcess.MEMBERS;
            List<String> notes = onlooker.planOf(owner, group.id()).checkIns().stream()
                    .map(checkIn -> checkIn.note().orElseThrow())
                    .toList();
            assertThat(notes).doesNotHaveDuplicates();
            String reported = "reported " + group.id() + " ";
            assertThat(notes)
                    .containsAll(done.stream()
                            .filter(line -> line.startsWith(reported))
                            .map(line -> line.substring(reported.length()))
                            .toList());
            ImmutableList<Turn> turns =
                    onlooker.desk(owner).turns().next(group.id(), 6).orElseThrow();
            assertThat(turns).hasSize(6).allSatisfy(turn -> {
                PersonId moderator =
                        turn.duty(MeetingRole.MODERATOR).orElseThrow().person();
                assertThat(group.members()).contains(moderator);
            });
            List<Swap> offers = onlooker.desk(owner)
                    .turns()
                    .arranged(group.id())
                    .orElseThrow()
                    .offers();
            // One turn may be offered to several; the first who says yes has it.
            assertThat(offers.stream()
                            .map(offer -> Set.of(
                                    offer.offered().person(), offer.wanted().person())))
                    .doesNotHaveDuplicates();
        }
        for (String line : done) {
            if (line.startsWith("seated ")) {
                String[] words = line.split(" ", -1);
                assertThat(seats).containsEntry(HostProcess.person(Integer.parseInt(words[1])), GroupId.of(words[2]));
            }
        }
    }

    /** Every record's versions are in the feed, each once, in order. */
    private static void assertFeedIsWhole(String url) {
        try (HikariDataSource pool = Databases.pool(url)) {
            RecordStore store = JdbcRecordStore.over(ConnectionSource.of(pool));
            TenantId tenant = new TenantId("two-hosts");
            Map<RecordKey, Long> last = new HashMap<>();
            Set<String> ids = new HashSet<>();
            long after = 0;
            List<FeedEntry> page = store.feed(tenant, after, 100);
            while (!page.isEmpty()) {
                for (FeedEntry entry : page) {
                    after = entry.position();
                    assertThat(ids.add(entry.commitId())).isTrue();
                    entry.versions()
                            .forEach((key, version) -> assertThat(version)
                                    .isEqualTo(1
                                            + Optional.ofNullable(last.put(key, version))
                                                    .orElse(0L)));
                }
                page = store.feed(tenant, after, 100);
            }
            store.read(tenant, last.keySet())
                    .forEach(record -> assertThat(last).containsEntry(record.key(), record.version()));
        }
    }
}
