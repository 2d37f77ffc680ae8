package org.peercircle.formation;

import java.util.stream.IntStream;

/**
 * What pairs and trios break and score, each measured by sitting it down, as whole numbers that may be summed: a unit of a
 * must weighs more than all scores together.
 */
final class PairMerits {

    /** Scores count to a part in a billion of the greatest. */
    private static final long LEVELS = 1L << 30;

    private final Seating seating;
    private final int n;
    /** By two people, the greater number first. */
    private final Merit[][] pairs;
    /** By three people, the greatest number first; empty if they are not measured. */
    private final Merit[][][] trios;

    private double greatest = 1e-300;

    private record Merit(int broken, double score) {}

    private PairMerits(Seating seating) {
        this.seating = seating;
        this.n = seating.size();
        this.pairs = new Merit[n][];
        this.trios = new Merit[n][][];
    }

    /** Measures all pairs and, if asked for, all trios; nobody sits where they sat before. */
    static PairMerits of(Seating seating, boolean withTrios) {
        PairMerits merits = new PairMerits(seating);
        merits.measure(withTrios);
        return merits;
    }

    private void measure(boolean withTrios) {
        seating.seat(IntStream.range(0, n).map(this::aside).toArray());
        for (int a = 0; a < n; a++) {
            pairs[a] = new Merit[a];
            trios[a] = new Merit[withTrios ? a : 0][];
            seating.move(a, 0);
            for (int b = 0; b < a; b++) {
                seating.move(b, 0);
                pairs[a][b] = measured();
                if (withTrios) {
                    trios[a][b] = new Merit[b];
                    for (int c = 0; c < b; c++) {
                        seating.move(c, 0);
                        trios[a][b][c] = measured();
                        seating.move(c, aside(c));
                    }
                }
                seating.move(b, aside(b));
            }
            seating.move(a, aside(a));
        }
    }

    /** Where somebody sits who is not measured: among few, since a move costs what those around are. */
    private int aside(int i) {
        return seating.groups() == 1 ? seating.waitingRow() : 1 + i % (seating.groups() - 1);
    }

    private Merit measured() {
        Merit merit = new Merit(seating.brokenIn(0) - seating.outside(0, 0), seating.scoreIn(0));
        greatest = Math.max(greatest, Math.abs(merit.score()));
        return merit;
    }

    private long whole(int broken, double score) {
        return Math.round(score / greatest * LEVELS) - broken * 2 * mostOfAllScores();
    }

    private long mostOfAllScores() {
        return LEVELS * n;
    }

    /** Whether a must is broken wherever what all pairs and the trio are worth sums to this, or less. */
    boolean breaks(long sum) {
        return sum < -mostOfAllScores();
    }

    private long whole(Merit merit) {
        return whole(merit.broken(), merit.score());
    }

    /** By two people, what they are worth as a pair; symmetric. */
    long[][] pairs() {
        long[][] worth = new long[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                worth[a][b] = whole(pairs[a][b]);
                worth[b][a] = worth[a][b];
            }
        }
        return worth;
    }

    /** As {@link #pairs}, with one more: whoever is paired with that one waits. */
    long[][] pairsOrWaiting() {
        long[] waiting = new long[n];
        for (int i = 0; i < n; i++) {
            int[] allButOne =
                    IntStream.range(0, n).map(j -> j / 2 % seating.groups()).toArray();
            allButOne[i] = seating.waitingRow();
            seating.seat(allButOne);
            waiting[i] = whole(seating.brokenIn(seating.waitingRow()), 0);
        }
        return PerfectMatching.withOneMore(pairs(), waiting);
    }

    /** What three are worth as a trio, the greatest number first; what their pairs are, if trios are not measured. */
    long trio(int a, int b, int c) {
        return trios[a].length > 0
                ? whole(trios[a][b][c])
                : whole(pairs[a][b]) + whole(pairs[a][c]) + whole(pairs[b][c]);
    }
}
