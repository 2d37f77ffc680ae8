package org.peercircle.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code java -jar quickstart.jar --roster FILE [--mapping FILE] --out DIR [--seed N]}. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A coordinator's year of peer mentoring groups, from a roster to a page.")
final class Quickstart implements Callable<Integer> {

    private static final String SHIPPED_ROSTER = "roster.csv";
    private static final String H2_FILE = "jdbc:h2:file:./quickstart-store;WRITE_DELAY=0";
    private static final String SHIPPED_MAPPING = "roster.mapping.properties";

    @Option(names = "--roster", paramLabel = "FILE", description = "CSV with a header. Default: the one shipped.")
    private @Nullable Path rosterFile;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Which column is what. Default: as in the one shipped.")
    private @Nullable Path mappingFile;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "quickstart-out",
            description = "Where to write. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("quickstart-out");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Same seed, same groups. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--moves",
            paramLabel = "N",
            defaultValue = "400000",
            description = "How hard to look for groups. Default: ${DEFAULT-VALUE}")
    private long moves;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2027-01-04",
            description = "First day of the year. Default: ${DEFAULT-VALUE}")
    private LocalDate start = LocalDate.of(2027, 1, 4);

    @Option(
            names = "--late",
            paramLabel = "N",
            defaultValue = "3",
            description = "The last N people sign up after the groups are formed. Default: ${DEFAULT-VALUE}")
    private int late;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Of the roster. Default: ${DEFAULT-VALUE}")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(
            names = "--store",
            paramLabel = "URL",
            arity = "0..1",
            fallbackValue = H2_FILE,
            description = "Keep it all in a database too, by JDBC URL. Without URL: ${FALLBACK-VALUE}")
    private @Nullable String store;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            defaultValue = "quickstart-keys",
            description = "Where the keys to the store are kept. Default: ${DEFAULT-VALUE}")
    private Path keys = Path.of("quickstart-keys");

    private final PrintWriter output;

    Quickstart(PrintWriter output) {
        this.output = output;
    }

    /** Runs the program and ends with its exit code: 0 done, 1 fault, 2 the input can't be used. */
    public static void main(String[] args) {
        PrintStream utf8 = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(new PrintWriter(utf8, true, StandardCharsets.UTF_8), args));
    }

    static int run(PrintWriter output, String... args) {
        return new CommandLine(new Quickstart(output))
                .setOut(output)
                .setErr(output)
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        Console console = new Console(output);
        YearReport report;
        try {
            if (moves < 0 || late < 0) {
                throw new RosterException(new RosterProblem(
                        0, "options", "--moves " + moves + " --late " + late, "numbers from 0 up", "Mend the option."));
            }
            Roster roster = roster();
            if (roster.entries().stream()
                            .filter(e ->
                                    roster.eligible().contains(e.participant().stage()))
                            .count()
                    < 12) {
                throw new RosterException(new RosterProblem(
                        0,
                        "",
                        roster.entries().size() + " people",
                        "at least 12 who may enroll, for two groups of 6",
                        "Add people, or widen eligible in the mapping."));
            }
            try (Storage storage = store == null ? Storage.inMemory() : Storage.in(store, keys)) {
                report = new Year(roster, seed, moves, start, late, storage, console::say, console::progress).run();
                console.say("Kept in " + storage.where() + ".");
            }
        } catch (RosterException e) {
            output.println("The roster can't be used; nothing was written.");
            output.println(e.getMessage());
            return 2;
        }
        Outputs.write(report, out);
        console.summary(report, out);
        return 0;
    }

    private Roster roster() throws IOException {
        Mapping mapping = mapping();
        if (rosterFile == null) {
            try (InputStream shipped = shipped(SHIPPED_ROSTER)) {
                return RosterReader.read(new String(shipped.readAllBytes(), StandardCharsets.UTF_8), mapping);
            }
        }
        return RosterReader.read(rosterFile, mapping, encoding);
    }

    private Mapping mapping() throws IOException {
        if (mappingFile != null && !Files.isReadable(mappingFile)) {
            throw new RosterException(new RosterProblem(
                    0, "", mappingFile.toString(), "a mapping file that can be read", "Check the path."));
        }
        try (Reader reader = mappingFile == null
                ? new InputStreamReader(shipped(SHIPPED_MAPPING), StandardCharsets.UTF_8)
                : Files.newBufferedReader(mappingFile)) {
            return Mapping.read(reader);
        }
    }

    private static InputStream shipped(String name) {
        return Objects.requireNonNull(Quickstart.class.getResourceAsStream(name), name);
    }
}
