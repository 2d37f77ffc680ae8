package org.peercircle.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets two other solvers and this library solve the same instance, one after the other, on one thread each. */
@Command(
        name = "peers",
        description =
                "Solves a file of MDGPLIB by Timefold, by OR-Tools CP-SAT and by this library, one after the other.")
final class Peers implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--seconds", defaultValue = "10", description = "How long each of them searches.")
    private double seconds;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    Peers() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        MdgpInstance instance = MdgpInstance.read(file);
        double timefold = instance.value(TimefoldPeer.solve(instance, seconds, seed));
        print(out, instance, "timefold", timefold);
        double cpSat =
                CpSatPeer.solve(instance, seconds, seed).map(instance::value).orElse(Double.NaN);
        print(out, instance, "cp-sat", cpSat);
        double own = instance.value(Mdgp.solve(instance, seconds, seed, 1).groups());
        print(out, instance, "peercircle", own);
        out.printf(
                Locale.ROOT,
                "instance=%s best=%s timefold/peercircle=%.6f cp-sat/peercircle=%.6f%n",
                instance.name(),
                own >= timefold && !(cpSat > own) ? "peercircle" : cpSat > timefold ? "cp-sat" : "timefold",
                timefold / own,
                cpSat / own);
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, MdgpInstance instance, String solver, double value) {
        out.printf(
                Locale.ROOT,
                "instance=%s n=%d groups=%d seconds=%s seed=%d solver=%s value=%.6f%n",
                instance.name(),
                instance.people(),
                instance.bounds().size(),
                seconds,
                seed,
                solver,
                value);
        out.flush();
    }
}
