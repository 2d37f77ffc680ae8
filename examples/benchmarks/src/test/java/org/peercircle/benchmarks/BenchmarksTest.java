package org.peercircle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The benchmarks run and print; what they measure is nobody's test. */
class BenchmarksTest {

    @Test
    void growth_is_printed_as_ratios() {
        StringWriter out = new StringWriter();
        int code = Benchmarks.run(
                new PrintWriter(out, true), "growth", "--millis", "5", "--iterations", "1", "--forks", "0");
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("meetings held", "open steps", "time ratio")
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
    }
}
