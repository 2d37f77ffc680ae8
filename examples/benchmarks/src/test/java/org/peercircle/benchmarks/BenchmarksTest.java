package org.peercircle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.formation.Effort;
import org.peercircle.formation.GroupFormer;

/** The benchmarks run and print; what they measure is nobody's test. */
class BenchmarksTest {

    @Test
    void the_cost_of_the_store_is_printed_as_shares_and_ratios() {
        StringWriter out = new StringWriter();
        int code = Benchmarks.run(
                new PrintWriter(out, true),
                "store",
                "--url",
                "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1",
                "--seconds",
                "0.05",
                "--warm-up",
                "10",
                "--threads",
                "2",
                "--records",
                "100,300");
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("commit: replace a record +2 +\\d+\\.\\d\\d")
                .containsPattern("office: a plan is looked at +2 +\\d+\\.\\d\\d")
                .containsPattern("(?m)^ +100 +1.00 +1.00 +1.00 +1.00$")
                .containsPattern("(?m)^ +300 +\\d");
    }

    @Test
    void growth_is_printed_as_ratios() {
        StringWriter out = new StringWriter();
        int code = Benchmarks.run(
                new PrintWriter(out, true), "growth", "--millis", "5", "--iterations", "1", "--forks", "0");
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("meetings held", "open steps", "people seated", "time ratio")
                .containsPattern("(?m)^10 +1.00 ")
                .containsPattern("(?m)^10000 ")
                .containsPattern("(?m)^6 +1.00 ");
    }

    @Test
    void what_is_not_a_command_is_refused() {
        assertThat(Benchmarks.run(new PrintWriter(new StringWriter(), true), "nonsense"))
                .isEqualTo(2);
    }

    @Test
    void the_made_up_history_gives_whole_answers() {
        TurnsBenchmark turns = new TurnsBenchmark();
        turns.meetings = 100;
        turns.makeUp();
        assertThat(turns.turns()).hasSize(12).allMatch(t -> t.duties().size() == 3);
        AgendaBenchmark agenda = new AgendaBenchmark();
        agenda.steps = 60;
        agenda.makeUp();
        assertThat(agenda.agenda().orElseThrow().items()).hasSizeGreaterThan(20);
        DisclosureBenchmark disclosure = new DisclosureBenchmark();
        disclosure.stays = 50;
        disclosure.makeUp();
        assertThat(disclosure.page()).isEqualTo(200);
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        assertThat(Benchmarks.run(new PrintWriter(out, true), args)).isZero();
        return out.toString();
    }

