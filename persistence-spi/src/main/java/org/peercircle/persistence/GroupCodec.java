package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.peercircle.confidentiality.Owner;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.group.ConfidentialityRule;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.office.port.AggregateKind;

/** Groups as JSON. */
final class GroupCodec implements AggregateCodec<PeerGroup> {

    @Override
    public AggregateKind<PeerGroup> kind() {
        return AggregateKind.GROUP;
    }

    @Override
    public String parent(PeerGroup value, String program) {
        return value.cohort().value();
    }

    @Override
    public ImmutableList<String> scope(PeerGroup value, String program) {
        return ImmutableList.of(PieceCodec.part(Owner.of(value.id())));
    }

    @Override
    public Optional<GroupId> group(PeerGroup value) {
        return Optional.of(value.id());
    }

    @Override
    public ObjectNode write(PeerGroup value, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("cohort", value.cohort().value())
                .put("name", value.name());
        node.set("sizing", CohortCodec.write(value.sizing()));
        node.set("memberships", Json.array(value.memberships(), m -> write(m, pieces)));
        Json.putOptional(node, "charter", value.charter(), c -> write(c, pieces));
        return node;
    }

    @Override
    public PeerGroup read(JsonNode node, PieceCodec pieces) {
        return PeerGroup.builder()
                .id(GroupId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .cohort(CohortId.of(Json.text(node, "cohort")))
                .name(Json.text(node, "name"))
                .sizing(CohortCodec.sizing(node.required("sizing")))
                .memberships(Json.list(node, "memberships", m -> membership(m, pieces)))
                .charter(Json.optional(node, "charter", c -> charter(c, pieces)))
                .build();
    }

    private static ObjectNode write(Membership stay, PieceCodec pieces) {
        ObjectNode node = Json.object();
        node.put("person", stay.person().value())
                .put("joinedAt", stay.joinedAt().toString())
                .put("keepsSpace", stay.keepsSpace());
        Json.putOptional(node, "leftAt", stay.leftAt(), Json::text);
        Json.putOptional(node, "leavingReason", stay.leavingReason(), pieces::text);
        return node;
    }

    private static Membership membership(JsonNode node, PieceCodec pieces) {
        return new Membership(
                PersonId.of(Json.text(node, "person")),
                Instant.parse(Json.text(node, "joinedAt")),
                Json.optional(node, "leftAt", n -> Instant.parse(n.asText())),
                node.required("keepsSpace").asBoolean(),
                Json.optional(node, "leavingReason", pieces::text));
    }

    private static ObjectNode write(Charter charter, PieceCodec pieces) {
        CharterSettings settings = charter.settings();
        ObjectNode node = Json.object().put("version", charter.version());
        node.set("words", pieces.write(charter.words(), GroupCodec::write));
        node.set("format", write(settings.format()));
        node.put("confidentiality", settings.confidentiality().name());
        node.putObject("attendance")
                .put("percent", settings.attendance().percent())
                .put("ofLast", settings.attendance().ofLast())
                .put("unexcusedRunning", settings.attendance().unexcusedRunning());
        node.set("moderation", write(settings.moderation()));
        node.set("cadence", write(settings.cadence()));
        node.set("time", write(settings.time()));
        node.put("officeSeesAttendance", settings.officeSeesAttendance());
        return node;
    }

    private static Charter charter(JsonNode node, PieceCodec pieces) {
        JsonNode attendance = node.required("attendance");
        return new Charter(
                node.required("version").asInt(),
                pieces.read(node.required("words"), GroupCodec::words),
                new CharterSettings(
                        format(node.required("format")),
                        ConfidentialityRule.valueOf(Json.text(node, "confidentiality")),
                        new AttendanceRule(
                                attendance.required("percent").asInt(),
                                attendance.required("ofLast").asInt(),
                                attendance.required("unexcusedRunning").asInt()),
                        moderation(node.required("moderation")),
                        cadence(node.required("cadence")),
                        time(node.required("time")),
                        node.required("officeSeesAttendance").asBoolean()));
    }

    private static ObjectNode write(CharterWords words) {
        ObjectNode node = Json.object().put("mission", words.mission());
        node.set("groundRules", Json.array(words.groundRules(), Json::text));
        return node;
    }

    private static CharterWords words(JsonNode node) {
        return new CharterWords(Json.text(node, "mission"), Json.list(node, "groundRules", JsonNode::asText));
    }

    private static ObjectNode write(ModerationRule rule) {
        return rule instanceof ModerationRule.Single single
                ? Json.object().put("single", single.person().value())
                : Json.object().put("grace", ((ModerationRule.Rotating) rule).grace());
    }

    private static ModerationRule moderation(JsonNode node) {
        return node.has("single")
                ? ModerationRule.single(PersonId.of(Json.text(node, "single")))
                : ModerationRule.rotatingAfterGrace(node.required("grace").asInt());
    }

    private static ObjectNode write(Cadence cadence) {
        if (cadence instanceof Cadence.Monthly monthly) {
            return Json.object()
                    .put("ordinal", monthly.ordinal())
                    .put("day", monthly.day().name());
        }
        Cadence.EveryWeeks every = (Cadence.EveryWeeks) cadence;
        return Json.object()
                .put("weeks", every.weeks())
                .put("anchor", every.anchor().toString());
    }

    private static Cadence cadence(JsonNode node) {
        return node.has("ordinal")
                ? Cadence.monthly(node.required("ordinal").asInt(), DayOfWeek.valueOf(Json.text(node, "day")))
                : Cadence.everyWeeks(node.required("weeks").asInt(), LocalDate.parse(Json.text(node, "anchor")));
    }

    static ObjectNode write(MeetingTime time) {
        return Json.object()
                .put("start", time.start().toString())
                .put("length", time.length().toString())
                .put("zone", time.zone().getId());
    }

    static MeetingTime time(JsonNode node) {
        return new MeetingTime(
                LocalTime.parse(Json.text(node, "start")),
                Duration.parse(Json.text(node, "length")),
                ZoneId.of(Json.text(node, "zone")));
    }

    static ObjectNode write(MeetingFormat format) {
        ObjectNode node = Json.object().put("code", format.code()).put("name", format.name());
        node.set(
                "segments",
                Json.array(
                        format.segments(),
                        s -> Json.object()
                                .put("kind", s.kind().name())
                                .put("fixed", s.fixed().toString())
                                .put("perPerson", s.perPerson().toString())));
        return node;
    }

    static MeetingFormat format(JsonNode node) {
        return new MeetingFormat(
                Json.text(node, "code"),
                Json.text(node, "name"),
                Json.list(
                        node,
                        "segments",
                        s -> new MeetingFormat.Segment(
                                MeetingFormat.Kind.valueOf(Json.text(s, "kind")),
                                Duration.parse(Json.text(s, "fixed")),
                                Duration.parse(Json.text(s, "perPerson")))));
    }
}
