package org.peercircle.formation;

import java.util.List;

/**
 * One search from one seed: a greedy start, a quick pass that tells which temperatures matter, simulated annealing
 * through these, and a descent at the end. Broken musts and waiting people weigh more and more, so that the way to
 * groups that keep all may lead through some that do not; the best is kept by the exact order of {@link Score}.
 *
 * <p>A step takes one person and looks through the swaps with everybody else in one pass (see {@link TabledPairs}), then
 * through moves to other groups. That prices some hundred million swaps a second, which is what makes plain annealing
 * better than cleverer searches with slower steps.
 */
final class Search {

    /** The quick pass takes this share of the effort, the descent what is left after {@link #DESCENT}. */
    private static final double QUICK_PASS = .08;

    /** Where there are musts, a search begins again late if one is broken still, and else is warmed up once more. */
    private static final double SECOND_CHANCE = .85;

    private static final double MILD = .6;
    private static final double DESCENT = .98;

    /** With less effort than this the quick pass could tell nothing. */
    private static final long WORTH_A_QUICK_PASS = 60_000;

    private static final double FIRST_WEIGHT = .7;
    private static final double LAST_WEIGHT = 20_000;
    private static final int SAMPLES = 400;
    private static final int GROUPS_LOOKED_AT = 32;
    private static final int SWAPS_LOOKED_AT = 32;
    /** Up to this many people the descent looks at every swap, also where no table of pairs is kept. */
    private static final int FEW = 1_000;

    private static final long CHECK_EVERY = 4096;
    private static final int CHECKS_AT_LEAST = 64;
    private static final int RESIZE_EVERY = 4;
    private static final int REPORTS = 25;
    private static final Note UNNOTED = (done, merit) -> {};

    private final Seating seating;
    private final Chance chance;
    private final Thresholds thresholds;
    private final Tether tether;
    private final Pace pace;
    private final Listener listener;
    private final Best best;
    private final Resizing resizing;
    private final double typical;
    private double temperature;
    private long moves;
    private long checkEvery = CHECK_EVERY;
    private int steps;
    private int reports;

    /** Makes a search that sets out from the seats there are. */
    Search(Seating seating, Chance chance, Tether tether, Pace pace, Listener listener) {
        this.seating = seating;
        this.chance = chance;
        this.thresholds = new Thresholds(chance);
        this.tether = tether;
        this.pace = pace;
        this.listener = listener;
        this.best = new Best(seating);
        this.resizing = new Resizing(seating, chance, best, thresholds);
        this.typical = typicalChange();
    }

    /** Told of progress now and then. */
    interface Listener {
        void onProgress(long moves, Score best);
    }

    /** Returns a search for groups from nothing. */
    static Search of(FormationProblem problem, List<Entrant> entrants, long seed, Pace pace, Listener listener) {
        return new Search(
                greedy(problem, entrants, seed), new Chance(seed), Tether.none(entrants.size()), pace, listener);
    }

    /** Returns a first seating, made in one pass. */
    static Seating greedy(FormationProblem problem, List<Entrant> entrants, long seed) {
        Seating seating = new Seating(problem, entrants);
        seating.weigh(1e9, 1e6);
        new Greedy(seating, new Chance(seed)).seat();
        return seating;
    }

    void run(long budget) {
        checkEvery = Math.max(1, Math.min(CHECK_EVERY, budget / CHECKS_AT_LEAST));
        if (seating.size() >= 2 && pace.done(0) < 1) {
            listener.onProgress(0, best.score());
            Cooling cooling = new Cooling(typical);
            double from = 0;
            if (budget >= WORTH_A_QUICK_PASS) {
                anneal(0, QUICK_PASS, cooling::probe, done -> done, cooling::note);
                cooling.settle();
                from = QUICK_PASS;
            }
            double cold = seating.hasMusts() ? SECOND_CHANCE : DESCENT;
            anneal(from, cold, cooling::at, done -> done, UNNOTED);
            best.restore();
            if (cold < DESCENT) {
                double again = best.score().broken() > 0 ? 0 : MILD;
                anneal(cold, DESCENT, cooling::at, done -> again + (1 - again) * done, UNNOTED);
                best.restore();
            }
            descend();
        }
        best.restore();
    }

    long moves() {
        return moves;
    }

    boolean wasStopped() {
        return pace.wasCutShort();
    }

    Score score() {
        return best.score();
    }

    Seating seating() {
        return seating;
    }

    private interface Note {
        void take(double done, double merit);
    }

    private interface Schedule {
        double at(double done);
    }

    /**
     * Anneals while between these shares of the effort, noting how the merit wavers.
     *
     * @param stage which part of the way from hot to cold is gone through meanwhile
     */
    private void anneal(double from, double to, Schedule temperatures, Schedule stage, Note note) {
        long checked = moves - checkEvery;
        double done = 0;
        while (true) {
            if (moves - checked >= checkEvery) {
                checked = moves;
                double all = pace.done(moves);
                if (all >= to) {
                    return;
                }
                done = Math.max(0, (all - from) / (to - from));
                adapt(temperatures.at(stage.at(done)), stage.at(done));
                report(all);
            }
            step();
            note.take(done, seating.merit());
        }
    }

