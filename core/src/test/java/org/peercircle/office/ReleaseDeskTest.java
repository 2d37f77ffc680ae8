package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercircle.office.Program.person;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditDetail;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Release;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PlanId;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;

/** What owners let more people read (S10). */
class ReleaseDeskTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();

    @BeforeEach
    void somethingIsSaid() {
        note(0, "for me alone", Audience.JUST_ME);
        note(1, "another's", Audience.JUST_ME);
    }

    private void note(int by, String words, Audience audience) {
        program.desk(by)
                .meetings()
                .note(aurora, first(), Confidential.draft(words), audience)
                .orElseThrow();
    }

    private MeetingId first() {
        return program.desk(0).meetings().calendar(aurora).get(0).id();
    }

    private ReadablePiece mine(int owner, String words) {
        return program.desk(owner).exceptions().readable(aurora).stream()
                .filter(piece -> piece.json().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private Decision<Release> release(int by, String words, Audience audience) {
        ReadablePiece piece = mine(by, words);
        return program.desk(by).releases().release(aurora, piece.piece(), piece.version(), audience);
    }

    private List<String> released(int to) {
        return program.desk(to).releases().toMe().stream()
                .map(ReadablePiece::json)
                .toList();
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private List<String> notes(int reader) {
        return program.desk(reader).meetings().calendar(aurora).get(0).notes().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void C19_the_owner_releases_to_somebody_of_another_group_and_nobody_else_reads_it() {
        release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        assertThat(released(7)).containsExactly("\"for me alone\"");
        assertThat(program.desk(7).releases().toMe().get(0).owners()).containsExactly(person(0));
        for (int other : new int[] {0, 1, 2, 8, 12}) {
            assertThat(released(other)).as("to p" + other).isEmpty();
        }
        assertThat(program.coordinator.releases().toMe()).isEmpty();
        // Where it was said, and what else was said there, is no more theirs than before (C21).
        assertThat(program.desk(7).meetings().calendar(aurora)).isEmpty();
        assertThat(program.desk(7).exceptions().readable(aurora)).isEmpty();
    }

    @Test
    void C19_released_to_the_group_it_is_read_where_it_was_said() {
        assertThat(notes(2)).isEmpty();
        release(0, "for me alone", Audience.GROUP).orElseThrow();
        assertThat(notes(2)).hasSize(1);
        assertThat(program.desk(2).exceptions().readable(aurora))
                .extracting(ReadablePiece::json)
                .contains("\"for me alone\"")
                .doesNotContain("\"another's\"");
    }

    @Test
    void C19_nobody_else_releases_neither_a_reader_nor_the_office() {
        ReadablePiece piece = mine(0, "for me alone");
        Audience audience = Audience.named(List.of(person(7)));
        for (Desk desk : List.of(program.desk(1), program.desk(7))) {
            assertThat(codes(desk.releases().release(aurora, piece.piece(), piece.version(), audience)))
                    .containsExactly("not-there");
        }
        assertThat(codes(program.coordinator.releases().release(aurora, piece.piece(), piece.version(), audience)))
                .containsExactly("not-allowed");
        note(3, "for all of us", Audience.GROUP);
        ReadablePiece read = mine(2, "for all of us");
        assertThat(codes(program.desk(2).releases().release(aurora, read.piece(), read.version(), audience)))
                .containsExactly("not-there");
        assertThat(codes(program.desk(0)
                        .releases()
                        .release(GroupId.of("never"), piece.piece(), piece.version(), audience)))
                .containsExactly("not-there");
        assertThat(released(7)).isEmpty();
    }

    @Test
    void C19_only_the_version_that_was_meant_is_released() {
        ReadablePiece piece = mine(0, "for me alone");
        assertThat(program.desk(0)
                        .releases()
                        .release(aurora, piece.piece(), piece.version() + 1, Audience.GROUP)
                        .refusals())
                .containsExactly(new OfficeRefusal.PieceChanged(piece.piece(), piece.version()));
    }

    @Test
    void C19_it_is_in_the_owners_log_as_soon_as_it_has_any_effect_and_in_nobody_elses() {
        Release release =
                release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        assertThat(program.desk(0).audit().mine()).singleElement().satisfies(told -> {
            assertThat(told.what()).isEqualTo(AuditDetail.What.RELEASED);
            assertThat(told.facts())
                    .containsEntry("piece", release.piece().value())
                    .containsEntry("to", "named");
        });
        assertThat(program.desk(7).audit().mine()).isEmpty();
        assertThat(program.desk(0).privacy().export().orElseThrow().releases()).containsExactly(release);
        assertThat(program.desk(7).privacy().export().orElseThrow().releases()).isEmpty();
        assertThat(program.desk(0).releases().mine(aurora)).containsExactly(release);
        assertThat(program.desk(1).releases().mine(aurora)).isEmpty();
        assertThat(program.coordinator.releases().mine(aurora)).isEmpty();
    }

    @Test
    void what_is_for_the_cohort_its_people_read_and_nobody_else() {
        release(0, "for me alone", Audience.COHORT).orElseThrow();
        note(1, "for the cohort", Audience.COHORT);
        assertThat(notes(2)).hasSize(2);
        assertThat(released(7)).containsExactly("\"for me alone\"");
        assertThat(released(12)).as("who waits for a seat").hasSize(1);
        assertThat(program.office
                        .as(Actor.participant(PersonId.of("stranger")))
                        .releases()
                        .toMe())
                .isEmpty();
        program.coordinator.cohorts().withdraw(program.cohort, person(12)).orElseThrow();
        assertThat(released(12)).isEmpty();
    }

    @Test
    void those_whom_a_release_is_about_are_none_of_its_readers_but_lose_nothing() {
        note(1, "for the two of us", Audience.named(List.of(person(2))));
        release(1, "for the two of us", Audience.COHORT.about(List.of(person(7), person(2))))
                .orElseThrow();
        assertThat(released(7)).as("whom it is about").isEmpty();
        assertThat(released(8)).containsExactly("\"for the two of us\"");
        assertThat(notes(2)).as("who could read it before").hasSize(1);
        release(1, "for the two of us", Audience.named(List.of(person(7))).about(List.of(person(7))))
                .orElseThrow();
        assertThat(released(7)).as("whom it is about, and who is named").hasSize(1);
    }

    @Test
    void E9_who_released_something_about_somebody_is_asked_about_it_when_they_are_erased() {
        PieceId piece = release(0, "for me alone", Audience.COHORT.about(List.of(person(7))))
                .orElseThrow()
                .piece();
        program.desk(7).privacy().erase(person(7)).orElseThrow();
        assertThat(program.desk(0).privacy().toReview())
                .extracting(PieceToReview::piece)
                .containsExactly(piece);
        assertThat(program.desk(1).privacy().toReview()).isEmpty();
    }

    @Test
    void who_is_named_in_a_group_that_they_are_not_in_finds_it_and_takes_it_along() {
        note(0, "for a friend elsewhere", Audience.named(List.of(person(7))));
        note(1, "for one of us", Audience.named(List.of(person(2))));
        assertThat(released(7)).containsExactly("\"for a friend elsewhere\"");
        assertThat(released(2)).as("a member reads it where it was said").isEmpty();
        assertThat(released(8)).isEmpty();
        assertThat(program.desk(7).privacy().export().orElseThrow().pieces())
                .filteredOn(piece -> !piece.isOwn())
                .extracting(PersonExport.Written::json)
                .containsExactly("\"for a friend elsewhere\"");
    }

    @Test
    void S11_who_is_named_for_a_goal_reads_it_only_with_the_plan() {
        PlanId plan = program.desk(0)
                .plans()
                .draft(aurora, PlanDeskTest.draft().build(), Audience.JUST_ME)
                .orElseThrow();
        program.desk(0)
                .plans()
                .shareGoal(plan, Audience.named(List.of(person(7))))
                .orElseThrow();
        assertThat(released(7)).isEmpty();
        assertThat(program.desk(7).privacy().export().orElseThrow().pieces()).isEmpty();
    }

    @Test
    void E1_what_was_released_to_somebody_by_name_they_take_along() {
        release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        release(1, "another's", Audience.COHORT).orElseThrow();
        assertThat(program.desk(7).privacy().export().orElseThrow().pieces())
                .filteredOn(piece -> !piece.isOwn())
                .extracting(PersonExport.Written::json)
                .containsExactly("\"for me alone\"");
    }

    @Test
    void C14_taken_back_it_is_closed_from_the_next_read_on() {
        PieceId piece = release(0, "for me alone", Audience.named(List.of(person(7))))
                .orElseThrow()
                .piece();
        assertThat(codes(program.desk(7).releases().revoke(aurora, piece))).containsExactly("not-there");
        assertThat(released(7)).hasSize(1);
        program.desk(0).releases().revoke(aurora, piece).orElseThrow();
        assertThat(released(7)).isEmpty();
        assertThat(codes(program.desk(0).releases().revoke(aurora, piece))).containsExactly("not-there");
        assertThat(program.desk(0).audit().mine())
                .extracting(Logged::what)
                .containsExactly(AuditDetail.What.RELEASED, AuditDetail.What.RELEASE_REVOKED);
        assertThat(mine(0, "for me alone").piece()).isEqualTo(piece);
    }

    @Test
    void released_again_it_is_for_whom_it_was_released_last() {
        release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        release(0, "for me alone", Audience.named(List.of(person(8)))).orElseThrow();
        assertThat(released(7)).isEmpty();
        assertThat(released(8)).hasSize(1);
        assertThat(program.desk(0).releases().mine(aurora)).hasSize(1);
    }

    @Test
    void a_release_for_a_time_ends_by_itself() {
        ReadablePiece piece = mine(0, "for me alone");
        program.desk(0)
                .releases()
                .release(
                        aurora,
                        piece.piece(),
                        piece.version(),
                        Audience.named(List.of(person(7))),
                        Optional.of(program.now.plus(Duration.ofDays(7))))
                .orElseThrow();
        program.now = program.now.plus(Duration.ofDays(7)).minusMillis(1);
        assertThat(released(7)).hasSize(1);
        program.now = program.now.plusMillis(1);
        assertThat(released(7)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.desk(0)
                        .releases()
                        .release(aurora, piece.piece(), piece.version(), Audience.GROUP, Optional.of(program.now)));
    }

    @Test
    void C9_whoever_has_power_over_the_owner_is_named_despite_it_or_finds_nothing() {
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(0))
                        .addPowers(PowerRelation.supervisedBy(person(7)))
                        .build())
                .orElseThrow();
        release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        assertThat(released(7)).isEmpty();
        release(0, "for me alone", Audience.namedDespite(List.of(person(7)))).orElseThrow();
        assertThat(released(7)).hasSize(1);
    }

    @Test
    void E3_with_its_owner_a_release_is_gone() {
        release(0, "for me alone", Audience.named(List.of(person(7)))).orElseThrow();
        program.desk(0).privacy().erase(person(0)).orElseThrow();
        assertThat(released(7)).isEmpty();
        assertThat(program.desk(7).releases().mine(aurora)).isEmpty();
    }
}
