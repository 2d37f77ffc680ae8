package org.peercircle.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Formation;
import org.peercircle.formation.GroupFormer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves one instance of MDGPLIB through the library's public API and prints one line. */
@Command(name = "mdgp", description = "Solves a file of MDGPLIB, plain or gzip; the value is recomputed from the file.")
final class Mdgp implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--seconds", defaultValue = "3", description = "How long to search.")
    private double seconds;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", defaultValue = "1", description = "As many searches run at once; the best counts.")
    private int threads;

    Mdgp() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        MdgpInstance instance = MdgpInstance.read(file);
        Formation formation = solve(instance, seconds, seed, threads);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "instance=%s n=%d groups=%d seconds=%s seed=%d value=%.6f moves=%d%n",
                        instance.name(),
                        instance.people(),
                        instance.bounds().size(),
                        seconds,
                        seed,
                        instance.value(formation.groups()),
                        formation.moves());
        spec.commandLine().getOut().flush();
        return 0;
    }

    static Formation solve(MdgpInstance instance, double seconds, long seed, int threads) {
        Effort effort = Effort.time(Duration.ofNanos((long) (seconds * 1e9)))
                .withSeed(seed)
                .withStarts(threads);
        GroupFormer former = GroupFormer.withEffort(effort).timedBy(InstantSource.system());
        if (threads == 1) {
            return former.form(instance.problem());
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return former.on(pool, threads).form(instance.problem());
        } finally {
            pool.shutdown();
        }
    }
}
