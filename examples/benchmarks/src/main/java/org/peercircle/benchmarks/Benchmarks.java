package org.peercircle.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door to the benchmarks: {@code java -jar benchmarks.jar mdgp FILE}. */
@Command(
        name = "benchmarks",
        description = "Measures Peercircle; prints ratios measured side by side in one run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), args));
    }

    static int run(PrintWriter out, String... args) {
        return new CommandLine(new Benchmarks())
                .addSubcommand(new Growth())
                .addSubcommand(new Mdgp())
                .addSubcommand(new MdgpSuite())
                .addSubcommand(new Peers())
                .addSubcommand(new RosterComparison())
                .addSubcommand(new Golfers())
                .addSubcommand(new Schoolgirls())
                .addSubcommand(new Scale())
                .addSubcommand(new Suppress())
                .addSubcommand(new StoreCost())
                .setOut(out)
                .execute(args);
    }
}
