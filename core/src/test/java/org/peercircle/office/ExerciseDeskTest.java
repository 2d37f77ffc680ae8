package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Exercise;
import org.peercircle.exercise.Exercises;
import org.peercircle.exercise.Fit;
import org.peercircle.exercise.LookBack;
import org.peercircle.exercise.Prompt;
import org.peercircle.exercise.Resource;
import org.peercircle.exercise.StarterProgram;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.Urgency;
import org.peercircle.plan.PlanOrigin;

/** Exercises and what members wrote in them (S15), the first months (S9), resources (S21). */
class ExerciseDeskTest {

    private static final List<Optional<Confidential<String>>> DAY = List.of(
            Optional.of(Confidential.draft("canary morning")),
            Optional.of(Confidential.draft("canary work: I teach")),
            Optional.empty(),
            Optional.of(Confidential.draft("canary evening")));

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private ReflectionId written() {
        return program.desk(0)
                .exercises()
                .write(aurora, Exercises.IDEAL_DAY, DAY)
                .orElseThrow()
                .id();
    }

    private static LookBack back(Fit... fits) {
        return new LookBack(ImmutableList.copyOf(fits), Optional.of("canary noticed"));
    }

    @Test
    void S15_what_one_writes_is_ones_own_until_one_shares_it() {
        ReflectionId id = written();
        ReflectionView own = program.desk(0).exercises().view(id).orElseThrow();
        assertThat(own.answers()).extracting(a -> a.answer().orElse("")).startsWith("canary morning");
        assertThat(own.answers().get(2).answer()).as("passed over").isEmpty();
        assertThat(own.answers().get(0).question())
                .isEqualTo(Exercises.IDEAL_DAY.questions().get(0));
        for (Desk other : List.of(program.desk(1), program.desk(6), program.coordinator)) {
            assertThat(codes(other.exercises().view(id))).containsExactly("not-there");
            assertThat(other.exercises().list(aurora)).isEmpty();
        }
        program.desk(0)
                .exercises()
                .lookBack(id, back(Fit.UNSURE, Fit.UNSURE, Fit.UNSURE, Fit.UNSURE))
                .orElseThrow();
        program.desk(0).exercises().share(id, Audience.GROUP).orElseThrow();
        ReflectionView bens = program.desk(1).exercises().view(id).orElseThrow();
        assertThat(bens.answers().get(1).answer()).contains("canary work: I teach");
        assertThat(bens.later()).hasSize(1);
        assertThat(bens.path()).as("the path stays the owner's").isEmpty();
        Printed.holdsNothing(bens, "canary");
        assertThat(codes(program.coordinator.exercises().view(id))).containsExactly("not-there");
        assertThat(codes(program.desk(1).exercises().share(id, Audience.ANYONE)))
                .containsExactly("not-allowed");
        assertThat(program.desk(1).exercises().list(aurora)).hasSize(1);
        assertThat(program.repository.events.toString()).doesNotContain("canary");
    }

    @Test
    void S15_months_later_the_day_is_read_beside_the_present_path_and_opens_a_plan() {
        ReflectionId id = written();
        program.desk(0)
                .plans()
                .activate(program.desk(0)
                        .plans()
                        .draft(
                                aurora,
                                PlanDraft.towards("a professorship")
                                        .addSteps(PlanDraft.StepDraft.of("apply", Program.START))
                                        .build(),
                                Audience.JUST_ME)
                        .orElseThrow())
                .orElseThrow();
        program.now = program.now.plus(Duration.ofDays(190));
        ExerciseDesk own = program.desk(0).exercises();
        assertThat(own.view(id).orElseThrow().path()).containsExactly("a professorship");
        assertThat(own.view(id).orElseThrow().asksForPlan()).isFalse();
        assertThat(codes(own.lookBack(id, back(Fit.LEADS_AWAY)))).containsExactly("fits-dont-match");
        ReflectionView off = own.lookBack(id, back(Fit.LEADS_THERE, Fit.LEADS_AWAY, Fit.UNSURE, Fit.NO_LONGER_WANTED))
                .orElseThrow();
        assertThat(off.asksForPlan()).isTrue();
        assertThat(off.followUpOn()).isEmpty();
        PlanId plan = own.openPlan(
                        id,
                        PlanDraft.towards("a job in which I teach")
                                .addSteps(PlanDraft.StepDraft.of("visit a college", Program.START))
                                .build(),
                        Audience.GROUP)
                .orElseThrow();
        assertThat(own.view(id).orElseThrow().plans()).containsExactly(plan);
        assertThat(own.view(id).orElseThrow().asksForPlan()).isFalse();
        assertThat(program.desk(0).plans().view(plan).orElseThrow().origin()).contains(new PlanOrigin.OfReflection(id));
        assertThat(program.desk(1).plans().view(plan).orElseThrow().origin())
                .as("that there is something she wrote is hers")
                .isEmpty();
        assertThat(codes(program.desk(1).exercises().lookBack(id, back(Fit.UNSURE))))
                .containsExactly("not-there");
    }

