package org.peercircle.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.formation.Preference;
import org.peercircle.formation.RuleScore;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the groups that another program made of a roster, and this library's of the same sizes, on the same criteria. */
@Command(
        name = "roster",
        description = {
            "Reads a CSV roster with lines \"Group k\" between its rows, and scores those groups and this library's",
            "on the same criteria: what the program gathers (interest, stage, degrees, majors) and what it spreads."
        })
final class RosterComparison implements Callable<Integer> {

    /** What the circles' own program groups by, so that people of a circle have it in common. */
    private static final ImmutableList<String> GATHERED = ImmutableList.of(
            "Major", "Graduation", "Level of interest in graduate school", "Degree(s) interested in", "Research?");

    /** Of what nobody is to be the only one in a circle, by which it is scored how few are. */
    private static final ImmutableList<String> NOT_ALONE = ImmutableList.of("Gender", "Race/Ethnicity");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--moves", defaultValue = "100000", description = "The effort of one round.")
    private long moves;

    @Option(names = "--rounds", defaultValue = "20", description = "How often weights are set anew, at most.")
    private int mostRounds;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    RosterComparison() {
        this.spec = CommandSpec.create();
    }

    /** Everybody, and the groups they come in. */
    private record Roster(List<Entrant> people, List<ImmutableSet<PersonId>> groups) {}

    @Override
    public Integer call() throws IOException {
        Roster roster = read();
        long before = System.nanoTime();
        double[] weights = new double[GATHERED.size() + NOT_ALONE.size()];
        Arrays.fill(weights, 1);
        Formation theirs = Formation.ofGroups(problem(roster, weights), roster.groups());
        Formation ours = form(roster, weights);
        int rounds = 1;
        for (; rounds < mostRounds && weighMore(weights, theirs, ours); rounds++) {
            ours = form(roster, weights);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        print(theirs, ours, rounds, millis);
        return 0;
    }

    private FormationProblem problem(Roster roster, double[] weights) {
        FormationProblem.Builder problem = FormationProblem.builder()
                .addAllEntrants(roster.people())
                .addAllBounds(roster.groups().stream()
                        .map(g -> new GroupBounds(g.size(), g.size()))
                        .toList());
        for (int i = 0; i < weights.length; i++) {
            Preference preference = i < GATHERED.size()
                    ? Preference.gather(GATHERED.get(i))
                    : notAlone(NOT_ALONE.get(i - GATHERED.size()), roster.people());
            problem.addWishes(preference.weighing(weights[i]));
        }
        return problem.build();
    }

    private Formation form(Roster roster, double[] weights) {
        return GroupFormer.withEffort(Effort.moves(moves).withSeed(seed).withStarts(1))
                .form(problem(roster, weights));
    }

    /** Does what a coordinator would: whatever came out worse than theirs weighs more the next time. */
    private static boolean weighMore(double[] weights, Formation theirs, Formation ours) {
        boolean any = false;
        for (int i = 0; i < weights.length; i++) {
            RuleScore their = theirs.scores().get(i);
            RuleScore own = ours.scores().get(i);
            if (own.score() / own.weight() < their.score() / their.weight() + 1e-9) {
                weights[i] *= 1.3;
                any = true;
            }
        }
        return any;
    }

    /** The share of a group's members who have somebody to share a value with; no answer is passed over. */
    private static Preference notAlone(String trait, List<Entrant> people) {
        ImmutableList<AttributeValue> values = people.stream()
                .flatMap(p -> Optional.ofNullable(p.traits().get(trait)).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        ImmutableList<ToDoubleFunction<Entrant>> counts = values.stream()
                .map(value -> (ToDoubleFunction<Entrant>)
                        person -> value.equals(person.traits().get(trait)) ? 1 : 0)
                .collect(ImmutableList.toImmutableList());
        return new Preference.GroupSums("nobody alone in " + trait, counts, (members, sums) -> {
            double alone = 0;
            double answered = 0;
            for (double have : sums) {
                alone += have == 1 ? 1 : 0;
                answered += have;
            }
            return answered == 0 ? 1 : 1 - alone / answered;
        });
    }

    private Roster read() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .get();
        List<Entrant> people = new ArrayList<>();
        List<ImmutableSet.Builder<PersonId>> groups = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(Files.readString(file), format)) {
            for (CSVRecord row : rows) {
                if (row.get(0).startsWith("Group")) {
                    groups.add(ImmutableSet.builder());
                } else if (!row.get(0).isBlank()) {
                    Entrant entrant = entrant(row);
                    people.add(entrant);
                    if (groups.isEmpty()) {
                        throw new IOException(file + " must begin with a line \"Group 1\", but begins with " + row);
                    }
                    groups.get(groups.size() - 1).add(entrant.id());
                }
            }
        }
        return new Roster(
                people, groups.stream().map(ImmutableSet.Builder::build).toList());
    }

    private static Entrant entrant(CSVRecord row) {
        Entrant entrant = Entrant.of(PersonId.of("s" + row.get(0)), Map.of());
        for (String trait : IntStream.range(0, GATHERED.size() + NOT_ALONE.size())
                .mapToObj(i -> i < GATHERED.size() ? GATHERED.get(i) : NOT_ALONE.get(i - GATHERED.size()))
                .toList()) {
            List<String> values = trait.equals("Major") || trait.startsWith("Degree")
                    ? Splitter.on(',').trimResults().omitEmptyStrings().splitToList(row.get(trait))
                    : Splitter.on('\n').omitEmptyStrings().splitToList(row.get(trait));
            if (!values.isEmpty()) {
                entrant = entrant.with(trait, AttributeValue.of(ImmutableSet.copyOf(values)));
            }
        }
        return entrant;
    }

    private void print(Formation theirs, Formation ours, int rounds, long millis) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-42s %10s %10s %10s%n", "criterion (0 to 1, mean over groups)", "theirs", "ours", "at most");
        int better = 0;
        int worse = 0;
        for (int i = 0; i < ours.scores().size(); i++) {
            RuleScore their = theirs.scores().get(i);
            RuleScore own = ours.scores().get(i);
            out.printf(
                    Locale.ROOT,
                    "%-42s %10.4f %10.4f %10.4f%n",
                    own.name(),
                    their.score() / their.weight(),
                    own.score() / own.weight(),
                    own.bound() / own.weight());
            double more = own.score() / own.weight() - their.score() / their.weight();
            better += more > 1e-9 ? 1 : 0;
            worse += more < -1e-9 ? 1 : 0;
        }
        out.printf(
                "people=%d groups=%d better=%d worse=%d equal=%d rounds=%d movesEach=%d milliseconds=%d%n",
                ours.problem().entrants().size(),
                ours.groups().size(),
                better,
                worse,
                ours.scores().size() - better - worse,
                rounds,
                ours.moves(),
                millis);
        out.flush();
    }
}
