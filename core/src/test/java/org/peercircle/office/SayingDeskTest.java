package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercircle.office.Program.person;

import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditDetail;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.SayingId;

/** What is said without a name (C22): the words and the month, the same to all, and nothing by which to tell who it was. */
class SayingDeskTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();

    private ReadablePiece note(int by, GroupId group) {
        if (program.desk(by).meetings().calendar(group).isEmpty()) {
            program.coordinator.meetings().schedule(group, Program.START, 1).orElseThrow();
        }
        MeetingId first = program.desk(by).meetings().calendar(group).get(0).id();
        program.desk(by)
                .meetings()
                .note(group, first, Confidential.draft("in my lab"), Audience.JUST_ME)
                .orElseThrow();
        return program.desk(by).exceptions().readable(group).stream()
                .filter(piece -> piece.json().contains("in my lab"))
                .findFirst()
                .orElseThrow();
    }

    private Decision<SayingId> say(int by, GroupId group, String words) {
        ReadablePiece piece = note(by, group);
        return program.desk(by).sayings().say(group, piece.piece(), piece.version(), Confidential.draft(words));
    }

    private List<String> read(Desk desk) {
        return desk.sayings().list(program.cohort).stream()
                .map(SayingView::text)
                .toList();
    }

    private void aDayLater() {
        program.now = program.now.plus(Duration.ofDays(1));
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    @Test
    void C22_the_cohort_and_the_office_read_the_words_and_the_month_from_the_next_day_on() {
        SayingId id = say(0, aurora, "In some labs weekends are expected").orElseThrow();
        for (Desk desk : List.of(program.desk(1), program.desk(7), program.coordinator)) {
            assertThat(read(desk)).as("on the same day").isEmpty();
        }
        assertThat(program.desk(0).sayings().mine(program.cohort))
                .containsExactly(Map.entry(id, "In some labs weekends are expected"));
        aDayLater();
        for (Desk desk : List.of(program.desk(0), program.desk(1), program.desk(7), program.coordinator)) {
            assertThat(desk.sayings().list(program.cohort))
                    .containsExactly(new SayingView("In some labs weekends are expected", YearMonth.of(2027, 1)));
        }
        assertThat(program.desk(1).sayings().mine(program.cohort)).isEmpty();
        assertThat(read(program.office.as(Actor.participant(PersonId.of("stranger")))))
                .isEmpty();
    }

    @Test
    void C22_who_has_power_over_the_author_reads_as_much_as_everybody_else() {
        say(5, aurora, "My supervisor is never there").orElseThrow();
        aDayLater();
        assertThat(read(program.desk(11))).isEqualTo(read(program.desk(7))).hasSize(1);
    }

    @Test
    void C22_the_order_does_not_tell_who_or_when() {
        say(0, aurora, "b").orElseThrow();
        say(1, aurora, "a").orElseThrow();
        say(7, program.groups.get(1), "c").orElseThrow();
        aDayLater();
        assertThat(read(program.desk(2))).containsExactly("a", "b", "c");
        assertThat(SayingView.class.getRecordComponents())
                .extracting(c -> c.getName())
                .containsExactly("text", "month");
    }

    @Test
    void C22_where_fewer_than_five_could_have_said_it_it_is_refused() {
        program.desk(3).groups().depart(aurora, person(3), DepartureDraft.now()).orElseThrow();
        assertThat(say(0, aurora, "five are left").isAccepted()).isTrue();
        program.desk(4).groups().depart(aurora, person(4), DepartureDraft.now()).orElseThrow();
        aDayLater();
        MeetingId second = program.desk(0).meetings().calendar(aurora).get(1).id();
        program.desk(0)
                .meetings()
                .note(aurora, second, Confidential.draft("four are left"), Audience.JUST_ME)
                .orElseThrow();
        ReadablePiece late = program.desk(0).exceptions().readable(aurora).stream()
                .filter(piece -> piece.json().contains("four are left"))
                .findFirst()
                .orElseThrow();
        assertThat(codes(program.desk(0)
                        .sayings()
                        .say(aurora, late.piece(), late.version(), Confidential.draft("four"))))
                .containsExactly("tells-who");
    }

    @Test
    void C19_only_its_owner_says_it_of_the_version_they_read_and_takes_it_back() {
        ReadablePiece mine = note(0, aurora);
        Confidential<String> words = Confidential.draft("words");
        assertThat(codes(program.desk(1).sayings().say(aurora, mine.piece(), mine.version(), words)))
                .containsExactly("not-there");
        assertThat(codes(program.coordinator.sayings().say(aurora, mine.piece(), mine.version(), words)))
                .containsExactly("not-allowed");
        assertThat(codes(program.desk(0).sayings().say(aurora, mine.piece(), mine.version() + 1, words)))
                .containsExactly("piece-changed");
        SayingId id = program.desk(0)
                .sayings()
                .say(aurora, mine.piece(), mine.version(), words)
                .orElseThrow();
        aDayLater();
        assertThat(codes(program.desk(1).sayings().takeBack(id))).containsExactly("not-there");
        assertThat(codes(program.coordinator.sayings().takeBack(id))).containsExactly("not-there");
        program.desk(0).sayings().takeBack(id).orElseThrow();
        assertThat(read(program.desk(7))).isEmpty();
        assertThat(program.desk(0).audit().mine())
                .extracting(Logged::what)
                .containsExactly(AuditDetail.What.RELEASED, AuditDetail.What.RELEASE_REVOKED);
        assertThat(program.desk(1).audit().mine()).isEmpty();
    }

    @Test
    void E1_E3_its_author_takes_it_along_and_it_goes_with_them() {
        say(0, aurora, "words without a name").orElseThrow();
        aDayLater();
        assertThat(program.desk(0).privacy().export().orElseThrow().pieces())
                .extracting(PersonExport.Written::json)
                .contains("\"words without a name\"");
        assertThat(program.desk(1).privacy().export().orElseThrow().pieces())
                .extracting(PersonExport.Written::json)
                .doesNotContain("\"words without a name\"");
        program.desk(0).privacy().erase(person(0)).orElseThrow();
        assertThat(read(program.desk(7))).isEmpty();
    }

    @Test
    void C22_whoever_said_it_everybody_else_sees_the_same() {
        Map<String, List<String>> first = new LinkedHashMap<>();
        for (int author = 0; author < 6; author++) {
            SayingDeskTest other = new SayingDeskTest();
            other.say(author, other.aurora, "it could have been any of us").orElseThrow();
            for (int day = 0; day < 2; day++) {
                for (int reader = 0; reader < 14; reader++) {
                    if (reader != author) {
                        List<String> seen = other.read(other.program.desk(reader));
                        assertThat(seen).isEqualTo(first.computeIfAbsent(day + "-" + reader, r -> seen));
                    }
                }
                other.aDayLater();
            }
        }
    }
}
