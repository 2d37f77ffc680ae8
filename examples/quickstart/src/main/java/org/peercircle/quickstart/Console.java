package org.peercircle.quickstart;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.peercircle.formation.FormationProgress;
import org.peercircle.office.FormationProposal;

/** What the program says in a terminal. */
final class Console {

    private static final int STEPS = 4;

    private final PrintWriter out;
    private long told;

    Console(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /** Tells of progress a few times, not a hundred. */
    void progress(FormationProgress progress) {
        long step = progress.moves() * STEPS / Math.max(1, progress.ofMoves());
        if (step > told) {
            told = step;
            out.printf(
                    Locale.ROOT,
                    "  forming: %d %%, best so far %.4f, %d broken%n",
                    100 * progress.moves() / progress.ofMoves(),
                    progress.best().preference(),
                    progress.best().broken());
        }
    }

    void summary(YearReport report, Path folder) {
        FormationProposal proposal = report.proposal();
        out.println(
                switch (proposal.outcome()) {
                    case MUSTS_KEPT ->
                        "Every open rule is kept"
                                + (proposal.privateRulesKept()
                                        ? ", and every private one."
                                        : ", but not every private one.");
                    case PROVED_IMPOSSIBLE -> "The rules can't all be kept:";
                    case NOT_KEPT_WITHIN_EFFORT -> "Some rules are broken; try --moves with a larger number:";
                });
        proposal.findings().forEach(f -> out.println("  " + f.message()));
        proposal.broken().forEach(b -> out.println("  broken in " + b));
        proposal.clashes().forEach(clash -> {
            out.println("  " + clash.message());
            clash.waysOut().forEach(way -> out.println("    " + way.message()));
        });
        out.printf(
                Locale.ROOT,
                "Score %.4f; no grouping can reach more than %.4f.%n",
                report.score(),
                proposal.upperBound());
        for (YearReport.GroupYear group : report.groups()) {
            out.printf(
                    Locale.ROOT,
                    "%n%-8s %s (%d of %d can always come)%n  %s%n",
                    group.name(),
                    group.slot(),
                    group.canAttend(),
                    group.members().size(),
                    group.members().stream().map(report::name).collect(Collectors.joining(", ")));
        }
        YearReport.Story story = report.story();
        out.println();
        out.println(report.name(story.leaver()) + " left " + story.group() + "; "
                + story.newcomer()
                        .map(person -> report.name(person) + " took the seat from the waitlist.")
                        .orElse("nobody on the waitlist fits the seat."));
        report.life().advised().ifPresent(name -> {
            out.println("What the coordinator saw in the year, and was advised for " + name + ":");
            report.life()
                    .noted()
                    .forEach(n -> out.println("  " + n.on() + "  " + n.group() + ": "
                            + n.person().map(who -> report.name(who) + " ").orElse("") + n.message()));
            report.life().advice().forEach(a -> out.println("  advice: " + a.message()));
        });
        out.println("Who sees the plan of a member of " + story.group() + ":");
        report.plan().views().forEach(v -> out.printf(Locale.ROOT, "  %-39s %s%n", v.who(), v.what()));
        out.println();
        out.println("Wrote " + folder.resolve("index.html") + ", groups.csv, report.json, taken-along.html and "
                + report.groups().size() + " calendars.");
    }
}
