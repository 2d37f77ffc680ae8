package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.Topic;
import org.peercircle.office.PlanDraft.IfThenDraft;
import org.peercircle.office.PlanDraft.ObstacleDraft;
import org.peercircle.office.PlanDraft.StepDraft;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Comparison;
import org.peercircle.plan.ConsideredOption;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Hint;
import org.peercircle.plan.Outlook;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.plan.PlanPrompt;
import org.peercircle.plan.Report;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/** One postdoc's paper that would not leave her supervisor's desk: six months of a plan, as she and her group lived it. */
class SixMonthsOfAPlanTest {

    private static final PersonId BEN = Program.person(1);
    private static final PersonId EVE = Program.person(2);

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();
    private final Desk ada = program.desk(0);

    private MeetingId meeting(int month) {
        return program.coordinator.meetings().calendar(aurora).get(month).id();
    }

    private LocalDate day(int month) {
        return program.coordinator.meetings().calendar(aurora).get(month).on();
    }

    private void daysLater(int days) {
        program.now = program.now.plus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return program.now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Confidential<String> words(String text) {
        return Confidential.draft(text);
    }

    private StepId step(PlanId plan, int number) {
        return ada.plans()
                .view(plan)
                .orElseThrow()
                .current()
                .steps()
                .get(number)
                .id();
    }

    private Outlook.State outlook(PlanId plan) {
        return ada.plans().view(plan).orElseThrow().outlook().orElseThrow().state();
    }

    @Test
    void S11_S12_S13_S14_the_story_of_one_plan_over_six_months() {
        // January. She brings what bothers her, is heard, and leaves with a plan.
        TopicId topic = ada.meetings()
                .bring(
                        aurora,
                        meeting(0),
                        TopicDraft.of(
                                "My paper has been on my supervisor's desk for five months",
                                KindOfHelp.ADVICE,
                                Duration.ofMinutes(20)))
                .orElseThrow();
        program.hold(0);
        ada.meetings()
                .conclude(aurora, meeting(0), topic, Topic.Outcome.PLAN, ImmutableSet.of(BEN))
                .orElseThrow();
        PlanId plan = ada.plans()
                .draft(aurora, submittingThePaper(topic), Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        assertThat(ada.plans().hints(plan).orElseThrow())
                .as("the linter would like to know what the second step is for, and nothing more")
                .extracting(Hint::kind)
                .containsExactly(Hint.Kind.STEP_WITHOUT_OBSTACLE);
        ada.plans().activate(plan).orElseThrow();
        assertThat(ada.plans().view(plan).orElseThrow().origin()).contains(new PlanOrigin.OfTopic(meeting(0), topic));

        // Between the meetings she reports each week, and is less sure each time.
        StepId anHour = step(plan, 0);
        for (int confidence : List.of(8, 6, 4)) {
            daysLater(7);
            ada.plans().checkIn(plan, anHour, partly(confidence)).orElseThrow();
        }
        assertThat(outlook(plan)).isEqualTo(Outlook.State.AT_RISK);

        // February. The hour did not come about; the plan did not help, and asks for another.
        program.hold(1);
        ada.plans()
                .checkIn(
                        plan,
                        anHour,
                        Report.builder()
                                .result(CheckIn.Result.MISSED)
                                .confidence(3)
                                .obstacle(Report.ObstacleMet.AS_EXPECTED)
                                .note(words("She canceled twice; an hour is more than she has."))
                                .build())
                .orElseThrow();
        assertThat(ada.plans().review(plan, false).orElseThrow().prompts()).contains(PlanPrompt.COURSE_CORRECTION);
        ada.plans()
                .correct(
                        plan,
                        new CourseDraft.ReplaceStep(
                                anHour,
                                StepDraft.of("show her one figure a week and ask for a yes", day(2))
                                        .answering(1)
                                        .with(BEN)
                                        .committed(9)),
                        Correction.Trigger.DID_NOT_HELP,
                        words("An hour at once was the wrong ask; small pieces work"))
                .orElseThrow();
        assertThat(ada.plans().view(plan).orElseThrow().prompts()).isEmpty();
        assertThat(outlook(plan)).as("a new course begins anew").isEqualTo(Outlook.State.ON_TRACK);

        // March. One figure was signed off; what really stands in the way is that she has to ask for authorship.
        program.hold(2);
        StepId figures = ada.plans().view(plan).orElseThrow().current().steps().stream()
                .filter(s -> s.what().startsWith("show her"))
                .findFirst()
                .orElseThrow()
                .id();
        ada.plans()
                .checkIn(
                        plan,
                        figures,
                        Report.builder()
                                .result(CheckIn.Result.DONE)
                                .whatHelped(words("Standing at her door at nine"))
                                .obstacle(Report.ObstacleMet.ANOTHER)
                                .build())
                .orElseThrow();

        // April. The meeting is a rehearsal: she asks Ben, who plays her supervisor, to be first author.
        ada.meetings().chooseFormat(aurora, meeting(3), MeetingFormat.REHEARSAL).orElseThrow();
        program.now = program.coordinator.meetings().calendar(aurora).get(3).startsAt();
        RehearsalId rehearsal = rehearse(plan);

        // May. She had the conversation, and tells.
        daysLater(14);
        ada.rehearsals()
                .tell(rehearsal, Aftermath.Outcome.GRANTED, Optional.of(words("She said yes before I had finished.")))
                .orElseThrow();
        program.hold(4);
        ada.plans()
                .checkIn(plan, committedStep(plan, rehearsal), Report.of(CheckIn.Result.DONE))
                .orElseThrow();
        ada.plans()
                .correct(
                        plan,
                        new CourseDraft.Redate(Optional.of(day(5)), ImmutableMap.of(step(plan, 0), day(5))),
                        Correction.Trigger.CIRCUMSTANCES,
                        words("The co-authors need two weeks more"))
                .orElseThrow();

        // June. The journal has sent a number.
        program.hold(5);
        ada.plans().checkIn(plan, step(plan, 0), Report.of(CheckIn.Result.DONE)).orElseThrow();
        PlanView after = ada.plans().achieve(plan).orElseThrow();
        assertThat(after.state()).isEqualTo(ActionPlan.State.ACHIEVED);
        assertThat(outlook(plan)).isEqualTo(Outlook.State.ACHIEVED);

        // The whole story can be told, in order.
        assertThat(ada.plans().story(plan).orElseThrow())
                .extracting(StoryLine::kind)
                .containsExactly(
                        StoryLine.Kind.DRAFTED,
                        StoryLine.Kind.STARTED,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.JUDGED,
                        StoryLine.Kind.CHANGED_COURSE,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.REHEARSED,
                        StoryLine.Kind.CHANGED_COURSE,
                        StoryLine.Kind.TOLD,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.CHANGED_COURSE,
                        StoryLine.Kind.REPORTED,
                        StoryLine.Kind.ACHIEVED);

        // The first and the last version stand side by side.
        assertThat(ada.plans().compare(plan, 1, 4).orElseThrow().stream()
                        .map(Comparison.Told::line)
                        .filter(line -> !line.contains(", carried: ")))
                .containsExactly(
                        "Goal, changed: The paper is submitted by " + day(4)
                                + " (I will know: The journal has sent a manuscript number) → The paper is submitted by "
                                + day(5) + " (I will know: The journal has sent a manuscript number)",
                        "If-then plan, gone: if the lab meeting ends, then walk over to her",
                        "Step, replaced and done: I will ask for one hour to go through the draft by " + day(1)
                                + " → I will show her one figure a week and ask for a yes by " + day(2),
                        "Step, changed: I will send the abstract to two co-authors by " + day(4)
                                + " → I will send the abstract to two co-authors by " + day(5));
        whoSeesWhat(plan, rehearsal);
    }

    private PlanDraft submittingThePaper(TopicId topic) {
        return PlanDraft.towards("The paper is submitted")
                .evidence(words("The journal has sent a manuscript number"))
                .by(day(4))
                .topic(topic)
                .addObstacles(
                        ObstacleDraft.outer("She never has an hour to read it", 4)
                                .round("Ask for small pieces, one at a time"),
                        ObstacleDraft.inner("I put off asking because I fear her answer", 3))
                .mainObstacle(1)
                .addAnswers(
                        IfThenDraft.forObstacle(2, "I feel like waiting another day", "tell Ben first"),
                        IfThenDraft.forStep(1, "the lab meeting ends", "walk over to her"))
                .addOptions(
                        new ConsideredOption(words("Submit without her"), false),
                        new ConsideredOption(words("Get her to read it"), true))
                .addSteps(
                        StepDraft.of("ask for one hour to go through the draft", day(1))
                                .answering(1)
                                .with(BEN)
                                .committed(8),
                        StepDraft.of("send the abstract to two co-authors", day(4)))
                .build();
    }

    private static Report partly(int confidence) {
        return Report.builder()
                .result(CheckIn.Result.PARTLY)
                .confidence(confidence)
                .build();
    }

    /** Two rounds: in the first she gives way at once, in the second she stands firm. */
    private RehearsalId rehearse(PlanId plan) {
        Map<PersonId, Part> cast = Map.of(Program.person(0), Part.SPEAKER, BEN, Part.COUNTERPART, EVE, Part.OBSERVER);
        RehearsalId id = ada.rehearsals()
                .prepare(
                        aurora,
                        Optional.of(meeting(3)),
                        Brief.of("I want to be first author", "my supervisor")
                                .caringAbout("the lab's next grant")
                                .fearing("She laughs")
                                .opening("I would like to talk about the order of authors."))
                .orElseThrow()
                .id();
        ada.rehearsals().play(id, Round.Kind.PLAYED, cast).orElseThrow();
        ada.rehearsals()
                .assess(id, 1, new SelfAssessment("I gave way at once", 0, -2))
                .orElseThrow();
        Observation first = new Observation("when he said no", "you looked down", "I thought you agreed", 1, -2);
        program.desk(1).rehearsals().observe(id, 1, first).orElseThrow();
        program.desk(2).rehearsals().observe(id, 1, first).orElseThrow();
        ada.rehearsals().play(id, Round.Kind.REPLAYED, cast).orElseThrow();
        ada.rehearsals()
                .assess(id, 2, new SelfAssessment("I said it twice", 1, 1))
                .orElseThrow();
        program.desk(2)
                .rehearsals()
                .observe(id, 2, new Observation("when he said no", "you asked again", "I had to answer", 2, 2))
                .orElseThrow();
        assertThat(ada.rehearsals()
                        .view(id)
                        .orElseThrow()
                        .progression()
                        .orElseThrow()
                        .points())
                .extracting(p -> p.firmness().orElseThrow())
                .as("firmer from round to round")
                .containsExactly(-2.0, 2.0);
        program.hold(3);
        ada.rehearsals()
                .commit(
                        id,
                        plan,
                        StepDraft.of("ask to be first author", day(4))
                                .answering(2)
                                .committed(9),
                        words("The rehearsal showed that I can ask twice"))
                .orElseThrow();
        return id;
    }

    private StepId committedStep(PlanId plan, RehearsalId rehearsal) {
        return program.repository.plan(plan).current().steps().stream()
                .filter(s -> s.rehearsal().equals(Optional.of(rehearsal)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void whoSeesWhat(PlanId plan, RehearsalId rehearsal) {
        PlanView bens = program.desk(1).plans().view(plan).orElseThrow();
        assertThat(bens.current().goal()).as("the goal is hers").isEmpty();
        assertThat(bens.current().steps()).as("what she does is the group's").isNotEmpty();
        assertThat(bens.origin()).isEmpty();
        assertThat(program.desk(1).plans().story(plan).orElseThrow())
                .filteredOn(l -> l.kind() == StoryLine.Kind.DRAFTED)
                .allMatch(l -> l.words().isEmpty());
        assertThat(program.desk(3).rehearsals().view(rehearsal).isAccepted())
                .as("present at the meeting")
                .isTrue();
        for (Desk outside : List.of(program.coordinator, program.desk(6), program.desk(12))) {
            assertThat(outside.plans().view(plan).isAccepted()).isFalse();
            assertThat(outside.plans().story(plan).isAccepted()).isFalse();
            assertThat(outside.plans().compare(plan, 1, 2).isAccepted()).isFalse();
            assertThat(outside.plans().hints(plan).isAccepted()).isFalse();
            assertThat(outside.rehearsals().view(rehearsal).isAccepted()).isFalse();
            assertThat(outside.reminders().between(aurora, today().minusDays(300), today()))
                    .isEmpty();
        }
    }
}
