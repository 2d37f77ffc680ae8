package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table with the totals published with it, as a circulation: each cell is an edge, and what flows into a node flows out
 * of it. From the grand total a row's total flows to its row, there splits into the row's cells, is gathered column by
 * column for each school of departments, and returns through the columns' totals. All sums of the table hold just when
 * this is a circulation, whatever the depth of the rows.
 */
final class Grid {

    private static final ImmutableList<String> TOTAL = ImmutableList.of();

    final int groups;
    final List<Edge> edges = new ArrayList<>();
    /** The edges that end or begin at each node. */
    final int[][] around;
    /** Totals with what they are the sum of; no total twice with the same parts. */
    final List<Sum> sums = new ArrayList<>();
    /** The edge of the grand total. */
    final int grand;

    private final CountTable table;
    private final List<Integer> columns;
    private final Map<Object, Integer> nodes = new HashMap<>();
    private final Map<Place, Integer> byPlace = new HashMap<>();

    Grid(CountTable table) {
        this.table = table;
        this.groups = table.groups().size();
        this.columns = numbers(table.columns());
        List<Integer> all = numbers(table.rows());
        grand = connect(node("back"), node("row", TOTAL), TOTAL, TOTAL, all, columns, true);
        descend(TOTAL, all);
        sumColumns(TOTAL);
        around = incidence();
    }

    /**
     * One cell.
     *
     * @param count how many people are in it
     * @param ofGroups how many of them are of each group
     */
    record Edge(int from, int to, Place place, int count, ImmutableIntArray ofGroups, Kind kind) {

        /** Whether it is a number of its own, and not one that stands in the table only once, as its total. */
        boolean published() {
            return kind != Kind.AUXILIARY;
        }

        /** Whether everybody knows the number, so that it is shown in any case. */
        boolean known() {
            return kind == Kind.KNOWN;
        }
    }

    /** The paths of a row and a column; an empty one stands for the total. */
    record Place(ImmutableList<String> row, ImmutableList<String> column) {}

    /** What a cell is in the table that is published. */
    enum Kind {
        /** A number, shown or hidden. */
        NUMBER,
        /** A number that everybody knows: a 0 where nobody can be, or how many are in a row. */
        KNOWN,
        /** The same as a total, which is the number. */
        AUXILIARY
    }

    /** A total and its parts, by edge. */
    record Sum(int total, ImmutableIntArray parts) {}

    int size() {
        return edges.size();
    }

    /** The edge of a cell by its paths; of a row and a column of the table itself also where it is no number of its own. */
    int at(ImmutableList<String> row, ImmutableList<String> column) {
        return Objects.requireNonNull(byPlace.get(new Place(row, column)));
    }

    int nodes() {
        return nodes.size();
    }

    Edge edge(int e) {
        return edges.get(e);
    }

    private void descend(ImmutableList<String> at, List<Integer> rows) {
        Map<ImmutableList<String>, List<Integer>> parts = new LinkedHashMap<>();
        for (int r : rows) {
            ImmutableList<String> path = table.rows().categories().get(r);
            parts.computeIfAbsent(path.subList(0, at.size() + 1), p -> new ArrayList<>())
                    .add(r);
        }
        parts.forEach((path, inIt) -> {
            boolean leaf = path.size() == table.rows().levels();
            connect(
                    node("row", at),
                    node("row", path),
                    path,
                    TOTAL,
                    inIt,
                    columns,
                    !table.rows().isNone());
            for (int c : columns) {
                connect(
                        leaf ? node("row", path) : node("gathered", path, c),
                        node("gathered", at, c),
                        path,
                        columnPath(c),
                        inIt,
                        List.of(c),
                        !table.rows().isNone() && !table.columns().isNone());
            }
            if (!leaf) {
                descend(path, inIt);
            }
            sumColumns(path);
        });
        if (at.isEmpty()) {
            for (int c : columns) {
                connect(
                        node("gathered", at, c),
                        node("back"),
                        TOTAL,
                        columnPath(c),
                        rows,
                        List.of(c),
                        !table.columns().isNone());
            }
        }
        if (!table.rows().isNone()) {
            sumRows(at, parts.keySet());
        }
    }

    private void sumRows(ImmutableList<String> at, Iterable<ImmutableList<String>> parts) {
        List<ImmutableList<String>> paths = new ArrayList<>();
        paths.add(TOTAL);
        if (!table.columns().isNone()) {
            columns.forEach(c -> paths.add(columnPath(c)));
        }
        for (ImmutableList<String> column : paths) {
            List<Integer> edgesOfParts = new ArrayList<>();
            parts.forEach(part -> edgesOfParts.add(at(part, column)));
            sums.add(new Sum(at(at, column), ImmutableIntArray.copyOf(edgesOfParts)));
        }
    }

    private void sumColumns(ImmutableList<String> row) {
        if (!table.columns().isNone() && (row.isEmpty() || !table.rows().isNone())) {
            List<Integer> parts = new ArrayList<>();
            columns.forEach(c -> parts.add(at(row, columnPath(c))));
            sums.add(new Sum(at(row, TOTAL), ImmutableIntArray.copyOf(parts)));
        }
    }

    private static List<Integer> numbers(Dimension dimension) {
        return IntStream.range(0, dimension.categories().size()).boxed().toList();
    }

    private ImmutableList<String> columnPath(int c) {
        return table.columns().categories().get(c);
    }

    private int node(Object... name) {
        return nodes.computeIfAbsent(List.of(name), n -> nodes.size());
    }

    private int connect(
            int from,
            int to,
            ImmutableList<String> row,
            ImmutableList<String> column,
            List<Integer> rows,
            List<Integer> inColumns,
            boolean published) {
        int count = 0;
        int[] own = new int[groups];
        boolean impossible = true;
        for (int r : rows) {
            for (int c : inColumns) {
                count += table.count(r, c);
                impossible &= table.isImpossible(r, c);
                for (int g = 0; g < groups; g++) {
                    own[g] += table.count(table.groups().get(g), r, c);
                }
            }
        }
        boolean known = impossible || (table.totalsKnown() && column.isEmpty());
        Kind kind = published ? (known ? Kind.KNOWN : Kind.NUMBER) : Kind.AUXILIARY;
        Place place = new Place(row, column);
        edges.add(new Edge(from, to, place, count, ImmutableIntArray.copyOf(own), kind));
        byPlace.put(place, edges.size() - 1);
        return edges.size() - 1;
    }

    private int[][] incidence() {
        List<List<Integer>> all = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            all.add(new ArrayList<>());
        }
        for (int e = 0; e < edges.size(); e++) {
            all.get(edges.get(e).from()).add(e);
            all.get(edges.get(e).to()).add(e);
        }
        return all.stream().map(Grid::toArray).toArray(int[][]::new);
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
