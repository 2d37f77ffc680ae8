package org.peercircle.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.peercircle.report.CountTable;
import org.peercircle.report.Dimension;
import org.peercircle.report.SuppressedTable;
import org.peercircle.report.SuppressionRule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hides what must be hidden in a table of counts, so that published suppression problems can be tried. */
@Command(
        name = "suppress",
        description = {
            "Hides in a table of counts what must be hidden, and prints as JSON what is shown, what is hidden, and for each",
            "hidden number two tables that agree with all that is shown and are far apart in it.",
            "The format is in the README beside this."
        })
final class Suppress implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("table.json");

    @Option(names = "--text", description = "Prints the table as people would see it, instead of JSON.")
    private boolean text;

    Suppress() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        CountTable table;
        SuppressionRule rule;
        JsonNode problem;
        try {
            problem = JSON.readTree(file.toFile());
            table = table(problem);
            rule = rule(problem);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unusable) {
            out.println(file + ": " + unusable.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        SuppressedTable shown =
                problem.path("coarsen").asBoolean(false) ? rule.coarsenAndProtect(table) : rule.protect(table);
        out.println(text ? shown.asText() : JSON.writeValueAsString(toJson(shown)));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    static SuppressionRule rule(JsonNode problem) {
        return new SuppressionRule(
                problem.path("people").asInt(10),
                problem.path("groups").asInt(problem.has("contributions") ? 3 : 0),
                problem.path("width").asInt(5),
                problem.path("zeros").asText("hidden").equals("shown"),
                problem.path("bands").asBoolean());
    }

    static CountTable table(JsonNode problem) {
        Dimension rows = dimension(problem, "rows");
        Dimension columns = dimension(problem, "columns");
        CountTable.Builder table = CountTable.by(rows, columns);
        int[][] rest = matrix(problem.path("counts"), rows, columns, "counts");
        for (JsonNode own : problem.path("contributions")) {
            int[][] counts = matrix(own.path("counts"), rows, columns, "contributions");
            forEach(counts, (row, column, count) -> {
                rest[row][column] -= count;
                table.people(row, column, count, own.path("group").asText());
            });
        }
        forEach(rest, (row, column, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "contributions must add up to at most the count of each cell, but were more by " + -count);
            }
            table.people(row, column, count);
        });
        if (problem.path("totalsKnown").asBoolean()) {
            table.totalsKnown();
        }
        for (JsonNode place : problem.path("cannotOccur")) {
            table.cannotOccur(place.path(0).asInt(), place.path(1).asInt());
        }
        return table.build();
    }

    private interface OnCell {
        void take(int row, int column, int count);
    }

    private static void forEach(int[][] counts, OnCell action) {
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                action.take(row, column, counts[row][column]);
            }
        }
    }

    private static Dimension dimension(JsonNode problem, String which) {
        JsonNode said = problem.path(which);
        if (said.isMissingNode()) {
            if (which.equals("rows")) {
                throw new IllegalArgumentException("rows must have a name and categories, but were missing");
            }
            return Dimension.none();
        }
        List<List<String>> paths = new ArrayList<>();
        for (JsonNode category : said.path("categories")) {
            List<String> path = new ArrayList<>();
            if (category.isArray()) {
                category.forEach(step -> path.add(step.asText()));
            } else {
                path.add(category.asText());
            }
            paths.add(path);
        }
        return Dimension.nested(said.path("name").asText(which), paths);
    }

    /** A row of numbers each, or in a table of one dimension one number each. */
    private static int[][] matrix(JsonNode counts, Dimension rows, Dimension columns, String name) {
        int height = rows.categories().size();
        int width = columns.categories().size();
        int[][] matrix = new int[height][width];
        for (int row = 0; row < height; row++) {
            JsonNode line = counts.path(row);
            for (int column = 0; column < width; column++) {
                JsonNode count = line.isArray() ? line.path(column) : line;
                if (!count.isInt() || counts.size() != height || (line.isArray() ? line.size() : 1) != width) {
                    throw new IllegalArgumentException(
                            name + " must be " + height + " rows of " + width + " whole numbers, but row " + (row + 1)
                                    + " was " + (line.isMissingNode() ? "missing" : line));
                }
                matrix[row][column] = count.asInt();
            }
        }
        return matrix;
    }

    private static ObjectNode toJson(SuppressedTable shown) {
        ObjectNode json = JSON.createObjectNode();
        json.set("rows", JSON.valueToTree(shown.rows().categories()));
        json.set(
                "columns",
                JSON.valueToTree(
                        shown.columns().isNone() ? List.of() : shown.columns().categories()));
        ArrayNode numbers = json.putArray("shown");
        ArrayNode hidden = json.putArray("hidden");
        for (SuppressedTable.Cell cell : shown.cells()) {
            ObjectNode place = JSON.createObjectNode();
            place.set("row", JSON.valueToTree(cell.row()));
            place.set("column", JSON.valueToTree(cell.column()));
            if (cell.isHidden()) {
                ArrayNode witnesses = place.putArray("witnesses");
                cell.witnesses().forEach(w -> {
                    ObjectNode witness = witnesses.addObject();
                    witness.set("low", JSON.valueToTree(w.low()));
                    witness.set("high", JSON.valueToTree(w.high()));
                });
                cell.band().ifPresent(band -> place.put("share", band.toString()));
                hidden.add(place);
            } else {
                place.put("people", cell.people().orElseThrow());
                numbers.add(place);
            }
        }
        return json;
    }
}
