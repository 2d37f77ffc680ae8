package org.peercircle.formation;

import java.util.Arrays;

/**
 * Tries every way to seat a few people, for the best there is. A way that is broken for good, whoever else comes, beyond
 * the best so far is left at once; groups that are alike and empty are tried once.
 */
final class Exhaustive {

    /** How many people it is tried for. */
    static final int MOST_PEOPLE = 12;

    private final Seating seating;
    private final long mostTried;
    private final int[] best;
    private Score bestScore;
    private long tried;

    /**
     * Makes a trial that starts from the seats there are, as the best known.
     *
     * @param mostTried after so many seats it gives up
     */
    Exhaustive(Seating seating, long mostTried) {
        this.seating = seating;
        this.mostTried = mostTried;
        this.best = new int[seating.size()];
        this.bestScore = seating.total();
        seating.copyTo(best);
    }

    /** How many ways there are to seat them, at most. */
    static double ways(FormationProblem problem) {
        return StrictMath.pow(problem.bounds().size() + 1.0, problem.entrants().size());
    }

    /** Tries, leaves the seating at the best found, and returns whether nothing is better. */
    boolean tryAll() {
        int[] rows = new int[seating.size()];
        Arrays.fill(rows, seating.waitingRow());
        seating.seat(rows);
        place(0, 0);
        seating.seat(best);
        return tried < mostTried;
    }

    long tried() {
        return tried;
    }

    /** Places this entrant and all after it, when these units are broken for good by those before it. */
    private void place(int entrant, int brokenForGood) {
        if (tried >= mostTried) {
            return;
        }
        if (entrant == seating.size()) {
            keepIfBetter();
            return;
        }
        for (int row = 0; row < seating.groups(); row++) {
            if (seating.hasRoom(row) && isFirstOfItsKind(row)) {
                tried++;
                int before = seating.brokenForGood(row);
                seating.move(entrant, row);
                int broken = brokenForGood + seating.brokenForGood(row) - before;
                if (broken <= bestScore.broken()) {
                    place(entrant + 1, broken);
                }
                seating.move(entrant, seating.waitingRow());
            }
        }
        place(entrant + 1, brokenForGood);
    }

    private void keepIfBetter() {
        Score score = seating.total();
        double margin = 1e-12 * Math.abs(bestScore.preference());
        if (new Score(score.broken(), score.waiting(), score.preference() - margin).isBetterThan(bestScore)) {
            bestScore = score;
            seating.copyTo(best);
        }
    }

    private boolean isFirstOfItsKind(int row) {
        if (seating.count(row) > 0 || !seating.isInterchangeable()) {
            return true;
        }
        for (int earlier = 0; earlier < row; earlier++) {
            if (seating.count(earlier) == 0 && seating.bounds(earlier).equals(seating.bounds(row))) {
                return false;
            }
        }
        return true;
    }
}
