package org.peercircle.formation;

import com.google.common.collect.Comparators;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A trio, and pairs of all others, whose weights sum to the most there is. For each trio the others can be paired
 * exactly; that takes cubic time, so one matching says beforehand what each trio can come to at most.
 *
 * <p>That matching has a stand-in beside the people, whom it costs nothing to be paired with: whoever is, joins a pair. A
 * trio is then one of its members paired with the stand-in and the other two with each other, in each of three ways; by
 * the duals, what such pairs lack of being tight is missing from the sum (see {@link PerfectMatching#slacks}). Trios are
 * tried by what they can come to, until none that is left can be better.
 */
final class BestTrio {

    /** What a trio weighs, the greatest number first. */
    @FunctionalInterface
    interface Weights {
        long of(int a, int b, int c);
    }

    /** A trio, and twice what it and the pairs of all others can sum to at most. */
    private record Candidate(int a, int b, int c, long most) {

        private int[] others(int people) {
            return IntStream.range(0, people)
                    .filter(i -> i != a && i != b && i != c)
                    .toArray();
        }
    }

    private final long[][] weight;
    private final Weights trios;
    private final Runnable goOn;
    private final int n;
    private long best = Long.MIN_VALUE / 2;

    private int[] members = {};
    private int[] mates = {};
    private long most;

    private BestTrio(long[][] weight, Weights trios, Runnable goOn) {
        this.weight = weight;
        this.trios = trios;
        this.goOn = goOn;
        this.n = weight.length;
    }

    /**
     * Finds the best trio.
     *
     * @param weight of pairs: symmetric, of an odd number of people, three and up
     * @param trios of trios, asked for each once and again for those that are tried
     * @param mostTried how many trios are tried at most, 1 and up
     * @param goOn run again and again; what it throws ends that
     */
    static BestTrio of(long[][] weight, Weights trios, int mostTried, Runnable goOn) {
        BestTrio best = new BestTrio(weight, trios, goOn);
        best.find(mostTried);
        return best;
    }

    /** The three. */
    int[] members() {
        return members.clone();
    }

    /** By person, whom they are paired with; of the trio's members -1. */
    int[] mates() {
        return mates.clone();
    }

    /** What the three and the pairs sum to. */
    long sum() {
        return best;
    }

    /** More than this no trio and pairs sum to; {@link #sum} where it is proved that nothing is better. */
    long most() {
        return most;
    }

    private void find(int mostTried) {
        int all = n * (n - 1) / 2 * (n - 2) / 3;
        int tried = Math.min(mostTried, all);
        // One more than is tried tells what any of the rest can come to.
        List<Candidate> promising = candidates()
                .collect(Comparators.greatest(
                        Math.min(tried + 1, all),
                        Comparator.comparingLong(Candidate::most)
                                .thenComparing(Candidate::a)
                                .thenComparing(Candidate::b)
                                .thenComparing(Candidate::c)));
        int next = 0;
        while (next < tried && promising.get(next).most() > 2 * best) {
            attempt(promising.get(next));
            next++;
        }
        most = next == all
                ? best
                : Math.max(best, Math.floorDiv(promising.get(next).most(), 2));
    }

    private Stream<Candidate> candidates() {
        PerfectMatching matching = PerfectMatching.of(PerfectMatching.withOneMore(weight, new long[n]), goOn);
        long[][] slack = matching.slacks();
        long twice = 2 * matching.sum();
        return IntStream.range(0, n)
                .peek(a -> goOn.run())
                .boxed()
                .flatMap(a -> IntStream.range(0, a)
                        .boxed()
                        .flatMap(b -> IntStream.range(0, b).mapToObj(c -> {
                            long without = Math.min(
                                    without(a, b, c, slack),
                                    Math.min(without(b, c, a, slack), without(c, a, b, slack)));
                            return new Candidate(a, b, c, twice + without + 2 * trios.of(a, b, c));
                        })));
    }

    /** Twice what the pairs of all others can come to at most, beside the sum of the matching. */
    private long without(int one, int other, int joined, long[][] slack) {
        return -slack[n][joined] - slack[one][other] - 2 * weight[one][other];
    }

    private void attempt(Candidate trio) {
        int[] others = trio.others(n);
        PerfectMatching matching = PerfectMatching.of(among(others), goOn);
        long sum = trios.of(trio.a(), trio.b(), trio.c()) + matching.sum();
        if (sum > best) {
            best = sum;
            int[] paired = matching.mates();
            members = new int[] {trio.a(), trio.b(), trio.c()};
            mates = new int[n];
            Arrays.fill(mates, Term.NOBODY);
            for (int i = 0; i < others.length; i++) {
                mates[others[i]] = others[paired[i]];
            }
        }
    }

    private long[][] among(int[] people) {
        long[][] among = new long[people.length][people.length];
        for (int i = 0; i < people.length; i++) {
            for (int j = 0; j < people.length; j++) {
                among[i][j] = weight[people[i]][people[j]];
            }
        }
        return among;
    }
}
