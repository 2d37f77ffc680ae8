package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.peercircle.audit.AuditLink;
import org.peercircle.office.port.AggregateKind;

/** The last link of the log as JSON. */
final class AuditEndCodec implements OfProgramCodec<AuditLink> {

    @Override
    public AggregateKind<AuditLink> kind() {
        return AggregateKind.AUDIT_END;
    }

    @Override
    public ObjectNode write(AuditLink value, PieceCodec pieces) {
        return Json.object().put("link", value.toLine());
    }

    @Override
    public AuditLink read(JsonNode node, PieceCodec pieces) {
        return AuditLink.parse(Json.text(node, "link"));
    }
}
