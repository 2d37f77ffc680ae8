package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditDetail;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Release;
import org.peercircle.id.CohortId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;
import org.peercircle.meeting.Attendance;
import org.peercircle.office.Logged;
import org.peercircle.office.PersonExport;
import org.peercircle.people.Participant;

class ExportJsonTest {

    private static PersonExport export(Optional<Participant> registered) {
        return new PersonExport(
                Records.ADA,
                Records.NOW,
                registered,
                ImmutableList.of(new PersonExport.Place(CohortId.of("c"), "Spring", Records.NOW, "SEATED")),
                ImmutableList.of(
                        new PersonExport.Stay(Records.GROUP, "Aurora", Records.NOW, Optional.of(Records.NOW)),
                        new PersonExport.Stay(Records.GROUP, "Aurora", Records.NOW, Optional.empty())),
                ImmutableList.of(
                        new PersonExport.Attended(Records.GROUP, MeetingId.of("m"), Records.NOW, Attendance.How.LATE)),
                ImmutableList.of(new PersonExport.Written(
                        "plan",
                        "pl",
                        "revisions.goal.outcome",
                        PieceId.of("x1"),
                        2,
                        true,
                        Records.TAG,
                        "\"a \\\"word\\\"\"")),
                ImmutableList.of(new Release(
                        ReleaseId.of("r"),
                        PieceId.of("x1"),
                        2,
                        Records.ADA,
                        Records.GROUP,
                        ImmutableSet.of(new Atom.Named(Records.BEN)),
                        ImmutableSet.of(),
                        Records.NOW,
                        Optional.of(Records.NOW.plusSeconds(60)))),
                ImmutableList.of(new Logged(
                        AuditDetail.What.SAFETY_DISCLOSURE,
                        Records.BEN,
                        Records.NOW,
                        ImmutableSortedMap.of("recipient", "the crisis line"))));
    }

    @Test
    void all_of_an_export_is_in_its_json() {
        Participant ada = new RecordRepositoryTest().participant();
        JsonNode json = Json.parse(ExportJson.of(export(Optional.of(ada))).getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("person").asText()).isEqualTo("ada");
        assertThat(json.path("registered").path("name").asText()).isEqualTo(ada.name());
        assertThat(json.path("registered").has("declarations")).isFalse();
        assertThat(json.path("cohorts").path(0).path("status").asText()).isEqualTo("SEATED");
        assertThat(json.path("groups").path(0).path("until").asText()).isEqualTo(Records.NOW.toString());
        assertThat(json.path("groups").path(1).has("until")).isFalse();
        JsonNode release = json.path("releases").path(0);
        assertThat(release.path("piece").asText()).isEqualTo("x1");
        assertThat(release.path("to").path(0).path("of").asText()).isEqualTo("ben");
        assertThat(release.path("until").asText())
                .isEqualTo(Records.NOW.plusSeconds(60).toString());
        assertThat(json.path("attendance").path(0).path("how").asText()).isEqualTo("LATE");
        JsonNode piece = json.path("pieces").path(0);
        assertThat(piece.path("value").asText()).isEqualTo("a \"word\"");
        assertThat(piece.path("own").asBoolean()).isTrue();
        assertThat(TagCodec.read(piece.path("tag"))).isEqualTo(Records.TAG);
        assertThat(json.path("log").path(0).path("facts").path("recipient").asText())
                .isEqualTo("the crisis line");
    }

    @Test
    void of_somebody_unknown_there_is_a_form_without_content() {
        JsonNode json = Json.parse(ExportJson.of(export(Optional.empty())).getBytes(StandardCharsets.UTF_8));
        assertThat(json.has("registered")).isFalse();
        assertThat(export(Optional.empty()).pieces().toString()).doesNotContain("word");
    }
}
