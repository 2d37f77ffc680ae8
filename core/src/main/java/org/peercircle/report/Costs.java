package org.peercircle.report;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What hiding each cell costs: the people in it, then one for the cell. The grand total is never hidden with others. */
final class Costs implements Circulation.Cost {

    private final Grid grid;

    Costs(Grid grid) {
        this.grid = grid;
    }

    @Override
    public long of(int cell) {
        Grid.Edge edge = grid.edge(cell);
        if (cell == grid.grand || edge.known()) {
            return NEVER;
        }
        return edge.published() ? edge.count() * (grid.size() + 1L) + 1 : 0;
    }

    /** Cells that might be hidden to protect others, the cheapest first. */
    int[] candidates(BitSet primaries) {
        return IntStream.range(0, grid.size())
                .filter(e -> grid.edge(e).published() && !primaries.get(e) && of(e) != NEVER)
                .boxed()
                .sorted(Comparator.comparingLong(this::of))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
