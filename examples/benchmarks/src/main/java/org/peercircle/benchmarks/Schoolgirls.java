package org.peercircle.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kirkman's problem of 1850. */
@Command(
        name = "schoolgirls",
        description = "Kirkman's fifteen schoolgirls: five groups of three on seven days, no two walk together twice.")
final class Schoolgirls implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    Schoolgirls() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        Golfers.print(spec.commandLine().getOut(), 5, 3, 7, 60, seed);
        return 0;
    }
}
