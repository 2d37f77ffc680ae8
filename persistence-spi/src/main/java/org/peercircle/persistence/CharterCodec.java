package org.peercircle.persistence;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.group.ConfidentialityRule;
import org.peercircle.group.ConsentRule;
import org.peercircle.group.ConsentRules;
import org.peercircle.group.DisclosureException;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.MissWeights;
import org.peercircle.meeting.Quorum;
import org.peercircle.moderation.MeetingRole;

/** Charters as JSON, and the rules and times in them. */
final class CharterCodec {

    /**
     * Settings as they are written, as long as they live: they stay the same ones through all that happens in a group, and
     * are the most of what is written of it.
     */
    private static final LoadingCache<CharterSettings, SerializableString> SETTINGS =
            CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(settings -> Json.written(json(settings))));

    private CharterCodec() {}

    static JsonObject write(Charter charter, PieceCodec pieces) {
        JsonObject node = Json.object().put("version", charter.version()).put("adoptedAt", charter.adoptedAt());
        node.set("words", words(charter.words(), pieces));
        node.set("settings", write(charter.settings()));
        return node;
    }

    static Charter charter(JsonNode node, PieceCodec pieces) {
        return new Charter(
                node.required("version").asInt(),
                words(node.required("words"), pieces),
                settings(node.required("settings")),
                Instant.parse(Json.text(node, "adoptedAt")));
    }

    static JsonObject words(Confidential<CharterWords> words, PieceCodec pieces) {
        return pieces.write(words, CharterCodec::write);
    }

    static Confidential<CharterWords> words(JsonNode node, PieceCodec pieces) {
        return pieces.read(node, CharterCodec::words);
    }

    static SerializableString write(CharterSettings settings) {
        return SETTINGS.getUnchecked(settings);
    }

    private static JsonObject json(CharterSettings settings) {
        JsonObject node = Json.object();
        node.set("format", write(settings.format()));
        node.set("confidentiality", Json.array(settings.confidentiality(), Json::text));
        node.set(
                "exceptions",
                Json.array(
                        settings.exceptions(),
                        e -> Json.object()
                                .put("case", e.what().name())
                                .put("condition", e.condition().name())));
        node.set("attendance", write(settings.attendance()));
        node.set("moderation", TurnCodec.write(settings.moderation()));
        node.set("cadence", write(settings.cadence()));
        node.set("time", write(settings.time()));
        node.set(
                "quorum",
                Json.object()
                        .put("percent", settings.quorum().percent())
                        .put("atLeast", settings.quorum().atLeast()));
        node.put("openCommitments", settings.openCommitments());
        node.put("officeSeesAttendance", settings.officeSeesAttendance());
        node.put("probation", settings.probation().toString());
        ConsentRules consent = settings.consent();
        return node.set(
                "consent",
                Json.object()
                        .set("admitting", write(consent.admitting()))
                        .set("removing", write(consent.removing()))
                        .set("amending", write(consent.amending()))
                        .set("ending", write(consent.ending())));
    }

    static CharterSettings settings(JsonNode node) {
        JsonNode consent = node.required("consent");
        return CharterSettings.builder()
                .format(format(node.required("format")))
                .confidentiality(Json.list(node, "confidentiality", n -> ConfidentialityRule.valueOf(n.asText())))
                .exceptions(Json.list(
                        node,
                        "exceptions",
                        e -> new DisclosureException(
                                DisclosureException.Case.valueOf(Json.text(e, "case")),
                                DisclosureException.Condition.valueOf(Json.text(e, "condition")))))
                .attendance(attendance(node.required("attendance")))
                .moderation(TurnCodec.rule(node.required("moderation")))
                .cadence(cadence(node.required("cadence")))
                .time(time(node.required("time")))
                .quorum(new Quorum(
                        node.required("quorum").required("percent").asInt(),
                        node.required("quorum").required("atLeast").asInt()))
                .openCommitments(node.required("openCommitments").asInt())
                .officeSeesAttendance(node.required("officeSeesAttendance").asBoolean())
                .probation(Period.parse(Json.text(node, "probation")))
                .consent(new ConsentRules(
                        consent(consent.required("admitting")),
                        consent(consent.required("removing")),
                        consent(consent.required("amending")),
                        consent(consent.required("ending"))))
                .build();
    }

    static JsonObject write(ConsentRule rule) {
        if (rule instanceof ConsentRule.Majority majority) {
            return Json.object().put("is", "majority").put("quorum", majority.quorum());
        }
        if (rule instanceof ConsentRule.NoVeto noVeto) {
            return Json.object().put("is", "no-veto").put("days", noVeto.days());
        }
        return Json.object().put("is", rule instanceof ConsentRule.Unanimity ? "unanimity" : "moderator");
    }

    static ConsentRule consent(JsonNode node) {
        return switch (Json.text(node, "is")) {
            case "majority" -> ConsentRule.majority(node.required("quorum").asInt());
            case "no-veto" -> ConsentRule.noVeto(node.required("days").asInt());
            case "unanimity" -> ConsentRule.unanimity();
            case "moderator" -> ConsentRule.moderator();
            default ->
                throw new IllegalArgumentException(
                        "consent rule must be one this version knows, but was " + Json.text(node, "is"));
        };
    }

    private static JsonObject write(AttendanceRule rule) {
        JsonObject node = Json.object();
        if (rule instanceof AttendanceRule.Share share) {
            node.put("percent", share.percent()).put("ofLast", share.ofLast());
        } else if (rule instanceof AttendanceRule.Running running) {
            node.put("running", running.misses());
        } else if (rule instanceof AttendanceRule.PerYear perYear) {
            node.put("perYear", perYear.misses());
        } else if (rule instanceof AttendanceRule.Every every) {
            node.set("every", Json.array(every.rules(), CharterCodec::write));
        } else if (rule instanceof AttendanceRule.Counting counting) {
            node.set("counting", write(counting.rule()));
            node.put("late", counting.weights().late())
                    .put("leftEarly", counting.weights().leftEarly())
                    .put("excused", counting.weights().excused())
                    .put("absent", counting.weights().absent());
        } else if (rule instanceof AttendanceRule.OutsideSeason season) {
            node.set("outside", write(season.rule()));
            node.set("months", Json.array(season.months(), Json::text));
        } else if (rule instanceof AttendanceRule.Forgiving forgiving) {
            node.set("forgiving", write(forgiving.rule()));
            node.put("upTo", forgiving.upTo().toString());
        }
        return node;
    }

    private static AttendanceRule attendance(JsonNode node) {
        if (node.has("percent")) {
            return new AttendanceRule.Share(
                    node.required("percent").asInt(), node.required("ofLast").asInt());
        }
        if (node.has("running")) {
            return new AttendanceRule.Running(node.required("running").asInt());
        }
        if (node.has("perYear")) {
            return new AttendanceRule.PerYear(node.required("perYear").asInt());
        }
        if (node.has("every")) {
            return new AttendanceRule.Every(Json.list(node, "every", CharterCodec::attendance));
        }
        if (node.has("counting")) {
            return attendance(node.required("counting"))
                    .counting(new MissWeights(
                            node.required("late").asInt(),
                            node.required("leftEarly").asInt(),
                            node.required("excused").asInt(),
                            node.required("absent").asInt()));
        }
        if (node.has("forgiving")) {
            return new AttendanceRule.Forgiving(
                    Duration.parse(Json.text(node, "upTo")), attendance(node.required("forgiving")));
        }
        return new AttendanceRule.OutsideSeason(
                ImmutableSet.copyOf(Json.list(node, "months", n -> Month.valueOf(n.asText()))),
                attendance(node.required("outside")));
    }

    private static JsonObject write(CharterWords words) {
        JsonObject node = Json.object().put("mission", words.mission()).put("focus", words.focus());
        node.set("groundRules", Json.array(words.groundRules(), Json::text));
        return node;
    }

    private static CharterWords words(JsonNode node) {
        return new CharterWords(
                Json.text(node, "mission"), Json.text(node, "focus"), Json.list(node, "groundRules", JsonNode::asText));
    }

    private static JsonObject write(Cadence cadence) {
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

    static JsonObject write(MeetingTime time) {
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

    static JsonObject write(MeetingFormat format) {
        JsonObject node = Json.object().put("code", format.code()).put("name", format.name());
        node.set(
                "segments",
                Json.array(
                        format.segments(),
                        s -> Json.object()
                                .put("kind", s.kind().name())
                                .put("fixed", s.fixed().toString())
                                .put("perPerson", s.perPerson().toString())));
        node.set("roles", Json.array(format.roles(), Json::text));
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
                                Duration.parse(Json.text(s, "perPerson")))),
                ImmutableSet.copyOf(Json.list(node, "roles", r -> MeetingRole.valueOf(r.asText()))));
    }
}
