package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Owner;
import org.peercircle.id.GroupId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Goal;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.PartnerRequest;
import org.peercircle.plan.Review;
import org.peercircle.plan.Revision;
import org.peercircle.plan.StepFate;

/** Plans as JSON. */
final class PlanCodec implements AggregateCodec<ActionPlan> {

    @Override
    public AggregateKind<ActionPlan> kind() {
        return AggregateKind.PLAN;
    }

    @Override
    public String parent(ActionPlan value, String program) {
        return value.group().value();
    }

    @Override
    public boolean hidesParent() {
        return true;
    }

    @Override
    public ImmutableList<String> scope(ActionPlan value, String program) {
        return ImmutableList.of(PieceCodec.part(Owner.of(value.owner())), PieceCodec.part(Owner.of(value.group())));
    }

    @Override
    public Optional<GroupId> group(ActionPlan value) {
        return Optional.of(value.group());
    }

    @Override
    public ObjectNode write(ActionPlan value, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", value.id().value())
                .put("owner", value.owner().value())
                .put("group", value.group().value())
                .put("state", value.state().name());
        node.set("tag", TagCodec.write(value.tag()));
        node.set("revisions", Json.array(value.revisions(), r -> write(r, pieces)));
        node.set("checkIns", Json.array(value.checkIns(), c -> write(c, pieces)));
        node.set(
                "reviews",
                Json.array(
                        value.reviews(),
                        r -> Json.object()
                                .put("revision", r.revision())
                                .put("at", r.at().toString())
                                .put("helped", r.helped())));
        node.set("partnerRequests", Json.array(value.partnerRequests(), r -> {
            ObjectNode request = Json.object()
                    .put("step", r.step().value())
                    .put("person", r.person().value())
                    .put("at", r.at().toString());
            r.answer().ifPresent(yes -> request.put("answer", yes));
            return request;
        }));
        return node;
    }

    @Override
    public ActionPlan read(JsonNode node, PieceCodec pieces) {
        return ActionPlan.builder()
                .id(PlanId.of(Json.text(node, "id")))
                .owner(PersonId.of(Json.text(node, "owner")))
                .group(GroupId.of(Json.text(node, "group")))
                .tag(TagCodec.read(node.required("tag")))
                .state(ActionPlan.State.valueOf(Json.text(node, "state")))
                .revisions(Json.list(node, "revisions", r -> revision(r, pieces)))
                .checkIns(Json.list(node, "checkIns", c -> checkIn(c, pieces)))
                .reviews(Json.list(
                        node,
                        "reviews",
                        r -> new Review(
                                r.required("revision").asInt(),
                                Instant.parse(Json.text(r, "at")),
                                r.required("helped").asBoolean())))
                .partnerRequests(Json.list(
                        node,
                        "partnerRequests",
                        r -> new PartnerRequest(
                                StepId.of(Json.text(r, "step")),
                                PersonId.of(Json.text(r, "person")),
                                Instant.parse(Json.text(r, "at")),
                                Json.optional(r, "answer", JsonNode::asBoolean))))
                .build();
    }

    private static ObjectNode write(Revision revision, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("number", revision.number()).put("at", revision.at().toString());
        node.set("outcome", pieces.text(revision.goal().outcome()));
        node.set("evidence", pieces.text(revision.goal().evidence()));
        node.put("by", revision.goal().by().toString());
        node.set("obstacles", Json.array(revision.obstacles(), o -> write(o, pieces)));
        node.set("steps", Json.array(revision.steps(), s -> write(s, pieces)));
        Json.putOptional(node, "correction", revision.correction(), c -> write(c, pieces));
        return node;
    }

