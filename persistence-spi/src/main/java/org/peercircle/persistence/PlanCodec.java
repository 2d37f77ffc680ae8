package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import org.peercircle.id.GroupId;
import org.peercircle.id.IfThenId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.ConsideredOption;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Goal;
import org.peercircle.plan.IfThen;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.PartnerRequest;
import org.peercircle.plan.PlanContent;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.plan.Report;
import org.peercircle.plan.Review;
import org.peercircle.plan.Revision;
import org.peercircle.plan.StateChange;
import org.peercircle.plan.StepFate;

/** Plans as JSON. */
final class PlanCodec implements KeptInGroupCodec<ActionPlan> {

    @Override
    public AggregateKind<ActionPlan> kind() {
        return AggregateKind.PLAN;
    }

    @Override
    public PersonId owner(ActionPlan value) {
        return value.owner();
    }

    @Override
    public GroupId keptIn(ActionPlan value) {
        return value.group();
    }

    @Override
    public JsonObject write(ActionPlan value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("owner", value.owner().value())
                .put("group", value.group().value());
        node.set("tag", TagCodec.write(value.tag()));
        node.set("goalTag", TagCodec.write(value.goalTag()));
        Json.putOptional(node, "origin", value.origin(), PlanCodec::write);
        node.set("states", Json.array(value.stateChanges(), PlanCodec::write));
        node.set("revisions", Json.array(value.revisions(), r -> write(r, pieces)));
        node.set("checkIns", Json.array(value.checkIns(), c -> write(c, pieces)));
        node.set(
                "reviews",
                Json.array(
                        value.reviews(),
                        r -> Json.object()
                                .put("revision", r.revision())
                                .put("at", r.at())
                                .put("helped", r.helped())));
        node.set("partnerRequests", Json.array(value.partnerRequests(), r -> {
            JsonObject request = Json.object()
                    .put("step", r.step().value())
                    .put("person", r.person().value())
                    .put("at", r.at());
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
                .goalTag(TagCodec.read(node.required("goalTag")))
                .origin(Json.optional(node, "origin", PlanCodec::origin))
                .stateChanges(Json.list(
                        node,
                        "states",
                        s -> new StateChange(
                                ActionPlan.State.valueOf(Json.text(s, "to")),
                                s.required("revision").asInt(),
                                at(s),
                                Json.optional(s, "until", PlanCodec::day))))
                .revisions(Json.list(node, "revisions", r -> revision(r, pieces)))
                .checkIns(Json.list(node, "checkIns", c -> checkIn(c, pieces)))
                .reviews(Json.list(
                        node,
                        "reviews",
                        r -> new Review(
                                r.required("revision").asInt(),
                                at(r),
                                r.required("helped").asBoolean())))
                .partnerRequests(Json.list(
                        node,
                        "partnerRequests",
                        r -> new PartnerRequest(
                                StepId.of(Json.text(r, "step")),
                                PersonId.of(Json.text(r, "person")),
                                at(r),
                                Json.optional(r, "answer", JsonNode::asBoolean))))
                .build();
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(Json.text(node, "at"));
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.asText());
    }

    private static JsonObject write(PlanOrigin origin) {
        if (origin instanceof PlanOrigin.OfTopic of) {
            return Json.object()
                    .put("meeting", of.meeting().value())
                    .put("topic", of.topic().value());
        }
        return Json.object()
                .put(
                        "reflection",
                        ((PlanOrigin.OfReflection) origin).reflection().value());
    }

    private static PlanOrigin origin(JsonNode node) {
        return node.has("topic")
                ? new PlanOrigin.OfTopic(MeetingId.of(Json.text(node, "meeting")), TopicId.of(Json.text(node, "topic")))
                : new PlanOrigin.OfReflection(ReflectionId.of(Json.text(node, "reflection")));
    }

    private static JsonObject write(StateChange change) {
        JsonObject node = Json.object()
                .put("to", change.to().name())
                .put("revision", change.revision())
                .put("at", change.at());
        Json.putOptional(node, "until", change.until(), Json::text);
        return node;
    }

    private static JsonObject write(Revision revision, PieceCodec pieces) {
        JsonObject node = Json.object();
        PlanContent content = revision.content();
        Goal goal = content.goal();
        node.put("number", revision.number()).put("at", revision.at());
        node.set("outcome", pieces.text(goal.outcome()));
        Json.putOptional(node, "evidence", goal.evidence(), pieces::text);
        Json.putOptional(node, "by", goal.by(), Json::text);
        node.set("obstacles", Json.array(content.obstacles(), o -> write(o, pieces)));
        Json.putOptional(node, "mainObstacle", content.mainObstacle(), Json::text);
        node.set("answers", Json.array(content.answers(), a -> write(a, pieces)));
        node.set("options", Json.array(content.options(), o -> {
            JsonObject option = Json.object().put("chosen", o.isChosen());
            option.set("what", pieces.text(o.what()));
            return option;
        }));
        node.set("steps", Json.array(content.steps(), s -> write(s, pieces)));
        Json.putOptional(node, "correction", revision.correction(), c -> write(c, pieces));
        return node;
    }

    private static Revision revision(JsonNode node, PieceCodec pieces) {
        PlanContent content = PlanContent.builder()
                .goal(new Goal(
                        pieces.text(node.required("outcome")),
                        Json.optional(node, "evidence", pieces::text),
                        Json.optional(node, "by", PlanCodec::day)))
                .obstacles(Json.list(node, "obstacles", o -> obstacle(o, pieces)))
                .mainObstacle(Json.optional(node, "mainObstacle", n -> ObstacleId.of(n.asText())))
                .answers(Json.list(node, "answers", a -> answer(a, pieces)))
                .options(Json.list(
                        node,
                        "options",
                        o -> new ConsideredOption(
                                pieces.text(o.required("what")),
                                o.required("chosen").asBoolean())))
                .steps(Json.list(node, "steps", s -> step(s, pieces)))
                .build();
        return new Revision(
                node.required("number").asInt(),
                at(node),
                content,
                Json.optional(node, "correction", c -> correction(c, pieces)));
    }

    private static JsonObject write(Obstacle obstacle, PieceCodec pieces) {
        JsonObject node = Json.object();
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

    private static JsonObject write(IfThen answer, PieceCodec pieces) {
        JsonObject node = Json.object().put("id", answer.id().value());
        node.set("cue", pieces.text(answer.cue()));
        node.set("response", pieces.text(answer.response()));
        return answer.target() instanceof IfThen.Target.OfObstacle of
                ? node.put("obstacle", of.obstacle().value())
                : node.put(
                        "step", ((IfThen.Target.OfStep) answer.target()).step().value());
    }

    private static IfThen answer(JsonNode node, PieceCodec pieces) {
        return new IfThen(
                IfThenId.of(Json.text(node, "id")),
                pieces.text(node.required("cue")),
                pieces.text(node.required("response")),
                node.has("obstacle")
                        ? new IfThen.Target.OfObstacle(ObstacleId.of(Json.text(node, "obstacle")))
                        : new IfThen.Target.OfStep(StepId.of(Json.text(node, "step"))));
    }

    private static JsonObject write(NextStep step, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", step.id().value());
        node.set("what", pieces.text(step.what()));
        Json.putOptional(node, "due", step.due(), Json::text);
        Json.putOptional(node, "whenAndWhere", step.whenAndWhere(), pieces::text);
        Json.putOptional(node, "answers", step.answers(), Json::text);
        Json.putOptional(node, "partner", step.partner(), Json::text);
        step.commitment().ifPresent(c -> node.put("commitment", c));
        Json.putOptional(node, "rehearsal", step.rehearsal(), Json::text);
        return node;
    }

    private static NextStep step(JsonNode node, PieceCodec pieces) {
        return NextStep.builder()
                .id(StepId.of(Json.text(node, "id")))
                .what(pieces.text(node.required("what")))
                .due(Json.optional(node, "due", PlanCodec::day))
                .whenAndWhere(Json.optional(node, "whenAndWhere", pieces::text))
                .answers(Json.optional(node, "answers", n -> ObstacleId.of(n.asText())))
                .partner(Json.optional(node, "partner", n -> PersonId.of(n.asText())))
                .commitment(Json.optional(node, "commitment", JsonNode::asInt))
                .rehearsal(Json.optional(node, "rehearsal", n -> RehearsalId.of(n.asText())))
                .build();
    }

    private static JsonObject write(Correction correction, PieceCodec pieces) {
        JsonObject node = Json.object()
                .put("kind", correction.kind().name())
                .put("trigger", correction.trigger().name());
        node.set("reason", pieces.text(correction.reason()));
        node.set("fates", Json.array(correction.fates().entrySet(), e -> write(e.getKey(), e.getValue())));
        return node;
    }

    private static JsonObject write(StepId step, StepFate fate) {
        JsonObject node = Json.object().put("step", step.value());
        if (fate instanceof StepFate.ReplacedBy by) {
            return node.put("fate", "replaced").put("by", by.step().value());
        }
        return node.put("fate", fate instanceof StepFate.Carried ? "carried" : "dropped");
    }

    private static Correction correction(JsonNode node, PieceCodec pieces) {
        ImmutableMap.Builder<StepId, StepFate> fates = ImmutableMap.builder();
        node.path("fates").forEach(f -> fates.put(StepId.of(Json.text(f, "step")), fate(f)));
        return new Correction(
                Correction.Kind.valueOf(Json.text(node, "kind")),
                Correction.Trigger.valueOf(Json.text(node, "trigger")),
                pieces.text(node.required("reason")),
                fates.buildOrThrow());
    }

    private static StepFate fate(JsonNode node) {
        return switch (Json.text(node, "fate")) {
            case "replaced" -> new StepFate.ReplacedBy(StepId.of(Json.text(node, "by")));
            case "carried" -> new StepFate.Carried();
            default -> new StepFate.Dropped();
        };
    }

    private static JsonObject write(CheckIn checkIn, PieceCodec pieces) {
        Report report = checkIn.report();
        JsonObject node = Json.object();
        node.put("step", checkIn.step().value())
                .put("revision", checkIn.revision())
                .put("at", checkIn.at())
                .put("result", report.result().name());
        report.confidence().ifPresent(c -> node.put("confidence", c));
        Json.putOptional(node, "whatHelped", report.whatHelped(), pieces::text);
        Json.putOptional(node, "obstacle", report.obstacle(), Json::text);
        Json.putOptional(node, "note", report.note(), pieces::text);
        return node;
    }

    private static CheckIn checkIn(JsonNode node, PieceCodec pieces) {
        return new CheckIn(
                StepId.of(Json.text(node, "step")),
                node.required("revision").asInt(),
                at(node),
                Report.builder()
                        .result(CheckIn.Result.valueOf(Json.text(node, "result")))
                        .confidence(Json.optional(node, "confidence", JsonNode::asInt))
                        .whatHelped(Json.optional(node, "whatHelped", pieces::text))
                        .obstacle(Json.optional(node, "obstacle", n -> Report.ObstacleMet.valueOf(n.asText())))
                        .note(Json.optional(node, "note", pieces::text))
                        .build());
    }
}
