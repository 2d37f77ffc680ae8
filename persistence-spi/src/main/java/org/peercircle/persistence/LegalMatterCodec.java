package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Comparator;
import org.peercircle.audit.LegalMatter;
import org.peercircle.audit.LegalOrder;
import org.peercircle.id.GroupId;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKind;

/** What the law demands, as JSON. */
final class LegalMatterCodec implements OfProgramCodec<LegalMatter> {

    @Override
    public AggregateKind<LegalMatter> kind() {
        return AggregateKind.LEGAL_MATTER;
    }

    @Override
    public JsonObject write(LegalMatter value, PieceCodec pieces) {
        LegalOrder order = value.order();
        JsonObject node = Json.object()
                .put("id", value.id().value())
                .put("program", value.program().value())
                .put("group", order.group().value())
                .put("ground", order.ground())
                .put("filedBy", value.filedBy().value())
                .put("filedAt", value.filedAt());
        node.set("owners", Json.array(order.owners(), Json::text));
        node.set("demand", write(order.demand()));
        Json.putOptional(node, "silentUntil", order.silentUntil(), Json::text);
        Json.putOptional(node, "confirmedBy", value.confirmedBy(), Json::text);
        Json.putOptional(node, "confirmedAt", value.confirmedAt(), Json::text);
        return node;
    }

    @Override
    public LegalMatter read(JsonNode node, PieceCodec pieces) {
        return LegalMatter.builder()
                .id(LegalMatterId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .order(new LegalOrder(
                        GroupId.of(Json.text(node, "group")),
                        Json.list(node, "owners", owner -> PersonId.of(owner.asText())).stream()
                                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder())),
                        Json.text(node, "ground"),
                        demand(node.required("demand")),
                        Json.optional(node, "silentUntil", at -> Instant.parse(at.asText()))))
                .filedBy(PersonId.of(Json.text(node, "filedBy")))
                .filedAt(Instant.parse(Json.text(node, "filedAt")))
                .confirmedBy(Json.optional(node, "confirmedBy", by -> PersonId.of(by.asText())))
                .confirmedAt(Json.optional(node, "confirmedAt", at -> Instant.parse(at.asText())))
                .build();
    }

    private static JsonObject write(LegalOrder.Demand demand) {
        if (demand instanceof LegalOrder.Demand.HandOut handOut) {
            return Json.object()
                    .put("recipient", handOut.recipient())
                    .put("from", handOut.from())
                    .put("until", handOut.until());
        }
        return Json.object().put("keepUntil", ((LegalOrder.Demand.Keep) demand).until());
    }

    private static LegalOrder.Demand demand(JsonNode node) {
        return node.has("keepUntil")
                ? new LegalOrder.Demand.Keep(Instant.parse(Json.text(node, "keepUntil")))
                : new LegalOrder.Demand.HandOut(
                        Json.text(node, "recipient"),
                        Instant.parse(Json.text(node, "from")),
                        Instant.parse(Json.text(node, "until")));
    }
}
