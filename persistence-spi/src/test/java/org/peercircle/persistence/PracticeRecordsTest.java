package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.exercise.Exercise;
import org.peercircle.exercise.Exercises;
import org.peercircle.exercise.Fit;
import org.peercircle.exercise.LookBack;
import org.peercircle.exercise.Prompt;
import org.peercircle.exercise.Reflection;
import org.peercircle.id.CohortId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PlanId;
import org.peercircle.id.PulseId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.pulse.Answers;
import org.peercircle.pulse.Finding;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.pulse.Release;
import org.peercircle.pulse.Scales;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Feedback;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;
import org.peercircle.report.Contributor;
import org.peercircle.report.ReportKind;
import org.peercircle.report.StandingReport;
import org.peercircle.report.Thresholds;

/** Plans, rehearsals, exercises and pulses in a store: they come back as they were, and nothing of them can be seen. */
class PracticeRecordsTest {

    private final Records records = new Records();

    Rehearsal rehearsal() {
        Brief brief = new Brief(
                records.text("ask"),
                records.text("counterpart"),
                Optional.of(records.text("interests")),
                Optional.of(records.text("fear")),
                Optional.of(records.text("line")),
                Optional.of(Records.DAY));
        return Rehearsal.builder()
                .id(RehearsalId.of("r"))
                .speaker(Records.ADA)
                .group(Records.GROUP)
                .meeting(MeetingId.of("m"))
                .tag(Records.TAG)
                .brief(brief)
                .build()
                .play(
                        Round.Kind.PLAYED,
                        ImmutableMap.of(Records.ADA, Part.SPEAKER, Records.BEN, Part.COUNTERPART),
                        Records.NOW)
                .then(r -> r.assess(1, records.filed(new SelfAssessment("canary thoughts", -1, 2), Records.TAG)))
                .then(r -> r.observe(
                        1,
                        new Feedback(
                                Records.BEN,
                                Records.NOW,
                                records.filed(
                                        new Observation("canary situation", "canary behavior", "canary impact", 1, -2),
                                        Records.TAG))))
                .map(r -> r.tell(new Aftermath(
                        Aftermath.Outcome.PARTLY_GRANTED, Optional.of(records.text("told")), Records.NOW)))
                .orElseThrow();
    }

    Reflection reflection() {
        Exercise exercise = Exercise.builder()
                .from(Exercises.IDEAL_DAY)
                .times(3)
                .privacy(Audience.named(List.of(Records.BEN)))
                .addPrompts(
                        new Prompt(Prompt.Kind.CHOOSE, "Choose", Duration.ofMinutes(3), ImmutableList.of("one", "two")))
                .build();
        Reflection.Builder started = Reflection.builder()
                .id(ReflectionId.of("w"))
                .owner(Records.ADA)
                .group(Records.GROUP)
                .tag(Records.TAG)
                .exercise(exercise)
                .writtenAt(Records.NOW)
                .addAnswers(Optional.of(records.text("morning")))
                .addAnswers(Optional.empty(), Optional.empty(), Optional.empty())
                .addAnswers(Optional.of(records.text("two")));
        LookBack back = new LookBack(
                ImmutableList.of(Fit.UNSURE, Fit.UNSURE, Fit.LEADS_AWAY, Fit.UNSURE, Fit.UNSURE),
                Optional.of("canary noticed"));
        return Reflection.write(started)
                .then(r -> r.lookBack(records.filed(back, Records.TAG), 5, Records.NOW))
                .map(r -> r.ledTo(PlanId.of("plan")))
                .orElseThrow();
    }

    /** Two editions: all together, then by unit. */
    StandingReport report() {
        return report(ReportKind.PLANS, 60, i -> i % 3);
    }

    /** One of which most is hidden, with a share said in the last edition. */
    StandingReport reportWithShares() {
        return report(ReportKind.TOPICS, 240, i -> i < 3 ? 0 : 1 + i % 3);
    }