    private static Revision revision(JsonNode node, PieceCodec pieces) {
        return new Revision(
                node.required("number").asInt(),
                Instant.parse(Json.text(node, "at")),
                new Goal(
                        pieces.text(node.required("outcome")),
                        pieces.text(node.required("evidence")),
                        LocalDate.parse(Json.text(node, "by"))),
                Json.list(node, "obstacles", o -> obstacle(o, pieces)),
                Json.list(node, "steps", s -> step(s, pieces)),
                Json.optional(node, "correction", c -> correction(c, pieces)));
    }

    private static ObjectNode write(Obstacle obstacle, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", obstacle.id().value())
                .put("nature", obstacle.nature().name())
                .put("withinControl", obstacle.withinControl())
                .put("severity", obstacle.severity());
        node.set("what", pieces.text(obstacle.what()));
        Json.putOptional(node, "wayRound", obstacle.wayRound(), pieces::text);
        return node;
    }

    private static Obstacle obstacle(JsonNode node, PieceCodec pieces) {
        return new Obstacle(
                ObstacleId.of(Json.text(node, "id")),
                pieces.text(node.required("what")),
                Obstacle.Nature.valueOf(Json.text(node, "nature")),
                node.required("withinControl").asBoolean(),
                node.required("severity").asInt(),
                Json.optional(node, "wayRound", pieces::text));
    }

    private static ObjectNode write(NextStep step, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", step.id().value()).put("due", step.due().toString());
        node.set("what", pieces.text(step.what()));
        Json.putOptional(node, "whenAndWhere", step.whenAndWhere(), pieces::text);
        Json.putOptional(node, "answers", step.answers(), Json::text);
        Json.putOptional(node, "partner", step.partner(), Json::text);
        return node;
    }

    private static NextStep step(JsonNode node, PieceCodec pieces) {
        return new NextStep(
                StepId.of(Json.text(node, "id")),
                pieces.text(node.required("what")),
                LocalDate.parse(Json.text(node, "due")),
                Json.optional(node, "whenAndWhere", pieces::text),
                Json.optional(node, "answers", n -> ObstacleId.of(n.asText())),
                Json.optional(node, "partner", n -> PersonId.of(n.asText())));
    }

    private static ObjectNode write(Correction correction, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.set("reason", pieces.text(correction.reason()));
        node.set("fates", Json.array(correction.fates().entrySet(), e -> write(e.getKey(), e.getValue())));
        return node;
    }

    private static ObjectNode write(StepId step, StepFate fate) {
        ObjectNode node = Json.object().put("step", step.value());
        if (fate instanceof StepFate.ReplacedBy by) {
            return node.put("fate", "replaced").put("by", by.step().value());
        }
        return node.put("fate", fate instanceof StepFate.Carried ? "carried" : "dropped");
    }

    private static Correction correction(JsonNode node, PieceCodec pieces) {
        ImmutableMap.Builder<StepId, StepFate> fates = ImmutableMap.builder();
        node.path("fates").forEach(f -> fates.put(StepId.of(Json.text(f, "step")), fate(f)));
        return new Correction(pieces.text(node.required("reason")), fates.buildOrThrow());
    }

    private static StepFate fate(JsonNode node) {
        return switch (Json.text(node, "fate")) {
            case "replaced" -> new StepFate.ReplacedBy(StepId.of(Json.text(node, "by")));
            case "carried" -> new StepFate.Carried();
            default -> new StepFate.Dropped();
        };
    }

    private static ObjectNode write(CheckIn checkIn, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("step", checkIn.step().value())
                .put("revision", checkIn.revision())
                .put("at", checkIn.at().toString())
                .put("result", checkIn.result().name());
        Json.putOptional(node, "note", checkIn.note(), pieces::text);
        return node;
    }

    private static CheckIn checkIn(JsonNode node, PieceCodec pieces) {
        return new CheckIn(
                StepId.of(Json.text(node, "step")),
                node.required("revision").asInt(),
                Instant.parse(Json.text(node, "at")),
                CheckIn.Result.valueOf(Json.text(node, "result")),
                Json.optional(node, "note", pieces::text));
    }
}
