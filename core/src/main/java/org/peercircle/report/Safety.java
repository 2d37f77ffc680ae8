package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peercircle.report.Circulation.Bounds;
import org.peercircle.report.Circulation.Witness;

/** Whether a table may be shown with these cells hidden: what laws D2 to D6 ask, each for itself. */
final class Safety {

    private static final int PUBLIC = -1;

    private final Grid grid;
    private final SuppressionRule rule;
    private final Circulation circulation;
    private final int insiders;

    Safety(Grid grid, SuppressionRule rule) {
        this.grid = grid;
        this.rule = rule;
        this.circulation = new Circulation(grid);
        this.insiders = rule.groups() > 0 ? grid.groups : 0;
    }

    /** Cells that are hidden whatever else is: too few people, or too few groups, stand behind them (D2, D4). */
    BitSet primaries() {
        BitSet all = new BitSet();
        for (int e = 0; e < grid.size(); e++) {
            Grid.Edge edge = grid.edge(e);
            if (edge.published() && !edge.known() && !rule.allows(edge.count(), edge.ofGroups())) {
                all.set(e);
            }
        }
        return all;
    }

    /** Cells that are no numbers of their own, and so neither shown nor hidden. */
    BitSet unpublished() {
        BitSet all = new BitSet();
        for (int e = 0; e < grid.size(); e++) {
            all.set(e, !grid.edge(e).published());
        }
        return all;
    }

    /** Whether a number is shown: what everybody knows is, unless nothing is. */
    boolean isShown(int cell, BitSet hidden) {
        return !hidden.get(cell) || (grid.edge(cell).known() && !hidden.get(grid.grand));
    }

    /** Returns witnesses that nobody, in no group, can work out a hidden cell (D5, D6), or null. */
    @Nullable
    ImmutableList<Witness> witnesses(int cell, BitSet hidden) {
        return witnesses(cell, hidden, circulation.unbounded);
    }

    /** Returns such witnesses that keep to what is said of the cells beside, or null. */
    @Nullable
    ImmutableList<Witness> witnesses(int cell, BitSet hidden, Bounds bounds) {
        Witness open = circulation.witness(cell, hidden, PUBLIC, rule.width(), bounds);
        if (open == null) {
            return null;
        }
        ImmutableList.Builder<Witness> all = ImmutableList.<Witness>builder().add(open);
        for (int group = 0; group < insiders; group++) {
            if (!open.allowsFor(grid, group)) {
                Witness own = circulation.witness(cell, hidden, group, rule.width(), bounds);
                if (own == null) {
                    return null;
                }
                all.add(own);
            }
        }
        return all.build();
    }

    /** Hides what is cheapest so that nobody can work out a hidden cell; false if that can't be. */
    boolean open(int cell, BitSet hidden, Circulation.Cost cost) {
        for (int group = PUBLIC; group < insiders; group++) {
            if (!circulation.hideFor(cell, hidden, group, rule.width(), cost)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the hidden parts of a total that is shown are too few people, whose sum is as good as shown (D3). */
    boolean reveals(Grid.Sum sum, BitSet hidden) {
        if (hidden.get(sum.total())) {
            return false;
        }
        ImmutableIntArray parts = hiddenOf(sum, hidden);
        if (grid.edge(sum.total()).known() && sum.parts().stream().allMatch(p -> hidden.get(p) || isNone(p))) {
            return false; // their sum is what everybody knew
        }
        int count = parts.stream().map(part -> grid.edge(part).count()).sum();
        int[] own = new int[grid.groups];
        parts.forEach(part -> {
            for (int g = 0; g < own.length; g++) {
                own[g] += grid.edge(part).ofGroups().get(g);
            }
        });
        return !parts.isEmpty() && !rule.allows(count, ImmutableIntArray.copyOf(own));
    }

    private boolean isNone(int part) {
        return grid.edge(part).known() && grid.edge(part).count() == 0;
    }

    private static ImmutableIntArray hiddenOf(Grid.Sum sum, BitSet hidden) {
        return ImmutableIntArray.copyOf(sum.parts().stream().filter(hidden::get));
    }

    boolean changes(Witness witness, int cell) {
        return witness.changes(cell, circulation.counts());
    }
}
