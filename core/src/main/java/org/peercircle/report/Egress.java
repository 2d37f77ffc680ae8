package org.peercircle.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one way out for a table, in every format (law D9): computed from what is shown and from nothing else, so that tables
 * that show the same come out as the same bytes (law D18).
 */
final class Egress {

    private static final String MARK = SuppressedTable.MARK;
    private static final String ALL = "all";
    private static final int BAR = 300;
    private static final int LINE = 24;
    private static final int LABEL = 200;

    private static final Escaper JSON = jsonEscaper();

    private final SuppressedTable table;
    private final ImmutableTable<ImmutableList<String>, ImmutableList<String>, SuppressedTable.Cell> byPlace;

    Egress(SuppressedTable table) {
        this.table = table;
        this.byPlace = table.cells().stream()
                .collect(ImmutableTable.toImmutableTable(
                        SuppressedTable.Cell::row, SuppressedTable.Cell::column, cell -> cell));
    }

    String text() {
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

    String html() {
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

    String csv() {
        return lines().stream()
                .map(line -> line.stream().map(Egress::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String quoted(String entry) {
        boolean isFormula = !entry.isEmpty() && "=+-@\t\r".indexOf(entry.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + entry.replace("\"", "\"\"") + '"';
    }

    String json() {
        String cells = table.cells().stream()
                .map(cell -> "{\"row\":" + path(cell.row()) + ",\"column\":" + path(cell.column()) + ",\"people\":"
                        + cell.people().map(String::valueOf).orElse("null")
                        + cell.band()
                                .map(band -> ",\"share\":" + text(band.toString()))
                                .orElse("") + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
        return "{\"rows\":" + text(table.rows().name()) + ",\"columns\":"
                + text(table.columns().name()) + ",\"cells\":" + cells + "}\n";
    }

    private static String path(List<String> path) {
        return path.stream().map(Egress::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String text) {
        return '"' + JSON.escape(text) + '"';
    }

    private static Escaper jsonEscaper() {
        Escapers.Builder escapes = Escapers.builder().addEscape('"', "\\\"").addEscape('\\', "\\\\");
        for (char control = 0; control < ' '; control++) {
            escapes.addEscape(control, String.format(Locale.ROOT, "\\u%04x", (int) control));
        }
        return escapes.build();
    }

    /** How long a bar is depends on numbers that are shown; what is hidden looks the same wherever it stands. */
    String svg() {
        List<ImmutableList<String>> rows = rowsWithTotals();
        if (!table.columns().isNone()) {
            return new ShareChart(table).svg(rows);
        }
        int most = rows.stream()
                .filter(row -> !row.isEmpty())
                .flatMap(row -> people(row, ImmutableList.of()).stream())
                .max(Integer::compare)
                .orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\" role=\"img\">\n<title>%s</title>\n<defs><pattern id=\"hidden\""
                        + " width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<rect width=\"2\" height=\"6\" fill=\"#b8b8b8\"/></pattern></defs>\n",
                LABEL + BAR + 60,
                rows.size() * LINE + 8,
                escaped(table.rows().isNone() ? ALL : table.rows().name())));
        for (int i = 0; i < rows.size(); i++) {
            addBar(svg, rows.get(i), i * LINE + 4, most);
        }
        return svg.append("</svg>\n").toString();
    }

    private void addBar(StringBuilder svg, ImmutableList<String> row, int y, int most) {
        Optional<Integer> people = people(row, ImmutableList.of());
        boolean isTotal = row.isEmpty();
        int length = people.map(n -> Math.min(BAR, (int) Math.round((double) n * BAR / Math.max(1, most))))
                .orElse(BAR);
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                LABEL - 8,
                y + 15,
                escaped(label(row))));
        if (!isTotal) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
                    LABEL,
                    y,
                    length,
                    LINE - 6,
                    people.isPresent() ? "#3b6ea5" : "url(#hidden)"));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">%s</text>\n",
                LABEL + (isTotal ? 0 : length + 8),
                y + 15,
                people.map(String::valueOf).orElse(MARK)));
    }

    /** A heading, then the rows, those of a school after one another and before their total. */
    private ImmutableList<ImmutableList<String>> lines() {
        List<ImmutableList<String>> shownColumns = new ArrayList<>();
        if (!table.columns().isNone()) {
            shownColumns.addAll(table.columns().categories());
        }
        shownColumns.add(ImmutableList.of());
        ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
        ImmutableList.Builder<String> heading = ImmutableList.<String>builder()
                .add(table.rows().isNone() ? "" : table.rows().name());
        shownColumns.forEach(c -> heading.add(label(c)));
        lines.add(heading.build());
        for (ImmutableList<String> row : rowsWithTotals()) {
            ImmutableList.Builder<String> line = ImmutableList.<String>builder().add(label(row));
            shownColumns.forEach(c -> line.add(Optional.ofNullable(byPlace.get(row, c))
                    .map(SuppressedTable.Cell::entry)
                    .orElse(MARK)));
            lines.add(line.build());
        }
        return lines.build();
    }

    private Optional<Integer> people(ImmutableList<String> row, ImmutableList<String> column) {
        return Optional.ofNullable(byPlace.get(row, column)).flatMap(SuppressedTable.Cell::people);
    }

    static String label(List<String> path) {
        return path.isEmpty() ? ALL : String.join(" / ", new LinkedHashSet<>(path));
    }

    private List<ImmutableList<String>> rowsWithTotals() {
        List<ImmutableList<String>> all = new ArrayList<>();
        if (!table.rows().isNone()) {
            addRows(all, ImmutableList.of());
        }
        all.add(ImmutableList.of());
        return all;
    }

    private void addRows(List<ImmutableList<String>> all, ImmutableList<String> in) {
        for (ImmutableList<String> row : partsOf(in)) {
            boolean isLeaf = row.size() == table.rows().levels();
            if (!isLeaf) {
                addRows(all, row);
            }
            if (isLeaf || partsOf(row).size() > 1) {
                all.add(row); // the total of one part is that part
            }
        }
    }

    private ImmutableSet<ImmutableList<String>> partsOf(ImmutableList<String> row) {
        return table.rows().categories().stream()
                .filter(c -> c.subList(0, row.size()).equals(row))
                .map(c -> c.subList(0, row.size() + 1))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
