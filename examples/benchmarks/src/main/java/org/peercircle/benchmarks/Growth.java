package org.peercircle.benchmarks;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how the time of turns, agendas, forming groups and disclosures grows, each as a ratio to the smallest of the same run. */
@Command(name = "growth", description = "How turns, agendas, forming groups and disclosures grow, as ratios.")
final class Growth implements Callable<Integer> {

    private static final double MICROSECONDS_IN_A_MILLISECOND = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--millis", defaultValue = "1000", description = "How long one iteration takes.")
    private int millis;

    @Option(
            names = "--iterations",
            defaultValue = "5",
            description = "How many are measured, after as many to warm up.")
    private int iterations;

    @Option(names = "--forks", defaultValue = "2", description = "How many processes; 0 is for trying it out.")
    private int forks;

    Growth() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        print(out, "meetings held", run(TurnsBenchmark.class), "meetings");
        print(out, "open steps", run(AgendaBenchmark.class), "steps");
        print(out, "people seated", run(FormationBenchmark.class), "people");
        print(out, "stays ended", run(DisclosureBenchmark.class), "stays");
        out.flush();
        return 0;
    }

    private Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getSimpleName())
                        .forks(forks)
                        .warmupIterations(iterations)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static void print(PrintWriter out, String what, Collection<RunResult> results, String parameter) {
        SortedMap<Integer, Double> times = new TreeMap<>();
        for (RunResult result : results) {
            times.put(
                    Integer.valueOf(result.getParams().getParam(parameter)),
                    result.getPrimaryResult().getScore());
        }
        double smallest = times.values().stream().findFirst().orElse(1.0);
        out.printf(
                Locale.ROOT,
                "%-14s %14s %20s %24s%n",
                what,
                "time ratio",
                "under a millisecond",
                "exponent to the one before");
        int before = 0;
        double timeBefore = 0;
        for (Map.Entry<Integer, Double> each : times.entrySet()) {
            String exponent = before == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "%.2f",
                            Math.log(each.getValue() / timeBefore) / Math.log((double) each.getKey() / before));
            out.printf(
                    Locale.ROOT,
                    "%-14d %14.2f %20s %24s%n",
                    each.getKey(),
                    each.getValue() / smallest,
                    each.getValue() < MICROSECONDS_IN_A_MILLISECOND ? "yes" : "no",
                    exponent);
            before = each.getKey();
            timeBefore = each.getValue();
        }
        out.println();
    }
}
