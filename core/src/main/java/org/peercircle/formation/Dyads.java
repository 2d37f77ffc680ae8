package org.peercircle.formation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pairs people by an exact matching, not by search: fewest units of musts broken, then the highest score, both over all
 * ways to pair them. An odd one out makes a trio: of few people every trio is tried and the rest paired exactly for each;
 * of many, everybody who might be the odd one out, the others are paired exactly for each, and they join the pair that
 * gains most.
 */
final class Dyads {

    /** Above this many people the cube of their number is too much. */
    private static final int MOST_PEOPLE = 1_000;

    /** Every trio is tried among no more people than this. */
    private static final int MOST_FOR_ALL_TRIOS = 21;

    /** Everybody is tried as the odd one out of no more than this many, above that only those who fit others least. */
    private static final int MOST_ODD_ONES_OUT = 48;

    /** Scores count to a part in a billion of the greatest. */
    private static final long LEVELS = 1L << 30;

    private final Seating seating;
    private final int n;
    private final long[][] weight;
    private double greatest = 1e-300;

    Dyads(Seating seating) {
        this.seating = seating;
        this.n = seating.size();
        this.weight = new long[n][n];
    }

    /** Whether a problem is one of pairs, with one trio at most. */
    static boolean isFor(FormationProblem problem) {
        int people = problem.entrants().size();
        long trios = problem.bounds().stream().filter(b -> b.min() == 3).count();
        boolean takesTwo = problem.bounds().stream().allMatch(b -> b.min() >= 2 && b.min() <= 3 && b.max() <= 3);
        boolean takesTrio = problem.bounds().stream().anyMatch(b -> b.max() == 3);
        boolean anyGroup =
                problem.musts().stream().noneMatch(m -> m instanceof Must.Pinned || m instanceof Must.Unchanged);
        return takesTwo
                && trios <= people % 2
                && (people % 2 == 0 || takesTrio)
                && anyGroup
                && people >= 2
                && people / 2 == problem.bounds().size()
                && people <= MOST_PEOPLE;
    }

    /** Pairs everybody, and returns whether it is proved that nothing is better. */
    boolean seat() {
        weigh();
        if (n % 2 == 0) {
            int[] everybody = IntStream.range(0, n).toArray();
            seating.seat(rows(everybody, pair(everybody), Term.NOBODY, Term.NOBODY));
            return true;
        }
        Trial trial = new Trial();
        if (n <= MOST_FOR_ALL_TRIOS) {
            tryAllTrios(trial);
        } else {
            tryOddOnesOut(trial);
        }
        seating.seat(trial.best);
        return n <= MOST_FOR_ALL_TRIOS;
    }

    /** The best seats tried. */
    private final class Trial {
        private final int[] best = waiting();
        private Score bestScore = new Score(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);

        void seat(int[] rows) {
            seating.seat(rows);
            if (seating.total().isBetterThan(bestScore)) {
                bestScore = seating.total();
                seating.copyTo(best);
            }
        }
    }

    private void tryAllTrios(Trial trial) {
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                for (int c = 0; c < b; c++) {
                    int[] trio = {a, b, c};
                    int[] others = IntStream.range(0, n)
                            .filter(i -> i != trio[0] && i != trio[1] && i != trio[2])
                            .toArray();
                    int[] rows = rows(others, pair(others), trio(), Term.NOBODY);
                    for (int member : trio) {
                        rows[member] = trio();
                    }
                    trial.seat(rows);
                }
            }
        }
    }

    /** Weighs each pair by sitting them down in an empty group. */
    private void weigh() {
        double[][] scores = new double[n][n];
        int[][] broken = new int[n][n];
        seating.seat(waiting());
        for (int i = 0; i < n; i++) {
            seating.move(i, 0);
            for (int j = 0; j < i; j++) {
                seating.move(j, 0);
                scores[i][j] = seating.scoreIn(0);
                broken[i][j] = seating.brokenIn(0);
                greatest = Math.max(greatest, Math.abs(scores[i][j]));
                seating.move(j, seating.waitingRow());
            }
            seating.move(i, seating.waitingRow());
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                weight[i][j] = weight(broken[i][j], scores[i][j]);
                weight[j][i] = weight[i][j];
            }
        }
    }

    private long weight(int broken, double score) {
        return Math.round(score / greatest * LEVELS) - broken * LEVELS * 2 * n;
    }

    private int[] pair(int[] people) {
        long[][] among = new long[people.length][people.length];
        for (int i = 0; i < people.length; i++) {
            for (int j = 0; j < people.length; j++) {
                among[i][j] = i == j ? 0 : weight[people[i]][people[j]];
            }
        }
        return PerfectMatching.of(among);
    }

    private void tryOddOnesOut(Trial trial) {
        int[] byFit = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(this::fit).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int odd : Arrays.copyOf(byFit, Math.min(n, MOST_ODD_ONES_OUT))) {
            int[] others = IntStream.range(0, n).filter(i -> i != odd).toArray();
            int[] mates = pair(others);
            for (int i = 0; i < others.length; i++) {
                if (i < mates[i]) {
                    int[] rows = rows(others, mates, trio(), i);
                    rows[odd] = trio();
                    trial.seat(rows);
                }
            }
        }
    }

    private double fit(int i) {
        return Arrays.stream(weight[i]).asDoubleStream().sum();
    }

    /**
     * The rows of pairs.
     *
     * @param trio the row that is left for a trio, or {@link Term#NOBODY}
     * @param joined who of the people is in the trio with their mate, or {@link Term#NOBODY}
     */
    private int[] rows(int[] people, int[] mates, int trio, int joined) {
        int[] rows = waiting();
        int next = 0;
        for (int i = 0; i < people.length; i++) {
            if (i < mates[i]) {
                next += next == trio && i != joined ? 1 : 0;
                int row = i == joined ? trio : next++;
                rows[people[i]] = row;
                rows[people[mates[i]]] = row;
            }
        }
        return rows;
    }

    /** The group that must be of three, or the first that can. */
    private int trio() {
        int trio = Term.NOBODY;
        for (int row = seating.groups() - 1; row >= 0; row--) {
            boolean can = seating.bounds(row).max() == 3;
            trio = can && (trio == Term.NOBODY || seating.bounds(trio).min() < 3) ? row : trio;
        }
        return trio;
    }

    private int[] waiting() {
        int[] rows = new int[n];
        Arrays.fill(rows, seating.waitingRow());
        return rows;
    }
}
