package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import org.peercircle.id.CohortId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.report.Band;
import org.peercircle.report.Dimension;
import org.peercircle.report.Edition;
import org.peercircle.report.ReportKind;
import org.peercircle.report.StandingReport;
import org.peercircle.report.SuppressedTable;
import org.peercircle.report.Thresholds;

/** Reports as JSON, with all that was shown of them; who was counted as sets of bits. */
final class ReportCodec implements AggregateCodec<StandingReport> {

    @Override
    public AggregateKind<StandingReport> kind() {
        return AggregateKind.REPORT;
    }

    @Override
    public String parent(StandingReport value, String program) {
        return value.cohort().value();
    }

    @Override
    public ImmutableList<String> scope(StandingReport value, String program) {
        return ImmutableList.of("program " + program);
    }

    @Override
    public JsonObject write(StandingReport value, PieceCodec pieces) {
        JsonObject node = Json.object()
                .put("program", value.program().value())
                .put("cohort", value.cohort().value())
                .put("kind", value.kind().name());
        node.set("editions", Json.array(value.editions(), ReportCodec::write));
        return node;
    }

    @Override
    public StandingReport read(JsonNode node, PieceCodec pieces) {
        return StandingReport.builder()
                .program(ProgramId.of(Json.text(node, "program")))
                .cohort(CohortId.of(Json.text(node, "cohort")))
                .kind(ReportKind.valueOf(Json.text(node, "kind")))
                .editions(Json.list(node, "editions", ReportCodec::edition))
                .build();
    }

    private static JsonObject write(Edition edition) {
        JsonObject node = Json.object()
                .put("at", edition.at())
                .put("last", edition.isLast())
                .put("people", edition.thresholds().people())
                .put("groups", edition.thresholds().groups())
                .put("width", edition.thresholds().width());
        node.set("rows", write(edition.table().rows()));
        node.set("columns", write(edition.table().columns()));
        node.set("cells", Json.array(edition.table().cells(), ReportCodec::write));
        node.set("populations", Json.array(edition.populations(), ReportCodec::write));
        return node;
    }

    private static Edition edition(JsonNode node) {
        return new Edition(
                Instant.parse(Json.text(node, "at")),
                node.required("last").asBoolean(),
                new Thresholds(
                        node.required("people").asInt(),
                        node.required("groups").asInt(),
                        node.required("width").asInt()),
                SuppressedTable.published(
                        dimension(node.required("rows")),
                        dimension(node.required("columns")),
                        Json.list(node, "cells", ReportCodec::cell)),
                Json.list(node, "populations", ReportCodec::population));
    }

    private static JsonObject write(Dimension dimension) {
        JsonObject node = Json.object().put("name", dimension.name());
        node.set("categories", Json.array(dimension.categories(), path -> Json.array(path, Json::text)));
        return node;
    }

    private static Dimension dimension(JsonNode node) {
        return new Dimension(Json.text(node, "name"), Json.list(node, "categories", ReportCodec::path));
    }

    private static ImmutableList<String> path(JsonNode node) {
        ImmutableList.Builder<String> path = ImmutableList.builder();
        node.forEach(part -> path.add(part.asText()));
        return path.build();
    }

    private static JsonObject write(SuppressedTable.Cell cell) {
        JsonObject node = Json.object();
        node.set("row", Json.array(cell.row(), Json::text));
        node.set("column", Json.array(cell.column(), Json::text));
        cell.people().ifPresent(people -> node.put("people", people));
        cell.band().ifPresent(band -> node.put(band.isAtMost() ? "atMost" : "atLeast", band.percent()));
        return node;
    }

    private static SuppressedTable.Cell cell(JsonNode node) {
        return new SuppressedTable.Cell(
                path(node.required("row")),
                path(node.required("column")),
                Json.optional(node, "people", JsonNode::asInt),
                Json.optional(node, "atMost", percent -> new Band(true, percent.asInt()))
                        .or(() -> Json.optional(node, "atLeast", percent -> new Band(false, percent.asInt()))),
                ImmutableList.of());
    }

    private static JsonObject write(Edition.Population population) {
        BitSet people = new BitSet();
        population.people().forEach(people::set);
        JsonObject node = Json.object().put("people", Base64.getEncoder().encodeToString(people.toByteArray()));
        node.set("row", Json.array(population.row(), Json::text));
        return node;
    }

    private static Edition.Population population(JsonNode node) {
        BitSet people = BitSet.valueOf(Base64.getDecoder().decode(Json.text(node, "people")));
        return new Edition.Population(
                path(node.required("row")),
                people.stream().boxed().collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder())));
    }
}
