package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peercircle.internal.Arguments;

/**
 * How many people are in each cell of a table of one or two dimensions, each person in one cell. Where it is known of
 * which groups they are, the groups are taken for insiders: they know their own.
 *
 * <pre>{@code
 * CountTable table = CountTable.by(Dimension.of("school", List.of("Arts", "Science")))
 *         .people("Arts", 12)
 *         .people("Science", 31)
 *         .build();
 * SuppressedTable shown = SuppressionRule.of(Thresholds.EDUCATION).protect(table);
 * }</pre>
 */
public final class CountTable {

    private final Dimension rows;
    private final Dimension columns;
    private final int[][] counts;
    private final boolean[][] impossible;
    private final ImmutableMap<String, int[][]> ofGroups;
    private final boolean totalsKnown;

    private CountTable(
            Dimension rows,
            Dimension columns,
            int[][] counts,
            boolean[][] impossible,
            ImmutableMap<String, int[][]> ofGroups,
            boolean totalsKnown) {
        this.rows = rows;
        this.columns = columns;
        this.counts = counts;
        this.impossible = impossible;
        this.ofGroups = ofGroups;
        this.totalsKnown = totalsKnown;
    }

    /** Returns a builder of a table of one dimension. */
    public static Builder by(Dimension rows) {
        return by(rows, Dimension.none());
    }

    /** Returns a builder of a table of two dimensions. Totals of every level of the rows are published with it. */
    public static Builder by(Dimension rows, Dimension columns) {
        return new Builder(rows, columns);
    }

    /** Returns what the rows are. */
    public Dimension rows() {
        return rows;
    }

    /** Returns what the columns are; {@link Dimension#none} in a table of one dimension. */
    public Dimension columns() {
        return columns;
    }

    /** Returns how many people are in a cell, by the positions of its categories. */
    public int count(int row, int column) {
        return counts[row][column];
    }

    /** Returns the groups that are known to have people in it. */
    ImmutableList<String> groups() {
        return ofGroups.keySet().asList();
    }

    int count(String group, int row, int column) {
        int[][] own = ofGroups.get(group);
        return own == null ? 0 : own[row][column];
    }

    boolean isImpossible(int row, int column) {
        return impossible[row][column];
    }

    /** Whether everybody who reads the table knows how many are in each row. */
    boolean totalsKnown() {
        return totalsKnown;
    }

    /** Returns the same people counted at coarser levels, from 1 up. */
    CountTable at(int rowLevel, int columnLevel) {
        Dimension coarseRows = rows.upTo(rowLevel);
        Dimension coarseColumns = columns.upTo(columnLevel);
        Builder coarse = by(coarseRows, coarseColumns);
        coarse.totalsKnown = totalsKnown;
        Arrays.stream(coarse.impossible).forEach(row -> Arrays.fill(row, true));
        for (int r = 0; r < counts.length; r++) {
            int row = coarseRows.categories().indexOf(rows.categories().get(r).subList(0, rowLevel));
            for (int c = 0; c < counts[r].length; c++) {
                int column = coarseColumns
                        .categories()
                        .indexOf(columns.categories().get(c).subList(0, columnLevel));
                coarse.counts[row][column] += counts[r][c];
                coarse.impossible[row][column] &= impossible[r][c];
                for (String group : groups()) {
                    coarse.own(group)[row][column] += count(group, r, c);
                }
            }
        }
        return coarse.build();
    }

    /** Hides the counts. */
    @Override
    public String toString() {
        return "CountTable[" + rows.name() + " by " + columns.name() + "]";
    }

    /** Counts people. Not safe for use by several threads. */
    public static final class Builder {

        private final Dimension rows;
        private final Dimension columns;
        private final int[][] counts;
        private final boolean[][] impossible;
        private final Map<String, int[][]> ofGroups = new LinkedHashMap<>();
        private boolean totalsKnown;

        private Builder(Dimension rows, Dimension columns) {
            this.rows = rows;
            this.columns = columns;
            int height = rows.categories().size();
            int width = columns.categories().size();
            this.counts = new int[height][width];
            this.impossible = new boolean[height][width];
        }

        /**
         * Adds people to a cell, of groups that are not known.
         *
         * @param count at least 0
         * @throws IllegalArgumentException if the count is below 0
         * @throws IndexOutOfBoundsException if there is no such row or column
         */
        public Builder people(int row, int column, int count) {
            Arguments.require(count >= 0, "count", "be at least 0", count);
            counts[row][column] = Math.addExact(counts[row][column], count);
            return this;
        }

        /** Adds people of one group to a cell. */
        public Builder people(int row, int column, int count, String group) {
            people(row, column, count);
            own(group)[row][column] += count;
            return this;
        }

        /** Adds somebody to a cell whom each of these groups knows. */
        public Builder person(int row, int column, Collection<String> groups) {
            people(row, column, 1);
            groups.forEach(group -> own(group)[row][column]++);
            return this;
        }

        /**
         * Adds people to a category of a table of one dimension of one level.
         *
         * @throws IllegalArgumentException if there is no such category
         */
        public Builder people(String category, int count) {
            int row = rows.categories().indexOf(ImmutableList.of(category));
            Arguments.require(row >= 0, "category", "be one of " + rows.categories(), category);
            return people(row, 0, count);
        }

        /** Says that nobody can ever be in a cell, as everybody knows; its 0 is shown. */
        public Builder cannotOccur(int row, int column) {
            impossible[row][column] = true;
            return this;
        }

        /**
         * Says that everybody who reads the table knows how many people are in each row, as an office does that enrolled
         * them. Those totals are shown whatever they are, and nothing is hidden that would be known by them.
         */
        public Builder totalsKnown() {
            totalsKnown = true;
            return this;
        }

        /**
         * Returns the table.
         *
         * @throws IllegalArgumentException if somebody is in a cell in which nobody can be
         */
        public CountTable build() {
            for (int row = 0; row < counts.length; row++) {
                for (int column = 0; column < counts[row].length; column++) {
                    Arguments.require(
                            counts[row][column] == 0 || !impossible[row][column],
                            "count",
                            "be 0 where nobody can be",
                            counts[row][column]);
                }
            }
            return new CountTable(
                    rows,
                    columns,
                    copy(counts),
                    Arrays.stream(impossible).map(boolean[]::clone).toArray(boolean[][]::new),
                    ImmutableMap.copyOf(Maps.transformValues(ofGroups, Builder::copy)),
                    totalsKnown);
        }

        private static int[][] copy(int[][] table) {
            return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
        }

        private int[][] own(String group) {
            return ofGroups.computeIfAbsent(group, g -> new int[counts.length][counts[0].length]);
        }
    }
}
