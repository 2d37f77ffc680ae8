package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercircle.office.Program.person;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.LegalMatter;
import org.peercircle.audit.LegalOrder;
import org.peercircle.audit.LegalRefusal;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;

/** What the law demands (X1, X3, E10): two officers, nobody's own boss, the owners told. */
class LegalDeskTest {

    private static final PersonId EMIL = PersonId.of("emil");

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();
    private final LegalDesk dana = program.coordinator.legal();
    private final LegalDesk emil = program.office.as(Actor.coordinator(EMIL)).legal();

    LegalDeskTest() {
        note(0, "kept to oneself", Audience.JUST_ME);
        note(0, "for the group", Audience.GROUP);
        note(1, "another's", Audience.GROUP);
    }

    private void note(int by, String words, Audience audience) {
        MeetingId first = program.desk(0).meetings().calendar(aurora).get(0).id();
        program.desk(by)
                .meetings()
                .note(aurora, first, Confidential.draft(words), audience)
                .orElseThrow();
    }

    private LegalOrder order(Optional<Instant> silentUntil, PersonId... owners) {
        return new LegalOrder(
                aurora,
                ImmutableSortedSet.copyOf(owners),
                "Court of X, 12/2027",
                new LegalOrder.Demand.HandOut("Court of X", program.now.minusSeconds(60), program.now.plusSeconds(60)),
                silentUntil);
    }

    private LegalMatterId filed(LegalOrder order) {
        return dana.file(order).map(LegalMatter::id).orElseThrow();
    }

    private static List<String> words(ImmutableList<ReadablePiece> pieces) {
        return pieces.stream().map(ReadablePiece::json).toList();
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private List<Logged> log(int i) {
        return program.desk(i).audit().mine();
    }

    @Test
    void X3_two_officers_hand_out_what_is_ordered_and_nothing_else_and_its_owner_is_told() {
        LegalMatterId matter = filed(order(Optional.empty(), person(0)));
        assertThat(log(0)).as("before it is confirmed nothing happens").isEmpty();
        assertThat(words(emil.confirm(matter).orElseThrow()))
                .containsExactlyInAnyOrder("\"kept to oneself\"", "\"for the group\"");
        assertThat(log(0)).singleElement().satisfies(told -> {
            assertThat(told.what()).isEqualTo(AuditDetail.What.LEGAL_DISCLOSURE);
            assertThat(told.by()).isEqualTo(EMIL);
            assertThat(told.facts())
                    .containsEntry("ground", "Court of X, 12/2027")
                    .containsEntry("recipient", "Court of X")
                    .containsEntry("filed-by", "dana");
            assertThat(told.facts().get("pieces")).matches("\\S+ \\S+");
        });
        assertThat(log(1)).isEmpty();
        assertThat(dana.list()).extracting(LegalMatter::confirmedBy).containsExactly(Optional.of(EMIL));
    }

    @Test
    void X3_one_officer_alone_can_do_nothing_and_nothing_is_done_twice() {
        LegalMatterId matter = filed(order(Optional.empty(), person(0)));
        assertThat(codes(dana.confirm(matter))).containsExactly("needs-another");
        emil.confirm(matter).orElseThrow();
        assertThat(codes(emil.confirm(matter))).containsExactly("matter-closed");
        assertThat(codes(emil.confirm(LegalMatterId.of("never")))).containsExactly("not-there");
        assertThat(log(0)).hasSize(1);
    }

    @Test
    void X3_what_is_kept_from_owners_can_be_read_by_them_for_as_long_again() {
        Instant year = program.now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        LegalOrder tooLong = order(Optional.of(year.plusSeconds(1)), person(0));
        assertThat(dana.file(tooLong).refusals())
                .containsExactly(new LegalRefusal.SilenceTooLong(year.plusSeconds(1), year));
        assertThat(dana.list()).isEmpty();
        emil.confirm(filed(order(Optional.of(year), person(0)))).orElseThrow();
        program.now = year.minusSeconds(1);
        assertThat(log(0)).isEmpty();
        program.now = year;
        assertThat(log(0)).hasSize(1);
    }

    @Test
    void X1_nobody_but_officers_files_confirms_or_sees_a_matter() {
        LegalOrder order = order(Optional.empty(), person(0));
        LegalDesk member = program.desk(1).legal();
        assertThat(codes(member.file(order))).containsExactly("not-allowed");
        assertThat(codes(member.confirm(filed(order)))).containsExactly("not-allowed");
        assertThat(member.list()).isEmpty();
    }

    @Test
    void X3_neither_officer_may_be_or_have_power_over_or_be_under_an_owner() {
        LegalOrder order = order(Optional.empty(), person(0));
        Desk own = program.office.as(Actor.coordinator(person(0)));
        assertThat(own.legal().file(order).refusals())
                .containsExactly(new LegalRefusal.NotImpartial(person(0), person(0)));
        register(Program.participant(0), EMIL);
        assertThat(emil.confirm(filed(order)).refusals())
                .containsExactly(new LegalRefusal.NotImpartial(EMIL, person(0)));
        LegalMatterId before = filed(order(Optional.empty(), person(1)));
        register(Program.participant(1), Program.DANA);
        assertThat(emil.confirm(before).refusals())
                .as("who filed it has come to have power over an owner since")
                .containsExactly(new LegalRefusal.NotImpartial(Program.DANA, person(1)));
        assertThat(program.office
                        .as(Actor.coordinator(person(5)))
                        .legal()
                        .file(order(Optional.empty(), person(11)))
                        .refusals())
                .as("who is under an owner")
                .containsExactly(new LegalRefusal.NotImpartial(person(5), person(11)));
    }

    private void register(Participant participant, PersonId supervisor) {
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(participant)
                        .addPowers(PowerRelation.supervisedBy(supervisor))
                        .build())
                .orElseThrow();
    }

