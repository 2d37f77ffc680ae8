package org.peercircle.formation;

import java.util.Arrays;

/**
 * Pairs people by an exact matching, not by search: fewest units of musts broken, then the highest score, both over all
 * ways to pair them. An odd one out makes a trio, or waits where any trio breaks more.
 */
final class Dyads {

    /** Above this many people the cube of their number is too much. */
    private static final int MOST_PEOPLE = 1_000;

    /** Trios are tried until so many triples of people have been looked at, however many trios that is. */
    private static final long MOST_WORK = 1_500_000_000L;

    private final Seating seating;
    private final int n;
    private final Runnable goOn;
    private final PairMerits merits;

    /**
     * Measures all pairs.
     *
     * @param goOn run again and again, here and when people are seated; what it throws ends that
     */
    Dyads(Seating seating, Runnable goOn) {
        this.seating = seating;
        this.n = seating.size();
        this.goOn = goOn;
        this.merits = new PairMerits(seating, goOn);
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

    /**
     * Seats everybody, but for one who waits if that alone keeps the musts; returns whether it is proved that however people
     * sit, a must is broken.
     */
    boolean seat() {
        return n % 2 == 0 ? seatPairs() : seatOddNumber();
    }

    private boolean seatPairs() {
        seating.seat(rows(PerfectMatching.of(merits.pairs(), goOn).mates()));
        return seating.broken() > 0;
    }

    private boolean seatOddNumber() {
        BestTrio trio =
                BestTrio.of(merits.pairs(), merits::trio, (int) Math.max(1, MOST_WORK / ((long) n * n * n)), goOn);
        seating.seat(rows(trio.mates(), trio.members()));
        if (seating.broken() == 0) {
            return false;
        }
        seating.seat(rows(PerfectMatching.of(merits.pairsOrWaiting(), goOn).mates()));
        return seating.broken() > 0 && merits.measuresTrios() && merits.breaks(trio.most());
    }

    /**
     * The rows of pairs and of a trio; whoever is in neither waits.
     *
     * @param mates by person, whom they are paired with, or somebody who is not among the people
     * @param trio three, or nobody
     */
    private int[] rows(int[] mates, int... trio) {
        int[] rows = new int[n];
        Arrays.fill(rows, seating.waitingRow());
        int rowOfTrio = trio.length == 0 ? Term.NOBODY : rowOfTrio();
        for (int member : trio) {
            rows[member] = rowOfTrio;
        }
        int next = 0;
        for (int i = 0; i < n; i++) {
            if (i < mates[i] && mates[i] < n) {
                next += next == rowOfTrio ? 1 : 0;
                rows[i] = next;
                rows[mates[i]] = next;
                next++;
            }
        }
        return rows;
    }

    /** The group that must be of three, or the first that can. */
    private int rowOfTrio() {
        int trio = Term.NOBODY;
        for (int row = seating.groups() - 1; row >= 0; row--) {
            boolean can = seating.bounds(row).max() == 3;
            trio = can && (trio == Term.NOBODY || seating.bounds(trio).min() < 3) ? row : trio;
        }
        return trio;
    }
}
