package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercircle.report.Circulation.Bounds;
import org.peercircle.report.Circulation.Witness;

/**
 * Says of the hidden numbers of a row which are a small share of it or nearly all, where all that is hidden stays open even
 * to whoever takes the others of the row to be neither (laws D5 to D7). How small, and in what order rows are tried, follows
 * from how many are in them and not from what is hidden.
 */
final class Bands {

    private static final int LOOSEST = 20;

    private final Grid grid;
    private final Safety safety;
    private final BitSet hidden;
    private final int width;
    private final Map<Integer, ImmutableList<Witness>> witnesses;
    private final Map<Integer, Band> found = new HashMap<>();
    private Bounds bounds;

    /** Takes the witnesses of each hidden cell, and changes them to some that agree with what is said. */
    Bands(Grid grid, Safety safety, BitSet hidden, int width, Map<Integer, ImmutableList<Witness>> witnesses) {
        this.grid = grid;
        this.safety = safety;
        this.hidden = hidden;
        this.width = width;
        this.witnesses = witnesses;
        this.bounds = Bounds.none(grid.size());
    }

    /** Returns what can be said, by cell. */
    ImmutableMap<Integer, Band> find() {
        Map<ImmutableList<String>, List<Integer>> rows = witnesses.keySet().stream()
                .filter(e -> !grid.edge(e).place().column().isEmpty())
                .sorted()
                .collect(Collectors.groupingBy(e -> grid.edge(e).place().row()));
        rows.entrySet().stream()
                .filter(row -> safety.isShown(totalOf(row.getKey()), hidden))
                .sorted(Comparator.comparingInt(
                                (Map.Entry<ImmutableList<String>, List<Integer>> row) -> -all(row.getKey()))
                        .thenComparing(row -> row.getKey().toString()))
                .forEach(row -> describe(all(row.getKey()), row.getValue()));
        return ImmutableMap.copyOf(found);
    }

    private int totalOf(ImmutableList<String> row) {
        return grid.at(row, ImmutableList.of());
    }

    private int all(ImmutableList<String> row) {
        return grid.edge(totalOf(row)).count();
    }

    private void describe(int all, Collection<Integer> cells) {
        int percent = percent(all);
        int few = few(percent, all);
        if (few < width) {
            return;
        }
        Bounds narrower = bounds.copy();
        Map<Integer, Band> said = new HashMap<>();
        for (int cell : cells) {
            int count = grid.edge(cell).count();
            if (count <= few) {
                narrower.limit(cell, 0, few);
                said.put(cell, new Band(true, percent));
            } else if (count >= all - few) {
                narrower.limit(cell, all - few, all);
                said.put(cell, new Band(false, 100 - percent));
            } else {
                narrower.limit(cell, few + 1, all - few - 1);
            }
        }
        Map<Integer, ImmutableList<Witness>> anew = anew(narrower);
        if (anew != null) {
            bounds = narrower;
            witnesses.putAll(anew);
            found.putAll(said);
        }
    }

    /** The least share that the law allows for so many and that leaves room for what a group knows of itself. */
    private int percent(int all) {
        return allowed(all).stream()
                .filter(percent -> few(percent, all) >= 2 * width)
                .findFirst()
                .orElse(LOOSEST);
    }

    private static List<Integer> allowed(int all) {
        if (all < 20) {
            return List.of(LOOSEST);
        }
        if (all < 40) {
            return List.of(10, LOOSEST);
        }
        if (all < 100) {
            return List.of(5, 10, LOOSEST);
        }
        return all < 300 ? List.of(2, 5, 10, LOOSEST) : List.of(1, 2, 5, 10, LOOSEST);
    }

    private static int few(int percent, int all) {
        return (int) ((long) percent * all / 100);
    }

    /** Other witnesses in place of those that do not agree with these bounds; null if there are none for some cell. */
    private @Nullable Map<Integer, ImmutableList<Witness>> anew(Bounds narrower) {
        Map<Integer, ImmutableList<Witness>> anew = new HashMap<>();
        for (Map.Entry<Integer, ImmutableList<Witness>> entry : witnesses.entrySet()) {
            if (!entry.getValue().stream().allMatch(narrower::allow)) {
                ImmutableList<Witness> some = safety.witnesses(entry.getKey(), hidden, narrower);
                if (some == null) {
                    return null;
                }
                anew.put(entry.getKey(), some);
            }
        }
        return anew;
    }
}
