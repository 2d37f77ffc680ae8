package org.peercircle.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as anybody may see it. All ways to print it are computed from this and nothing else (law D9); a hidden number
 * looks the same whatever it was hidden for (law D8).
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

    /**
     * One number, or that it is hidden.
     *
     * @param row the path of the row, such as a school or a school and a department; empty for the total of all
     * @param column the path of the column; empty for the total
     * @param people how many; empty if hidden
     * @param witnesses for a hidden one, the proof that it can't be worked out; empty where nothing at all is shown.
     *     They are for whoever holds the table, and are printed nowhere
     */
    public record Cell(
            ImmutableList<String> row,
            ImmutableList<String> column,
            Optional<Integer> people,
            ImmutableList<Witness> witnesses) {

        /** Whether the number is hidden. */
        public boolean isHidden() {
            return people.isEmpty();
        }

        @Override
        public String toString() {
            return row + " " + column + " " + people.map(String::valueOf).orElse(MARK);
        }
    }

    /**
     * Two tables, row by row and without totals, that agree with all that is shown and are far apart in one hidden cell
     * (law D5). The first witness of a cell is for anybody; further ones allow for what a group knows of itself (law D6).
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
        ImmutableList<ImmutableList<String>> lines = lines();
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(Strings.padEnd(line.get(0), widths[0], ' '));
            for (int i = 1; i < widths.length; i++) {
                text.append("  ").append(Strings.padStart(line.get(i), widths[i], ' '));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns the table as an HTML element. */
    public String asHtml() {
        StringBuilder html = new StringBuilder("<table class=\"report\">\n");
        String tag = "th";
        for (List<String> line : lines()) {
            html.append("<tr><th>").append(escaped(line.get(0))).append("</th>");
            for (String entry : line.subList(1, line.size())) {
                html.append('<').append(tag).append('>').append(escaped(entry));
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>\n");
            tag = "td";
        }
        return html.append("</table>\n").toString();
    }

    /** A heading, then the rows, those of a school after one another and before their total. */
    private ImmutableList<ImmutableList<String>> lines() {
        List<ImmutableList<String>> shownColumns = new ArrayList<>();
        if (!columns.isNone()) {
            shownColumns.addAll(columns.categories());
        }
        shownColumns.add(ImmutableList.of());
        ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
        ImmutableList.Builder<String> heading = ImmutableList.<String>builder().add(rows.isNone() ? "" : rows.name());
        shownColumns.forEach(c -> heading.add(c.isEmpty() ? "all" : String.join(" / ", c)));
        lines.add(heading.build());
        ImmutableTable<ImmutableList<String>, ImmutableList<String>, Cell> byPlace =
                cells.stream().collect(ImmutableTable.toImmutableTable(Cell::row, Cell::column, cell -> cell));
        for (ImmutableList<String> row : rowsWithTotals()) {
            ImmutableList.Builder<String> line =
                    ImmutableList.<String>builder().add(row.isEmpty() ? "all" : String.join(" / ", row));
            shownColumns.forEach(c -> line.add(Optional.ofNullable(byPlace.get(row, c))
                    .flatMap(Cell::people)
                    .map(String::valueOf)
                    .orElse(MARK)));
            lines.add(line.build());
        }
        return lines.build();
    }

    private List<ImmutableList<String>> rowsWithTotals() {
        List<ImmutableList<String>> all = new ArrayList<>();
        if (!rows.isNone()) {
            addRows(all, ImmutableList.of());
        }
        all.add(ImmutableList.of());
        return all;
    }

    private void addRows(List<ImmutableList<String>> all, ImmutableList<String> in) {
        int level = in.size() + 1;
        rows.categories().stream()
                .filter(c -> c.subList(0, in.size()).equals(in))
                .map(c -> c.subList(0, level))
                .distinct()
                .forEach(row -> {
                    if (level < rows.levels()) {
                        addRows(all, row);
                    }
                    all.add(row);
                });
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    long hiddenPeople() {
        return hiddenPeople;
    }
}
