package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.decision.Decision;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PulseId;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.pulse.Finding;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scales;
import org.peercircle.report.Thresholds;

/** Outcomes over a program (S21): asked before and after, counted over those who consented, and disclosing nobody. */
class PulseDeskTest {

    private static final int PEOPLE = 24;

    private final Program program = new Program();
    private final CohortId cohort = program.coordinator
            .cohorts()
            .open(new CohortTerms("Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
            .orElseThrow()
            .id();

    PulseDeskTest() {
        for (int i = 0; i < PEOPLE; i++) {
            program.coordinator
                    .people()
                    .register(Participant.builder()
                            .id(Program.person(i))
                            .name("Person " + i)
                            .stage(CareerStage.POSTDOC)
                            .build())
                    .orElseThrow();
            program.coordinator.cohorts().enroll(cohort, Program.person(i)).orElseThrow();
        }
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private PulseId open(Moment moment) {
        return program.coordinator
                .pulses()
                .open(
                        cohort,
                        new PulseTerms(
                                moment, ImmutableList.of(Scales.BELONGING), program.now.plus(Duration.ofDays(14))))
                .orElseThrow()
                .id();
    }

    private void run() {
        program.coordinator.cohorts().startForming(cohort).orElseThrow();
        List<Founding> groups = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
            ImmutableList.Builder<PersonId> members = ImmutableList.builder();
            for (int i = g * 8; i < g * 8 + 8; i++) {
                members.add(Program.person(i));
            }
            groups.add(new Founding("G" + g, members.build(), Program.charter()));
        }
        program.coordinator.cohorts().found(cohort, groups).orElseThrow();
    }

    private static ImmutableMap<String, Integer> answers(int level) {
        return ImmutableMap.of("be1", level, "be2", level, "be3", 6 - level, "be4", level);
    }

    private void everybodyAnswers(PulseId survey, int from) {
        for (int i = 0; i < PEOPLE; i++) {
            program.desk(i).pulses().answer(survey, answers(from + i % 2), true).orElseThrow();
        }
    }

    private void daysLater(int days) {
        program.now = program.now.plus(Duration.ofDays(days));
    }

    @Test
    void S21_belonging_is_asked_before_and_after_and_its_change_is_shown() {
        PulseId before = open(Moment.BEFORE);
        everybodyAnswers(before, 2);
        daysLater(14);
        assertThat(codes(program.coordinator.pulses().show(before)))
                .as("before groups meet nobody can tell who knows whom")
                .containsExactly("wrong-phase");
        run();
        daysLater(200);
        PulseId after = open(Moment.AFTER);
        for (int i = 0; i < PEOPLE; i++) {
            program.desk(i).pulses().answer(after, answers(3 + i / 2 % 2), true).orElseThrow();
        }
        assertThat(codes(program.coordinator.pulses().show(after))).containsExactly("survey-open");
        daysLater(14);
        PulseView shown = program.coordinator.pulses().show(after).orElseThrow();
        assertThat(shown.findings())
                .contains(ImmutableList.of(
                        new Finding.Change("belonging", Moment.BEFORE, 24, 2.5, 3.5, 1.0, 0.7, 1.3),
                        new Finding.Mean("belonging", 24, 3.5)));
        assertThat(codes(program.coordinator.pulses().show(after))).containsExactly("already-shown");
        assertThat(program.desk(5).pulses().list(cohort).get(1).findings())
                .as("the cohort sees what the office sees")
                .isEqualTo(shown.findings());
    }

    @Test
    void E6_what_is_too_old_is_counted_no_more() {
        run();
        PulseId survey = open(Moment.DURING);
        everybodyAnswers(survey, 2);
        daysLater(14 + 185);
        assertThat(program.coordinator.pulses().show(survey).orElseThrow().findings())
                .contains(ImmutableList.of(new Finding.NotShown("belonging")));
    }

    @Test
    void E7_what_was_shown_stays_when_somebody_is_erased_and_what_is_shown_later_does_not_count_them() {
        run();
        PulseId first = open(Moment.DURING);
        everybodyAnswers(first, 2);
        daysLater(14);
        PulseView shown = program.coordinator.pulses().show(first).orElseThrow();
        assertThat(shown.findings()).contains(ImmutableList.of(new Finding.Mean("belonging", 24, 2.5)));
        PulseId second = open(Moment.AFTER);
        everybodyAnswers(second, 3);
        for (int i = 0; i < 5; i++) {
            program.desk(i).privacy().erase(Program.person(i)).orElseThrow();
        }
        daysLater(14);
        assertThat(program.coordinator.pulses().list(cohort).get(0).findings()).isEqualTo(shown.findings());
        assertThat(program.coordinator.pulses().show(second).orElseThrow().findings())
                .as("19 of 24 are left, and no number tells what the five had said")
                .contains(ImmutableList.of(new Finding.NotShown("belonging")));
        assertThat(program.repository.diaries()).isEqualTo(19);
    }

    @Test
    void S21_only_those_who_consent_are_counted_and_few_are_not_shown() {
        run();
        PulseId survey = open(Moment.DURING);
        for (int i = 0; i < PEOPLE; i++) {
            program.desk(i).pulses().answer(survey, answers(1 + i % 4), i < 12).orElseThrow();
        }
        daysLater(14);
        PulseView shown = program.coordinator.pulses().show(survey).orElseThrow();
        assertThat(shown.findings())
                .as("twelve consented, of two groups")
                .contains(ImmutableList.of(new Finding.NotShown("belonging")));
    }

    @Test
    void S21_consent_can_be_given_and_taken_back_until_it_is_shown() {
        run();
        PulseId survey = open(Moment.DURING);
        for (int i = 0; i < PEOPLE; i++) {
            program.desk(i)
                    .pulses()
                    .answer(survey, answers(1 + i % 4), i % 2 == 0)
                    .orElseThrow();
        }
        program.desk(1).pulses().consent(cohort, true).orElseThrow();
        program.desk(0).pulses().consent(cohort, false).orElseThrow();
        program.desk(3).pulses().consent(cohort, true).orElseThrow();
        daysLater(14);
        Finding shown = program.coordinator
                .pulses()
                .show(survey, new Thresholds(5, 3))
                .orElseThrow()
                .findings()
                .orElseThrow()
                .get(0);
        assertThat(shown)
                .isInstanceOfSatisfying(
                        Finding.Mean.class, m -> assertThat(m.people()).isEqualTo(13));
        assertThat(codes(program.coordinator.pulses().consent(cohort, true))).containsExactly("not-there");
    }

    @Test
    void S10_what_somebody_answered_is_theirs_and_nobodys() {
        PulseId survey = open(Moment.BEFORE);
        int events = program.repository.events.size();
        program.desk(0).pulses().answer(survey, answers(4), true).orElseThrow();
        assertThat(program.desk(0).pulses().list(cohort).get(0).own()).isEqualTo(answers(4));
        for (Desk other : List.of(program.desk(1), program.coordinator)) {
            PulseView seen = other.pulses().list(cohort).get(0);
            assertThat(seen.own()).isEmpty();
            assertThat(seen.findings()).isEmpty();
        }
        assertThat(program.desk(0).pulses().list(cohort).get(0).toString()).doesNotContain("be1");
        assertThat(program.repository.events)
                .as("that somebody answered is no event")
                .hasSize(events);
        program.desk(0).pulses().answer(survey, answers(5), true).orElseThrow();
        assertThat(program.desk(0).pulses().list(cohort).get(0).own())
                .as("answered anew while it is open")
                .isEqualTo(answers(5));
        daysLater(15);
        assertThat(codes(program.desk(0).pulses().answer(survey, answers(1), true)))
                .containsExactly("survey-closed");
    }

    @Test
    void S21_whoever_answered_twice_at_once_has_one_diary_again_when_they_answer_next() {
        PulseId survey = open(Moment.BEFORE);
        program.desk(0).pulses().answer(survey, answers(4), true).orElseThrow();
        program.repository.copyDiary("twin");
        assertThat(program.repository.diaries()).isEqualTo(2);
        assertThat(program.desk(0).pulses().list(cohort).get(0).own()).isEqualTo(answers(4));
        program.desk(0).pulses().answer(survey, answers(5), true).orElseThrow();
        assertThat(program.repository.diaries()).isEqualTo(1);
        assertThat(program.desk(0).pulses().list(cohort).get(0).own()).isEqualTo(answers(5));
    }

    @Test
    void bad_answers_and_outsiders_are_refused_and_nothing_is_half_done() {
        PulseId survey = open(Moment.BEFORE);
        PulseDesk own = program.desk(0).pulses();
        assertThat(codes(own.answer(survey, Map.of("be1", 9), true))).containsExactly("answer-out-of-range");
        assertThat(codes(own.answer(survey, Map.of("zz", 1), true))).containsExactly("no-such-item");
        assertThat(own.list(cohort).get(0).own()).isEmpty();
        assertThat(codes(own.answer(PulseId.of("never"), answers(1), true)))
                .isEqualTo(codes(program.office
                        .as(Actor.participant(PersonId.of("stranger")))
                        .pulses()
                        .answer(survey, answers(1), true)))
                .containsExactly("not-there");
        assertThat(codes(program.coordinator.pulses().answer(survey, answers(1), true)))
                .containsExactly("not-there");
        assertThat(program.office
                        .as(Actor.participant(PersonId.of("stranger")))
                        .pulses()
                        .list(cohort))
                .isEmpty();
        PulseTerms terms = new PulseTerms(Moment.BEFORE, Scales.BUILT_IN, program.now.plus(Duration.ofDays(1)));
        assertThat(codes(own.open(cohort, terms))).containsExactly("not-allowed");
        assertThat(codes(own.show(survey))).containsExactly("not-allowed");
        assertThat(codes(program.coordinator.pulses().show(PulseId.of("never"))))
                .containsExactly("not-there");
        assertThat(codes(program.coordinator.pulses().open(CohortId.of("never"), terms)))
                .containsExactly("not-there");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.coordinator
                        .pulses()
                        .open(cohort, new PulseTerms(Moment.BEFORE, Scales.BUILT_IN, Instant.EPOCH)));
        assertThat(program.coordinator.pulses().list(cohort)).hasSize(1);
    }
}
