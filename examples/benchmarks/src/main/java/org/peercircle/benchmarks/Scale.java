package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizePlan;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.FormationProgress;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.formation.Must;
import org.peercircle.formation.Preference;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forms ever larger made-up cohorts by the rules of peer mentoring, and fits how time grows. */
@Command(
        name = "scale",
        description = {
            "Forms groups of made-up cohorts of N people each: labs and supervisors apart, departments spread.",
            "Prints times as measured here and now; only their growth says something elsewhere."
        })
final class Scale implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "N", arity = "1..*")
    private List<Integer> sizes = new ArrayList<>();

    @Option(names = "--moves-per-person", defaultValue = "2000", description = "The effort.")
    private long movesPerPerson;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    Scale() {
        this.spec = CommandSpec.create();
    }

    /** What was measured of one size. */
    private record Row(int people, double perThousandMoves, double toWithinOnePercent) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%10s %8s %12s %16s %22s %14s %8s%n",
                "people", "groups", "moves", "ms/1000 moves", "s to within 1 % of end", "peak heap MiB", "broken");
        List<Row> rows = new ArrayList<>();
        measure(200, new PrintWriter(Writer.nullWriter()));
        for (int people : sizes) {
            rows.add(measure(people, out));
        }
        fit(out, rows);
        out.flush();
        return 0;
    }

    private Row measure(int people, PrintWriter out) {
        FormationProblem problem = madeUp(people, new SplittableRandom(seed));
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Double> seconds = new ArrayList<>();
        List<FormationProgress> told = new ArrayList<>();
        long before = System.nanoTime();
        Formation formation = GroupFormer.withEffort(
                        Effort.moves(movesPerPerson * people).withSeed(seed).withStarts(1))
                .listening(progress -> {
                    seconds.add((System.nanoTime() - before) / NANOS);
                    told.add(progress);
                })
                .form(problem);
        double took = (System.nanoTime() - before) / NANOS;
        double near = took;
        for (int i = told.size() - 1; i >= 0 && isNear(told.get(i), formation); i--) {
            near = seconds.get(i);
        }
        Row row = new Row(people, took * 1e6 / Math.max(1, formation.moves()), near);
        out.printf(
                Locale.ROOT,
                "%10d %8d %12d %16.4f %22.2f %14d %8d%n",
                people,
                formation.groups().size(),
                formation.moves(),
                row.perThousandMoves(),
                row.toWithinOnePercent(),
                pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20,
                formation.score().broken());
        out.flush();
        return row;
    }

    private static boolean isNear(FormationProgress progress, Formation end) {
        return progress.best().broken() == end.score().broken()
                && progress.best().preference() >= .99 * end.score().preference();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Five to a lab, two labs to a supervisor, forty departments, one to three of thirty interests. */
    static FormationProblem madeUp(int people, SplittableRandom random) {
        int labs = Math.max(2, people / 5);
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int lab = random.nextInt(labs);
            ImmutableSet.Builder<String> interests = ImmutableSet.builder();
            for (int k = 0; k <= random.nextInt(3); k++) {
                interests.add("interest " + random.nextInt(30));
            }
            entrants.add(Entrant.of(
                    PersonId.of(String.format(Locale.ROOT, "p%06d", i)),
                    ImmutableMap.of(
                            Entrant.LAB,
                            AttributeValue.of("lab " + lab),
                            Entrant.SUPERVISOR,
                            AttributeValue.of("supervisor " + lab / 2),
                            Entrant.DEPARTMENT,
                            AttributeValue.of("department " + lab % 40),
                            "interest",
                            AttributeValue.of(interests.build()),
                            "months",
                            AttributeValue.of(random.nextInt(60)))));
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(GroupBounds.of(SizePlan.of(people, GroupSizing.PEER_PROBLEM_SOLVING)))
                .addMusts(Must.apartBy(Entrant.LAB), Must.apartBy(Entrant.SUPERVISOR))
                .addWishes(
                        Preference.spread(Entrant.DEPARTMENT).weighing(2),
                        Preference.gather("interest").weighing(1),
                        Preference.balance("months").weighing(1))
                .build();
    }

    /** Fits the exponent with which a measure grows, by least squares over logarithms. */
    private static void fit(PrintWriter out, List<Row> rows) {
        if (rows.size() > 1) {
            out.printf(
                    Locale.ROOT,
                    "time per move grows as n^%.2f, time to within 1 %% of the end as n^%.2f%n",
                    exponent(rows, true),
                    exponent(rows, false));
        }
    }

    private static double exponent(List<Row> rows, boolean perMove) {
        double meanX =
                rows.stream().mapToDouble(r -> Math.log(r.people())).average().orElse(0);
        double meanY = rows.stream().mapToDouble(r -> y(r, perMove)).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (Row row : rows) {
            double x = Math.log(row.people()) - meanX;
            products += x * (y(row, perMove) - meanY);
            squares += x * x;
        }
        return squares == 0 ? 0 : products / squares;
    }

    private static double y(Row row, boolean perMove) {
        return Math.log(Math.max(1e-9, perMove ? row.perThousandMoves() : row.toWithinOnePercent()));
    }
}
