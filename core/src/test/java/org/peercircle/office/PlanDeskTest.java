package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Exercises;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.OutcomeShares;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.Urgency;
import org.peercircle.office.PlanDraft.IfThenDraft;
import org.peercircle.office.PlanDraft.ObstacleDraft;
import org.peercircle.office.PlanDraft.StepDraft;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Comparison;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Difference;
import org.peercircle.plan.Hint;
import org.peercircle.plan.Outlook;
import org.peercircle.plan.PlanPrompt;
import org.peercircle.plan.Report;
import org.peercircle.plan.Wording;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scales;
import org.peercircle.rehearsal.Brief;

/** Plans over the office (S11 to S13): what is whose, what changes, what comes back. */
class PlanDeskTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();
    private final PlanDesk own = program.desk(0).plans();

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    static PlanDraft.Builder draft() {
        return PlanDraft.towards("canary goal")
                .evidence(Confidential.draft("canary evidence"))
                .by(LocalDate.of(2027, 6, 1))
                .addObstacles(ObstacleDraft.inner("canary fear", 3), ObstacleDraft.outer("canary rules", 2))
                .addAnswers(IfThenDraft.forObstacle(1, "canary cue", "canary response"))
                .addSteps(StepDraft.of("canary step", LocalDate.of(2027, 2, 10)).answering(1));
    }

    private PlanId plan() {
        PlanId plan =
                own.draft(aurora, draft().build(), Audience.GROUP_AND_NEWCOMERS).orElseThrow();
        own.activate(plan).orElseThrow();
        return plan;
    }

    private StepId step(PlanId plan, int number) {
        return own.view(plan).orElseThrow().current().steps().get(number).id();
    }

    private Decision<PlanView> change(PlanId plan, CourseDraft course) {
        return own.correct(plan, course, Correction.Trigger.NEW_IDEA, Confidential.draft("canary why"));
    }

    @Test
    void S11_the_goal_is_its_owners_until_they_share_it() {
        PlanId plan = plan();
        assertThat(own.view(plan).orElseThrow().current().goal().orElseThrow().outcome())
                .isEqualTo("canary goal");
        assertThat(program.desk(1).plans().view(plan).orElseThrow().current().goal())
                .isEmpty();
        own.shareGoal(plan, Audience.named(List.of(Program.person(1)))).orElseThrow();
        assertThat(program.desk(1)
                        .plans()
                        .view(plan)
                        .orElseThrow()
                        .current()
                        .goal()
                        .orElseThrow()
                        .evidence())
                .contains("canary evidence");
        assertThat(program.desk(2).plans().view(plan).orElseThrow().current().goal())
                .isEmpty();
        own.share(plan, Audience.JUST_ME).orElseThrow();
        assertThat(program.desk(1).plans().view(plan).isAccepted())
                .as("nobody reads a goal who may not read the plan")
                .isFalse();
        PlanId open = own.draft(aurora, draft().goalFor(Audience.GROUP).build(), Audience.GROUP)
                .orElseThrow();
        assertThat(program.desk(1).plans().view(open).orElseThrow().current().goal())
                .isPresent();
        assertThat(codes(program.desk(1).plans().shareGoal(open, Audience.ANYONE)))
                .containsExactly("not-allowed");
    }

    @Test
    void S10_that_the_goals_day_has_passed_is_for_those_who_know_the_goal() {
        PlanId plan = own.draft(
                        aurora,
                        draft().by(LocalDate.of(2027, 1, 20))
                                .steps(List.of(StepDraft.of("x", LocalDate.of(2027, 3, 1))))
                                .build(),
                        Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        own.activate(plan).orElseThrow();
        program.now = LocalDate.of(2027, 1, 25).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(own.view(plan).orElseThrow().outlook().orElseThrow().state()).isEqualTo(Outlook.State.AT_RISK);
        assertThat(program.desk(1)
                        .plans()
                        .view(plan)
                        .orElseThrow()
                        .outlook()
                        .orElseThrow()
                        .state())
                .isEqualTo(Outlook.State.ON_TRACK);
        own.shareGoal(plan, Audience.GROUP).orElseThrow();
        assertThat(program.desk(1)
                        .plans()
                        .view(plan)
                        .orElseThrow()
                        .outlook()
                        .orElseThrow()
                        .state())
                .isEqualTo(Outlook.State.AT_RISK);
    }

    @Test
    void S13_what_is_said_again_in_the_same_words_stays_the_same() {
        PlanId plan = plan();
        PlanDraft again = draft().addObstacles(ObstacleDraft.outer("canary new", 1))
                .steps(List.of(StepDraft.of("another", LocalDate.of(2027, 3, 1)).answering(3)))
                .build();
        change(plan, new CourseDraft.Rework(again, ImmutableMap.of(step(plan, 0), new CourseDraft.Fate.Carry())))
                .orElseThrow();
        ImmutableList<Comparison.Told> told = own.compare(plan, 1, 2).orElseThrow();
        assertThat(told.stream().filter(t -> t.how() != Difference.How.CARRIED).map(Comparison.Told::line))
                .containsExactly("Obstacle, new: canary new", "Step, new: I will another by 2027-03-01");
        assertThat(program.desk(1).plans().compare(plan, 1, 2).orElseThrow())
                .as("a goal that is not theirs to read is not compared for them")
                .noneMatch(t -> t.part() == Comparison.Part.GOAL);
        assertThatIllegalArgumentException().isThrownBy(() -> own.compare(plan, 1, 3));
    }

    @Test
    void S13_every_way_to_change_the_course_is_open_to_the_owner() {
        PlanId plan = plan();
        change(plan, new CourseDraft.Rescope(Confidential.draft("canary half"), Optional.empty(), Optional.empty()))
                .orElseThrow();
        change(plan, CourseDraft.Redate.of(step(plan, 0), LocalDate.of(2027, 3, 1)))
                .orElseThrow();
        change(plan, new CourseDraft.ReplaceStep(step(plan, 0), StepDraft.of("other", LocalDate.of(2027, 3, 2))))
                .orElseThrow();
        change(
                        plan,
                        new CourseDraft.AddStep(
                                StepDraft.of("more", LocalDate.of(2027, 3, 3)).answering(2)))
                .orElseThrow();
        change(
                        plan,
                        new CourseDraft.ReplaceAnswer(
                                own.view(plan).orElseThrow().current().answers().stream()
                                        .findFirst()
                                        .map(PlanView.AnswerView::id),
                                IfThenDraft.forStep(2, "canary noon", "canary go")))
                .orElseThrow();
        change(plan, new CourseDraft.DropStep(step(plan, 0))).orElseThrow();
        change(plan, new CourseDraft.Pause(Optional.of(LocalDate.of(2027, 4, 1))))
                .orElseThrow();
        change(plan, new CourseDraft.Resume()).orElseThrow();
        change(
                        plan,
                        new CourseDraft.ReplaceGoal(
                                PlanDraft.towards("canary other goal")
                                        .addSteps(StepDraft.of("begin", LocalDate.of(2027, 5, 1)))
                                        .build(),
                                ImmutableMap.of(step(plan, 0), new CourseDraft.Fate.ReplaceBy(1))))
                .orElseThrow();
        PlanView gone = change(plan, new CourseDraft.Drop()).orElseThrow();
        assertThat(gone.state()).isEqualTo(ActionPlan.State.SET_ASIDE);
        assertThat(gone.revisions().stream().flatMap(r -> r.correction().stream()))
                .extracting(PlanView.CorrectionView::kind)
                .containsExactly(
                        Correction.Kind.RESCOPE,
                        Correction.Kind.REDATE,
                        Correction.Kind.REPLACE_STEP,
                        Correction.Kind.ADD_STEP,
                        Correction.Kind.REPLACE_ANSWER,
                        Correction.Kind.DROP_STEP,
                        Correction.Kind.PAUSE,
                        Correction.Kind.RESUME,
                        Correction.Kind.REPLACE_GOAL,
                        Correction.Kind.DROP);
        assertThat(gone.revisions().get(8).answers())
                .singleElement()
                .satisfies(a -> assertThat(a.cue()).isEqualTo("canary noon"));
        assertThat(gone.revisions().get(10).answers()).isEmpty();
        Printed.holdsNothing(gone, "canary");
        Printed.holdsNothing(own.story(plan).orElseThrow(), "canary");
        Printed.holdsNothing(own.compare(plan, 1, 10).orElseThrow(), "canary");
        assertThat(program.repository.events.toString()).doesNotContain("canary");
    }

    @Test
    void S13_two_obstacles_in_the_same_words_are_two() {
        PlanId plan = plan();
        PlanDraft twice = draft().addObstacles(ObstacleDraft.inner("canary fear", 1))
                .addAnswers(IfThenDraft.forObstacle(1, "canary cue", "canary response"))
                .steps(List.of())
                .build();
        PlanView view = change(
                        plan,
                        new CourseDraft.Rework(twice, ImmutableMap.of(step(plan, 0), new CourseDraft.Fate.Carry())))
                .orElseThrow();
        assertThat(view.current().obstacles())
                .extracting(PlanView.ObstacleView::id)
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(view.current().answers()).hasSize(1);
    }

    @Test
    void S13_numbers_that_point_nowhere_are_the_callers_mistake() {
        PlanId plan = plan();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(
                        plan,
                        new CourseDraft.AddStep(StepDraft.of("x", Program.START).answering(3))))
                .withMessageContaining("answers must be between 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(
                        plan, new CourseDraft.ReplaceAnswer(Optional.empty(), IfThenDraft.forStep(2, "a", "b"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CourseDraft.Rework(
                        draft().build(), ImmutableMap.of(step(plan, 0), new CourseDraft.Fate.ReplaceBy(2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft().mainObstacle(3).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        draft().addAnswers(IfThenDraft.forStep(2, "a", "b")).build());
    }

    @Test
    void S13_a_carried_step_keeps_its_cue_when_the_plan_is_reworked() {
        PlanId plan = own.draft(
                        aurora,
                        draft().addAnswers(IfThenDraft.forStep(1, "at noon", "I go"))
                                .build(),
                        Audience.GROUP)
                .orElseThrow();
        own.activate(plan).orElseThrow();
        PlanDraft next = draft().steps(List.of()).build();
        PlanView carried = change(
                        plan,
                        new CourseDraft.Rework(next, ImmutableMap.of(step(plan, 0), new CourseDraft.Fate.Carry())))
                .orElseThrow();
        assertThat(carried.current().answers())
                .extracting(PlanView.AnswerView::cue)
                .containsExactly("canary cue", "at noon");
    }

    @Test
    void S12_reports_between_meetings_are_kept_with_what_helped() {
        PlanId plan = plan();
        own.checkIn(
                        plan,
                        step(plan, 0),
                        Report.builder()
                                .result(CheckIn.Result.PARTLY)
                                .confidence(7)
                                .whatHelped(Confidential.draft("canary tea"))
                                .obstacle(Report.ObstacleMet.ANOTHER)
                                .note(Confidential.draft("canary note"))
                                .build())
                .orElseThrow();
        PlanView seen = program.desk(1).plans().view(plan).orElseThrow();
        assertThat(seen.checkIns()).singleElement().satisfies(c -> {
            assertThat(c.confidence()).contains(7);
            assertThat(c.whatHelped()).contains("canary tea");
            assertThat(c.obstacle()).contains(Report.ObstacleMet.ANOTHER);
            assertThat(c.note()).contains("canary note");
        });
        Printed.holdsNothing(seen, "canary");
        own.share(plan, Audience.JUST_ME).orElseThrow();
        assertThat(own.view(plan).orElseThrow().checkIns().get(0).whatHelped()).contains("canary tea");
    }

    @Test
    void C10_asking_somebody_who_declared_a_conflict_is_like_asking_anybody() {
        program.declare(2, "gender", "woman", Program.person(0));
        PlanId plan = plan();
        PlanView asked = own.askPartner(plan, step(plan, 0), Program.person(2)).orElseThrow();
        assertThat(asked.current().steps().get(0).asked()).containsExactly(Program.person(2));
        assertThat(codes(program.desk(2).plans().answerPartner(plan, step(plan, 0), true)))
                .as("who is barred is not asked to read")
                .containsExactly("not-there");
        own.share(plan, Audience.named(List.of(Program.person(1)))).orElseThrow();
        assertThat(codes(own.askPartner(plan, step(plan, 0), Program.person(3))))
                .as("the plan is not for them")
                .containsExactly("no-partner-request");
    }

    @Test
    void S11_the_linter_advises_its_owner_alone() {
        PlanId plan = own.draft(
                        aurora,
                        PlanDraft.towards("more time")
                                .addSteps(
                                        StepDraft.of("the paper", Program.START).someday())
                                .build(),
                        Audience.GROUP)
                .orElseThrow();
        assertThat(own.hints(plan).orElseThrow())
                .extracting(Hint::kind)
                .contains(Hint.Kind.GOAL_WITHOUT_DATE, Hint.Kind.STEP_WITHOUT_DATE, Hint.Kind.STEP_WITHOUT_VERB);
        assertThat(own.hints(plan, Wording.ANY).orElseThrow())
                .extracting(Hint::kind)
                .doesNotContain(Hint.Kind.STEP_WITHOUT_VERB);
        assertThat(codes(program.desk(1).plans().hints(plan))).containsExactly("not-allowed");
        assertThat(own.activate(plan).isAccepted()).as("it never blocks").isTrue();
    }

    @Test
    void S12_a_step_without_a_day_comes_back_at_every_meeting() {
        PlanId plan = own.draft(
                        aurora,
                        draft().steps(List.of(StepDraft.of("x", Program.START).someday()))
                                .build(),
                        Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        own.activate(plan).orElseThrow();
        MeetingView first = program.coordinator.meetings().calendar(aurora).get(0);
        program.now = first.startsAt().minus(Duration.ofHours(1));
        MeetingView planned = program.desk(0)
                .meetings()
                .planAgenda(
                        aurora,
                        first.id(),
                        program.coordinator.groups().view(aurora).orElseThrow().members())
                .orElseThrow();
        assertThat(planned.agenda().orElseThrow().items())
                .filteredOn(i -> i.kind() == Agenda.Kind.CHECK_IN)
                .hasSize(1);
        assertThat(program.desk(1).meetings().carryOver(aurora)).singleElement().satisfies(c -> {
            assertThat(c.due()).isEmpty();
            assertThat(c.isOverdue()).isFalse();
        });
    }

    @Test
    void S13_a_plan_at_rest_is_on_no_agenda_and_asks_when_its_rest_is_over() {
        PlanId plan = plan();
        change(plan, new CourseDraft.Pause(Optional.of(LocalDate.of(2027, 4, 1))))
                .orElseThrow();
        assertThat(program.desk(1).meetings().carryOver(aurora)).isEmpty();
        assertThat(own.view(plan).orElseThrow().prompts()).isEmpty();
        program.now = LocalDate.of(2027, 4, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(own.view(plan).orElseThrow().prompts()).containsExactly(PlanPrompt.RESUME);
    }

    @Test
    void S11_a_plan_names_only_a_topic_of_its_owners_own() {
        MeetingId first = program.coordinator.meetings().calendar(aurora).get(0).id();
        TopicId others = program.desk(1)
                .meetings()
                .bring(aurora, first, TopicDraft.of("x", KindOfHelp.ADVICE, Duration.ofMinutes(5)))
                .orElseThrow();
        for (TopicId topic : List.of(others, TopicId.of("never"))) {
            assertThat(codes(own.draft(aurora, draft().topic(topic).build(), Audience.GROUP)))
                    .containsExactly("not-there");
        }
    }

    @Test
    void S7_a_plan_moves_along_when_its_owner_joins_another_group() {
        PlanId plan = plan();
        own.shareGoal(plan, Audience.GROUP).orElseThrow();
        GroupId birch = program.groups.get(1);
        assertThat(codes(own.move(plan, birch, Audience.GROUP))).containsExactly("not-there");
        program.desk(0)
                .groups()
                .depart(aurora, Program.person(0), DepartureDraft.now())
                .orElseThrow();
        program.coordinator.cohorts().enroll(program.cohort, Program.person(0)).orElseThrow();
        program.admit(birch, 0);
        PlanView moved = own.move(plan, birch, Audience.GROUP_AND_NEWCOMERS).orElseThrow();
        assertThat(moved.group()).isEqualTo(birch);
        assertThat(program.desk(6).plans().view(plan).orElseThrow().current().steps())
                .hasSize(1);
        assertThat(program.desk(6).plans().view(plan).orElseThrow().current().goal())
                .isEmpty();
        assertThat(program.desk(1).plans().view(plan).isAccepted())
                .as("the old group")
                .isFalse();
        assertThat(own.list(birch)).hasSize(1);
        assertThat(codes(program.desk(6).plans().move(plan, birch, Audience.ANYONE)))
                .containsExactly("not-allowed");
    }

    private void concludes(int month, Topic.Outcome... outcomes) {
        MeetingId meeting =
                program.coordinator.meetings().calendar(aurora).get(month).id();
        ImmutableList.Builder<TopicId> topics = ImmutableList.builder();
        for (int i = 0; i < outcomes.length; i++) {
            topics.add(program.desk(i)
                    .meetings()
                    .bring(aurora, meeting, TopicDraft.of("x", KindOfHelp.ADVICE, Duration.ofMinutes(5)))
                    .orElseThrow());
        }
        program.hold(month);
        ImmutableList<TopicId> brought = topics.build();
        for (int i = 0; i < outcomes.length; i++) {
            program.desk(i)
                    .meetings()
                    .conclude(aurora, meeting, brought.get(i), outcomes[i], ImmutableSet.of())
                    .orElseThrow();
        }
    }

    @Test
    void S11_a_group_of_five_sees_its_own_share_of_each_outcome_and_nobody_else_does() {
        concludes(0, Topic.Outcome.PLAN, Topic.Outcome.HEARD, Topic.Outcome.HEARD, Topic.Outcome.CARRIED_OVER);
        OutcomeShares shares = program.desk(1).meetings().outcomes(aurora).orElseThrow();
        assertThat(shares.meetings())
                .singleElement()
                .satisfies(m -> assertThat(m.counts())
                        .isEqualTo(
                                Map.of(Topic.Outcome.PLAN, 1, Topic.Outcome.HEARD, 2, Topic.Outcome.CARRIED_OVER, 1)));
        assertThat(shares.shares().get(Topic.Outcome.HEARD)).isEqualTo(2 / 3.0);
        assertThat(shares.shares()).doesNotContainKey(Topic.Outcome.CARRIED_OVER);
        assertThat(shares.prompt()).isEmpty();
        assertThat(program.coordinator.meetings().outcomes(aurora)).isEmpty();
        assertThat(program.desk(6).meetings().outcomes(aurora)).isEmpty();
        for (int i : new int[] {4, 5}) {
            program.desk(i)
                    .groups()
                    .depart(aurora, Program.person(i), DepartureDraft.now())
                    .orElseThrow();
        }
        assertThat(program.desk(1).meetings().outcomes(aurora))
                .as("in a group of four every number is a person")
                .isEmpty();
    }

    @Test
    void S11_when_plans_dry_up_there_is_a_gentle_question_and_venting_stays_allowed() {
        concludes(0, Topic.Outcome.PLAN, Topic.Outcome.HEARD);
        concludes(1, Topic.Outcome.HEARD, Topic.Outcome.HEARD);
        concludes(2, Topic.Outcome.HEARD);
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().prompt())
                .isEmpty();
        concludes(3, Topic.Outcome.ADVICE_TAKEN);
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().prompt())
                .contains(OutcomeShares.Prompt.PLANS_DRIED_UP);
        concludes(4, Topic.Outcome.PLAN);
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().prompt())
                .isEmpty();
    }

    @Test
    void S11_a_group_that_never_made_a_plan_is_asked_too() {
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().shares())
                .isEmpty();
        concludes(0, Topic.Outcome.HEARD, Topic.Outcome.HEARD, Topic.Outcome.ADVICE_TAKEN);
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().prompt())
                .isEmpty();
        concludes(1, Topic.Outcome.HEARD);
        assertThat(program.desk(1)
                        .meetings()
                        .outcomes(aurora)
                        .orElseThrow()
                        .prompt()
                        .orElseThrow()
                        .message())
                .startsWith("No topic has led to a plan so far.");
    }

    @Test
    void S11_a_topic_that_is_not_the_readers_is_not_counted_for_them() {
        MeetingId first = program.coordinator.meetings().calendar(aurora).get(0).id();
        TopicId topic = program.desk(0)
                .meetings()
                .bring(
                        aurora,
                        first,
                        new TopicDraft(
                                Confidential.draft("x"),
                                KindOfHelp.ADVICE,
                                Duration.ofMinutes(5),
                                Urgency.NORMAL,
                                Audience.named(List.of(Program.person(1)))))
                .orElseThrow();
        program.hold(0);
        program.desk(0)
                .meetings()
                .conclude(aurora, first, topic, Topic.Outcome.HEARD, ImmutableSet.of())
                .orElseThrow();
        assertThat(program.desk(1).meetings().outcomes(aurora).orElseThrow().shares())
                .hasSize(3);
        assertThat(program.desk(2).meetings().outcomes(aurora).orElseThrow().shares())
                .isEmpty();
    }

    @Test
    void S12_a_host_asks_what_to_remind_each_member_of_and_learns_no_content() {
        PlanId plan = own.draft(
                        aurora,
                        draft().steps(List.of(StepDraft.of("canary", LocalDate.of(2027, 2, 10))
                                        .with(Program.person(1))))
                                .build(),
                        Audience.GROUP)
                .orElseThrow();
        own.activate(plan).orElseThrow();
        program.desk(0)
                .rehearsals()
                .prepare(aurora, Optional.empty(), Brief.of("canary", "canary").on(LocalDate.of(2027, 2, 20)))
                .orElseThrow();
        program.desk(0)
                .exercises()
                .write(aurora, Exercises.LETTER_TO_MYSELF, List.of(Optional.of(Confidential.draft("canary"))))
                .orElseThrow();
        program.coordinator
                .pulses()
                .open(
                        program.cohort,
                        new PulseTerms(Moment.DURING, Scales.BUILT_IN, program.now.plus(Duration.ofDays(10))))
                .orElseThrow();
        LocalDate from = Program.START;
        ImmutableList<Reminder> adas = program.desk(0).reminders().between(aurora, from, from.plusDays(300));
        assertThat(adas)
                .extracting(Reminder::kind)
                .contains(
                        Reminder.Kind.STEP_DUE,
                        Reminder.Kind.STEP_OVERDUE,
                        Reminder.Kind.REPORT,
                        Reminder.Kind.TELL_HOW_IT_WENT,
                        Reminder.Kind.LOOK_BACK,
                        Reminder.Kind.ANSWER_SURVEY)
                .doesNotContain(Reminder.Kind.ASK_ABOUT_STEP);
        assertThat(adas).isSortedAccordingTo((a, b) -> a.on().compareTo(b.on()));
        assertThat(adas).allMatch(r -> r.to().equals(Program.person(0)));
        assertThat(adas).noneMatch(r -> (r + r.message()).contains("canary"));
        assertThat(only(adas, Reminder.Kind.TELL_HOW_IT_WENT).on()).isEqualTo(LocalDate.of(2027, 2, 21));
        assertThat(only(adas, Reminder.Kind.LOOK_BACK).on()).isEqualTo(from.plusMonths(6));
        assertThat(only(adas, Reminder.Kind.ANSWER_SURVEY).on()).isEqualTo(from.plusDays(7));
        ImmutableList<Reminder> bens = program.desk(1).reminders().between(aurora, from, from.plusDays(300));
        assertThat(bens)
                .extracting(Reminder::kind)
                .containsExactlyInAnyOrder(Reminder.Kind.ASK_ABOUT_STEP, Reminder.Kind.ANSWER_SURVEY);
        assertThat(program.coordinator.reminders().between(aurora, from, from.plusDays(300)))
                .isEmpty();
        assertThat(program.desk(0).reminders().between(aurora, from.plusDays(1), from.plusDays(1)))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> own(0).between(aurora, from, from.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> own(0).between(aurora, from, from.plusDays(401)));
    }

    private ReminderDesk own(int person) {
        return program.desk(person).reminders();
    }

    private static Reminder only(List<Reminder> all, Reminder.Kind kind) {
        return all.stream().filter(r -> r.kind() == kind).findFirst().orElseThrow();
    }
}