    @Test
    void S15_an_exercise_of_the_hosts_own_says_who_reads_it() {
        Exercise open = Exercise.builder()
                .code("three-words")
                .name("Three words")
                .addPrompts(Prompt.of(Prompt.Kind.WRITE, 2, "How are you, in three words?"))
                .privacy(Audience.GROUP)
                .build();
        List<Optional<Confidential<String>>> words = List.of(Optional.of(Confidential.draft("tired but here")));
        ReflectionId id = program.desk(0)
                .exercises()
                .write(aurora, open, words)
                .orElseThrow()
                .id();
        assertThat(program.desk(1).exercises().view(id).isAccepted()).isTrue();
        assertThat(codes(program.desk(0).exercises().write(aurora, open, List.of())))
                .containsExactly("answers-dont-match");
        assertThat(codes(program.desk(6).exercises().write(aurora, open, words)))
                .containsExactly("not-there");
        assertThat(codes(program.coordinator.exercises().write(aurora, open, words)))
                .containsExactly("not-allowed");
    }

    @Test
    void S9_a_new_group_begins_with_three_months_that_are_thought_out() {
        ImmutableList<MeetingView> first = program.desk(2)
                .exercises()
                .startWith(aurora, StarterProgram.THREE_MONTHS)
                .orElseThrow();
        assertThat(first)
                .extracting(MeetingView::format)
                .containsExactly(MeetingFormat.KICK_OFF, MeetingFormat.EXERCISE, MeetingFormat.REHEARSAL);
        assertThat(first)
                .extracting(MeetingView::exercise)
                .containsExactly(Optional.of("kick-off"), Optional.of("ideal-day"), Optional.empty());
        assertThat(program.desk(1).meetings().calendar(aurora).get(1).exercise())
                .contains("ideal-day");
        assertThat(program.coordinator.meetings().calendar(aurora).get(1).exercise())
                .as("what a group does is not the office's")
                .isEmpty();
        assertThat(program.desk(1).meetings().calendar(aurora).get(3).format()).isEqualTo(MeetingFormat.ROUNDTABLE);
        assertThat(codes(program.coordinator.exercises().startWith(aurora, StarterProgram.THREE_MONTHS)))
                .containsExactly("not-allowed");
    }

    @Test
    void S9_a_group_chooses_an_exercise_for_a_meeting() {
        MeetingId fourth =
                program.coordinator.meetings().calendar(aurora).get(3).id();
        MeetingView chosen = program.desk(1)
                .meetings()
                .chooseExercise(aurora, fourth, Exercises.VALUES_SORT)
                .orElseThrow();
        assertThat(chosen.format()).isEqualTo(MeetingFormat.EXERCISE);
        assertThat(chosen.exercise()).contains("values-sort");
        MeetingView changed = program.desk(1)
                .meetings()
                .chooseFormat(aurora, fourth, MeetingFormat.ROUNDTABLE)
                .orElseThrow();
        assertThat(changed.exercise()).as("another format has none").isEmpty();
    }

    @Test
    void S21_a_resource_goes_with_a_topic_and_is_as_confidential_as_it() {
        MeetingId first = program.coordinator.meetings().calendar(aurora).get(0).id();
        TopicId topic = program.desk(0)
                .meetings()
                .bring(
                        aurora,
                        first,
                        new TopicDraft(
                                Confidential.draft("canary topic"),
                                KindOfHelp.ADVICE,
                                Duration.ofMinutes(10),
                                Urgency.NORMAL,
                                Audience.named(List.of(Program.person(1)))))
                .orElseThrow();
        program.desk(1)
                .meetings()
                .attach(aurora, first, topic, Resource.CIMER.code())
                .orElseThrow();
        assertThat(program.desk(0)
                        .meetings()
                        .calendar(aurora)
                        .get(0)
                        .topics()
                        .get(0)
                        .resources())
                .containsExactly("cimer");
        assertThat(program.desk(2).meetings().calendar(aurora).get(0).topics()).isEmpty();
        assertThat(codes(program.desk(2).meetings().attach(aurora, first, topic, "nrmn")))
                .as("what one may not read one can't attach to")
                .isEqualTo(codes(program.desk(2).meetings().attach(aurora, first, TopicId.of("never"), "nrmn")))
                .containsExactly("no-such-topic");
    }
}
