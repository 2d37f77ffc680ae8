package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.peercircle.audit.AuditLink;
import org.peercircle.office.port.AggregateKind;

/** The last link of the log as JSON. */
final class AuditEndCodec implements AggregateCodec<AuditLink> {

    @Override
    public AggregateKind<AuditLink> kind() {
        return AggregateKind.AUDIT_END;
    }

    @Override
    public String parent(AuditLink value, String program) {
        return program;
    }

    @Override
    public ImmutableList<String> scope(AuditLink value, String program) {
        return ImmutableList.of("program " + program);
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
