package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.confidentiality.Release;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;
import org.peercircle.office.port.AggregateKind;

/** What owners released, as JSON. */
final class ReleaseCodec implements KeptInGroupCodec<Release> {

    @Override
    public AggregateKind<Release> kind() {
        return AggregateKind.RELEASE;
    }

    @Override
    public PersonId owner(Release value) {
        return value.owner();
    }

    @Override
    public GroupId keptIn(Release value) {
        return value.group();
    }

    @Override
    public JsonObject write(Release value, PieceCodec pieces) {
        return write(value);
    }

    static JsonObject write(Release value) {
        JsonObject node = Json.object()
                .put("id", value.id().value())
                .put("piece", value.piece().value())
                .put("version", value.version())
                .put("owner", value.owner().value())
                .put("group", value.group().value())
                .put("at", value.at());
        node.set("to", Json.array(value.to(), TagCodec::write));
        node.set("concerns", Json.array(value.concerns(), Json::text));
        Json.putOptional(node, "until", value.until(), Json::text);
        return node;
    }

    @Override
    public Release read(JsonNode node, PieceCodec pieces) {
        return new Release(
                ReleaseId.of(Json.text(node, "id")),
                PieceId.of(Json.text(node, "piece")),
                node.required("version").asInt(),
                PersonId.of(Json.text(node, "owner")),
                GroupId.of(Json.text(node, "group")),
                ImmutableSet.copyOf(Json.list(node, "to", TagCodec::atom)),
                ImmutableSet.copyOf(Json.list(node, "concerns", n -> PersonId.of(n.asText()))),
                Instant.parse(Json.text(node, "at")),
                Json.optional(node, "until", until -> Instant.parse(until.asText())));
    }
}