    /**
     * Cools down, and makes a broken must weigh more, in temperatures: at first it costs no more than a typical change; in
     * the end neither it nor somebody who waits is worth any change of preference.
     */
    private void adapt(double to, double done) {
        temperature = to;
        double ofBroken = temperature * FIRST_WEIGHT * StrictMath.pow(LAST_WEIGHT / FIRST_WEIGHT, done);
        seating.weigh(ofBroken, ofBroken * .4);
    }

    private void report(double done) {
        if (done * REPORTS >= reports + 1) {
            reports++;
            listener.onProgress(moves, best.score());
        }
    }

    /** Makes every change that makes it better, until there is none; looks at everybody once whatever the effort. */
    private void descend() {
        temperature = 0;
        seating.weigh(1e6 * typical, 1e3 * typical);
        int still = 0;
        long looked = 0;
        while (still < seating.size() && (pace.done(moves) < 1 || (looked < seating.size() && !pace.wasCutShort()))) {
            int one = (int) (looked++ % seating.size());
            still = lookAround(one) ? 0 : still + 1;
        }
    }

    private void step() {
        lookAround(chance.below(seating.size()));
        if (resizing.isPossible() && !tether.holdsAnybody() && ++steps % RESIZE_EVERY == 0) {
            resizing.tryOne(temperature);
        }
    }

    /** Looks through changes of one entrant's seat, and makes those that pass; returns whether one did. */
    private boolean lookAround(int one) {
        boolean few = temperature == 0 && seating.size() <= FEW;
        boolean swapped = few || seating.screensSwaps() ? swapAmongAll(one) : swapAmongSome(one);
        return moveAround(one) || swapped;
    }

    private boolean swapAmongAll(int one) {
        int n = seating.size();
        moves += n;
        int offset = Thresholds.offset(chance, n);
        boolean any = false;
        int other = seating.nextSwap(one, 0, thresholds, offset, temperature);
        while (other < n) {
            any |= trySwap(one, other, thresholds.at(offset + other));
            other = seating.nextSwap(one, other + 1, thresholds, offset, temperature);
        }
        return any;
    }

    private boolean swapAmongSome(int one) {
        boolean any = false;
        for (int look = 0; look < SWAPS_LOOKED_AT; look++) {
            int other = chance.below(seating.size());
            moves++;
            any |= seating.rowOf(other) != seating.rowOf(one) && trySwap(one, other, thresholds.next(chance));
        }
        return any;
    }

    private boolean trySwap(int one, int other, double threshold) {
        if (!passes(seating.priceSwap(one, other), threshold) || !tether.allowsSwap(seating, one, other)) {
            return false;
        }
        seating.swap(one, other);
        best.note(one);
        best.note(other);
        best.keepIfBetter();
        return true;
    }

    /** Moves to other groups, and to those who wait where a must might gain by it. */
    private boolean moveAround(int one) {
        int rows = seating.groups() + (seating.hasMusts() ? 1 : 0);
        int looks = temperature == 0 ? rows : Math.min(rows, GROUPS_LOOKED_AT);
        int first = chance.below(rows);
        boolean any = false;
        for (int look = 0; look < looks; look++) {
            int row = (first + look) % rows;
            if (row != seating.rowOf(one) && seating.hasRoom(row) && mayLeave(one)) {
                moves++;
                any |= tryMove(one, row);
            }
        }
        return any;
    }

    /** Without musts nothing is gained by a group too small but sums over the pairs of others. */
    private boolean mayLeave(int one) {
        return seating.hasMusts() || seating.canSpare(seating.rowOf(one));
    }

    private boolean tryMove(int one, int row) {
        if (!passes(seating.priceMove(one, row), thresholds.next(chance)) || !tether.allowsMove(seating, one, row)) {
            return false;
        }
        seating.move(one, row);
        best.note(one);
        best.keepIfBetter();
        return true;
    }

    /** Rounding makes a change that comes to nothing look like a gain in its last bits. */
    private boolean passes(double gain, double threshold) {
        return gain > 1e-12 * typical - temperature * threshold;
    }

    /** Returns what random swaps change on average; 1 where they change nothing. */
    private double typicalChange() {
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < SAMPLES && seating.size() > 1; i++) {
            int one = chance.below(seating.size());
            int other = chance.below(seating.size());
            if (seating.rowOf(one) != seating.rowOf(other)) {
                seating.priceSwap(one, other);
                double change = Math.abs(seating.priced().preference() - seating.score());
                sum += change;
                seen += change > 0 ? 1 : 0;
            }
        }
        return seen == 0 ? 1 : sum / seen;
    }
}
