package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peercircle.report.Circulation.Witness;

/** The hiding of cells in one table. */
final class Suppression {

    private final SuppressionRule rule;
    private final CountTable table;
    private final Grid grid;
    private final Safety safety;

    Suppression(SuppressionRule rule, CountTable table) {
        this.rule = rule;
        this.table = table;
        this.grid = new Grid(table);
        this.safety = new Safety(grid, rule);
    }

    SuppressedTable protect() {
        BitSet hidden = hidden();
        return new SuppressedTable(table.rows(), table.columns(), cells(hidden), hiddenPeople(hidden));
    }

    /** What to hide: as few people as possible, which may be all but the grand total; else everything (law D14). */
    private BitSet hidden() {
        BitSet primaries = safety.primaries();
        if (!primaries.get(grid.grand)) {
            BitSet fewest = new FewestHidden(grid, safety, primaries).find();
            if (fewest == null) {
                fewest = new CheapHiding(grid, safety, primaries).find();
            }
            if (fewest != null) {
                return fewest;
            }
        }
        BitSet everything = new BitSet();
        everything.set(0, grid.size());
        return everything;
    }

    private ImmutableList<SuppressedTable.Cell> cells(BitSet hidden) {
        boolean nothing = hidden.get(grid.grand);
        Map<Integer, ImmutableList<Witness>> witnesses = nothing ? new HashMap<>() : witnesses(hidden);
        ImmutableMap<Integer, Band> bands =
                rule.saysBands() ? new Bands(grid, safety, hidden, rule.width(), witnesses).find() : ImmutableMap.of();
        ImmutableList.Builder<SuppressedTable.Cell> cells = ImmutableList.builder();
        for (int e = 0; e < grid.size(); e++) {
            Grid.Edge edge = grid.edge(e);
            if (edge.published()) {
                cells.add(new SuppressedTable.Cell(
                        edge.place().row(),
                        edge.place().column(),
                        safety.isShown(e, hidden) ? Optional.of(edge.count()) : Optional.empty(),
                        Optional.ofNullable(bands.get(e)),
                        outer(witnesses.getOrDefault(e, ImmutableList.of()))));
            }
        }
        return cells.build();
    }

    private Map<Integer, ImmutableList<Witness>> witnesses(BitSet hidden) {
        Map<Integer, ImmutableList<Witness>> witnesses = new HashMap<>();
        for (int e = 0; e < grid.size(); e++) {
            if (grid.edge(e).published() && !safety.isShown(e, hidden)) {
                witnesses.put(e, Objects.requireNonNull(safety.witnesses(e, hidden)));
            }
        }
        return witnesses;
    }

    private ImmutableList<SuppressedTable.Witness> outer(List<Witness> witnesses) {
        return witnesses.stream()
                .map(w -> new SuppressedTable.Witness(inner(w.low()), inner(w.high())))
                .collect(ImmutableList.toImmutableList());
    }

    /** The cells of the table itself, without totals. */
    private ImmutableList<ImmutableList<Integer>> inner(ImmutableIntArray values) {
        return table.rows().categories().stream()
                .map(row -> table.columns().categories().stream()
                        .map(column -> values.get(grid.at(row, column)))
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
    }

    private long hiddenPeople(BitSet hidden) {
        return hidden.stream()
                .mapToObj(grid::edge)
                .filter(Grid.Edge::published)
                .mapToLong(Grid.Edge::count)
                .sum();
    }
}
