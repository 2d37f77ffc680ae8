package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.moderation.Rota;
import org.peercircle.moderation.Swap;

/** Moderation rules, and what members have arranged about turns, as JSON. */
final class TurnCodec {

    private TurnCodec() {}

    static JsonObject write(ModerationRule rule) {
        JsonObject node = Json.object();
        if (rule instanceof ModerationRule.Single single) {
            node.put("single", single.person().value());
            Json.putOptional(node, "until", single.until(), Json::text);
        } else {
            ModerationRule.Rotating rotating = (ModerationRule.Rotating) rule;
            node.put("grace", rotating.grace())
                    .put("term", rotating.term())
                    .put("onceBeforeTwice", rotating.onceBeforeTwice());
            Json.putOptional(node, "first", rotating.first(), Json::text);
        }
        node.set("shared", roles(rule.shared()));
        return node;
    }

    static ModerationRule rule(JsonNode node) {
        return node.has("single")
                ? new ModerationRule.Single(
                        PersonId.of(Json.text(node, "single")),
                        Json.optional(node, "until", n -> Instant.parse(n.asText())),
                        roles(node, "shared"))
                : new ModerationRule.Rotating(
                        node.required("grace").asInt(),
                        node.required("term").asInt(),
                        node.required("onceBeforeTwice").asBoolean(),
                        Json.optional(node, "first", n -> PersonId.of(n.asText())),
                        roles(node, "shared"));
    }

    static JsonObject write(Rota rota) {
        JsonObject node = Json.object();
        node.set("optOuts", Json.array(rota.optOuts(), TurnCodec::write));
        node.set(
                "skips",
                Json.array(
                        rota.skips(),
                        s -> Json.object()
                                .put("person", s.person().value())
                                .put("meeting", s.meeting().value())
                                .put("role", s.role().name())));
        node.set("swaps", Json.array(rota.swaps(), TurnCodec::write));
        return node;
    }

    static Rota rota(JsonNode node) {
        return new Rota(
                Json.list(node, "optOuts", TurnCodec::optOut),
                ImmutableSet.copyOf(Json.list(
                        node, "skips", s -> new Rota.Skip(person(s), MeetingId.of(Json.text(s, "meeting")), role(s)))),
                Json.list(node, "swaps", TurnCodec::swap));
    }

    private static JsonObject write(Rota.OptOut optOut) {
        JsonObject node = Json.object()
                .put("person", optOut.person().value())
                .put("from", optOut.away().from());
        node.set("roles", roles(optOut.away().roles()));
        Json.putOptional(node, "until", optOut.away().until(), Json::text);
        return node;
    }

    private static Rota.OptOut optOut(JsonNode node) {
        return new Rota.OptOut(
                person(node),
                new Away(
                        roles(node, "roles"),
                        Instant.parse(Json.text(node, "from")),
                        Json.optional(node, "until", n -> Instant.parse(n.asText()))));
    }

    private static JsonObject write(Swap swap) {
        JsonObject node = Json.object()
                .put("role", swap.role().name())
                .put("state", swap.state().name())
                .put("at", swap.at());
        node.set("offered", write(swap.offered()));
        node.set("wanted", write(swap.wanted()));
        return node;
    }

    private static Swap swap(JsonNode node) {
        return new Swap(
                role(node),
                part(node.required("offered")),
                part(node.required("wanted")),
                Swap.State.valueOf(Json.text(node, "state")),
                Instant.parse(Json.text(node, "at")));
    }

    private static JsonObject write(Swap.Part part) {
        return Json.object()
                .put("person", part.person().value())
                .put("turn", part.turn())
                .put("meeting", part.meeting().value());
    }

    private static Swap.Part part(JsonNode node) {
        return new Swap.Part(person(node), node.required("turn").asInt(), MeetingId.of(Json.text(node, "meeting")));
    }

    private static PersonId person(JsonNode node) {
        return PersonId.of(Json.text(node, "person"));
    }

    private static MeetingRole role(JsonNode node) {
        return MeetingRole.valueOf(Json.text(node, "role"));
    }

    private static List<Object> roles(Collection<MeetingRole> roles) {
        return Json.array(roles, Json::text);
    }

    private static ImmutableSet<MeetingRole> roles(JsonNode node, String name) {
        return ImmutableSet.copyOf(Json.list(node, name, r -> MeetingRole.valueOf(r.asText())));
    }
}
