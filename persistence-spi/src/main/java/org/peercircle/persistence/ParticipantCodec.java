package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.peercircle.confidentiality.Owner;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Availability;
import org.peercircle.people.CareerStage;
import org.peercircle.people.DateSpan;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.people.ReportingDuty;
import org.peercircle.people.SpecialDays;
import org.peercircle.people.WeeklyWindow;

/** Participants as JSON. */
final class ParticipantCodec implements AggregateCodec<Participant> {

    @Override
    public AggregateKind<Participant> kind() {
        return AggregateKind.PARTICIPANT;
    }

    @Override
    public String parent(Participant value, String program) {
        return program;
    }

    @Override
    public ImmutableList<String> scope(Participant value, String program) {
        return ImmutableList.of(SealedPieces.part(program, Owner.of(value.id())));
    }

    @Override
    public JsonObject write(Participant value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("name", value.name())
                .put("stage", value.stage().name())
                .put("reportingDuty", value.reportingDuty().name());
        node.set(
                "affiliations",
                Json.array(
                        value.affiliations(),
                        a -> span(a.during()).put("kind", a.kind().name()).put("unit", a.unit())));
        node.set(
                "powers",
                Json.array(
                        value.powers(),
                        p -> span(p.during())
                                .put("kind", p.kind().name())
                                .put("holder", p.holder().value())));
        JsonObject attributes = Json.object();
        value.attributes().forEach((name, attribute) -> attributes.set(name, write(attribute)));
        node.set("attributes", attributes);
        Json.putOptional(node, "availability", value.availability(), ParticipantCodec::write);
        Json.putOptional(node, "declarations", value.declarations(), d -> pieces.write(d, ParticipantCodec::write));
        return node;
    }

    @Override
    public Participant read(JsonNode node, PieceCodec pieces) {
        Participant.Builder participant = Participant.builder()
                .id(PersonId.of(Json.text(node, "id")))
                .name(Json.text(node, "name"))
                .stage(new CareerStage(Json.text(node, "stage")))
                .reportingDuty(ReportingDuty.valueOf(Json.text(node, "reportingDuty")))
                .affiliations(Json.list(
                        node,
                        "affiliations",
                        a -> new Affiliation(
                                Affiliation.Kind.valueOf(Json.text(a, "kind")), Json.text(a, "unit"), span(a))))
                .powers(Json.list(
                        node,
                        "powers",
                        p -> new PowerRelation(
                                PowerRelation.Kind.valueOf(Json.text(p, "kind")),
                                PersonId.of(Json.text(p, "holder")),
                                span(p))))
                .availability(Json.optional(node, "availability", ParticipantCodec::availability))
                .declarations(Json.optional(node, "declarations", d -> pieces.read(d, ParticipantCodec::declarations)));
        node.path("attributes")
                .fields()
                .forEachRemaining(e -> participant.putAttributes(e.getKey(), attribute(e.getValue())));
        return participant.build();
    }

    private static JsonObject span(DateSpan span) {
        JsonObject node = Json.object();
        span.from().ifPresent(day -> node.put("from", day.toString()));
        span.until().ifPresent(day -> node.put("until", day.toString()));
        return node;
    }

    private static DateSpan span(JsonNode node) {
        return new DateSpan(
                Json.optional(node, "from", n -> LocalDate.parse(n.asText())),
                Json.optional(node, "until", n -> LocalDate.parse(n.asText())));
    }

    private static JsonObject write(AttributeValue value) {
        JsonObject node = Json.object();
        if (value instanceof AttributeValue.One one) {
            node.put("one", one.value());
        } else if (value instanceof AttributeValue.Many many) {
            node.set("many", Json.array(many.values(), Json::text));
        } else if (value instanceof AttributeValue.Amount amount) {
            node.put("amount", amount.value());
        } else if (value instanceof AttributeValue.Level level) {
            node.put("level", level.value());
            node.set("scale", Json.array(level.scale(), Json::text));
        }
        return node;
    }

    private static AttributeValue attribute(JsonNode node) {
        if (node.has("one")) {
            return AttributeValue.of(Json.text(node, "one"));
        }
        if (node.has("level")) {
            return AttributeValue.level(Json.text(node, "level"), Json.list(node, "scale", JsonNode::asText));
        }
        return node.has("many")
                ? AttributeValue.of(Json.list(node, "many", JsonNode::asText))
                : AttributeValue.of(node.required("amount").asDouble());
    }

    private static JsonObject write(Availability availability) {
        JsonObject node = Json.object().put("zone", availability.zone().getId());
        node.set("windows", write(availability.windows()));
        node.set("special", Json.array(availability.special(), s -> {
            JsonObject days = Json.object()
                    .put("from", s.from().toString())
                    .put("until", s.until().toString());
            days.set("windows", write(s.windows()));
            return days;
        }));
        return node;
    }

    private static List<Object> write(ImmutableList<WeeklyWindow> windows) {
        return Json.array(
                windows,
                w -> Json.object()
                        .put("day", w.day().name())
                        .put("from", w.from().toString())
                        .put("to", w.to().toString()));
    }

    private static Availability availability(JsonNode node) {
        return new Availability(
                ZoneId.of(Json.text(node, "zone")),
                windows(node),
                Json.list(
                        node,
                        "special",
                        s -> new SpecialDays(
                                LocalDate.parse(Json.text(s, "from")),
                                LocalDate.parse(Json.text(s, "until")),
                                windows(s))));
    }

    private static ImmutableList<WeeklyWindow> windows(JsonNode node) {
        return Json.list(
                node,
                "windows",
                w -> new WeeklyWindow(
                        DayOfWeek.valueOf(Json.text(w, "day")),
                        LocalTime.parse(Json.text(w, "from")),
                        LocalTime.parse(Json.text(w, "to"))));
    }

    private static JsonObject write(Declarations declared) {
        JsonObject node = Json.object();
        node.set(
                "identities",
                Json.array(
                        declared.identities().entries(),
                        e -> Json.object().put("axis", e.getKey()).put("value", e.getValue())));
        node.set(
                "uses",
                Json.array(
                        declared.uses().entries(),
                        e -> Json.object()
                                .put("axis", e.getKey())
                                .put("use", e.getValue().name())));
        node.set("fineAlone", Json.array(declared.fineAlone(), Json::text));
        node.set("conflicts", Json.array(declared.conflicts(), Json::text));
        return node;
    }

    private static Declarations declarations(JsonNode node) {
        ImmutableSetMultimap.Builder<String, String> identities = ImmutableSetMultimap.builder();
        node.path("identities").forEach(e -> identities.put(Json.text(e, "axis"), Json.text(e, "value")));
        ImmutableSetMultimap.Builder<String, IdentityUse> uses = ImmutableSetMultimap.builder();
        node.path("uses").forEach(e -> uses.put(Json.text(e, "axis"), IdentityUse.valueOf(Json.text(e, "use"))));
        return new Declarations(
                identities.build(),
                uses.build(),
                ImmutableSet.copyOf(Json.list(node, "fineAlone", JsonNode::asText)),
                ImmutableSet.copyOf(Json.list(node, "conflicts", n -> PersonId.of(n.asText()))));
    }
}
