package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Erasure;

/** Who was erased, as JSON. */
final class ErasureCodec implements OfProgramCodec<Erasure> {

    @Override
    public AggregateKind<Erasure> kind() {
        return AggregateKind.ERASURE;
    }

    @Override
    public JsonObject write(Erasure value, PieceCodec pieces) {
        return Json.object()
                .put("person", value.person().value())
                .put("day", value.day().toString());
    }

    @Override
    public Erasure read(JsonNode node, PieceCodec pieces) {
        return new Erasure(PersonId.of(Json.text(node, "person")), LocalDate.parse(Json.text(node, "day")));
    }
}
