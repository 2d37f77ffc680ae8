package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.group.Motion;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.plan.Correction;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scale;
import org.peercircle.pulse.Scales;

/** What is too old is read by nobody, whether or not anything was deleted (law E6). */
class RetentionTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();
    private final Instant begun = program.now;

    private static Instant after(Instant start, int months) {
        return start.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    private MeetingId first() {
        return program.desk(0).meetings().calendar(aurora).get(0).id();
    }

    /** As every year. */
    private void everybodySaysYes() {
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().acknowledge(aurora).orElseThrow();
        }
    }

    private void note(int by, String words) {
        program.desk(by)
                .meetings()
                .note(aurora, first(), Confidential.draft(words), Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
    }

    private List<String> notes(int reader) {
        return program.desk(reader).meetings().calendar(aurora).get(0).notes().stream()
                .map(note -> note.text())
                .toList();
    }

    private PlanId plan() {
        PlanId plan = program.desk(0)
                .plans()
                .draft(
                        aurora,
                        PlanDraft.towards("a goal")
                                .addSteps(PlanDraft.StepDraft.of("a step", LocalDate.of(2027, 2, 1)))
                                .build(),
                        Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        program.desk(0).plans().activate(plan).orElseThrow();
        return plan;
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    @Test
    void E6_two_years_after_it_was_written_it_is_read_by_nobody_its_author_neither() {
        note(0, "the first");
        PlanId plan = plan();
        program.now = after(begun, 12);
        note(1, "the second");
        program.now = after(begun, 24).minusMillis(1);
        everybodySaysYes();
        assertThat(notes(0)).containsExactly("the first", "the second");
        assertThat(program.desk(1).plans().view(plan).isAccepted()).isTrue();
        program.now = after(begun, 24).plusMillis(1);
        for (int reader = 0; reader < 6; reader++) {
            assertThat(notes(reader)).containsExactly("the second");
            assertThat(codes(program.desk(reader).plans().view(plan))).containsExactly("not-there");
            assertThat(program.desk(reader).plans().list(aurora)).isEmpty();
        }
        assertThat(program.desk(0).exceptions().readable(aurora))
                .extracting(ReadablePiece::json)
                .noneMatch(json -> json.contains("the first") || json.contains("a goal"));
        assertThat(program.desk(0).privacy().export().orElseThrow().pieces())
                .extracting(PersonExport.Written::json)
                .noneMatch(json -> json.contains("the first") || json.contains("a goal"));
    }

    @Test
    void E6_what_the_group_has_as_a_whole_is_kept_while_it_lives() {
        program.now = after(begun, 60);
        assertThat(program.desk(0).groups().view(aurora).orElseThrow().words()).isPresent();
    }

    @Test
    void E6_what_is_said_anew_in_the_same_words_is_new() {
        PlanId plan = plan();
        program.now = after(begun, 23);
        program.desk(0)
                .plans()
                .correct(
                        plan,
                        new CourseDraft.AddStep(PlanDraft.StepDraft.of("another step", LocalDate.of(2029, 2, 1))),
                        Correction.Trigger.NEW_IDEA,
                        Confidential.draft("an idea"))
                .orElseThrow();
        program.now = after(begun, 25);
        assertThat(program.desk(0).plans().view(plan).orElseThrow().toString()).isNotBlank();
        assertThat(goal(plan)).isEmpty();
        program.desk(0)
                .plans()
                .correct(
                        plan,
                        new CourseDraft.Rescope(
                                Confidential.draft("a goal"), Optional.empty(), Optional.of(LocalDate.of(2030, 1, 1))),
                        Correction.Trigger.NEW_IDEA,
                        Confidential.draft("it still holds"))
                .orElseThrow();
        assertThat(goal(plan)).contains("a goal");
    }

    private Optional<String> goal(PlanId plan) {
        return program.desk(0).plans().view(plan).orElseThrow().current().goal().map(g -> g.outcome());
    }

    @Test
    void E6_six_months_after_its_group_has_ended_nothing_is_left_to_read() {
        note(0, "for us");
        ProposalId disband = program.desk(0)
                .agreements()
                .propose(aurora, new Motion.Disband(), Period.ofDays(14))
                .orElseThrow()
                .id();
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().vote(aurora, disband, true);
        }
        assertThat(read(0)).contains("\"for us\"");
        Instant ended = program.now;
        program.now = after(ended, 6).minusMillis(1);
        assertThat(read(0)).contains("\"for us\"");
        program.now = after(ended, 6);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void E6_a_group_that_its_last_member_left_is_over_like_one_that_ended() {
        note(0, "for us");
        everybodyLeaves();
        Instant end = program.now;
        program.now = after(end, 6).minusMillis(1);
        assertThat(read(0)).contains("\"for us\"");
        program.now = after(end, 6);
        assertThat(read(0)).isEmpty();
    }

    private void everybodyLeaves() {
        for (int i = 0; i < 6; i++) {
            program.desk(i)
                    .groups()
                    .depart(aurora, Program.person(i), DepartureDraft.now())
                    .orElseThrow();
        }
    }

    private List<String> read(int reader) {
        return program.desk(reader).privacy().export().orElseThrow().pieces().stream()
                .map(PersonExport.Written::json)
                .filter(json -> json.contains("for us"))
                .toList();
    }

    @Test
    void E6_six_months_after_the_last_survey_has_closed_answers_are_read_by_nobody() {
        PulseView survey = program.coordinator
                .pulses()
                .open(
                        program.cohort,
                        new PulseTerms(
                                Moment.BEFORE, ImmutableList.of(Scales.BELONGING), begun.plus(Duration.ofDays(14))))
                .orElseThrow();
        Scale scale = Scales.BELONGING;
        ImmutableMap<String, Integer> answers =
                ImmutableMap.of(scale.items().get(0).code(), 4);
        for (int i = 0; i < 12; i++) {
            program.desk(i).pulses().answer(survey.id(), answers, true).orElseThrow();
        }
        Instant closed = begun.plus(Duration.ofDays(14));
        program.now = after(closed, 6).minusMillis(1);
        assertThat(program.desk(0).pulses().list(program.cohort).get(0).own()).isEqualTo(answers);
        assertThat(exported()).hasSize(1);
        program.now = after(closed, 6);
        assertThat(program.desk(0).pulses().list(program.cohort).get(0).own()).isEmpty();
        assertThat(exported()).isEmpty();
    }

    private List<PersonExport.Written> exported() {
        return program.desk(0).privacy().export().orElseThrow().pieces().stream()
                .filter(piece -> piece.kind().equals("pulse-diary"))
                .toList();
    }

    @Test
    void E6_two_years_later_it_is_gone_from_ones_log_and_the_chain_stays() {
        program.coordinator.plans().view(plan());
        program.now = after(begun, 24);
        assertThat(program.desk(0).audit().mine()).hasSize(1);
        program.now = program.now.plusMillis(1);
        assertThat(program.desk(0).audit().mine()).isEmpty();
        assertThat(program.coordinator.audit().links(0, 10)).hasSize(1);
    }

    @Test
    void E6_a_host_keeps_less_as_it_likes_and_more_with_a_reason_that_members_read() {
        assertThat(Retention.DEFAULT.keepingContent(Period.ofMonths(12)).content())
                .isEqualTo(Period.ofMonths(12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.DEFAULT.keepingContent(Period.ofMonths(25)))
                .withMessageContaining("at most 24 months unless a reason is given")
                .withMessageContaining("P25M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.DEFAULT.because(" ").keepingLog(Period.ofYears(3)));
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.DEFAULT.keepingAnswers(Period.ofDays(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.DEFAULT.keepingAfterGroupEnds(Period.ofMonths(0)));
        Retention longer = Retention.DEFAULT
                .because("the funder asks for three years")
                .keepingContent(Period.ofYears(3))
                .keepingAfterGroupEnds(Period.ofMonths(1));
        PeerOffice office = PeerOffice.of(
                ProgramId.of("test"), program.repository, () -> program.now, IdSource.counting("l"), longer);
        note(0, "kept longer");
        program.now = after(begun, 30);
        assertThat(notes(0)).isEmpty();
        Desk desk = office.as(Actor.participant(Program.person(0)));
        assertThat(desk.meetings().calendar(aurora).get(0).notes()).hasSize(1);
        assertThat(desk.agreements().promise(aurora).orElseThrow().readers())
                .anyMatch(said -> said.contains("the funder asks for three years"))
                .anyMatch(said -> said.contains("36 months") && said.contains("one month"));
    }

    @Test
    void E6_a_year_after_a_group_ended_nobody_sees_who_was_at_its_meetings() {
        program.hold(0);
        assertThat(program.desk(0).meetings().calendar(aurora).get(0).attendance())
                .hasSize(6);
        Instant end = program.now.plus(Duration.ofDays(1));
        program.now = end;
        everybodyLeaves();
        program.now = after(end, 12).minusSeconds(1);
        assertThat(program.desk(0).privacy().export().orElseThrow().attendance())
                .hasSize(1);
        program.now = after(end, 12);
        assertThat(program.desk(0).privacy().export().orElseThrow().attendance())
                .isEmpty();
    }
}
