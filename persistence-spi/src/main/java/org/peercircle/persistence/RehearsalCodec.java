package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.RehearsalId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Feedback;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/** Rehearsals as JSON. */
final class RehearsalCodec implements KeptInGroupCodec<Rehearsal> {

    @Override
    public AggregateKind<Rehearsal> kind() {
        return AggregateKind.REHEARSAL;
    }

    @Override
    public PersonId owner(Rehearsal value) {
        return value.speaker();
    }

    @Override
    public GroupId keptIn(Rehearsal value) {
        return value.group();
    }

    @Override
    public JsonObject write(Rehearsal value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("speaker", value.speaker().value())
                .put("group", value.group().value());
        Json.putOptional(node, "meeting", value.meeting(), Json::text);
        node.set("tag", TagCodec.write(value.tag()));
        node.set("brief", write(value.brief(), pieces));
        node.set("rounds", Json.array(value.rounds(), r -> write(r, pieces)));
        node.set("aftermath", Json.array(value.aftermath(), a -> {
            JsonObject told = Json.object().put("outcome", a.outcome().name()).put("at", a.at());
            Json.putOptional(told, "words", a.words(), pieces::text);
            return told;
        }));
        return node;
    }

    @Override
    public Rehearsal read(JsonNode node, PieceCodec pieces) {
        return Rehearsal.builder()
                .id(RehearsalId.of(Json.text(node, "id")))
                .speaker(PersonId.of(Json.text(node, "speaker")))
                .group(GroupId.of(Json.text(node, "group")))
                .meeting(Json.optional(node, "meeting", n -> MeetingId.of(n.asText())))
                .tag(TagCodec.read(node.required("tag")))
                .brief(brief(node.required("brief"), pieces))
                .rounds(Json.list(node, "rounds", r -> round(r, pieces)))
                .aftermath(Json.list(
                        node,
                        "aftermath",
                        a -> new Aftermath(
                                Aftermath.Outcome.valueOf(Json.text(a, "outcome")),
                                Json.optional(a, "words", pieces::text),
                                at(a))))
                .build();
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(Json.text(node, "at"));
    }

    private static JsonObject write(Brief brief, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.set("ask", pieces.text(brief.ask()));
        node.set("counterpart", pieces.text(brief.counterpart()));
        Json.putOptional(node, "interests", brief.interests(), pieces::text);
        Json.putOptional(node, "worstFear", brief.worstFear(), pieces::text);
        Json.putOptional(node, "openingLine", brief.openingLine(), pieces::text);
        Json.putOptional(node, "talkOn", brief.talkOn(), Json::text);
        return node;
    }

    private static Brief brief(JsonNode node, PieceCodec pieces) {
        return new Brief(
                pieces.text(node.required("ask")),
                pieces.text(node.required("counterpart")),
                Json.optional(node, "interests", pieces::text),
                Json.optional(node, "worstFear", pieces::text),
                Json.optional(node, "openingLine", pieces::text),
                Json.optional(node, "talkOn", n -> LocalDate.parse(n.asText())));
    }

    private static JsonObject write(Round round, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("number", round.number()).put("kind", round.kind().name()).put("at", round.at());
        node.set(
                "cast",
                Json.array(
                        round.cast().entrySet(),
                        e -> Json.object()
                                .put("person", e.getKey().value())
                                .put("part", e.getValue().name())));
        Json.putOptional(node, "self", round.selfAssessment(), s -> pieces.write(s, RehearsalCodec::write));
        node.set("feedback", Json.array(round.feedback(), f -> {
            JsonObject feedback = Json.object().put("by", f.by().value()).put("at", f.at());
            feedback.set("observation", pieces.write(f.observation(), RehearsalCodec::write));
            return feedback;
        }));
        return node;
    }

    private static Round round(JsonNode node, PieceCodec pieces) {
        ImmutableMap.Builder<PersonId, Part> cast = ImmutableMap.builder();
        node.path("cast")
                .forEach(c -> cast.put(PersonId.of(Json.text(c, "person")), Part.valueOf(Json.text(c, "part"))));
        return Round.builder()
                .number(node.required("number").asInt())
                .kind(Round.Kind.valueOf(Json.text(node, "kind")))
                .at(at(node))
                .cast(cast.buildOrThrow())
                .selfAssessment(Json.optional(node, "self", s -> pieces.read(s, RehearsalCodec::selfAssessment)))
                .feedback(Json.list(
                        node,
                        "feedback",
                        f -> new Feedback(
                                PersonId.of(Json.text(f, "by")),
                                at(f),
                                pieces.read(f.required("observation"), RehearsalCodec::observation))))
                .build();
    }

    private static JsonObject write(SelfAssessment assessment) {
        return Json.object()
                .put("thoughts", assessment.thoughts())
                .put("clarity", assessment.clarity())
                .put("firmness", assessment.firmness());
    }

    private static SelfAssessment selfAssessment(JsonNode node) {
        return new SelfAssessment(
                Json.text(node, "thoughts"),
                node.required("clarity").asInt(),
                node.required("firmness").asInt());
    }

    private static JsonObject write(Observation observation) {
        return Json.object()
                .put("situation", observation.situation())
                .put("behavior", observation.behavior())
                .put("impact", observation.impact())
                .put("clarity", observation.clarity())
                .put("firmness", observation.firmness());
    }

    private static Observation observation(JsonNode node) {
        return new Observation(
                Json.text(node, "situation"),
                Json.text(node, "behavior"),
                Json.text(node, "impact"),
                node.required("clarity").asInt(),
                node.required("firmness").asInt());
    }
}