    /** Twelve people in groups of four to eight, whose best value is known to the author: all close ones together. */
    private static Path instance(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder("12 2 ds 4 8 4 8\n");
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                lines.append(i + " " + j + " " + (i % 2 == j % 2 ? 10 : 1) + "\n");
            }
        }
        return Files.writeString(folder.resolve("Made_n012_ds_01.txt"), lines);
    }

    @Test
    void an_instance_is_solved_and_its_value_recomputed(@TempDir Path folder) throws IOException {
        assertThat(run("mdgp", instance(folder).toString(), "--seconds", "0.2", "--threads", "2"))
                .startsWith("instance=Made_n012_ds_01 n=12 groups=2 seconds=0.2 seed=1 value=300.000000 moves=");
    }

    @Test
    void a_suite_reports_gaps_and_skips_what_is_not_there(@TempDir Path folder) throws IOException {
        byte[] plain = Files.readAllBytes(instance(folder));
        try (OutputStream zipped =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("Made_n012_ds_01.txt.gz")))) {
            zipped.write(plain);
        }
        Path best = Files.writeString(
                folder.resolve("best.csv"),
                "instance,n,groups,time_limit_s,best,mean,worst\nMade_n012_ds_01,12,2,0.1,300,297,280\n"
                        + "Made_n012_ds_02,12,2,0.1,300,297,280\n");
        assertThat(run("mdgp-suite", folder.toString(), "--best", best.toString(), "--runs", "2"))
                .contains("instance=Made_n012_ds_01 gap=0.0000 publishedMeanGap=1.0000 met=2/2")
                .contains("Made_n012_ds_02 is not in")
                .containsPattern("Made_n012_ds +0.0000% +1.0000% +2 +2");
    }

    @Test
    void a_file_that_is_no_instance_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.txt"), "3 1 ss 3 3\n0 1 2.5\n0 9 1\n");
        assertThatIOException()
                .isThrownBy(() -> MdgpInstance.read(file))
                .withMessageContaining("line 3 of")
                .withMessageContaining("must be as MDGPLIB has it");
    }

    @Test
    void peers_solve_the_same_instance(@TempDir Path folder) throws IOException {
        assertThat(run("peers", instance(folder).toString(), "--seconds", "0.5"))
                .contains("solver=timefold value=", "solver=cp-sat value=", "solver=peercircle value=300.000000")
                .contains("best=peercircle");
    }

    @Test
    void groups_of_another_program_are_scored_on_the_same_criteria(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("Number,Race/Ethnicity,Gender,Major,Graduation,"
                + "Level of interest in graduate school,Degree(s) interested in,Research?\n");
        for (int i = 0; i < 16; i++) {
            rows.append(i % 8 == 0 ? "Group " + (i / 8 + 1) + "\n" : "")
                    .append(i + "," + (i % 2 == 0 ? "a" : "b") + "," + (i % 4 < 2 ? "w" : "m") + ",\"x,y" + i % 2
                            + "\",s" + i % 2 + ",l,\"d" + i % 2 + ",e\",Yes\n");
        }
        Path file = Files.writeString(folder.resolve("roster.csv"), rows);
        assertThat(run("roster", file.toString(), "--moves", "20000"))
                .contains("gather Major", "nobody alone in Gender", "people=16 groups=2")
                .contains("worse=0");
    }

    @Test
    void golfers_and_schoolgirls_are_solved_and_more_than_can_be_is_not() {
        assertThat(run("golfers", "3", "2", "5")).contains("repeats=0 solved=yes");
        assertThat(run("golfers", "3", "2", "6", "--seconds", "0.2")).contains("atMostByCounting=5", "solved=no");
        assertThat(run("schoolgirls")).contains("groups=5 size=3 rounds=7", "solved=yes");
    }

    @Test
    void scale_is_measured_and_its_growth_fitted() {
        assertThat(run("scale", "60", "120", "--moves-per-person", "50"))
                .containsPattern("(?m)^ +60 +8 ")
                .contains("time per move grows as n^");
    }

    /** The published instances lie beside the project where it is made, and nowhere else. */
    @Test
    void a_published_instance_of_thirty_is_solved_as_well_as_published(TestReporter reporter) throws IOException {
        Path file = Path.of("../../../shared/mdgp/RanInt_n030_ds_01.txt.gz");
        if (Files.notExists(file)) {
            reporter.publishEntry("skipped", file + " is not here");
        }
        assumeTrue(Files.exists(file));
        String known = Files.readAllLines(file.resolveSibling("small_reference.csv")).stream()
                .filter(line -> line.startsWith("RanInt_n030_ds_01,"))
                .findFirst()
                .orElseThrow();
        MdgpInstance instance = MdgpInstance.read(file);
        double value = instance.value(GroupFormer.withEffort(Effort.moves(5_000_000))
                .form(instance.problem())
                .groups());
        assertThat(value).isGreaterThanOrEqualTo(Double.parseDouble(known.split(",")[1]) - 1e-6);
    }

    @Test
    void a_table_is_suppressed_with_witnesses(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("table.json"), """
                {"rows": {"name": "department", "categories": [["Arts", "Music"], ["Arts", "History"], ["Science", "Physics"]]},
                 "columns": {"name": "term", "categories": ["spring", "fall"]},
                 "counts": [[3, 20], [12, 30], [40, 50]], "people": 5, "width": 5}
                """);
        JsonNode shown = new ObjectMapper().readTree(run("suppress", file.toString()));
        assertThat(shown.path("hidden"))
                .hasSize(4)
                .allMatch(h -> !h.path("witnesses").isEmpty());
        assertThat(shown.path("shown").toString())
                .contains("{\"row\":[\"Science\",\"Physics\"],\"column\":[\"fall\"],\"people\":50}")
                .doesNotContain("\"people\":3}");
        assertThat(run("suppress", "--text", file.toString())).isEqualTo("""
                department         spring  fall  all
                Arts / Music            *     *   23
                Arts / History          *     *   42
                Arts                   15    50   65
                Science / Physics      40    50   90
                all                    55   100  155

                """);
    }

    @Test
    void a_table_of_which_everybody_knows_how_many_are_in_each_row_shows_them(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("table.json"), """
                {"rows": {"name": "department", "categories": ["Music", "History"]},
                 "columns": {"name": "plan", "categories": ["none", "one"]},
                 "counts": [[2, 4], [12, 30]], "people": 10, "width": 5, "totalsKnown": true}
                """);
        assertThat(run("suppress", "--text", file.toString())).isEqualTo("""
                department  none  one  all
                Music          *    *    6
                History        *    *   42
                all           14   34   48

                """);
    }

    @Test
    void a_table_that_is_no_table_is_refused_with_what_it_should_be(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("table.json"), """
                {"rows": {"name": "department", "categories": ["Music", "History"]}, "counts": [3, "many"]}
                """);
        StringWriter out = new StringWriter();
        int code = Benchmarks.run(new PrintWriter(out, true), "suppress", file.toString());
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("counts must be 2 rows of 1 whole numbers, but row 2 was \"many\"");
    }
}
