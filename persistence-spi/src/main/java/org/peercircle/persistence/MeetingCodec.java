package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
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
import org.peercircle.meeting.Minutes;
import org.peercircle.meeting.MinutesEntry;
import org.peercircle.meeting.Move;
import org.peercircle.meeting.Note;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.TopicEntry;
import org.peercircle.meeting.TopicResource;
import org.peercircle.meeting.Urgency;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;
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
        return ImmutableList.of(SealedPieces.part(program, Owner.of(value.group())));
    }

    @Override
    public Optional<GroupId> group(Meeting value) {
        return Optional.of(value.group());
    }

    @Override
    public JsonObject write(Meeting value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("group", value.group().value())
                .put("on", value.on().toString())
                .put("state", value.state().name());
        node.set("time", CharterCodec.write(value.time()));
        node.set("format", CharterCodec.write(value.format()));
        node.set("moves", Json.array(value.moves(), MeetingCodec::write));
        node.set("topics", Json.array(value.topics(), t -> write(t, pieces)));
        node.set("topicEntries", Json.array(value.topicEntries(), MeetingCodec::write));
        Json.putOptional(node, "agenda", value.agenda(), MeetingCodec::write);
        node.set("minutes", Json.array(value.minutesEntries(), MeetingCodec::write));
        node.set("notes", Json.array(value.notes(), n -> {
            JsonObject note = by(n.by(), n.at());
            note.set("text", pieces.text(n.text()));
            return note;
        }));
        Json.putOptional(node, "exercise", value.exercise(), Json::text);
        node.set("resources", Json.array(value.resources(), r -> {
            JsonObject resource = by(r.by(), r.at()).put("topic", r.topic().value());
            resource.set("code", pieces.text(r.code()));
            return resource;
        }));
        return node;
    }

    @Override
    public Meeting read(JsonNode node, PieceCodec pieces) {
        return Meeting.builder()
                .id(MeetingId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .group(GroupId.of(Json.text(node, "group")))
                .on(LocalDate.parse(Json.text(node, "on")))
                .time(CharterCodec.time(node.required("time")))
                .format(CharterCodec.format(node.required("format")))
                .state(Meeting.State.valueOf(Json.text(node, "state")))
                .moves(Json.list(
                        node,
                        "moves",
                        m -> new Move(
                                LocalDate.parse(Json.text(m, "from")),
                                CharterCodec.time(m.required("fromTime")),
                                person(m, "by"),
                                at(m))))
                .topics(Json.list(node, "topics", t -> topic(t, pieces)))
                .topicEntries(Json.list(node, "topicEntries", MeetingCodec::topicEntry))
                .agenda(Json.optional(node, "agenda", MeetingCodec::agenda))
                .minutesEntries(Json.list(node, "minutes", m -> new MinutesEntry(person(m, "by"), at(m), minutes(m))))
                .notes(Json.list(node, "notes", n -> new Note(person(n, "by"), at(n), pieces.text(n.required("text")))))
                .exercise(Json.optional(node, "exercise", JsonNode::asText))
                .resources(Json.list(
                        node,
                        "resources",
                        r -> new TopicResource(
                                TopicId.of(Json.text(r, "topic")),
                                person(r, "by"),
                                at(r),
                                pieces.text(r.required("code")))))
                .build();
    }

    private static JsonObject by(PersonId person, Instant at) {
        return Json.object().put("by", person.value()).put("at", at);
    }

    private static PersonId person(JsonNode node, String name) {
        return PersonId.of(Json.text(node, name));
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(Json.text(node, "at"));
    }

    private static JsonObject write(Move move) {
        JsonObject node = by(move.by(), move.at()).put("from", move.from().toString());
        node.set("fromTime", CharterCodec.write(move.fromTime()));
        return node;
    }

    private static JsonObject write(MinutesEntry entry) {
        JsonObject node = by(entry.by(), entry.at());
        Minutes minutes = entry.minutes();
        node.set(
                "roles",
                Json.array(
                        minutes.roles().entrySet(),
                        e -> Json.object()
                                .put("role", e.getKey().name())
                                .put("person", e.getValue().person().value())
                                .put("turnOf", e.getValue().turnOf().value())
                                .put("how", e.getValue().how().name())));
        node.set("attendance", Json.array(minutes.attendance().entrySet(), e -> write(e.getKey(), e.getValue())));
        node.set("notReached", Json.array(minutes.notReached(), Json::text));
        node.set("spent", Json.array(minutes.spent(), Json::text));
        return node;
    }

    private static JsonObject write(PersonId person, Attendance attendance) {
        JsonObject node = Json.object()
                .put("person", person.value())
                .put("how", attendance.how().name());
        if (attendance.remote()) {
            node.put("remote", true);
        }
        if (!attendance.missed().isZero()) {
            node.put("missed", attendance.missed().toString());
        }
        return node;
    }

    private static Minutes minutes(JsonNode node) {
        ImmutableMap.Builder<MeetingRole, Served> roles = ImmutableMap.builder();
        node.path("roles")
                .forEach(r -> roles.put(
                        MeetingRole.valueOf(Json.text(r, "role")),
                        new Served(person(r, "person"), person(r, "turnOf"), Served.How.valueOf(Json.text(r, "how")))));
        ImmutableMap.Builder<PersonId, Attendance> attendance = ImmutableMap.builder();
        node.path("attendance")
                .forEach(a -> attendance.put(
                        person(a, "person"),
                        new Attendance(
                                Attendance.How.valueOf(Json.text(a, "how")),
                                a.path("remote").asBoolean(false),
                                Json.optional(a, "missed", m -> Duration.parse(m.asText()))
                                        .orElse(Duration.ZERO))));
        return new Minutes(
                roles.buildOrThrow(),
                attendance.buildOrThrow(),
                ImmutableSet.copyOf(Json.list(node, "notReached", t -> TopicId.of(t.asText()))),
                Json.list(node, "spent", d -> Duration.parse(d.asText())));
    }

    private static JsonObject write(TopicEntry entry) {
        JsonObject node = by(entry.by(), entry.at())
                .put("topic", entry.topic().value())
                .put("outcome", entry.outcome().name());
        node.set("advisers", Json.array(entry.advisers(), Json::text));
        return node;
    }

    private static TopicEntry topicEntry(JsonNode node) {
        return new TopicEntry(
                TopicId.of(Json.text(node, "topic")),
                Topic.Outcome.valueOf(Json.text(node, "outcome")),
                ImmutableSet.copyOf(Json.list(node, "advisers", p -> PersonId.of(p.asText()))),
                person(node, "by"),
                at(node));
    }

    private static JsonObject write(Topic topic, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", topic.id().value())
                .put("by", topic.by().value())
                .put("help", topic.help().name())
                .put("asked", topic.asked().toString())
                .put("urgency", topic.urgency().name());
        node.set("title", pieces.text(topic.title()));
        return node;
    }

    private static Topic topic(JsonNode node, PieceCodec pieces) {
        return new Topic(
                TopicId.of(Json.text(node, "id")),
                person(node, "by"),
                pieces.text(node.required("title")),
                KindOfHelp.valueOf(Json.text(node, "help")),
                Duration.parse(Json.text(node, "asked")),
                Urgency.valueOf(Json.text(node, "urgency")));
    }

    private static JsonObject write(Agenda agenda) {
        JsonObject node = Json.object();
        node.set("items", Json.array(agenda.items(), MeetingCodec::write));
        node.set("carriedOver", Json.array(agenda.carriedOver(), Json::text));
        return node;
    }

    private static JsonObject write(Agenda.Item item) {
        JsonObject node = Json.object()
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
