package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Owner;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.Urgency;
import org.peercircle.office.port.AggregateKind;

/** Meetings as JSON. */
final class MeetingCodec implements AggregateCodec<Meeting> {

    @Override
    public AggregateKind<Meeting> kind() {
        return AggregateKind.MEETING;
    }

    @Override
    public String parent(Meeting value, String program) {
        return value.group().value();
    }

    @Override
    public ImmutableList<String> scope(Meeting value, String program) {
        return ImmutableList.of(PieceCodec.part(Owner.of(value.group())));
    }

    @Override
    public Optional<GroupId> group(Meeting value) {
        return Optional.of(value.group());
    }

    @Override
    public ObjectNode write(Meeting value, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("group", value.group().value())
                .put("on", value.on().toString())
                .put("state", value.state().name());
        node.set("time", CharterCodec.write(value.time()));
        node.set("format", CharterCodec.write(value.format()));
        node.set("topics", Json.array(value.topics(), t -> write(t, pieces)));
        Json.putOptional(node, "agenda", value.agenda(), MeetingCodec::write);
        Json.putOptional(node, "moderator", value.moderator(), Json::text);
        node.set(
                "attendance",
                Json.array(
                        value.attendance().entrySet(),
                        e -> Json.object()
                                .put("person", e.getKey().value())
                                .put("how", e.getValue().name())));
        return node;
    }

    @Override
    public Meeting read(JsonNode node, PieceCodec pieces) {
        Meeting.Builder meeting = Meeting.builder()
                .id(MeetingId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .group(GroupId.of(Json.text(node, "group")))
                .on(LocalDate.parse(Json.text(node, "on")))
                .time(CharterCodec.time(node.required("time")))
                .format(CharterCodec.format(node.required("format")))
                .state(Meeting.State.valueOf(Json.text(node, "state")))
                .topics(Json.list(node, "topics", t -> topic(t, pieces)))
                .agenda(Json.optional(node, "agenda", MeetingCodec::agenda))
                .moderator(Json.optional(node, "moderator", n -> PersonId.of(n.asText())));
        node.path("attendance")
                .forEach(e -> meeting.putAttendance(
                        PersonId.of(Json.text(e, "person")), Attendance.valueOf(Json.text(e, "how"))));
        return meeting.build();
    }

    private static ObjectNode write(Topic topic, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", topic.id().value())
                .put("by", topic.by().value())
                .put("help", topic.help().name())
                .put("asked", topic.asked().toString())
                .put("urgency", topic.urgency().name());
        node.set("title", pieces.text(topic.title()));
        Json.putOptional(node, "outcome", topic.outcome(), Json::text);
        return node;
    }

    private static Topic topic(JsonNode node, PieceCodec pieces) {
        return new Topic(
                TopicId.of(Json.text(node, "id")),
                PersonId.of(Json.text(node, "by")),
                pieces.text(node.required("title")),
                KindOfHelp.valueOf(Json.text(node, "help")),
                Duration.parse(Json.text(node, "asked")),
                Urgency.valueOf(Json.text(node, "urgency")),
                Json.optional(node, "outcome", n -> Topic.Outcome.valueOf(n.asText())));
    }

    private static ObjectNode write(Agenda agenda) {
        ObjectNode node = Json.object();
        node.set("items", Json.array(agenda.items(), MeetingCodec::write));
        node.set("carriedOver", Json.array(agenda.carriedOver(), Json::text));
        return node;
    }

    private static ObjectNode write(Agenda.Item item) {
        ObjectNode node = Json.object()
                .put("kind", item.kind().name())
                .put("length", item.length().toString());
        Json.putOptional(node, "person", item.person(), Json::text);
        Json.putOptional(node, "step", item.step(), Json::text);
        Json.putOptional(node, "topic", item.topic(), Json::text);
        return node;
    }

    private static Agenda agenda(JsonNode node) {
        return new Agenda(
                Json.list(
                        node,
                        "items",
                        i -> new Agenda.Item(
                                Agenda.Kind.valueOf(Json.text(i, "kind")),
                                Duration.parse(Json.text(i, "length")),
                                Json.optional(i, "person", n -> PersonId.of(n.asText())),
                                Json.optional(i, "step", n -> StepId.of(n.asText())),
                                Json.optional(i, "topic", n -> TopicId.of(n.asText())))),
                Json.list(node, "carriedOver", n -> TopicId.of(n.asText())));
    }
}
