package org.peercircle.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides the fewest people, exactly. Whatever is not yet safe says of which further cells one must be hidden; the cheapest
 * choice that meets all that was said is tried, until one is safe. Each saying holds in every safe table, so the first
 * safe choice is the cheapest (implicit hitting sets; Chandrasekaran and others 2011).
 */
final class FewestHidden {

    private static final int MOST_CANDIDATES = 40;
    private static final int ROUNDS = 400;
    private static final long STEPS = 3_000_000;

    private final Grid grid;
    private final Safety safety;
    private final BitSet primaries;
    private final Costs costs;
    private final int[] candidates;
    private final List<Demand> demands = new ArrayList<>();
    private long steps;
    private long bestCost;
    private long best;

    FewestHidden(Grid grid, Safety safety, BitSet primaries) {
        this.grid = grid;
        this.safety = safety;
        this.primaries = primaries;
        this.costs = new Costs(grid);
        this.candidates = costs.candidates(primaries);
    }

    /** If all of {@code given} are hidden, so must be one of {@code oneOf}; as bits of candidates. */
    private record Demand(long given, long oneOf) {
        boolean isOpenIn(long chosen) {
            return (given & ~chosen) == 0 && (oneOf & chosen) == 0;
        }
    }

    /** Returns what to hide; null if the table is too large for this, or nothing but hiding everything protects. */
    @Nullable
    BitSet find() {
        if (candidates.length > MOST_CANDIDATES) {
            return null;
        }
        for (int round = 0; round < ROUNDS && steps < STEPS; round++) {
            bestCost = Circulation.Cost.NEVER;
            choose(0, 0, 0);
            if (bestCost == Circulation.Cost.NEVER || steps >= STEPS) {
                return null;
            }
            BitSet hidden = hidden(best);
            int before = demands.size();
            addDemands(hidden, best);
            if (demands.size() == before) {
                return hidden;
            }
        }
        return null;
    }

    /** Finds the cheapest choice that meets all demands, in order of cost, each once. */
    private void choose(long chosen, long barred, long cost) {
        steps++;
        Demand tightest = null;
        long bound = cost;
        long counted = 0;
        for (Demand demand : demands) {
            if (demand.isOpenIn(chosen)) {
                long left = demand.oneOf & ~barred;
                if (left == 0) {
                    return;
                }
                if ((left & counted) == 0) {
                    counted |= left;
                    bound += cost(Long.numberOfTrailingZeros(left));
                }
                if (tightest == null || Long.bitCount(left) < Long.bitCount(tightest.oneOf & ~barred)) {
                    tightest = demand;
                }
            }
        }
        if (bound >= bestCost || steps >= STEPS) {
            return;
        }
        if (tightest == null) {
            bestCost = cost;
            best = chosen;
            return;
        }
        long barredThen = barred;
        for (long left = tightest.oneOf & ~barred; left != 0; left &= left - 1) {
            int candidate = Long.numberOfTrailingZeros(left);
            choose(chosen | 1L << candidate, barredThen, cost + cost(candidate));
            barredThen |= 1L << candidate;
        }
    }

    private void addDemands(BitSet hidden, long chosen) {
        long others = all() & ~chosen;
        hidden.stream()
                .filter(e -> grid.edge(e).published() && safety.witnesses(e, hidden) == null)
                .forEach(cell -> demands.add(new Demand(bit(cell), narrowed(cell, others))));
        for (Grid.Sum sum : grid.sums) {
            if (safety.reveals(sum, hidden)) {
                long given = 0;
                long oneOf = bit(sum.total());
                for (int part : sum.parts().asList()) {
                    if (hidden.get(part)) {
                        given |= bit(part);
                    } else {
                        oneOf |= bit(part);
                    }
                }
                demands.add(new Demand(given, oneOf));
            }
        }
    }

    /** As few cells as possible without one of which the cell is not open; the dear ones stay. */
    private long narrowed(int cell, long shown) {
        long needed = shown;
        for (long left = shown; left != 0; left &= left - 1) {
            long without = needed & ~Long.lowestOneBit(left);
            if (safety.witnesses(cell, hidden(all() & ~without)) == null) {
                needed = without;
            }
        }
        return needed;
    }

    private BitSet hidden(long chosen) {
        BitSet hidden = safety.unpublished();
        hidden.or(primaries);
        for (long left = chosen; left != 0; left &= left - 1) {
            hidden.set(candidates[Long.numberOfTrailingZeros(left)]);
        }
        return hidden;
    }

    private long all() {
        return candidates.length == 0 ? 0 : -1L >>> (Long.SIZE - candidates.length);
    }

    /** The bit of a candidate; none for a cell that is hidden or shown whatever happens. */
    private long bit(int cell) {
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] == cell) {
                return 1L << i;
            }
        }
        return 0;
    }

    private long cost(int candidate) {
        return costs.of(candidates[candidate]);
    }
}
