package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as anybody may see it. All ways to print it are computed from this and nothing else (law D9); a hidden number
 * looks the same whatever it was hidden for (law D8), unless a {@link Band} is said of it.
 */
public final class SuppressedTable {

    /** What stands where a number is hidden, in every format. */
    public static final String MARK = "*";

    private final Dimension rows;
    private final Dimension columns;
    private final ImmutableList<Cell> cells;
    private final long hiddenPeople;

    SuppressedTable(Dimension rows, Dimension columns, ImmutableList<Cell> cells, long hiddenPeople) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.hiddenPeople = hiddenPeople;
    }

    /** Returns a table that was published before, from what was shown of it. */
    public static SuppressedTable published(Dimension rows, Dimension columns, ImmutableList<Cell> cells) {
        return new SuppressedTable(rows, columns, cells, 0);
    }

    /**
     * One number, or that it is hidden.
     *
     * @param row the path of the row, such as a school or a school and a department; empty for the total of all
     * @param column the path of the column; empty for the total
     * @param people how many; empty if hidden
     * @param band what is said of a hidden number; empty for most
     * @param witnesses for a hidden one, the proof that it can't be worked out; empty where nothing at all is shown.
     *     They are for whoever holds the table, and are printed nowhere
     */
    public record Cell(
            ImmutableList<String> row,
            ImmutableList<String> column,
            Optional<Integer> people,
            Optional<Band> band,
            ImmutableList<Witness> witnesses) {

        /** Whether the number is hidden. */
        public boolean isHidden() {
            return people.isEmpty();
        }

        @Override
        public String toString() {
            return row + " " + column + " " + entry();
        }

        /** What stands in a table for it. */
        String entry() {
            return people.map(String::valueOf)
                    .or(() -> band.map(Band::toString))
                    .orElse(MARK);
        }
    }

    /**
     * Two tables, row by row and without totals, that agree with all that is shown and said, and are far apart in one hidden
     * cell (law D5). The first witness of a cell is for anybody; further ones allow for what a group knows of itself (law D6).
     */
    public record Witness(ImmutableList<ImmutableList<Integer>> low, ImmutableList<ImmutableList<Integer>> high) {}

    /** Returns what the rows are, at the level that is shown. */
    public Dimension rows() {
        return rows;
    }

    /** Returns what the columns are, at the level that is shown. */
    public Dimension columns() {
        return columns;
    }

    /** Returns every number of the table, totals included. */
    public ImmutableList<Cell> cells() {
        return cells;
    }

    /** Whether nothing at all can be shown, not even how many there are. */
    public boolean showsNothing() {
        return cells.stream().allMatch(Cell::isHidden);
    }

    /** Returns the table for a terminal: a line a row, totals last. */
    public String asText() {
        return new Egress(this).text();
    }

    /** Returns the table as an HTML element. */
    public String asHtml() {
        return new Egress(this).html();
    }

    /**
     * Returns the table as comma-separated values (RFC 4180), a heading first. What a spreadsheet would take for a formula
     * begins with an apostrophe.
     */
    public String asCsv() {
        return new Egress(this).csv();
    }

    /**
     * Returns the table as JSON: its dimensions, and each number with its row and column, or {@code null} where it is hidden,
     * with its {@code share} where a band is said of it.
     */
    public String asJson() {
        return new Egress(this).json();
    }

    /**
     * Returns a picture of the rows, as SVG: a bar for each total, or each bar divided by columns where there are any. What is
     * not shown is hatched, and drawn to no scale of its own.
     */
    public String asSvg() {
        return new Egress(this).svg();
    }

    /** Whether the other shows the same. What is hidden, and for what, does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SuppressedTable table
                && rows.equals(table.rows)
                && columns.equals(table.columns)
                && shown().equals(table.shown());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, columns, shown());
    }

    private List<String> shown() {
        return Lists.transform(cells, Cell::entry);
    }

    long hiddenPeople() {
        return hiddenPeople;
    }
}
