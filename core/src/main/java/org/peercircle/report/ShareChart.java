package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of two dimensions as a picture: a bar a row, divided by what is shown of its columns. What is hidden is what is
 * left of the row, hatched as one, whatever it is made of.
 */
final class ShareChart {

    private static final List<String> COLORS =
            List.of("#dbe7f3", "#9dbfe0", "#5b8fc4", "#2b5f97", "#163a61", "#0b1f36");
    private static final int LABEL = 230;
    private static final int BAR = 420;
    private static final int LINE = 26;
    private static final int LEAST_FOR_A_NUMBER = 24;
    private static final int DARK = 2;
    private static final int LETTER = 7;

    private final SuppressedTable table;
    private final StringBuilder svg = new StringBuilder();

    ShareChart(SuppressedTable table) {
        this.table = table;
    }

    /**
     * Draws it.
     *
     * @param rows paths of the rows, from the first to the total
     */
    String svg(List<ImmutableList<String>> rows) {
        ImmutableList<ImmutableList<String>> columns = table.columns().categories();
        int top = (columns.size() + 1) * LINE;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\" role=\"img\">\n<title>%s by %s</title>\n<defs><pattern id=\"hidden\""
                        + " width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<rect width=\"2\" height=\"6\" fill=\"#b8b8b8\"/></pattern></defs>\n",
                LABEL + BAR + 60,
                top + rows.size() * LINE + 8,
                escaped(Egress.label(
                        rows.size() > 1 ? ImmutableList.of(table.rows().name()) : ImmutableList.of())),
                escaped(table.columns().name()));
        for (int i = 0; i < columns.size(); i++) {
            entry(COLORS.get(i % COLORS.size()), Egress.label(columns.get(i)), i * LINE + 4);
        }
        entry("url(#hidden)", "not shown", columns.size() * LINE + 4);
        for (int i = 0; i < rows.size(); i++) {
            bar(rows.get(i), top + i * LINE + 4);
        }
        return svg.append("</svg>\n").toString();
    }

    private void entry(String fill, String words, int y) {
        rectangle(LABEL, y, LINE - 8, fill);
        add("<text x=\"%d\" y=\"%d\">%s</text>\n", LABEL + LINE, y + 14, escaped(words));
    }

    private void bar(ImmutableList<String> row, int y) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n", LABEL - 8, y + 14, escaped(Egress.label(row)));
        int all = people(row, ImmutableList.of()).orElse(0);
        int x = LABEL;
        ImmutableList<ImmutableList<String>> columns = table.columns().categories();
        for (int i = 0; i < columns.size(); i++) {
            int shown = all == 0 ? 0 : people(row, columns.get(i)).orElse(0);
            int width = all == 0 ? 0 : (int) Math.round((double) shown * BAR / all);
            if (width > 0) {
                rectangle(x, y, width, COLORS.get(i % COLORS.size()));
            }
            if (width >= LEAST_FOR_A_NUMBER) {
                add(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d</text>\n",
                        x + width / 2, y + 14, i % COLORS.size() < DARK ? "#111111" : "#ffffff", shown);
            }
            x += width;
        }
        // By rounding alone a bar may miss its end by less than a point for each part.
        if (LABEL + BAR - x > columns.size()) {
            rectangle(x, y, LABEL + BAR - x, "url(#hidden)");
            describe(row, x, y);
        }
        add(
                "<text x=\"%d\" y=\"%d\">%s</text>\n",
                LABEL + BAR + 8,
                y + 14,
                people(row, ImmutableList.of()).map(String::valueOf).orElse(SuppressedTable.MARK));
    }

    /** Writes what is said of hidden numbers over them, as far as there is room. */
    private void describe(ImmutableList<String> row, int x, int y) {
        String words = table.cells().stream()
                .filter(cell -> cell.row().equals(row))
                .flatMap(cell -> cell.band().stream().map(band -> Iterables.getLast(cell.column()) + " " + band))
                .collect(Collectors.joining(", "));
        if (!words.isEmpty() && words.length() * LETTER <= LABEL + BAR - x) {
            add(
                    "<text x=\"%d\" y=\"%d\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">%s</text>\n",
                    x + 6, y + 14, escaped(words));
        }
    }

    private Optional<Integer> people(ImmutableList<String> row, ImmutableList<String> column) {
        return table.cells().stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst()
                .flatMap(SuppressedTable.Cell::people);
    }

    private void rectangle(int x, int y, int width, String fill) {
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x, y, width, LINE - 8, fill);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
