package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Saying;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.SayingId;
import org.peercircle.office.port.AggregateKind;

/** What people say without their name, as JSON. Not even whose cohort it is of can be seen in the store. */
final class SayingCodec implements AggregateCodec<Saying> {

    @Override
    public AggregateKind<Saying> kind() {
        return AggregateKind.SAYING;
    }

    @Override
    public String parent(Saying value, String program) {
        return value.cohort().value();
    }

    @Override
    public boolean hidesParent() {
        return true;
    }

    @Override
    public ImmutableList<String> scope(Saying value, String program) {
        return ImmutableList.of(SealedPieces.part(program, Owner.of(value.author())));
    }

    @Override
    public JsonObject write(Saying value, PieceCodec pieces) {
        JsonObject node = Json.object()
                .put("id", value.id().value())
                .put("author", value.author().value())
                .put("cohort", value.cohort().value());
        node.set("text", pieces.text(value.text()));
        return node;
    }

    @Override
    public Saying read(JsonNode node, PieceCodec pieces) {
        return new Saying(
                SayingId.of(Json.text(node, "id")),
                PersonId.of(Json.text(node, "author")),
                CohortId.of(Json.text(node, "cohort")),
                pieces.text(node.required("text")));
    }
}
