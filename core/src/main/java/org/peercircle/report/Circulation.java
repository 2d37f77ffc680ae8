package org.peercircle.report;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a hidden cell could be, given all that is shown. Both tables that it returns are in whole numbers, not negative, and
 * agree with every number shown and every total; that is the witness of law D5. With what one group knows of its own as a
 * least value of each cell it is that of law D6.
 */
final class Circulation {

    private static final int[] NOTHING = {};
    private static final int NONE = -1;

    private final Grid grid;
    private final int[] counts;
    private final int[][] ofGroups;
    /** Nothing is said of any cell. */
    final Bounds unbounded;

    Circulation(Grid grid) {
        this.grid = grid;
        this.counts = grid.edges.stream().mapToInt(Grid.Edge::count).toArray();
        this.ofGroups = new int[grid.groups][];
        Arrays.setAll(
                ofGroups,
                group -> grid.edges.stream()
                        .mapToInt(e -> e.ofGroups().get(group))
                        .toArray());
        this.unbounded = Bounds.none(grid.size());
    }

    /** Two ways to fill the table, by edge. */
    record Witness(ImmutableIntArray low, ImmutableIntArray high) {

        /** Whether the two differ in a cell, so that it must be hidden for them. */
        boolean changes(int cell, int[] counts) {
            return low.get(cell) != counts[cell] || high.get(cell) != counts[cell];
        }

