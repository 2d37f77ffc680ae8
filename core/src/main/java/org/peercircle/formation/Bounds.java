package org.peercircle.formation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A proved upper bound on the preference score. Each wish is bounded by itself:
 *
 * <ul>
 *   <li>a spread: {@code c} people of one value in {@code m} groups make fewest equal pairs when dealt out evenly, and a
 *       group has at most {@code C(max, 2)} pairs to dilute them;
 *   <li>a plain sum: nobody gains more than their {@code max − 1} best partners, each pair counted from both sides;
 *   <li>any other mean over pairs: nobody's mean over their mates is more than over as many of their best partners, and
 *       those who could have most sit where fewest share it;
 *   <li>anything else: 1 in every group.
 * </ul>
 */
final class Bounds {

    /** Above this many people the sum's bound would cost more than it tells. */
    private static final int MOST_FOR_SUM = 5_000;

    private Bounds() {}

    static double of(Wish wish, FormationProblem problem) {
        int largest = problem.bounds().stream().mapToInt(GroupBounds::max).max().orElseThrow();
        if (wish.preference() instanceof Preference.PairSum sum) {
            return wish.weight() * sumBound(sum, problem.entrants(), largest);
        }
        double bound = 1;
        if (wish.preference() instanceof Preference.OverPairs pairs) {
            bound = Math.min(bound, meanBound(new PairValues(problem.entrants()).of(pairs), problem));
        }
        if (wish.preference() instanceof Preference.Spread spread && isSingleValued(problem, spread.trait())) {
            bound = Math.min(bound, spreadBound(problem, spread.trait(), largest));
        }
        return wish.weight() * bound;
    }

    /** A group's mean over pairs is the mean, over its members, of each one's mean over the others. */
    private static double meanBound(PairTerm.PairValue value, FormationProblem problem) {
        List<Entrant> entrants = problem.entrants();
        int smallest =
                problem.bounds().stream().mapToInt(GroupBounds::min).min().orElseThrow();
        if (smallest < 2 || entrants.size() > MOST_FOR_SUM) {
            return 1;
        }
        double[] means = IntStream.range(0, entrants.size())
                .mapToDouble(one -> bestPartners(entrants.size(), one, smallest - 1, value) / (smallest - 1))
                .sorted()
                .toArray();
        int[] sizes =
                problem.bounds().stream().mapToInt(GroupBounds::min).sorted().toArray();
        double sum = 0;
        int next = means.length;
        for (int size : sizes) {
            double best = 0;
            for (int seat = 0; seat < size && next > 0; seat++) {
                best += means[--next];
            }
            sum += best / size;
        }
        return sum / sizes.length;
    }

    private static double spreadBound(FormationProblem problem, String trait, int largest) {
        int groups = problem.bounds().size();
        int seats = problem.bounds().stream().mapToInt(GroupBounds::max).sum();
        int mayWait = problem.entrants().size()
                - problem.bounds().stream().mapToInt(GroupBounds::min).sum();
        if (largest < 2 || seats == 0) {
            return 1;
        }
        Map<String, Integer> counts = Pairs.counts(problem.entrants(), trait);
        long equalPairs = counts.values().stream()
                .mapToLong(count -> evenPairs(Math.max(0, count - Math.max(0, mayWait)), groups))
                .sum();
        return Math.max(0, 1 - (double) equalPairs / ((double) groups * Pairs.of(largest)));
    }

    private static long evenPairs(int people, int groups) {
        int each = people / groups;
        int more = people % groups;
        return more * Pairs.of(each + 1) + (groups - more) * Pairs.of(each);
    }

    private static boolean isSingleValued(FormationProblem problem, String trait) {
        return problem.entrants().stream().allMatch(e -> e.values(trait).size() <= 1);
    }

    private static double sumBound(Preference.PairSum sum, List<Entrant> entrants, int largest) {
        if (entrants.size() > MOST_FOR_SUM) {
            return Double.POSITIVE_INFINITY;
        }
        PairTerm.PairValue value = new PairValues(entrants).of(sum.function());
        return IntStream.range(0, entrants.size())
                        .mapToDouble(one -> bestPartners(entrants.size(), one, largest - 1, value))
                        .sum()
                / 2;
    }

    /** The sum of somebody's values with their best partners. */
    private static double bestPartners(int people, int one, int partners, PairTerm.PairValue value) {
        double[] values = IntStream.range(0, people)
                .filter(other -> other != one)
                .mapToDouble(other -> Math.max(0, value.of(one, other)))
                .sorted()
                .toArray();
        return Arrays.stream(values, Math.max(0, values.length - partners), values.length)
                .sum();
    }
}
