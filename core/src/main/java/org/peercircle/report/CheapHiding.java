package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercircle.report.Circulation.Witness;

/**
 * Hides cells in a large table, cheaply though not always at the least cost: for each hidden cell that can be worked out
 * the cheapest way to open it, then shows again what turns out not to be needed.
 */
final class CheapHiding {

    private final Grid grid;
    private final Safety safety;
    private final BitSet primaries;
    private final Costs costs;
    private final BitSet hidden = new BitSet();
    private final Map<Integer, ImmutableList<Witness>> witnesses = new HashMap<>();

    CheapHiding(Grid grid, Safety safety, BitSet primaries) {
        this.grid = grid;
        this.safety = safety;
        this.primaries = primaries;
        this.costs = new Costs(grid);
        hidden.or(primaries);
        hidden.or(safety.unpublished());
    }

    /** Returns what to hide, or null if nothing but hiding everything protects. */
    @Nullable
    BitSet find() {
        boolean changed = true;
        while (changed) {
            int before = hidden.cardinality();
            for (int cell :
                    cells(Comparator.comparingInt((Integer e) -> -grid.edge(e).count()))) {
                if (!safety.open(cell, hidden, costs)) {
                    return null;
                }
            }
            for (Grid.Sum sum : grid.sums) {
                if (safety.reveals(sum, hidden) && !hideMore(sum)) {
                    return null;
                }
            }
            changed = hidden.cardinality() > before;
        }
        showAgain();
        return hidden;
    }

    private List<Integer> cells(Comparator<Integer> order) {
        return hidden.stream()
                .boxed()
                .filter(e -> grid.edge(e).published())
                .sorted(order)
                .toList();
    }

    private boolean hideMore(Grid.Sum sum) {
        while (safety.reveals(sum, hidden)) {
            int cheapest = -1;
            for (int part : sum.parts().asList()) {
                boolean helps = !hidden.get(part) && grid.edge(part).count() > 0;
                if (helps && (cheapest < 0 || costs.of(part) < costs.of(cheapest))) {
                    cheapest = part;
                }
            }
            if (cheapest < 0) {
                cheapest = sum.total();
            }
            if (costs.of(cheapest) == Circulation.Cost.NEVER) {
                return false;
            }
            hidden.set(cheapest);
        }
        return true;
    }

    private void showAgain() {
        for (int cell : cells(Comparator.naturalOrder())) {
            witnesses.put(cell, witnessesOf(cell));
        }
        for (int cell : cells(Comparator.comparingLong((Integer e) -> -costs.of(e)))) {
            if (!primaries.get(cell)) {
                tryToShow(cell);
            }
        }
    }

    private ImmutableList<Witness> witnessesOf(int cell) {
        ImmutableList<Witness> found = safety.witnesses(cell, hidden);
        if (found == null) {
            throw new AssertionError("a cell that was opened is not open");
        }
        return found;
    }

    private void tryToShow(int cell) {
        hidden.clear(cell);
        Map<Integer, ImmutableList<Witness>> anew = new HashMap<>();
        boolean safe = grid.sums.stream().noneMatch(sum -> safety.reveals(sum, hidden));
        List<Integer> resting = safe ? restingOn(cell).toList() : List.of();
        for (int other : resting) {
            ImmutableList<Witness> found = safety.witnesses(other, hidden);
            if (found == null) {
                safe = false;
                break;
            }
            anew.put(other, found);
        }
        if (safe) {
            witnesses.remove(cell);
            witnesses.putAll(anew);
        } else {
            hidden.set(cell);
        }
    }

    /** Hidden cells whose witnesses change this one. */
    private Stream<Integer> restingOn(int cell) {
        return witnesses.entrySet().stream()
                .filter(e -> e.getKey() != cell && e.getValue().stream().anyMatch(w -> safety.changes(w, cell)))
                .map(Map.Entry::getKey);
    }
}
