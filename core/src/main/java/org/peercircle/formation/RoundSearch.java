package org.peercircle.formation;

import java.util.ArrayList;
import java.util.List;

/**
 * A tabu search over the groups of several rounds at once: in a round where somebody meets again, the best swap of
 * somebody who does is made, even if it is worse, and not taken back for a while (Dotú and Van Hentenryck 2005). Once
 * nobody meets twice, seats are swapped for what they gain by the other rules as long as nobody does.
 */
final class RoundSearch {

    private static final int SHORTEST_TABU = 4;
    private static final int TABU_SPREAD = 12;
    /** After so many steps without anything better, some people are swapped at random. */
    private static final int PATIENCE = 4_000;

    private static final int CHECK_EVERY = 16;

    private final Seating[] rounds;
    private final Chance chance;
    private final Pace pace;
    private final int n;
    private final int[][] met;
    private final long[][][] tabuUntil;
    private final int[][] best;
    private Worth bestSoFar;
    private int repeats;
    private long step;
    private long moves;

    /** What rounds come to: first broken musts and repeats, then the score. */
    private record Worth(int broken, double score) {
        boolean isBeatenBy(int otherBroken, double otherScore) {
            return otherBroken < broken || (otherBroken == broken && otherScore > score + 1e-9);
        }
    }

    RoundSearch(FormationProblem problem, List<Entrant> entrants, int rounds, Chance chance, Pace pace) {
        this.n = entrants.size();
        this.chance = chance;
        this.pace = pace;
        this.met = new int[n][n];
        this.rounds = new Seating[rounds];
        this.tabuUntil = new long[rounds][n][n];
        this.best = new int[rounds][n];
        for (int r = 0; r < rounds; r++) {
            this.rounds[r] = Search.greedy(problem, entrants, chance.nextLong());
            countPairs(this.rounds[r], 1);
        }
        this.bestSoFar = new Worth(Integer.MAX_VALUE, 0);
        keepIfBetter();
    }

    /** Searches until everything is kept and nothing more is gained, or the effort is spent. */
    void run() {
        long lastBetter = 0;
        while (step % CHECK_EVERY != 0 || pace.done(moves) < 1) {
            step++;
            boolean moved = repeats + broken() > 0 ? mend() : improve();
            if (!moved && repeats + broken() == 0) {
                break;
            }
            if (keepIfBetter()) {
                lastBetter = step;
            } else if (step - lastBetter > PATIENCE) {
                shake();
                lastBetter = step;
            }
        }
        for (int r = 0; r < rounds.length; r++) {
            rounds[r].seat(best[r]);
        }
    }

    Seating[] rounds() {
        return rounds;
    }

    long moves() {
        return moves;
    }

    private void countPairs(Seating round, int sign) {
        for (int row = 0; row < round.groups(); row++) {
            int[] members = round.members(row);
            for (int k = 0; k < round.count(row); k++) {
                for (int l = 0; l < k; l++) {
                    count(members[k], members[l], sign);
                }
            }
        }
    }

    /** Counts one meeting of a pair more or less, and how many of them are repeats. */
    private void count(int one, int other, int sign) {
        int before = met[one][other];
        met[one][other] += sign;
        met[other][one] += sign;
        repeats += sign > 0 ? (before > 0 ? 1 : 0) : (before > 1 ? -1 : 0);
    }

    private int broken() {
        int broken = 0;
        for (Seating round : rounds) {
            broken += round.broken();
        }
        return broken;
    }

    private double score() {
        double score = 0;
        for (Seating round : rounds) {
            score += round.score();
        }
        return score;
    }

