package org.peercircle.formation;

import java.util.Arrays;

/**
 * Changes of the sizes of groups where these may vary: one or two people move at once, and where it does not matter which
 * group is which, rows exchange their bounds if that makes room. Without it, sizes freeze long before seats do, and sums
 * over pairs end far from the best.
 */
final class Resizing {

    /** Matching bounds to rows costs the square of their number. */
    private static final int MOST_GROUPS = 64;

    private final Seating seating;
    private final Chance chance;
    private final Best best;
    private final Thresholds thresholds;
    private final boolean possible;
    private final int[] counts;
    private final int[] match;

    Resizing(Seating seating, Chance chance, Best best, Thresholds thresholds) {
        this.seating = seating;
        this.chance = chance;
        this.best = best;
        this.thresholds = thresholds;
        boolean vary = false;
        for (int row = 0; row < seating.groups(); row++) {
            vary |= seating.bounds(row).min() < seating.bounds(row).max();
        }
        this.possible = vary && seating.groups() > 1 && seating.groups() <= MOST_GROUPS;
        this.counts = new int[seating.groups()];
        this.match = new int[seating.groups()];
    }

    boolean isPossible() {
        return possible;
    }

    /** Tries one change of sizes. */
    void tryOne(double temperature) {
        boolean two = chance.below(2) == 0;
        int from = chance.below(seating.groups());
        int to = chance.below(seating.groups());
        int alsoFrom = chance.below(seating.groups());
        int alsoTo = chance.below(seating.groups());
        if (from == to || (two && alsoFrom == alsoTo)) {
            return;
        }
        for (int row = 0; row < counts.length; row++) {
            counts[row] = seating.count(row);
        }
        boolean enough = shift(from, to) && (!two || shift(alsoFrom, alsoTo));
        if (!enough || !match()) {
            return;
        }
        double before = seating.merit();
        int first = bestOf(from, to);
        seating.move(first, to);
        int second = two ? bestOf(alsoFrom, alsoTo) : Term.NOBODY;
        if (two) {
            seating.move(second, alsoTo);
        }
        seating.exchangeBounds(match);
        if (seating.merit() - before > -temperature * thresholds.next(chance)) {
            best.note(first);
            if (two) {
                best.note(second);
            }
            best.keepIfBetter();
        } else {
            seating.exchangeBounds(inverse(match));
            if (two) {
                seating.move(second, alsoFrom);
            }
            seating.move(first, from);
        }
    }

    private boolean shift(int from, int to) {
        counts[to]++;
        return counts[from]-- > 1;
    }

    /** Whom of a row it costs least to move to another. */
    private int bestOf(int from, int to) {
        int[] members = seating.members(from);
        int bestMember = members[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0, count = seating.count(from); k < count; k++) {
            double gain = seating.priceMove(members[k], to);
            if (gain > most) {
                most = gain;
                bestMember = members[k];
            }
        }
        return bestMember;
    }

    /**
     * Finds for each row bounds that hold its count: the smallest row first takes the bounds that hold it and end
     * soonest, which succeeds if anything does.
     */
    private boolean match() {
        if (!seating.isInterchangeable()) {
            for (int row = 0; row < counts.length; row++) {
                match[row] = row;
                if (!holds(row, counts[row])) {
                    return false;
                }
            }
            return true;
        }
        boolean[] taken = new boolean[counts.length];
        boolean[] matched = new boolean[counts.length];
        for (int turn = 0; turn < counts.length; turn++) {
            int row = smallest(matched);
            int bounds = soonest(counts[row], taken);
            if (bounds < 0) {
                return false;
            }
            match[row] = bounds;
            matched[row] = true;
            taken[bounds] = true;
        }
        return true;
    }

    private boolean holds(int row, int count) {
        return seating.bounds(row).min() <= count
                && count <= seating.bounds(row).max();
    }

    private int smallest(boolean[] matched) {
        int smallest = -1;
        for (int row = 0; row < counts.length; row++) {
            if (!matched[row] && (smallest < 0 || counts[row] < counts[smallest])) {
                smallest = row;
            }
        }
        return smallest;
    }

    private int soonest(int count, boolean[] taken) {
        int soonest = -1;
        for (int row = 0; row < taken.length; row++) {
            if (!taken[row]
                    && holds(row, count)
                    && (soonest < 0
                            || seating.bounds(row).max()
                                    < seating.bounds(soonest).max())) {
                soonest = row;
            }
        }
        return soonest;
    }

    private static int[] inverse(int[] match) {
        int[] inverse = new int[match.length];
        Arrays.setAll(inverse, i -> i);
        for (int row = 0; row < match.length; row++) {
            inverse[match[row]] = row;
        }
        return inverse;
    }
}
