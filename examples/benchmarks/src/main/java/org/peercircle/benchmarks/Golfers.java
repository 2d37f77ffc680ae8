package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.formation.Rounds;
import org.peercircle.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forms groups for several rounds in which nobody meets twice, and says honestly whether it could. */
@Command(name = "golfers", description = "Social golfers: G groups of P people for R rounds, nobody meets twice.")
final class Golfers implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "G")
    private int groups = 5;

    @Parameters(index = "1", paramLabel = "P")
    private int size = 3;

    @Parameters(index = "2", paramLabel = "R")
    private int rounds = 7;

    @Option(names = "--seconds", defaultValue = "60", description = "How long to search at most.")
    private double seconds;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    Golfers() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        print(spec.commandLine().getOut(), groups, size, rounds, seconds, seed);
        return 0;
    }

    static void print(PrintWriter out, int groups, int size, int rounds, double seconds, long seed) {
        FormationProblem problem = FormationProblem.builder()
                .addAllEntrants(IntStream.range(0, groups * size)
                        .mapToObj(i -> Entrant.of(PersonId.of(String.format(Locale.ROOT, "%02d", i + 1)), Map.of()))
                        .toList())
                .addAllBounds(Collections.nCopies(groups, new GroupBounds(size, size)))
                .build();
        long before = System.nanoTime();
        Rounds found = GroupFormer.withEffort(
                        Effort.time(Duration.ofMillis((long) (seconds * 1000))).withSeed(seed))
                .timedBy(InstantSource.system())
                .formRounds(problem, rounds);
        double took = (System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1);
        for (int r = 0; r < rounds; r++) {
            out.printf("round %2d: %s%n", r + 1, words(found.rounds().get(r)));
        }
        out.printf(
                Locale.ROOT,
                "groups=%d size=%d rounds=%d atMostByCounting=%d repeats=%d solved=%s seconds=%.2f moves=%d%n",
                groups,
                size,
                rounds,
                Rounds.atMost(problem),
                found.repeats().size(),
                found.repeats().isEmpty() ? "yes" : "no",
                took,
                found.moves());
        out.flush();
    }

    private static String words(Formation round) {
        return round.groups().stream()
                .map((ImmutableList<PersonId> group) ->
                        group.stream().map(PersonId::value).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
