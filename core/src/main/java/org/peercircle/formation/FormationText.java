package org.peercircle.formation;

import java.util.Locale;
import java.util.stream.Collectors;

/** One page of text about a formation. */
final class FormationText {

    private FormationText() {}

    static String of(Formation formation) {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (formation.outcome()) {
                    case MUSTS_KEPT -> "Every must is kept.\n";
                    case PROVED_IMPOSSIBLE -> "The musts can't all be kept:\n";
                    case NOT_KEPT_WITHIN_EFFORT -> "Some musts are broken; more effort may mend them.\n";
                });
        formation.findings().forEach(f -> line(text, "  " + f.message()));
        formation.breaches().forEach(b -> line(text, "  " + words(b)));
        for (int g = 0; g < formation.groups().size(); g++) {
            size(text, formation, g);
        }
        for (int g = 0; g < formation.groups().size(); g++) {
            line(
                    text,
                    "Group " + (g + 1) + ": "
                            + formation.groups().get(g).stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
        formation
                .waiting()
                .forEach(w ->
                        line(text, "Waiting: " + w.person() + ". " + w.reason().message()));
        formation
                .scores()
                .forEach(s -> line(
                        text,
                        String.format(
                                Locale.ROOT, "%s: %.3f, at most %.3f can be reached", s.name(), s.score(), s.bound())));
        return text.toString();
    }

    private static void size(StringBuilder text, Formation formation, int group) {
        int members = formation.groups().get(group).size();
        GroupBounds bounds = formation.problem().bounds().get(group);
        if (members < bounds.min()) {
            line(text, "  Group " + (group + 1) + " has " + members + ", and needs at least " + bounds.min());
        } else if (members > bounds.max()) {
            line(text, "  Group " + (group + 1) + " has " + members + ", and takes at most " + bounds.max());
        }
    }

    private static String words(Breach breach) {
        String rule = breach.must().isPrivate()
                ? "a private rule"
                : "\"" + breach.must().name() + "\"";
        return breach.group() == FormationProblem.WAITING
                ? "Those who wait break " + rule
                : "Group " + (breach.group() + 1) + " breaks " + rule;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
