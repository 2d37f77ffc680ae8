package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.cohort.WaitReason;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;

/** Cohorts as JSON. */
final class CohortCodec implements OfProgramCodec<Cohort> {

    @Override
    public AggregateKind<Cohort> kind() {
        return AggregateKind.COHORT;
    }

    @Override
    public JsonObject write(Cohort value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("name", value.name())
                .put("phase", value.phase().name());
        node.set("eligibility", write(value.eligibility()));
        node.set("sizing", write(value.sizing()));
        node.put("patience", value.watch().patience());
        node.set("enrollments", Json.array(value.enrollments().values(), CohortCodec::write));
        return node;
    }

    @Override
    public Cohort read(JsonNode node, PieceCodec pieces) {
        Cohort.Builder cohort = Cohort.builder()
                .id(CohortId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .name(Json.text(node, "name"))
                .eligibility(eligibility(node.required("eligibility")))
                .sizing(sizing(node.required("sizing")))
                .watch(new SizeWatch(node.required("patience").asInt()))
                .phase(Cohort.Phase.valueOf(Json.text(node, "phase")));
        Json.list(node, "enrollments", CohortCodec::enrollment).forEach(e -> cohort.putEnrollments(e.person(), e));
        return cohort.build();
    }

    static JsonObject write(GroupSizing sizing) {
        return Json.object()
                .put("min", sizing.min())
                .put("preferred", sizing.preferred())
                .put("max", sizing.max());
    }

    static GroupSizing sizing(JsonNode node) {
        return new GroupSizing(
                node.required("min").asInt(),
                node.required("preferred").asInt(),
                node.required("max").asInt());
    }

    private static JsonObject write(Enrollment enrollment) {
        JsonObject node = Json.object();
        node.put("person", enrollment.person().value())
                .put("at", enrollment.at())
                .put("status", enrollment.status().name());
        Json.putOptional(node, "group", enrollment.group(), Json::text);
        Json.putOptional(node, "until", enrollment.until(), Json::text);
        Json.putOptional(node, "waits", enrollment.waits(), Json::text);
        return node;
    }

    private static Enrollment enrollment(JsonNode node) {
        return new Enrollment(
                PersonId.of(Json.text(node, "person")),
                Instant.parse(Json.text(node, "at")),
                Enrollment.Status.valueOf(Json.text(node, "status")),
                Json.optional(node, "group", n -> GroupId.of(n.asText())),
                Json.optional(node, "until", n -> Instant.parse(n.asText())),
                Json.optional(node, "waits", n -> WaitReason.valueOf(n.asText())));
    }

    private static JsonObject write(Eligibility rule) {
        JsonObject node = Json.object();
        if (rule instanceof Eligibility.StageIn stages) {
            node.set("stageIn", Json.array(stages.stages(), Json::text));
        } else if (rule instanceof Eligibility.AttributeIn attribute) {
            node.put("attribute", attribute.attribute());
            node.set("in", Json.array(attribute.values(), Json::text));
        } else if (rule instanceof Eligibility.AmountBetween amount) {
            node.put("amount", amount.attribute()).put("min", amount.min()).put("max", amount.max());
        } else if (rule instanceof Eligibility.LevelAtLeast level) {
            node.put("level", level.attribute()).put("atLeast", level.level());
        } else if (rule instanceof Eligibility.UnitIn units) {
            node.put("unit", units.kind().name());
            node.set("in", Json.array(units.units(), Json::text));
        } else if (rule instanceof Eligibility.DeclaredAs declared) {
            node.put("declared", declared.axis());
            node.set("as", Json.array(declared.values(), Json::text));
        } else if (rule instanceof Eligibility.Not not) {
            node.set("not", write(not.rule()));
            node.put("words", not.words());
        } else if (rule instanceof Eligibility.AllOf all) {
            node.set("allOf", Json.array(all.rules(), CohortCodec::write));
        } else if (rule instanceof Eligibility.AnyOf any) {
            node.set("anyOf", Json.array(any.rules(), CohortCodec::write));
        } else {
            node.put("open", true);
        }
        return node;
    }

    private static Eligibility eligibility(JsonNode node) {
        if (node.has("stageIn")) {
            return new Eligibility.StageIn(
                    ImmutableSet.copyOf(Json.list(node, "stageIn", n -> new CareerStage(n.asText()))));
        }
        if (node.has("attribute")) {
            return new Eligibility.AttributeIn(
                    Json.text(node, "attribute"), ImmutableSet.copyOf(Json.list(node, "in", JsonNode::asText)));
        }
        if (node.has("amount")) {
            return new Eligibility.AmountBetween(
                    Json.text(node, "amount"),
                    node.required("min").asDouble(),
                    node.required("max").asDouble());
        }
        if (node.has("level")) {
            return new Eligibility.LevelAtLeast(Json.text(node, "level"), Json.text(node, "atLeast"));
        }
        if (node.has("unit")) {
            return new Eligibility.UnitIn(
                    Affiliation.Kind.valueOf(Json.text(node, "unit")),
                    ImmutableSet.copyOf(Json.list(node, "in", JsonNode::asText)));
        }
        if (node.has("declared")) {
            return new Eligibility.DeclaredAs(
                    Json.text(node, "declared"), ImmutableSet.copyOf(Json.list(node, "as", JsonNode::asText)));
        }
        if (node.has("not")) {
            return Eligibility.not(eligibility(node.required("not")), Json.text(node, "words"));
        }
        if (node.has("allOf")) {
            return new Eligibility.AllOf(Json.list(node, "allOf", CohortCodec::eligibility));
        }
        if (node.has("anyOf")) {
            return new Eligibility.AnyOf(Json.list(node, "anyOf", CohortCodec::eligibility));
        }
        if (node.has("open")) {
            return new Eligibility.Open();
        }
        // A rule that this version does not know must not let anybody in.
        throw new IllegalArgumentException("eligibility must be one this version knows, but was " + node);
    }
}
