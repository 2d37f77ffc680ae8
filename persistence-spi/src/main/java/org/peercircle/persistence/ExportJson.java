package org.peercircle.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.peercircle.office.Logged;
import org.peercircle.office.PersonExport;
import org.peercircle.people.Participant;

/**
 * What a person takes along, as JSON that another program can read (law E1):
 *
 * <pre>{@code
 * String json = ExportJson.of(desk.privacy().export().orElseThrow());
 * }</pre>
 *
 * <p>It has {@code person}, {@code at}, {@code registered} (what the host registered), {@code cohorts}, {@code groups},
 * {@code attendance}, {@code log}, {@code releases}, and {@code pieces}, each with its {@code value} and its {@code tag}:
 * who reads it, and what for. All of it is in the clear; give it to that person alone.
 */
public final class ExportJson {

    /** The version of this form. */
    private static final int SCHEMA = 1;

    private ExportJson() {}

    /** Returns an export as JSON text. */
    public static String of(PersonExport export) {
        JsonObject node = Json.object()
                .put("schema", SCHEMA)
                .put("person", export.person().value())
                .put("at", export.at());
        Json.putOptional(node, "registered", export.registered(), ExportJson::registered);
        node.set(
                "cohorts",
                Json.array(
                        export.places(),
                        place -> Json.object()
                                .put("id", place.cohort().value())
                                .put("name", place.name())
                                .put("since", place.since())
                                .put("status", place.status())));
        node.set("groups", Json.array(export.stays(), stay -> {
            JsonObject group = Json.object()
                    .put("id", stay.group().value())
                    .put("name", stay.name())
                    .put("from", stay.from());
            stay.until().ifPresent(until -> group.put("until", until));
            return group;
        }));
        node.set(
                "attendance",
                Json.array(
                        export.attendance(),
                        at -> Json.object()
                                .put("group", at.group().value())
                                .put("meeting", at.meeting().value())
                                .put("start", at.start())
                                .put("how", at.how().name())));
        node.set("pieces", Json.array(export.pieces(), ExportJson::piece));
        node.set("releases", Json.array(export.releases(), ReleaseCodec::write));
        node.set("log", Json.array(export.log(), ExportJson::logged));
        return Json.pretty(node) + "\n";
    }

    private static JsonObject logged(Logged logged) {
        JsonObject node = Json.object()
                .put("what", logged.what().name())
                .put("by", logged.by().value())
                .put("at", logged.at());
        Json.putTexts(node, "facts", logged.facts());
        return node;
    }

    /** What the person declared comes with the pieces. */
    private static JsonObject registered(Participant participant) {
        return new ParticipantCodec().write(participant.withDeclared(Optional.empty()), CollectedPieces.none());
    }

    private static JsonObject piece(PersonExport.Written written) {
        JsonObject node = Json.object()
                .put("kind", written.kind())
                .put("id", written.id())
                .put("where", written.where())
                .put("piece", written.piece().value())
                .put("version", written.version())
                .put("own", written.isOwn());
        node.set("value", Json.parse(written.json().getBytes(StandardCharsets.UTF_8)));
        node.set("tag", TagCodec.write(written.tag()));
        return node;
    }
}
