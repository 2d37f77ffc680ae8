package org.peercircle.formation;

import java.util.stream.IntStream;

/**
 * What pairs and trios break and score, each measured by sitting it down, as whole numbers that may be summed: a unit of a
 * must weighs more than all scores together.
 */
final class PairMerits {

    /** Every trio is sat down and measured among no more people than this. */
    private static final int MOST_FOR_ALL_TRIOS = 201;

    /** Scores count to a part in a billion of the greatest. */
    private static final long LEVELS = 1L << 30;

    private final Seating seating;
    private final Runnable goOn;
    private final int n;
    private final boolean measuresTrios;
    private final long[][] pairs;
    /** By three people, the greatest number first, if they are measured. */
    private final Merit[][][] trios;

    private double greatest = 1e-300;

    private record Merit(int broken, double score) {}

    /**
     * Measures all pairs and, of an odd number of people that is not too large, all trios. Nobody sits where they sat.
     *
     * @param goOn run again and again; what it throws ends that
     */
    PairMerits(Seating seating, Runnable goOn) {
        this.seating = seating;
        this.goOn = goOn;
        this.n = seating.size();
        this.measuresTrios = n % 2 == 1 && n <= MOST_FOR_ALL_TRIOS;
        this.pairs = new long[n][n];
        this.trios = new Merit[n][n][];
        weigh(measured());
    }

    /** Returns what pairs break and score, by two people, the greater number first; keeps what trios do. */
    private Merit[][] measured() {
        Merit[][] ofPairs = new Merit[n][n];
        seating.seat(IntStream.range(0, n).map(this::aside).toArray());
        for (int a = 0; a < n; a++) {
            goOn.run();
            seating.move(a, 0);
            for (int b = 0; b < a; b++) {
                seating.move(b, 0);
                ofPairs[a][b] = merit();
                if (measuresTrios) {
                    trios[a][b] = new Merit[b];
                    for (int c = 0; c < b; c++) {
                        seating.move(c, 0);
                        trios[a][b][c] = merit();
                        seating.move(c, aside(c));
                    }
                }
                seating.move(b, aside(b));
            }
            seating.move(a, aside(a));
        }
        return ofPairs;
    }

    /** Where somebody sits who is not measured: among few, since a move costs what those around are. */
    private int aside(int i) {
        return seating.groups() == 1 ? seating.waitingRow() : 1 + i % (seating.groups() - 1);
    }

    private Merit merit() {
        Merit merit = new Merit(seating.brokenIn(0) - seating.outside(0, 0), seating.scoreIn(0));
        greatest = Math.max(greatest, Math.abs(merit.score()));
        return merit;
    }

    private void weigh(Merit[][] ofPairs) {
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                pairs[a][b] = whole(ofPairs[a][b]);
                pairs[b][a] = pairs[a][b];
            }
        }
    }

    private long whole(Merit merit) {
        return Math.round(merit.score() / greatest * LEVELS) - merit.broken() * 2 * mostOfAllScores();
    }

    private long mostOfAllScores() {
        return LEVELS * n;
    }

    /** Whether a must is broken wherever what all pairs and the trio are worth sums to this, or less. */
    boolean breaks(long sum) {
        return sum < -mostOfAllScores();
    }

    /** By two people, what they are worth as a pair; symmetric. */
    long[][] pairs() {
        return pairs;
    }

    /** Whether what a trio is worth was measured, and not taken from its pairs. */
    boolean measuresTrios() {
        return measuresTrios;
    }

    /** As {@link #pairs}, with one more: whoever is paired with that one waits. */
    long[][] pairsOrWaiting() {
        long[] waiting = new long[n];
        for (int i = 0; i < n; i++) {
            goOn.run();
            int[] allButOne =
                    IntStream.range(0, n).map(j -> j / 2 % seating.groups()).toArray();
            allButOne[i] = seating.waitingRow();
            seating.seat(allButOne);
            waiting[i] = whole(new Merit(seating.brokenIn(seating.waitingRow()), 0));
        }
        return PerfectMatching.withOneMore(pairs, waiting);
    }

    /** What three are worth as a trio, the greatest number first; what their pairs are, if trios are not measured. */
    long trio(int a, int b, int c) {
        return measuresTrios ? whole(trios[a][b][c]) : pairs[a][b] + pairs[a][c] + pairs[b][c];
    }
}
