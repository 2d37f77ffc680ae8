package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import org.peercircle.audit.AuditLink;
import org.peercircle.office.port.AggregateKind;

/** The last link of the log as JSON. */
final class AuditEndCodec implements OfProgramCodec<AuditLink> {

    @Override
    public AggregateKind<AuditLink> kind() {
        return AggregateKind.AUDIT_END;
    }

    @Override
    public JsonObject write(AuditLink value, PieceCodec pieces) {
        return Json.object().put("link", value.toLine());
    }

    @Override
    public AuditLink read(JsonNode node, PieceCodec pieces) {
        return AuditLink.parse(Json.text(node, "link"));
    }
}
