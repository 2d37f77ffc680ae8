package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.peercircle.jdbc.JdbcRecordStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What the store costs over a database: rates of its calls, and of the office's operations, as shares of the rates of
 * JDBC by hand that reads and writes the same, measured by turns in one run; and how calls grow with the records there are.
 */
@Command(
        name = "store",
        description = {
            "Measures the JDBC store, and the office over it, beside JDBC by hand that reads and writes the same in the same",
            "database, by turns: shares of its rate. Then how calls grow with the number of records."
        })
final class StoreCost implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, paramLabel = "JDBC_URL", description = "A PostgreSQL or H2 database.")
    private String url = "";

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "For each side of each line. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8",
            description = "Default: ${DEFAULT-VALUE}")
    private List<Integer> threads = List.of();

    @Option(
            names = "--records",
            split = ",",
            paramLabel = "N",
            defaultValue = "100,10000,1000000",
            description = "Default: ${DEFAULT-VALUE}")
    private List<Integer> records = List.of();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Operations of each side of each line before they count. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    StoreCost() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(
                threads.stream().mapToInt(Integer::intValue).max().orElse(1) + 2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcRecordStore.migrate(pool);
            out.printf(Locale.ROOT, "%-44s %7s %9s %11s%n", "", "threads", "share", "round trips");
            List<SideBySide> sides = ImmutableList.<SideBySide>builder()
                    .addAll(StoreCalls.all(pool))
                    .addAll(OfficeCalls.all(pool))
                    .build();
            for (int many : threads) {
                for (SideBySide one : sides) {
                    report(out, one, many);
                }
            }
            StoreGrowth.report(pool, records, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private void report(PrintWriter out, SideBySide one, int many) throws InterruptedException, ExecutionException {
        double share = one.share(many, seconds, warmUp);
        int trips = one.roundTrips().getAsInt();
        out.printf(
                Locale.ROOT,
                "%-44s %7d %9.2f %11s%n",
                one.name(),
                many,
                share,
                trips == 0 ? "" : String.valueOf(trips));
        out.flush();
    }
}
