package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import org.peercircle.confidentiality.Owner;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PulseId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.pulse.Answers;
import org.peercircle.pulse.PulseDiary;

/** What people answered, as JSON. Not even whose cohort it is of can be seen in the store. */
final class PulseDiaryCodec implements AggregateCodec<PulseDiary> {

    @Override
    public AggregateKind<PulseDiary> kind() {
        return AggregateKind.PULSE_DIARY;
    }

    @Override
    public String parent(PulseDiary value, String program) {
        return value.cohort().value();
    }

    @Override
    public boolean hidesParent() {
        return true;
    }

    @Override
    public ImmutableList<String> scope(PulseDiary value, String program) {
        return ImmutableList.of(SealedPieces.part(program, Owner.of(value.owner())));
    }

    @Override
    public JsonObject write(PulseDiary value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("owner", value.owner().value())
                .put("cohort", value.cohort().value())
                .put("consents", value.consents());
        node.set("answers", Json.array(value.answers().entrySet(), e -> write(e.getKey(), e.getValue(), pieces)));
        return node;
    }

    private static JsonObject write(PulseId survey, Answers answers, PieceCodec pieces) {
        JsonObject node = Json.object().put("survey", survey.value()).put("at", answers.at());
        Json.putOptional(node, "group", answers.group(), Json::text);
        node.set("byItem", pieces.write(answers.byItem(), PulseDiaryCodec::write));
        return node;
    }

    private static JsonObject write(Map<String, Integer> byItem) {
        JsonObject node = Json.object();
        byItem.forEach(node::put);
        return node;
    }

    @Override
    public PulseDiary read(JsonNode node, PieceCodec pieces) {
        ImmutableMap.Builder<PulseId, Answers> answers = ImmutableMap.builder();
        node.path("answers")
                .forEach(a -> answers.put(
                        PulseId.of(Json.text(a, "survey")),
                        new Answers(
                                Instant.parse(Json.text(a, "at")),
                                Json.optional(a, "group", g -> GroupId.of(g.asText())),
                                pieces.read(a.required("byItem"), PulseDiaryCodec::byItem))));
        return PulseDiary.builder()
                .id(PieceId.of(Json.text(node, "id")))
                .owner(PersonId.of(Json.text(node, "owner")))
                .cohort(CohortId.of(Json.text(node, "cohort")))
                .consents(node.required("consents").asBoolean())
                .answers(answers.buildOrThrow())
                .build();
    }

    private static ImmutableMap<String, Integer> byItem(JsonNode node) {
        ImmutableMap.Builder<String, Integer> byItem = ImmutableMap.builder();
        node.fields().forEachRemaining(e -> byItem.put(e.getKey(), e.getValue().asInt()));
        return byItem.buildOrThrow();
    }
}
