package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a rule says about one person's seat, in a sentence a coordinator can read. */
final class Explanation {

    private final Entrant self;
    private final ImmutableList<Entrant> mates;
    private final ImmutableList<Entrant> group;
    private final int number;
    private final Collection<Entrant> everybody;

    /**
     * Makes an explanation of a seat.
     *
     * @param number of the group, from 0
     */
    Explanation(Entrant self, List<Entrant> mates, int number, Collection<Entrant> everybody) {
        this.self = self;
        this.mates = ImmutableList.copyOf(mates);
        this.group = ImmutableList.<Entrant>builder().add(self).addAll(mates).build();
        this.number = number;
        this.everybody = everybody;
    }

    String of(Must must) {
        if (must instanceof Must.ApartBy rule) {
            return apart(rule.trait());
        }
        if (must instanceof Must.Apart rule) {
            return apart(rule);
        }
        if (must instanceof Must.Together rule) {
            return together(rule);
        }
        if (must instanceof Must.SharedSlot rule) {
            return "The group shares " + count(SlotCounts.shared(rule.slots(), group), "weekly slot") + "; "
                    + rule.atLeast() + " asked for.";
        }
        if (must instanceof Must.SharedValue rule) {
            Set<String> common = common(rule.trait());
            return common.isEmpty()
                    ? "The group shares no " + rule.trait() + "; the rule is broken."
                    : "The group shares the " + rule.trait() + " " + String.join(", ", common) + ".";
        }
        if (must instanceof Must.AtLeast rule) {
            return counted(rule.trait(), rule.value(), "at least " + rule.count());
        }
        if (must instanceof Must.AtMostWith rule) {
            return counted(rule.trait(), rule.value(), "at most " + rule.count());
        }
        if (must instanceof Must.AtMost rule) {
            return self.values(rule.trait()).isEmpty()
                    ? "No " + rule.trait() + " is known."
                    : self.values(rule.trait()).stream()
                            .map(value -> counted(rule.trait(), value, "at most " + rule.count()))
                            .collect(Collectors.joining(" "));
        }
        if (must instanceof Must.Pinned rule) {
            return !rule.groups().containsKey(self.id())
                    ? "Free to sit in any group."
                    : kept(must) ? "Stays in group " + (number + 1) + "." : "Was to stay in another group.";
        }
        return kept(must) ? "Kept: " + must.name() + "." : "Their seat breaks the rule: " + must.name() + ".";
    }

    private boolean kept(Must must) {
        return must.broken(group, number) <= must.broken(mates, number);
    }

    private String apart(String trait) {
        if (self.values(trait).isEmpty()) {
            return "No " + trait + " is known.";
        }
        long here = mates.stream().filter(e -> e.shares(trait, self)).count();
        if (here > 0) {
            return here + " with the same " + trait + (here == 1 ? " sits" : " sit")
                    + " in this group; the rule is broken.";
        }
        long elsewhere = everybody.stream().filter(e -> e.shares(trait, self)).count() - 1;
        return elsewhere == 0
                ? "Nobody else shares their " + trait + "."
                : elsewhere + (elsewhere == 1 ? " person" : " people") + " of the same " + trait
                        + (elsewhere == 1 ? " sits" : " sit") + " elsewhere.";
    }

    private String apart(Must.Apart rule) {
        long all = rule.pairs().stream()
                .filter(p -> p.one().equals(self.id()) || p.other().equals(self.id()))
                .count();
        long here = mates.stream()
                .filter(m -> rule.pairs().contains(Pair.of(self.id(), m.id())))
                .count();
        return all == 0
                ? "\"" + capital(rule.name()) + "\" says nothing of them."
                : here == 0
                        ? "\"" + capital(rule.name()) + "\" keeps them from " + count(all, "person") + ", who"
                                + (all == 1 ? " sits" : " sit") + " elsewhere."
                        : count(here, "person") + " against \"" + rule.name() + "\"" + (here == 1 ? " sits" : " sit")
                                + " in this group; the rule is broken.";
    }