        /** Whether both allow for so many people of a group in each cell. */
        boolean allowsFor(Grid grid, int group) {
            for (int e = 0; e < low.length(); e++) {
                int own = grid.edge(e).ofGroups().get(group);
                if (low.get(e) < own || high.get(e) < own) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The least and the most that a cell can be, as far as it is said, by edge. */
    record Bounds(int[] least, int[] most) {

        /** Nothing is said of any of so many cells. */
        static Bounds none(int cells) {
            int[] most = new int[cells];
            Arrays.fill(most, Integer.MAX_VALUE);
            return new Bounds(new int[cells], most);
        }

        Bounds copy() {
            return new Bounds(least.clone(), most.clone());
        }

        void limit(int cell, int atLeast, int atMost) {
            least[cell] = atLeast;
            most[cell] = atMost;
        }

        /** Whether both tables keep to them. */
        boolean allow(Witness witness) {
            return allow(witness.low()) && allow(witness.high());
        }

        private boolean allow(ImmutableIntArray values) {
            for (int e = 0; e < least.length; e++) {
                if (values.get(e) < least[e] || values.get(e) > most[e]) {
                    return false;
                }
            }
            return true;
        }
    }

    int[] counts() {
        return counts;
    }

    /** What a group knows of each cell: its own people; nothing for {@code NONE}, the public. */
    private int[] known(int group) {
        return group == NONE ? NOTHING : ofGroups[group];
    }

    /**
     * Returns two tables that differ by at least {@code width} in a cell, or null where no two do.
     *
     * @param group the insiders, or -1 for the public
     * @param bounds what is said of the cells beside
     */
    @Nullable
    Witness witness(int cell, BitSet hidden, int group, int width, Bounds bounds) {
        Pair pair = new Pair(cell, known(group), width, bounds);
        while (!pair.isWide()) {
            if (!pair.widen(e -> hidden.get(e) ? 0 : Cost.NEVER)) {
                return null;
            }
        }
        return pair.witness();
    }

    /**
     * Hides what is cheapest on the way so that a cell may have two values that differ by {@code width}, and nothing where
     * it may already; returns whether that is possible at all.
     */
    boolean hideFor(int cell, BitSet hidden, int group, int width, Cost cost) {
        Pair pair = new Pair(cell, known(group), width, unbounded);
        while (!pair.isWide()) {
            if (!pair.widen(e -> hidden.get(e) ? 0 : cost.of(e))) {
                return false;
            }
            for (int e = 0; e < counts.length; e++) {
                if (pair.low[e] != counts[e] || pair.high[e] != counts[e]) {
                    hidden.set(e);
                }
            }
        }
        return true;
    }

    /** What it costs to hide a cell. */
    interface Cost {
        long NEVER = Long.MAX_VALUE;

        long of(int cell);
    }

    /** The table as it is, once with a cell made greater and once smaller, step by step. */
    private final class Pair {

        private final int cell;
        private final int[] known;
        private final int width;
        private final Bounds bounds;
        private final int[] low = counts.clone();
        private final int[] high = counts.clone();

        Pair(int cell, int[] known, int width, Bounds bounds) {
            this.cell = cell;
            this.known = known;
            this.width = width;
            this.bounds = bounds;
        }

        boolean isWide() {
            return high[cell] - low[cell] >= width;
        }

        Witness witness() {
            return new Witness(ImmutableIntArray.copyOf(low), ImmutableIntArray.copyOf(high));
        }

        /** Takes the cheaper of the two ways to move the values apart; false if there is neither. */
        boolean widen(Cost cost) {
            Grid.Edge edge = grid.edge(cell);
            Path up = high[cell] < most(cell) ? path(high, edge.to(), edge.from(), cost) : Path.NOWHERE;
            Path down = low[cell] > least(cell) ? path(low, edge.from(), edge.to(), cost) : Path.NOWHERE;
            int missing = width - (high[cell] - low[cell]);
            if (up.cost == Cost.NEVER && down.cost == Cost.NEVER) {
                return false;
            }
            if (up.cost <= down.cost) {
                int by = Math.min(Math.min(missing, most(cell) - high[cell]), room(high, up));
                high[cell] += by;
                push(high, up, by);
            } else {
                int by = Math.min(Math.min(missing, low[cell] - least(cell)), room(low, down));
                low[cell] -= by;
                push(low, down, by);
            }
            return true;
        }

        private int least(int e) {
            return Math.max(bounds.least[e], known.length == 0 ? 0 : known[e]);
        }

        private int most(int e) {
            return bounds.most[e];
        }

        private boolean isFixed(int e) {
            return e == cell || grid.edge(e).known();
        }

        /** The cheapest way from a node to another along which flow may be pushed. */
        private Path path(int[] flow, int start, int end, Cost cost) {
            long[] best = new long[grid.nodes()];
            int[] by = new int[grid.nodes()];
            Arrays.fill(best, Cost.NEVER);
            Arrays.fill(by, NONE);
            best[start] = 0;
            // Those as near as the node at hand need no sorting; without costs that is all of them.
            ArrayDeque<Integer> near = new ArrayDeque<>();
            PriorityQueue<Far> far = new PriorityQueue<>(Comparator.comparingLong(Far::cost));
            near.add(start);
            while (!near.isEmpty() || !far.isEmpty()) {
                long sofar = near.isEmpty() ? far.element().cost() : best[near.element()];
                int node = near.isEmpty() ? far.remove().node() : near.remove();
                if (sofar > best[node]) {
                    continue;
                }
                if (node == end) {
                    return new Path(start, end, by, sofar);
                }
                for (int e : grid.around[node]) {
                    boolean forward = grid.edge(e).from() == node;
                    boolean isFull = forward ? flow[e] >= most(e) : flow[e] <= least(e);
                    long own = isFixed(e) || isFull ? Cost.NEVER : cost.of(e);
                    int to = forward ? grid.edge(e).to() : grid.edge(e).from();
                    if (own != Cost.NEVER && sofar + own < best[to]) {
                        best[to] = sofar + own;
                        by[to] = e;
                        if (own == 0) {
                            near.add(to);
                        } else {
                            far.add(new Far(to, best[to]));
                        }
                    }
                }
            }
            return Path.NOWHERE;
        }

        private int room(int[] flow, Path path) {
            int room = Integer.MAX_VALUE;
            for (int step : path.steps(grid)) {
                room = Math.min(room, step < 0 ? flow[~step] - least(~step) : most(step) - flow[step]);
            }
            return room;
        }

        private void push(int[] flow, Path path, int by) {
            for (int step : path.steps(grid)) {
                if (step < 0) {
                    flow[~step] -= by;
                } else {
                    flow[step] += by;
                }
            }
        }
    }

    /** A node to go on from, and what it costs to get there. */
    private record Far(int node, long cost) {}

    /** A way through the grid, by the edge on which each node was reached. */
    private static final class Path {
        static final Path NOWHERE = new Path(NONE, NONE, NOTHING, Cost.NEVER);

        final long cost;
        private final int start;
        private final int end;
        private final int[] by;

        Path(int start, int end, int[] by, long cost) {
            this.start = start;
            this.end = end;
            this.by = by;
            this.cost = cost;
        }

        /** The edges on it; complements of those that are gone through backward. */
        Iterable<Integer> steps(Grid grid) {
            ArrayDeque<Integer> steps = new ArrayDeque<>();
            for (int node = end; node != start; ) {
                int e = by[node];
                boolean forward = grid.edge(e).to() == node;
                steps.addFirst(forward ? e : ~e);
                node = forward ? grid.edge(e).from() : grid.edge(e).to();
            }
            return steps;
        }
    }
}