    private static StandingReport report(ReportKind kind, int count, IntUnaryOperator category) {
        List<Contributor> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new Contributor(
                    i,
                    ImmutableList.of("School \u00fc", "Department " + i % 2),
                    ImmutableSet.of("g" + i / 6),
                    kind.categories().categories().get(category.applyAsInt(i))));
        }
        return StandingReport.builder()
                .program(Records.PROGRAM)
                .cohort(CohortId.of("c"))
                .kind(kind)
                .build()
                .show(people, false, Thresholds.HR_SURVEY, Records.NOW)
                .then(shown -> shown.show(people, true, Thresholds.EDUCATION, Records.NOW.plusSeconds(9)))
                .orElseThrow();
    }

    static PulseSurvey survey() {
        return PulseSurvey.builder()
                .id(PulseId.of("u"))
                .program(Records.PROGRAM)
                .cohort(CohortId.of("c"))
                .openedBy(PersonId.of("dana"))
                .moment(Moment.AFTER)
                .scales(Scales.BUILT_IN)
                .opensAt(Records.NOW)
                .closesAt(Records.NOW.plusSeconds(60))
                .release(new Release(
                        Records.NOW.plusSeconds(99),
                        ImmutableList.of(
                                new Finding.Mean("belonging", 31, 3.4),
                                new Finding.Change("self-efficacy", Moment.BEFORE, 30, 3.1, 3.4, 0.3, 0.1, 0.5),
                                new Finding.NotShown("problem-solving")),
                        ImmutableList.of(
                                new Release.Counted("belonging", ImmutableSet.of(PieceId.of("d1"), PieceId.of("d2"))))))
                .build();
    }

    PulseDiary diary() {
        return PulseDiary.builder()
                .id(PieceId.of("d1"))
                .owner(Records.ADA)
                .cohort(CohortId.of("c"))
                .consents(true)
                .putAnswers(
                        PulseId.of("u"),
                        new Answers(
                                Records.NOW,
                                Optional.of(Records.GROUP),
                                records.filed(ImmutableMap.of("canary-item", 4), PulseDiary.tagOf(Records.ADA))))
                .build();
    }

    private void createAll() {
        records.create(AggregateKind.PLAN, "plan", records.plan());
        records.create(AggregateKind.REHEARSAL, "r", rehearsal());
        records.create(AggregateKind.REFLECTION, "w", reflection());
        records.create(AggregateKind.PULSE, "u", survey());
        records.create(AggregateKind.PULSE_DIARY, "d1", diary());
    }

    @Test
    void every_aggregate_comes_back_as_it_was() {
        createAll();
        records.pieces = 0;
        assertThat(records.read(AggregateKind.PLAN, "plan")).isEqualTo(records.plan());
        assertThat(records.read(AggregateKind.REHEARSAL, "r")).isEqualTo(rehearsal());
        assertThat(records.read(AggregateKind.REFLECTION, "w")).isEqualTo(reflection());
        assertThat(records.read(AggregateKind.PULSE, "u")).isEqualTo(survey());
        assertThat(records.read(AggregateKind.PULSE_DIARY, "d1")).isEqualTo(diary());
    }

    /** Pieces are equal by their ids, so what they hold is looked at by itself. */
    @Test
    void what_pieces_hold_comes_back_as_it_was() {
        createAll();
        ActionPlan plan = records.read(AggregateKind.PLAN, "plan");
        assertThat(Custody.unwrap(plan.checkIns().get(0).report().whatHelped().orElseThrow()))
                .isEqualTo("canary helped");
        assertThat(Custody.unwrap(
                        plan.revisions().get(0).content().answers().get(1).cue()))
                .isEqualTo("canary cue");
        Round round = records.read(AggregateKind.REHEARSAL, "r").rounds().get(0);
        assertThat(Custody.unwrap(round.feedback().get(0).observation()))
                .isEqualTo(new Observation("canary situation", "canary behavior", "canary impact", 1, -2));
        assertThat(Custody.unwrap(round.selfAssessment().orElseThrow()))
                .isEqualTo(new SelfAssessment("canary thoughts", -1, 2));
        Reflection reflection = records.read(AggregateKind.REFLECTION, "w");
        assertThat(Custody.unwrap(reflection.later().get(0).lookBack()).noticed())
                .contains("canary noticed");
        PulseDiary diary = records.read(AggregateKind.PULSE_DIARY, "d1");
        assertThat(diary.answers().values())
                .singleElement()
                .satisfies(a -> assertThat(Custody.unwrap(a.byItem())).isEqualTo(ImmutableMap.of("canary-item", 4)));
    }

    @Test
    void a_plan_that_grew_out_of_an_exercise_or_of_nothing_comes_back_too() {
        for (Optional<PlanOrigin> origin : List.of(
                Optional.<PlanOrigin>of(new PlanOrigin.OfReflection(ReflectionId.of("w"))),
                Optional.<PlanOrigin>empty())) {
            Records fresh = new Records();
            fresh.create(
                    AggregateKind.PLAN,
                    "plan",
                    ActionPlan.builder().from(fresh.plan()).origin(origin).build());
            assertThat(fresh.read(AggregateKind.PLAN, "plan").origin()).isEqualTo(origin);
        }
    }

    @Test
    void they_are_found_by_their_parent() {
        createAll();
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.REHEARSAL, "g"))
                .hasSize(1);
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.REFLECTION, "g"))
                .hasSize(1);
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.PULSE, "c"))
                .hasSize(1);
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.PULSE_DIARY, "c"))
                .hasSize(1);
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.REHEARSAL, "other"))
                .isEmpty();
    }

    @Test
    void L25_nothing_of_them_is_in_the_store_nor_who_they_are_of() {
        createAll();
        String dump = records.dump(
                new RecordKey("plan", "plan"),
                new RecordKey("rehearsal", "r"),
                new RecordKey("reflection", "w"),
                new RecordKey("pulse-diary", "d1"));
        assertThat(dump)
                .doesNotContain("canary")
                .doesNotContain("\"ada\"")
                .doesNotContain("=ada")
                .doesNotContain("value=g")
                .doesNotContain("value=c,");
    }

    @Test
    void what_is_deleted_is_gone_and_a_stale_delete_is_refused() {
        records.create(AggregateKind.REHEARSAL, "r", rehearsal());
        AggregateKey<Rehearsal> key = AggregateKey.of(AggregateKind.REHEARSAL, "r");
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> records.repository.commit(records.commit(new Write.Delete(key, 7))));
        records.repository.commit(records.commit(new Write.Delete(key, 1)));
        assertThat(records.repository.read(Records.PROGRAM, Set.of(key))).isEmpty();
        assertThat(records.repository.children(Records.PROGRAM, AggregateKind.REHEARSAL, "g"))
                .isEmpty();
    }
}