    private String together(Must.Together rule) {
        Set<String> here = new TreeSet<>();
        int missing = 0;
        for (ImmutableSet<?> set : rule.sets()) {
            if (set.contains(self.id())) {
                List<String> found = mates.stream()
                        .filter(m -> set.contains(m.id()))
                        .map(m -> m.id().value())
                        .toList();
                here.addAll(found);
                missing += set.size() - 1 - found.size();
            }
        }
        if (missing > 0) {
            return "Misses " + count(missing, "person") + " they were to sit with; the rule is broken.";
        }
        return here.isEmpty() ? "Was to sit with nobody in particular." : "Sits with " + String.join(", ", here) + ".";
    }

    private String counted(String trait, String value, String asked) {
        int here = Pairs.counts(group, trait).getOrDefault(value, 0);
        return "The group has " + here + " with " + trait + " " + value + "; " + asked + " asked for.";
    }

    private Set<String> common(String trait) {
        Set<String> common = new TreeSet<>(self.values(trait));
        mates.forEach(mate -> common.retainAll(mate.values(trait)));
        return common;
    }

    String of(Preference preference) {
        if (preference instanceof Preference.Spread wish) {
            return spread(wish.trait());
        }
        if (preference instanceof Preference.Gather wish) {
            return gather(wish.trait());
        }
        if (preference instanceof Preference.Novelty wish) {
            long met = mates.stream().filter(m -> wish.value(self, m) < 1).count();
            return "Meets " + (mates.size() - met) + " for the first time"
                    + (met == 0 ? "." : ", and " + met + " again.");
        }
        if (preference instanceof Preference.LeastChange wish) {
            long kept = mates.stream().filter(m -> wish.value(self, m) > 0).count();
            return "Keeps " + count(kept, "mate") + ".";
        }
        if (preference instanceof Preference.Balance wish) {
            return balance(wish.trait());
        }
        if (preference instanceof Preference.MoreSlots wish) {
            return "The group shares " + count(SlotCounts.shared(wish.slots(), group), "weekly slot") + "; "
                    + wish.enough() + " are enough.";
        }
        if (preference instanceof Preference.OverPairs pairs) {
            double mean = mates.stream()
                    .mapToDouble(m -> pairs.value(self, m))
                    .average()
                    .orElse(1);
            return String.format(Locale.ROOT, "%s: %.2f of 1 with their group.", capital(preference.name()), mean);
        }
        if (preference instanceof Preference.PairSum sum) {
            double worth = mates.stream()
                    .mapToDouble(m -> sum.function().applyAsDouble(self, m))
                    .sum();
            return String.format(Locale.ROOT, "%s: %.2f with their group.", capital(sum.name()), worth);
        }
        double score = ((Preference.OverGroups) preference)
                .among(ImmutableList.copyOf(everybody))
                .applyAsDouble(group);
        return String.format(Locale.ROOT, "%s: %.2f of 1 for the group.", capital(preference.name()), score);
    }

    private String spread(String trait) {
        Set<String> others = new TreeSet<>();
        mates.forEach(m -> others.addAll(m.values(trait)));
        long same = mates.stream().filter(m -> m.shares(trait, self)).count();
        others.removeAll(self.values(trait));
        return (same == 0 ? "The only one of their " + trait : same + " more of the same " + trait) + "; meets "
                + others.size() + " others.";
    }

    private String gather(String trait) {
        Set<String> shared = new TreeSet<>();
        mates.forEach(m -> shared.addAll(m.values(trait)));
        shared.retainAll(self.values(trait));
        return shared.isEmpty()
                ? "Shares no " + trait + " with the group."
                : "Shares " + trait + ": " + String.join(", ", shared) + ".";
    }

    private String balance(String trait) {
        OptionalDouble here =
                group.stream().flatMapToDouble(e -> e.amount(trait).stream()).average();
        OptionalDouble all = everybody.stream()
                .flatMapToDouble(e -> e.amount(trait).stream())
                .average();
        return here.isEmpty() || all.isEmpty()
                ? "No " + trait + " is known in the group."
                : String.format(
                        Locale.ROOT,
                        "The group's mean %s is %.1f, that of all %.1f.",
                        trait,
                        here.getAsDouble(),
                        all.getAsDouble());
    }

    private static String count(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun.equals("person") ? "people" : noun + "s");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
