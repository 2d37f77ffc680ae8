package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.AuditLink;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/** Entries of the log as JSON. */
final class AuditEntryCodec implements OfProgramCodec<AuditEntry> {

    @Override
    public AggregateKind<AuditEntry> kind() {
        return AggregateKind.AUDIT_ENTRY;
    }

    @Override
    public JsonObject write(AuditEntry value, PieceCodec pieces) {
        JsonObject node = Json.object().put("link", value.link().toLine());
        node.set("detail", pieces.write(value.detail(), AuditEntryCodec::write));
        return node;
    }

    private static JsonObject write(AuditDetail detail) {
        JsonObject node = Json.object()
                .put("salt", detail.salt())
                .put("what", detail.what().name())
                .put("by", detail.by().value())
                .put("at", detail.at())
                .put("tellFrom", detail.tellFrom());
        Json.putTexts(node, "facts", detail.facts());
        return node;
    }

    @Override
    public AuditEntry read(JsonNode node, PieceCodec pieces) {
        return new AuditEntry(
                AuditLink.parse(Json.text(node, "link")),
                pieces.read(node.required("detail"), AuditEntryCodec::detail));
    }

    private static AuditDetail detail(JsonNode node) {
        return new AuditDetail(
                Json.text(node, "salt"),
                AuditDetail.What.valueOf(Json.text(node, "what")),
                PersonId.of(Json.text(node, "by")),
                Instant.parse(Json.text(node, "at")),
                Instant.parse(Json.text(node, "tellFrom")),
                ImmutableSortedMap.copyOf(Json.texts(node, "facts")));
    }
}