    @Test
    void X3_where_the_order_forbids_it_the_owner_is_told_afterwards() {
        Instant silent = program.now.plus(Duration.ofDays(90));
        emil.confirm(filed(order(Optional.of(silent), person(0)))).orElseThrow();
        assertThat(log(0)).isEmpty();
        assertThat(program.desk(0).privacy().export().orElseThrow().log()).isEmpty();
        program.now = silent;
        assertThat(log(0)).extracting(Logged::what).containsExactly(AuditDetail.What.LEGAL_DISCLOSURE);
    }

    @Test
    void A4_it_is_in_the_log_before_anything_is_handed_out() {
        LegalMatterId matter = filed(order(Optional.empty(), person(0)));
        program.repository.racesToLose = 100;
        assertThat(codes(emil.confirm(matter)))
                .as("where nothing can be logged")
                .containsExactly("too-busy");
    }

    @Test
    void X3_what_was_said_at_another_time_or_elsewhere_is_not_handed_out() {
        program.now = program.now.plus(Duration.ofDays(1));
        assertThat(words(emil.confirm(filed(order(Optional.empty(), person(0)))).orElseThrow()))
                .isEmpty();
        LegalOrder elsewhere = new LegalOrder(
                program.groups.get(1),
                ImmutableSortedSet.of(person(0)),
                "ground",
                new LegalOrder.Demand.HandOut("Court of X", Instant.EPOCH, program.now),
                Optional.empty());
        assertThat(words(emil.confirm(filed(elsewhere)).orElseThrow())).isEmpty();
    }

    @Test
    void E6_E10_what_is_past_its_time_is_handed_out_only_if_it_was_kept_by_order() {
        Instant said = program.now;
        LegalOrder.Demand handOut =
                new LegalOrder.Demand.HandOut("Court of X", said.minusSeconds(60), said.plusSeconds(60));
        LegalOrder keep = new LegalOrder(
                aurora,
                ImmutableSortedSet.of(person(0)),
                "ground",
                new LegalOrder.Demand.Keep(said.plus(Duration.ofDays(900))),
                Optional.empty());
        emil.confirm(filed(keep)).orElseThrow();
        program.now = said.plus(Duration.ofDays(800));
        LegalOrder both = new LegalOrder(
                aurora, ImmutableSortedSet.of(person(0), person(1)), "ground", handOut, Optional.empty());
        assertThat(words(emil.confirm(filed(both)).orElseThrow()))
                .containsExactlyInAnyOrder("\"kept to oneself\"", "\"for the group\"");
        program.now = said.plus(Duration.ofDays(900));
        assertThat(words(emil.confirm(filed(both)).orElseThrow()))
                .as("once that has ended")
                .isEmpty();
    }

    @Test
    void E10_an_order_to_keep_opens_nothing_and_its_owner_is_told() {
        LegalOrder keep = new LegalOrder(
                aurora,
                ImmutableSortedSet.of(person(0)),
                "ground",
                new LegalOrder.Demand.Keep(program.now.plus(Duration.ofDays(900))),
                Optional.empty());
        assertThat(emil.confirm(filed(keep)).orElseThrow()).isEmpty();
        assertThat(log(0)).extracting(Logged::what).containsExactly(AuditDetail.What.LEGAL_HOLD);
        assertThat(program.coordinator.retention().preview().orElseThrow())
                .filteredOn(Expiry::isHeld)
                .extracting(Expiry::group)
                .containsExactly(Optional.of(aurora));
    }

    @Test
    void X3_how_many_were_concerned_is_told_when_the_year_is_over_and_if_they_were_many() {
        emil.confirm(filed(order(Optional.empty(), person(0)))).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dana.handedOutIn(2027))
                .withMessage("year must be over, but was 2027");
        Instant then = program.now;
        program.now = then.plus(Duration.ofDays(400));
        assertThat(program.desk(3).legal().handedOutIn(2027)).isEmpty();
        assertThat(program.desk(3).legal().handedOutIn(2026)).isEmpty();
        program.now = then;
        PersonId[] ten = IntStream.range(0, 10).mapToObj(Program::person).toArray(PersonId[]::new);
        emil.confirm(filed(order(Optional.empty(), ten))).orElseThrow();
        program.now = then.plus(Duration.ofDays(400));
        assertThat(program.desk(3).legal().handedOutIn(2027)).contains(10);
    }

    @Test
    void an_order_names_people_a_ground_and_a_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order(Optional.empty()))
                .withMessage("owners must name at least one, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegalOrder.Demand.HandOut("x", program.now, program.now))
                .withMessageStartingWith("from must be before");
    }

    @Test
    void what_is_past_only_the_office_deletes() {
        assertThat(codes(program.desk(0).retention().purge())).containsExactly("not-allowed");
        assertThat(codes(program.desk(0).retention().preview())).containsExactly("not-allowed");
        assertThat(program.coordinator.retention().purge().orElseThrow())
                .extracting(Expiry::isEverything)
                .containsOnly(false);
    }
}
