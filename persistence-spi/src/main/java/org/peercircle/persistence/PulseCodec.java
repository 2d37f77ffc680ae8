package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.PulseId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.pulse.Finding;
import org.peercircle.pulse.Item;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.pulse.Release;
import org.peercircle.pulse.Scale;

/** Pulse surveys as JSON, with the scales as they were asked and what was shown. */
final class PulseCodec implements AggregateCodec<PulseSurvey> {

    @Override
    public AggregateKind<PulseSurvey> kind() {
        return AggregateKind.PULSE;
    }

    @Override
    public String parent(PulseSurvey value, String program) {
        return value.cohort().value();
    }

    @Override
    public ImmutableList<String> scope(PulseSurvey value, String program) {
        return ImmutableList.of("program " + program);
    }

    @Override
    public JsonObject write(PulseSurvey value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("cohort", value.cohort().value())
                .put("openedBy", value.openedBy().value())
                .put("moment", value.moment().name())
                .put("opensAt", value.opensAt())
                .put("closesAt", value.closesAt());
        node.set("scales", Json.array(value.scales(), PulseCodec::write));
        Json.putOptional(node, "release", value.release(), PulseCodec::write);
        return node;
    }

    @Override
    public PulseSurvey read(JsonNode node, PieceCodec pieces) {
        return PulseSurvey.builder()
                .id(PulseId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .cohort(CohortId.of(Json.text(node, "cohort")))
                .openedBy(PersonId.of(Json.text(node, "openedBy")))
                .moment(Moment.valueOf(Json.text(node, "moment")))
                .opensAt(Instant.parse(Json.text(node, "opensAt")))
                .closesAt(Instant.parse(Json.text(node, "closesAt")))
                .scales(Json.list(node, "scales", PulseCodec::scale))
                .release(Json.optional(node, "release", PulseCodec::release))
                .build();
    }

    private static JsonObject write(Scale scale) {
        JsonObject node = Json.object();
        node.put("code", scale.code())
                .put("name", scale.name())
                .put("measure", scale.measure().name())
                .put("lowest", scale.lowest())
                .put("highest", scale.highest())
                .put("minimumAnswered", scale.minimumAnswered())
                .put("source", scale.source());
        node.set(
                "items",
                Json.array(
                        scale.items(),
                        i -> Json.object()
                                .put("code", i.code())
                                .put("words", i.words())
                                .put("reversed", i.isReversed())));
        return node;
    }

    private static Scale scale(JsonNode node) {
        return Scale.builder()
                .code(Json.text(node, "code"))
                .name(Json.text(node, "name"))
                .measure(Scale.Measure.valueOf(Json.text(node, "measure")))
                .lowest(node.required("lowest").asInt())
                .highest(node.required("highest").asInt())
                .minimumAnswered(node.required("minimumAnswered").asInt())
                .source(Json.text(node, "source"))
                .items(Json.list(
                        node,
                        "items",
                        i -> new Item(
                                Json.text(i, "code"),
                                Json.text(i, "words"),
                                i.required("reversed").asBoolean())))
                .build();
    }

    private static JsonObject write(Release release) {
        JsonObject node = Json.object().put("at", release.at());
        node.set("findings", Json.array(release.findings(), PulseCodec::write));
        node.set("counted", Json.array(release.counted(), c -> {
            JsonObject counted = Json.object().put("scale", c.scale());
            counted.set("diaries", Json.array(c.diaries(), d -> Json.text(d.value())));
            return counted;
        }));
        return node;
    }

    private static Release release(JsonNode node) {
        return new Release(
                Instant.parse(Json.text(node, "at")),
                Json.list(node, "findings", PulseCodec::finding),
                Json.list(
                        node,
                        "counted",
                        c -> new Release.Counted(
                                Json.text(c, "scale"),
                                ImmutableSet.copyOf(Json.list(c, "diaries", d -> PieceId.of(d.asText()))))));
    }

    private static JsonObject write(Finding finding) {
        JsonObject node = Json.object().put("scale", finding.scale());
        if (finding instanceof Finding.Mean mean) {
            return node.put("people", mean.people()).put("mean", mean.mean());
        }
        if (finding instanceof Finding.Change change) {
            return node.put("since", change.since().name())
                    .put("people", change.people())
                    .put("before", change.before())
                    .put("after", change.after())
                    .put("change", change.change())
                    .put("low", change.low())
                    .put("high", change.high());
        }
        return node;
    }

    private static Finding finding(JsonNode node) {
        String scale = Json.text(node, "scale");
        if (node.has("mean")) {
            return new Finding.Mean(
                    scale,
                    node.required("people").asInt(),
                    node.required("mean").asDouble());
        }
        return node.has("change")
                ? new Finding.Change(
                        scale,
                        Moment.valueOf(Json.text(node, "since")),
                        node.required("people").asInt(),
                        node.required("before").asDouble(),
                        node.required("after").asDouble(),
                        node.required("change").asDouble(),
                        node.required("low").asDouble(),
                        node.required("high").asDouble())
                : new Finding.NotShown(scale);
    }
}
