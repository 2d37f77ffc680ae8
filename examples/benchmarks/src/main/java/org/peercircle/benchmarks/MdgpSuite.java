package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves every instance that a table of best-known values names, and says how near it came. */
@Command(
        name = "mdgp-suite",
        description = {
            "Solves instances of MDGPLIB at the time limits of a table of best-known values, on one thread.",
            "Gaps are in percent of the best known; below zero is better than it."
        })
final class MdgpSuite implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where the instances are.")
    private Path directory = Path.of("");

    @Option(
            names = "--best",
            required = true,
            paramLabel = "CSV",
            description = "instance,n,groups,time_limit_s,best,mean,worst")
    private Path best = Path.of("");

    @Option(names = "--runs", defaultValue = "1", description = "Runs of each, with seeds 1, 2, …")
    private int runs;

    @Option(names = "--only", defaultValue = "", description = "Takes instances whose name this expression finds.")
    private String only = "";

    @Option(names = "--time", defaultValue = "1", description = "Multiplies the time limits.")
    private double time;

    MdgpSuite() {
        this.spec = CommandSpec.create();
    }

    /** One instance, solved so many times. */
    private record Row(String family, double gap, double publishedGap, int met, int runs) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = new ArrayList<>();
        for (CSVRecord known : read(best)) {
            String name = known.get("instance");
            Path file = directory.resolve(name + ".txt.gz");
            if (!Pattern.compile(only).matcher(name).find()) {
                continue;
            }
            if (Files.notExists(file)) {
                out.printf("%s is not in %s, so it is skipped.%n", name, directory);
                continue;
            }
            Row row = solve(MdgpInstance.read(file), known);
            rows.add(row);
            out.printf(
                    Locale.ROOT,
                    "instance=%s gap=%.4f publishedMeanGap=%.4f met=%d/%d%n",
                    name,
                    row.gap(),
                    row.publishedGap(),
                    row.met(),
                    row.runs());
            out.flush();
        }
        summarize(out, rows);
        return 0;
    }

    private static List<CSVRecord> read(Path table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(table), format)) {
            return parser.getRecords();
        }
    }

    private Row solve(MdgpInstance instance, CSVRecord known) {
        double target = Double.parseDouble(known.get("best"));
        double seconds = Double.parseDouble(known.get("time_limit_s")) * time;
        double gaps = 0;
        int met = 0;
        for (int run = 1; run <= runs; run++) {
            double value = instance.value(Mdgp.solve(instance, seconds, run, 1).groups());
            gaps += percent(target, value);
            met += value >= target - 1e-6 * Math.abs(target) ? 1 : 0;
        }
        String family = instance.name().replaceFirst("_\\d+$", "");
        return new Row(family, gaps / runs, percent(target, Double.parseDouble(known.get("mean"))), met, runs);
    }

    private static double percent(double target, double value) {
        return 100 * (target - value) / target;
    }

    private static void summarize(PrintWriter out, List<Row> rows) {
        out.printf(
                "%n%-18s %10s %18s %22s %10s%n", "family", "mean gap", "published mean", "best met or beaten", "runs");
        ImmutableListMultimap<String, Row> families = Multimaps.index(rows, Row::family);
        families.keySet().stream().sorted().forEach(family -> line(out, family, families.get(family)));
        if (!rows.isEmpty()) {
            line(out, "all", rows);
        }
        out.flush();
    }

    private static void line(PrintWriter out, String name, List<Row> rows) {
        out.printf(
                Locale.ROOT,
                "%-18s %9.4f%% %17.4f%% %22d %10d%n",
                name,
                rows.stream().mapToDouble(Row::gap).average().orElse(0),
                rows.stream().mapToDouble(Row::publishedGap).average().orElse(0),
                rows.stream().mapToInt(Row::met).sum(),
                rows.stream().mapToInt(Row::runs).sum());
    }
}
