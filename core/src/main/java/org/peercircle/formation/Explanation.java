package org.peercircle.formation;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a rule says about one person's seat, in a sentence a coordinator can read. */
final class Explanation {

    private Explanation() {}

    static String of(Must must, Entrant self, List<Entrant> mates, Collection<Entrant> everybody) {
        ImmutableSet<Entrant> group =
                ImmutableSet.<Entrant>builder().add(self).addAll(mates).build();
        if (must instanceof Must.ApartBy rule) {
            long elsewhere = everybody.stream()
                    .filter(e -> !group.contains(e) && e.shares(rule.trait(), self))
                    .count();
            long here = mates.stream().filter(e -> e.shares(rule.trait(), self)).count();
            if (self.values(rule.trait()).isEmpty()) {
                return "No " + rule.trait() + " is known.";
            }
            return here > 0
                    ? here + " with the same " + rule.trait() + " sit in this group; the rule is broken."
                    : elsewhere == 0
                            ? "Nobody else shares their " + rule.trait() + "."
                            : elsewhere + (elsewhere == 1 ? " person" : " people") + " of the same " + rule.trait()
                                    + (elsewhere == 1 ? " sits" : " sit") + " elsewhere.";
        }
        int before = must.broken(mates, 0);
        int with = must.broken(List.copyOf(group), 0);
        return with > before ? "Their seat breaks the rule: " + must.name() + "." : "Kept: " + must.name() + ".";
    }

    static String of(Preference preference, Entrant self, List<Entrant> mates) {
        if (preference instanceof Preference.Spread spread) {
            Set<String> others = new TreeSet<>();
            mates.forEach(m -> others.addAll(m.values(spread.trait())));
            long same =
                    mates.stream().filter(m -> m.shares(spread.trait(), self)).count();
            others.removeAll(self.values(spread.trait()));
            return (same == 0
                            ? "The only one of their " + spread.trait()
                            : same + " more of the same " + spread.trait())
                    + "; meets " + others.size() + " others.";
        }
        if (preference instanceof Preference.Gather gather) {
            Set<String> common = new TreeSet<>();
            mates.forEach(m -> common.addAll(m.values(gather.trait())));
            common.retainAll(self.values(gather.trait()));
            return common.isEmpty()
                    ? "Shares no " + gather.trait() + " with the group."
                    : "Shares " + gather.trait() + ": " + String.join(", ", common) + ".";
        }
        if (preference instanceof Preference.OverPairs pairs) {
            double mean = mates.stream()
                    .mapToDouble(m -> pairs.value(self, m))
                    .average()
                    .orElse(1);
            return String.format(Locale.ROOT, "%s: %.2f of 1 with their group.", capital(preference.name()), mean);
        }
        return capital(preference.name()) + " counts for the group as a whole.";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
