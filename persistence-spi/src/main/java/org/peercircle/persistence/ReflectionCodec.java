package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.exercise.Exercise;
import org.peercircle.exercise.Fit;
import org.peercircle.exercise.LookBack;
import org.peercircle.exercise.Prompt;
import org.peercircle.exercise.Reflection;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.office.port.AggregateKind;

/** What members wrote in exercises, as JSON, with the exercise as it was then. */
final class ReflectionCodec implements KeptInGroupCodec<Reflection> {

    @Override
    public AggregateKind<Reflection> kind() {
        return AggregateKind.REFLECTION;
    }

    @Override
    public PersonId owner(Reflection value) {
        return value.owner();
    }

    @Override
    public GroupId keptIn(Reflection value) {
        return value.group();
    }

    @Override
    public JsonObject write(Reflection value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("owner", value.owner().value())
                .put("group", value.group().value())
                .put("writtenAt", value.writtenAt());
        node.set("tag", TagCodec.write(value.tag()));
        node.set("exercise", write(value.exercise()));
        node.set("answers", Json.array(value.answers(), a -> a.map(pieces::text).orElse(null)));
        node.set("later", Json.array(value.later(), l -> {
            JsonObject later = Json.object().put("at", l.at());
            later.set("lookBack", pieces.write(l.lookBack(), ReflectionCodec::write));
            return later;
        }));
        node.set("plans", Json.array(value.plans(), Json::text));
        return node;
    }

    @Override
    public Reflection read(JsonNode node, PieceCodec pieces) {
        return Reflection.builder()
                .id(ReflectionId.of(Json.text(node, "id")))
                .owner(PersonId.of(Json.text(node, "owner")))
                .group(GroupId.of(Json.text(node, "group")))
                .writtenAt(Instant.parse(Json.text(node, "writtenAt")))
                .tag(TagCodec.read(node.required("tag")))
                .exercise(exercise(node.required("exercise")))
                .answers(Json.list(node, "answers", a -> answer(a, pieces)))
                .later(Json.list(
                        node,
                        "later",
                        l -> new Reflection.Later(
                                Instant.parse(Json.text(l, "at")),
                                pieces.read(l.required("lookBack"), ReflectionCodec::lookBack))))
                .plans(Json.list(node, "plans", p -> PlanId.of(p.asText())))
                .build();
    }

    private static Optional<Confidential<String>> answer(JsonNode node, PieceCodec pieces) {
        return node.isNull() ? Optional.empty() : Optional.of(pieces.text(node));
    }

    private static JsonObject write(LookBack lookBack) {
        JsonObject node = Json.object();
        node.set("fits", Json.array(lookBack.fits(), Json::text));
        Json.putOptional(node, "noticed", lookBack.noticed(), Json::text);
        return node;
    }

    private static LookBack lookBack(JsonNode node) {
        return new LookBack(
                Json.list(node, "fits", f -> Fit.valueOf(f.asText())),
                Json.optional(node, "noticed", JsonNode::asText));
    }

    private static JsonObject write(Exercise exercise) {
        JsonObject node = Json.object();
        node.put("code", exercise.code())
                .put("name", exercise.name())
                .put("times", exercise.times())
                .put("reach", exercise.privacy().reach().name());
        node.set("people", Json.array(exercise.privacy().people(), Json::text));
        node.set("prompts", Json.array(exercise.prompts(), p -> {
            JsonObject prompt = Json.object()
                    .put("kind", p.kind().name())
                    .put("words", p.words())
                    .put("length", p.length().toString());
            prompt.set("choices", Json.array(p.choices(), Json::text));
            return prompt;
        }));
        Json.putOptional(node, "followUp", exercise.followUp(), Json::text);
        Json.putOptional(node, "followUpQuestion", exercise.followUpQuestion(), Json::text);
        node.set("resources", Json.array(exercise.resources(), Json::text));
        Json.putOptional(node, "source", exercise.source(), Json::text);
        return node;
    }

    private static Exercise exercise(JsonNode node) {
        return Exercise.builder()
                .code(Json.text(node, "code"))
                .name(Json.text(node, "name"))
                .times(node.required("times").asInt())
                .privacy(new Audience(
                        Audience.Reach.valueOf(Json.text(node, "reach")),
                        ImmutableSet.copyOf(Json.list(node, "people", p -> PersonId.of(p.asText())))))
                .prompts(Json.list(
                        node,
                        "prompts",
                        p -> new Prompt(
                                Prompt.Kind.valueOf(Json.text(p, "kind")),
                                Json.text(p, "words"),
                                Duration.parse(Json.text(p, "length")),
                                Json.list(p, "choices", JsonNode::asText))))
                .followUp(Json.optional(node, "followUp", p -> Period.parse(p.asText())))
                .followUpQuestion(Json.optional(node, "followUpQuestion", JsonNode::asText))
                .resources(Json.list(node, "resources", JsonNode::asText))
                .source(Json.optional(node, "source", JsonNode::asText))
                .build();
    }
}