    /** Makes the best swap of somebody in a repeat, or of anybody where a must is broken. */
    private boolean mend() {
        int r = chance.below(rounds.length);
        for (int look = 0; look < rounds.length && isClean(r); look++) {
            r = (r + 1) % rounds.length;
        }
        Seating round = rounds[r];
        int bestOne = Term.NOBODY;
        int bestOther = Term.NOBODY;
        double most = Double.NEGATIVE_INFINITY;
        int ties = 0;
        for (int one = 0; one < n; one++) {
            if (round.rowOf(one) == round.waitingRow() || !(round.broken() > 0 || repeatsIn(round, one))) {
                continue;
            }
            for (int other = 0; other < n; other++) {
                if (round.rowOf(other) != round.rowOf(one) && round.rowOf(other) != round.waitingRow()) {
                    moves++;
                    int more = repeatsAfter(round, one, other);
                    double gain = -more + (round.hasMusts() ? -brokenAfter(round, one, other) : 0);
                    boolean tabu = tabuUntil[r][Math.min(one, other)][Math.max(one, other)] > step
                            && repeats + broken() - gain >= bestSoFar.broken();
                    if (!tabu && gain > most) {
                        most = gain;
                        ties = 0;
                    }
                    if (!tabu && gain == most && chance.below(++ties) == 0) {
                        bestOne = one;
                        bestOther = other;
                    }
                }
            }
        }
        if (bestOne == Term.NOBODY) {
            return false;
        }
        tabuUntil[r][Math.min(bestOne, bestOther)][Math.max(bestOne, bestOther)] =
                step + SHORTEST_TABU + chance.below(TABU_SPREAD + repeats);
        swap(round, bestOne, bestOther);
        return true;
    }

    private static int brokenAfter(Seating round, int one, int other) {
        round.priceSwap(one, other);
        return round.priced().broken() - round.broken();
    }

    private boolean isClean(int r) {
        Seating round = rounds[r];
        if (round.broken() > 0) {
            return false;
        }
        for (int one = 0; one < n; one++) {
            if (round.rowOf(one) != round.waitingRow() && repeatsIn(round, one)) {
                return false;
            }
        }
        return true;
    }

    private boolean repeatsIn(Seating round, int one) {
        int row = round.rowOf(one);
        int[] members = round.members(row);
        for (int k = 0, count = round.count(row); k < count; k++) {
            if (met[one][members[k]] > 1) {
                return true;
            }
        }
        return false;
    }

    /** How many more repeats a swap would make. */
    private int repeatsAfter(Seating round, int one, int other) {
        return moving(round, one, round.rowOf(one), round.rowOf(other), other)
                + moving(round, other, round.rowOf(other), round.rowOf(one), one);
    }

    private int moving(Seating round, int who, int from, int to, int but) {
        int change = 0;
        int[] left = round.members(from);
        for (int k = 0, count = from == round.waitingRow() ? 0 : round.count(from); k < count; k++) {
            change -= left[k] != who && met[who][left[k]] > 1 ? 1 : 0;
        }
        int[] joined = round.members(to);
        for (int k = 0, count = to == round.waitingRow() ? 0 : round.count(to); k < count; k++) {
            change += joined[k] != but && met[who][joined[k]] > 0 ? 1 : 0;
        }
        return change;
    }

    private void swap(Seating round, int one, int other) {
        countWith(round, one, -1);
        countWith(round, other, -1);
        round.swap(one, other);
        countWith(round, one, 1);
        countWith(round, other, 1);
    }

    private void countWith(Seating round, int one, int sign) {
        int row = round.rowOf(one);
        int[] members = round.members(row);
        for (int k = 0, count = row == round.waitingRow() ? 0 : round.count(row); k < count; k++) {
            if (members[k] != one) {
                count(one, members[k], sign);
            }
        }
    }

    /** Makes the first swap that gains by the other rules and makes nobody meet again. */
    private boolean improve() {
        List<Integer> order = new ArrayList<>();
        for (int r = 0; r < rounds.length; r++) {
            order.add(chance.below(order.size() + 1), r);
        }
        for (int r : order) {
            Seating round = rounds[r];
            round.weigh(1e9, 1e6);
            for (int one = 0; one < n; one++) {
                for (int other = 0; other < one; other++) {
                    if (round.rowOf(one) != round.rowOf(other)) {
                        moves++;
                        if (round.priceSwap(one, other) > 1e-9 && repeatsAfter(round, one, other) <= 0) {
                            swap(round, one, other);
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private void shake() {
        for (int i = 0; i < n / 2; i++) {
            Seating round = rounds[chance.below(rounds.length)];
            int one = chance.below(n);
            int other = chance.below(n);
            if (round.rowOf(one) != round.rowOf(other)) {
                swap(round, one, other);
            }
        }
    }

    private boolean keepIfBetter() {
        int broken = repeats + broken();
        double score = score();
        if (!bestSoFar.isBeatenBy(broken, score)) {
            return false;
        }
        bestSoFar = new Worth(broken, score);
        for (int r = 0; r < rounds.length; r++) {
            rounds[r].copyTo(best[r]);
        }
        return true;
    }
}
