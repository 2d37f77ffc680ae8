package org.peercircle.formation;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One search from one seed: a greedy start, then simulated annealing over swaps and moves. Broken musts and waiting
 * people weigh far more than a typical change of preference, so that there is a slope to climb out of them; the best is
 * kept by the exact order of {@link Score}.
 */
final class Search {

    private static final int SAMPLES = 200;
    private static final int GROUPS_LOOKED_AT = 64;
    private static final int CHECK_EVERY = 1024;
    private static final double COLDEST = 1 / 300.0;
    /** One step in so many moves one person where sizes may vary, and where they hardly may. */
    private static final int MOVE_EVERY = 2;

    private static final int MOVE_SELDOM = 16;

    private final Seating seating;
    private final Chance chance;
    private final double hottest;
    private final int moveEvery;
    private final int[] best;
    private Score bestScore;
    private double brokenWeight;
    private double waitingWeight;
    private double temperature;
    private long moves;
    private boolean stopped;

    /**
     * Makes a search.
     *
     * @param hottest the temperature at the start, in typical changes of the score
     */
    Search(FormationProblem problem, List<Entrant> entrants, long seed, double hottest) {
        this.seating = new Seating(problem, entrants);
        this.chance = new Chance(seed);
        this.hottest = hottest;
        this.moveEvery = problem.bounds().stream().anyMatch(b -> b.min() < b.max()) ? MOVE_EVERY : MOVE_SELDOM;
        this.best = new int[entrants.size()];
        seatGreedily();
        this.bestScore = now();
        seating.copyTo(best);
    }

    /** Told of progress now and then. */
    interface Listener {
        void onProgress(long moves, Score best);
    }

    void run(long budget, BooleanSupplier stop, Listener listener) {
        if (seating.size() < 2 || budget == 0) {
            return;
        }
        double typical = typicalChange();
        long adaptEvery = Math.max(1, Math.min(CHECK_EVERY, budget / 64));
        long reportEvery = Math.max(CHECK_EVERY, budget / 25);
        for (moves = 0; moves < budget; moves++) {
            if (moves % adaptEvery == 0) {
                adapt(typical, (double) moves / budget);
                if (stop.getAsBoolean()) {
                    stopped = true;
                    break;
                }
            }
            if (moves % reportEvery == 0) {
                listener.onProgress(moves, bestScore);
            }
            step();
        }
        seating.seat(best);
    }

    long moves() {
        return moves;
    }

    boolean wasStopped() {
        return stopped;
    }

    Score score() {
        return bestScore;
    }

    Seating seating() {
        return seating;
    }

    private Score now() {
        return new Score(seating.broken(), seating.waiting(), seating.score());
    }

    /** Seats each where it breaks least, then where it scores most, filling groups to their minimum first. */
    private void seatGreedily() {
        int[] order = shuffled(seating.size());
        for (int entrant : order) {
            seatGreedily(entrant, true);
        }
        for (int entrant : order) {
            if (seating.groupOf(entrant) == seating.waitingRow()) {
                seatGreedily(entrant, false);
            }
        }
    }

    private void seatGreedily(int entrant, boolean upToMinimum) {
        int first = chance.below(seating.groups());
        int bestRow = -1;
        int leastBroken = Integer.MAX_VALUE;
        double mostScore = Double.NEGATIVE_INFINITY;
        int looks = 0;
        for (int i = 0; i < seating.groups() && looks < GROUPS_LOOKED_AT; i++) {
            int row = (first + i) % seating.groups();
            boolean open = seating.hasRoom(row) && !(upToMinimum && seating.canSpare(row));
            if (open) {
                looks++;
                seating.move(entrant, row);
                if (seating.broken() < leastBroken
                        || (seating.broken() == leastBroken && seating.score() > mostScore)) {
                    bestRow = row;
                    leastBroken = seating.broken();
                    mostScore = seating.score();
                }
                seating.move(entrant, seating.waitingRow());
            }
        }
        if (bestRow >= 0) {
            seating.move(entrant, bestRow);
        }
    }

    private int[] shuffled(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = chance.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Returns what random swaps change on average; 1 where they change nothing. */
    private double typicalChange() {
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int one = chance.below(seating.size());
            int other = chance.below(seating.size());
            if (seating.groupOf(one) != seating.groupOf(other)) {
                double before = seating.score();
                seating.swap(one, other);
                double change = Math.abs(seating.score() - before);
                seating.swap(one, other);
                sum += change;
                seen += change > 0 ? 1 : 0;
            }
        }
        return seen == 0 ? 1 : sum / seen;
    }

    /**
     * Cools down, and makes a broken must weigh more: at first it costs no more than a typical change, so that the way to
     * a grouping that keeps all may lead through one that does not; in the end it outweighs twenty people waiting, and one person waiting outweighs any change of preference.
     */
    private void adapt(double typical, double done) {
        temperature = typical * hottest * Math.pow(COLDEST / hottest, done);
        brokenWeight = typical * Math.pow(300, done);
        waitingWeight = typical * .5 * Math.pow(30, done);
    }

    private void step() {
        int one = chance.below(seating.size());
        if (chance.below(moveEvery) == 0 && tryMove(one)) {
            return;
        }
        int other = chance.below(seating.size());
        if (seating.groupOf(one) == seating.groupOf(other)) {
            return;
        }
        double before = energy();
        seating.swap(one, other);
        if (refuses(before)) {
            seating.swap(one, other);
        } else {
            keepIfBest();
        }
    }

    private boolean tryMove(int one) {
        int from = seating.groupOf(one);
        int to = chance.below(seating.groups() + 1);
        if (to == from || !seating.hasRoom(to)) {
            return false;
        }
        double before = energy();
        seating.move(one, to);
        if (refuses(before)) {
            seating.move(one, from);
        } else {
            keepIfBest();
        }
        return true;
    }

    private double energy() {
        return brokenWeight * seating.broken() + waitingWeight * seating.waiting() - seating.score();
    }

    private boolean refuses(double before) {
        double worse = energy() - before;
        return worse > 0 && chance.share() >= Math.exp(-worse / temperature);
    }

    /** Rounding makes a score that comes back differ in its last bits; that is not better. */
    private void keepIfBest() {
        int broken = seating.broken();
        int waiting = seating.waiting();
        double margin = 1e-12 * Math.abs(bestScore.preference());
        boolean better = broken != bestScore.broken()
                ? broken < bestScore.broken()
                : waiting != bestScore.waiting()
                        ? waiting < bestScore.waiting()
                        : seating.score() > bestScore.preference() + margin;
        if (better) {
            bestScore = now();
            seating.copyTo(best);
        }
    }
}
