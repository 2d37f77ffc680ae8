package org.peercircle.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Turns preferences into measures over arrays; all that are means over pairs become one. */
final class CompiledWishes {

    /** Up to this many people a table of all pairs is kept: 36 MB. Beyond, pairs are computed when asked for. */
    private static final int MOST_FOR_TABLE = 3_000;

    private final List<Entrant> entrants;
    private final int groups;

    CompiledWishes(List<Entrant> entrants, int groups) {
        this.entrants = entrants;
        this.groups = groups;
    }

    /** The value of a pair of entrants. */
    private interface PairValue {
        double of(int one, int other);
    }

    List<GroupMeasure> compile(List<Wish> wishes) {
        List<GroupMeasure> measures = new ArrayList<>();
        List<Wish> means = wishes.stream()
                .filter(w -> w.preference() instanceof Preference.OverPairs)
                .toList();
        if (!means.isEmpty()) {
            measures.add(mean(means));
        }
        for (Wish wish : wishes) {
            if (wish.preference() instanceof Preference.PairSum sum) {
                PairValue value = table((a, b) -> wish.weight() * sum.function().applyAsDouble(a, b));
                measures.add((group, members, count) -> sum(value, members, count));
            } else if (wish.preference() instanceof Preference.OverGroups whole) {
                measures.add(whole(whole, wish.weight() / groups));
            }
        }
        return measures;
    }

    private GroupMeasure mean(List<Wish> means) {
        double most = means.stream().mapToDouble(Wish::weight).sum() / groups;
        PairValue value = table((a, b) -> {
            double sum = 0;
            for (Wish wish : means) {
                sum += wish.weight() * ((Preference.OverPairs) wish.preference()).value(a, b);
            }
            return sum / groups;
        });
        return (group, members, count) -> count < 2 ? most : sum(value, members, count) / Pairs.of(count);
    }

    private static double sum(PairValue value, int[] members, int count) {
        double sum = 0;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                sum += value.of(members[i], members[j]);
            }
        }
        return sum;
    }

    private PairValue table(ToDoubleBiFunction<Entrant, Entrant> function) {
        int n = entrants.size();
        // A host's function may depend on the order of its arguments; slow and fast evaluation hand it the same one.
        if (n > MOST_FOR_TABLE) {
            return (a, b) -> function.applyAsDouble(entrants.get(Math.min(a, b)), entrants.get(Math.max(a, b)));
        }
        double[][] table = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                table[i][j] = function.applyAsDouble(entrants.get(i), entrants.get(j));
                table[j][i] = table[i][j];
            }
        }
        return (a, b) -> table[a][b];
    }

    private GroupMeasure whole(Preference.OverGroups preference, double factor) {
        if (preference instanceof Preference.Balance balance) {
            return balance(balance.trait(), factor);
        }
        if (preference instanceof Preference.MoreSlots slots) {
            CompiledMusts.Slots bits = new CompiledMusts.Slots(entrants, slots.slots());
            return (group, members, count) -> count == 0
                    ? factor
                    : factor * Math.min(slots.enough(), bits.shared(members, count)) / slots.enough();
        }
        return (group, members, count) -> factor
                * preference.score(
                        Arrays.stream(members, 0, count).mapToObj(entrants::get).toList(), entrants);
    }

    private GroupMeasure balance(String trait, double factor) {
        double[] amounts = entrants.stream()
                .mapToDouble(e -> e.amount(trait).orElse(Double.NaN))
                .toArray();
        double[] known = Arrays.stream(amounts).filter(a -> !Double.isNaN(a)).toArray();
        double range = Arrays.stream(known).max().orElse(0)
                - Arrays.stream(known).min().orElse(0);
        double mean = Arrays.stream(known).average().orElse(0);
        return (group, members, count) -> {
            double sum = 0;
            int answers = 0;
            for (int i = 0; i < count; i++) {
                double amount = amounts[members[i]];
                if (!Double.isNaN(amount)) {
                    sum += amount;
                    answers++;
                }
            }
            return answers == 0 || range == 0
                    ? factor
                    : factor * Math.max(0, 1 - Math.abs(sum / answers - mean) / range);
        };
    }
}
