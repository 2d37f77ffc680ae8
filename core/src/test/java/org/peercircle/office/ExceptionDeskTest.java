package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercircle.office.Program.person;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditChain;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditLink;
import org.peercircle.audit.AuditVerdict;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PieceId;
import org.peercircle.office.SafetyDisclosure.Ground;
import org.peercircle.office.SafetyDisclosure.Notice;
import org.peercircle.people.Participant;
import org.peercircle.people.ReportingDuty;

/** Something said in a group has to be passed on: who can, who is told, and what the log has of it. */
class ExceptionDeskTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.groups.get(0);

    @BeforeEach
    void somethingIsSaid() {
        MeetingId first = program.desk(0).meetings().calendar(aurora).get(0).id();
        program.desk(0)
                .meetings()
                .note(aurora, first, Confidential.draft("I can't go on"), Audience.GROUP)
                .orElseThrow();
        program.desk(1)
                .meetings()
                .note(aurora, first, Confidential.draft("mine alone"), Audience.JUST_ME)
                .orElseThrow();
    }

    private ReadablePiece said(int reader, String words) {
        return program.desk(reader).exceptions().readable(aurora).stream()
                .filter(piece -> piece.json().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private SafetyDisclosure disclosure(Ground ground, Notice notice) {
        return new SafetyDisclosure(
                aurora, ImmutableSet.of(said(2, "I can't go on").piece()), "the crisis line", ground, notice);
    }

    @Test
    void X2_who_may_read_it_passes_it_on_and_its_owner_is_told_at_once() {
        ImmutableList<ReadablePiece> passedOn = program.desk(2)
                .exceptions()
                .passOn(disclosure(Ground.IMMINENT_HARM, Notice.AT_ONCE))
                .orElseThrow();
        assertThat(passedOn).extracting(ReadablePiece::json).containsExactly("\"I can't go on\"");
        assertThat(passedOn.toString()).doesNotContain("go on");
        assertThat(program.desk(0).audit().mine()).singleElement().satisfies(told -> {
            assertThat(told.what()).isEqualTo(AuditDetail.What.SAFETY_DISCLOSURE);
            assertThat(told.by()).isEqualTo(person(2));
            assertThat(told.at()).isEqualTo(program.now);
            assertThat(told.facts())
                    .containsEntry("recipient", "the crisis line")
                    .containsEntry("ground", "IMMINENT_HARM")
                    .containsEntry("pieces", passedOn.get(0).piece().value())
                    .doesNotContainKey("told-later-since");
        });
        assertThat(program.repository.events)
                .filteredOn(e -> e.type().equals("log-entry"))
                .extracting(DomainEvent::subject)
                .containsExactly("p0");
        for (int other : new int[] {1, 2, 3, 7}) {
            assertThat(program.desk(other).audit().mine()).isEmpty();
        }
    }

    @Test
    void A4_nothing_is_passed_on_unless_it_is_in_the_log() {
        SafetyDisclosure disclosure = disclosure(Ground.IMMINENT_HARM, Notice.AT_ONCE);
        program.repository.racesToLose = 100;
        assertThat(program.desk(2).exceptions().passOn(disclosure).refusals())
                .extracting(Refusal::code)
                .containsExactly("too-busy");
        assertThat(program.desk(0).audit().mine()).isEmpty();
        program.repository.racesToLose = 1;
        assertThat(program.desk(2).exceptions().passOn(disclosure).orElseThrow())
                .hasSize(1);
        assertThat(program.desk(0).audit().mine()).hasSize(1);
    }

    @Test
    void X2_with_a_reason_its_owner_is_told_later_and_reads_the_reason() {
        program.desk(2)
                .exceptions()
                .passOn(disclosure(
                        Ground.IMMINENT_HARM, Notice.later(Duration.ofDays(7), "they would run from the helpers")))
                .orElseThrow();
        assertThat(program.repository.events).noneMatch(e -> e.type().equals("log-entry"));
        program.now = program.now.plus(Duration.ofDays(7)).minusMillis(1);
        assertThat(program.desk(0).audit().mine()).isEmpty();
        program.now = program.now.plusMillis(1);
        assertThat(program.desk(0).audit().mine())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.facts()).containsEntry("told-later-since", "they would run from the helpers"));
        assertThat(program.desk(0).privacy().export().orElseThrow().log())
                .isEqualTo(program.desk(0).audit().mine());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.later(Duration.ofDays(8), "why"))
                .withMessageContaining("PT168H");
        assertThatIllegalArgumentException().isThrownBy(() -> Notice.later(Duration.ofDays(1), " "));
    }

    @Test
    void X1_what_somebody_may_not_read_they_can_not_pass_on_and_it_looks_like_nothing() {
        PieceId private1 = said(1, "mine alone").piece();
        assertThat(program.desk(2).exceptions().readable(aurora))
                .noneMatch(p -> p.piece().equals(private1));
        var refused = program.desk(2)
                .exceptions()
                .passOn(new SafetyDisclosure(
                        aurora, ImmutableSet.of(private1), "anybody", Ground.IMMINENT_HARM, Notice.AT_ONCE));
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("not-there");
        assertThat(refused.refusals().get(0).message())
                .isEqualTo(program.desk(2)
                        .exceptions()
                        .passOn(new SafetyDisclosure(
                                aurora,
                                ImmutableSet.of(PieceId.of("never")),
                                "anybody",
                                Ground.IMMINENT_HARM,
                                Notice.AT_ONCE))
                        .refusals()
                        .get(0)
                        .message()
                        .replace("never", private1.value()));
        assertThat(program.desk(7)
                        .exceptions()
                        .passOn(disclosure(Ground.IMMINENT_HARM, Notice.AT_ONCE))
                        .isAccepted())
                .isFalse();
        assertThat(program.coordinator.audit().last()).isEmpty();
    }

    @Test
    void X1_the_office_reads_and_passes_on_nothing() {
        assertThat(program.coordinator.exceptions().readable(aurora)).isEmpty();
        assertThat(program.coordinator
                        .exceptions()
                        .passOn(disclosure(Ground.IMMINENT_HARM, Notice.AT_ONCE))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("not-allowed");
        assertThat(program.coordinator.audit().mine()).isEmpty();
        assertThat(program.desk(0).audit().links(0, 10)).isEmpty();
        assertThat(program.desk(0).audit().last()).isEmpty();
    }

    @Test
    void only_who_is_registered_with_a_duty_can_name_it_as_the_ground() {
        assertThat(program.desk(2)
                        .exceptions()
                        .passOn(disclosure(Ground.LEGAL_DUTY, Notice.AT_ONCE))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("not-allowed");
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(2))
                        .reportingDuty(ReportingDuty.MANDATORY)
                        .build())
                .orElseThrow();
        assertThat(program.desk(2)
                        .exceptions()
                        .passOn(disclosure(Ground.LEGAL_DUTY, Notice.AT_ONCE))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void A1_A6_the_office_verifies_the_chain_before_and_after_erasure_and_learns_nothing_from_it() {
        for (int i = 0; i < 3; i++) {
            program.desk(2)
                    .exceptions()
                    .passOn(disclosure(Ground.IMMINENT_HARM, Notice.AT_ONCE))
                    .orElseThrow();
        }
        ImmutableList<AuditLink> before = program.coordinator.audit().links(0, 1000);
        Optional<AuditLink> witnessed = program.coordinator.audit().last();
        assertThat(AuditChain.verify(before, witnessed)).isEqualTo(new AuditVerdict.Intact(3));
        assertThat(before.toString())
                .doesNotContain("p0")
                .doesNotContain("crisis")
                .doesNotContain("SAFETY");
        program.desk(0).privacy().erase(person(0)).orElseThrow();
        ImmutableList<AuditLink> after = ImmutableList.<AuditLink>builder()
                .addAll(program.coordinator.audit().links(0, 2))
                .addAll(program.coordinator.audit().links(2, 1000))
                .build();
        assertThat(after).startsWith(before.toArray(AuditLink[]::new)).hasSize(4);
        assertThat(AuditChain.verify(after, witnessed)).isEqualTo(new AuditVerdict.Intact(4));
        assertThat(program.coordinator.audit().last()).contains(after.get(3));
    }
}
