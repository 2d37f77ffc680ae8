package org.peercircle.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Turns preferences into terms over arrays; all that are means over pairs become one. */
final class WishTerms {

    /** How many doubles the tables of one term may take: 64 MB. Beyond, pairs are computed when asked for (law F7). */
    private static final long MOST_IN_TABLES = 8_000_000;

    private final List<Entrant> entrants;
    private final Seats seats;
    private final PairValues values;
    private final int groups;

    WishTerms(List<Entrant> entrants, Seats seats) {
        this.entrants = entrants;
        this.seats = seats;
        this.values = new PairValues(entrants);
        this.groups = seats.waitingRow();
    }

    List<Term> compile(List<Wish> wishes) {
        List<Term> terms = new ArrayList<>();
        Map<Boolean, List<Wish>> byKind = wishes.stream()
                .filter(w -> !(w.preference() instanceof Preference.OverGroups))
                .collect(Collectors.partitioningBy(w -> w.preference() instanceof Preference.PairSum));
        List<Wish> sums = byKind.getOrDefault(true, List.of());
        if (!sums.isEmpty()) {
            terms.add(pairs(PairTerm.Kind.SUM, 0, sums, sum -> values.of(((Preference.PairSum) sum).function()), 1));
        }
        List<Wish> means = byKind.getOrDefault(false, List.of());
        if (!means.isEmpty()) {
            double most = means.stream().mapToDouble(Wish::weight).sum() / groups;
            terms.add(pairs(
                    PairTerm.Kind.MEAN, most, means, mean -> values.of((Preference.OverPairs) mean), 1.0 / groups));
        }
        for (Wish wish : wishes) {
            if (wish.preference() instanceof Preference.OverGroups whole) {
                terms.add(whole(whole, wish.weight() / groups));
            }
        }
        return terms;
    }

    private interface Compiler {
        PairTerm.PairValue of(Preference preference);
    }

    private PairTerm pairs(PairTerm.Kind kind, double alone, List<Wish> wishes, Compiler compiler, double factor) {
        PairTerm.PairValue[] functions =
                wishes.stream().map(w -> compiler.of(w.preference())).toArray(PairTerm.PairValue[]::new);
        double[] weights = wishes.stream().mapToDouble(w -> w.weight() * factor).toArray();
        PairTerm.PairValue value = (a, b) -> {
            double sum = 0;
            for (int w = 0; w < weights.length; w++) {
                sum += weights[w] * functions[w].of(a, b);
            }
            return sum;
        };
        return TabledPairs.size(seats.people(), groups) <= MOST_IN_TABLES
                ? new TabledPairs(seats, kind, alone, value)
                : new DirectPairs(seats, kind, alone, value);
    }

    private Term whole(Preference.OverGroups preference, double factor) {
        if (preference instanceof Preference.Balance balance) {
            double[] amounts = entrants.stream()
                    .mapToDouble(e -> e.amount(balance.trait()).orElse(Double.NaN))
                    .toArray();
            double[] known =
                    Arrays.stream(amounts).filter(a -> !Double.isNaN(a)).toArray();
            return new BalanceTerm(seats, amounts, NumberRange.of(known), factor);
        }
        if (preference instanceof Preference.MoreSlots slots) {
            SlotBits bits = new SlotBits(entrants, slots.slots());
            return scored(
                    factor,
                    (row, out, in) ->
                            (double) Math.min(slots.enough(), bits.shared(seats, row, out, in)) / slots.enough());
        }
        if (preference instanceof Preference.GroupSums sums) {
            return new SumsTerm(seats, entrants, sums, factor);
        }
        ToDoubleFunction<List<Entrant>> score = preference.among(entrants);
        return scored(factor, (row, out, in) -> score.applyAsDouble(MustTerms.members(seats, entrants, row, out, in)));
    }

    private interface Score01 {
        double of(int row, int out, int in);
    }

    private Term scored(double factor, Score01 score) {
        return new WholeTerm(seats) {
            @Override
            double measured(int row, int out, int in) {
                return factor * (count(row, out, in) == 0 ? 1 : score.of(row, out, in));
            }

            @Override
            double most() {
                return factor;
            }
        };
    }
}
