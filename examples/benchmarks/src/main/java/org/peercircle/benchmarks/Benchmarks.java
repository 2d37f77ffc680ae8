package org.peercircle.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door to the benchmarks: {@code java -jar benchmarks.jar growth}. */
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
                .setOut(out)
                .execute(args);
    }
}
