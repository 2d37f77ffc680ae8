package org.peercircle.formation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A proved upper bound on the preference score. Each wish is bounded by itself:
 *
 * <ul>
 *   <li>a spread: {@code c} people of one value in {@code m} groups make fewest equal pairs when dealt out evenly, and a
 *       group has at most {@code C(max, 2)} pairs to dilute them;
 *   <li>a plain sum: nobody gains more than their {@code max − 1} best partners, each pair counted from both sides;
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
        if (wish.preference() instanceof Preference.Spread spread && isSingleValued(problem, spread.trait())) {
            return wish.weight() * spreadBound(problem, spread.trait(), largest);
        }
        return wish.weight();
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
        double twice = 0;
        for (Entrant one : entrants) {
            double[] gains = entrants.stream()
                    .filter(other -> other != one)
                    .mapToDouble(other -> Math.max(0, sum.function().applyAsDouble(one, other)))
                    .sorted()
                    .toArray();
            twice += Arrays.stream(gains, Math.max(0, gains.length - (largest - 1)), gains.length)
                    .sum();
        }
        return twice / 2;
    }
}
