package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.Topic;
import org.peercircle.office.CourseDraft;
import org.peercircle.office.Desk;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PlanDraft;
import org.peercircle.office.PlanDraft.IfThenDraft;
import org.peercircle.office.PlanDraft.ObstacleDraft;
import org.peercircle.office.PlanDraft.StepDraft;
import org.peercircle.office.PlanView;
import org.peercircle.office.TopicDraft;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Comparison;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Difference;
import org.peercircle.plan.Report;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/**
 * Six months of one member's plan, with made-up content: a topic becomes a plan, reports come between meetings, the
 * course is changed twice, a hard conversation is practiced and held, and the goal is reached.
 */
final class StoryOfAPlan {

    private static final int REHEARSAL = 3;
    private static final String HOUR = "Ask for one hour to go through the draft";
    private static final String FIGURES = "Show her one figure a week and ask for a yes";
    private static final String ABSTRACT = "Send the abstract to two co-authors";
    private static final String AUTHOR = "Ask to be first author";

    private final Gatherings gatherings;
    private final Desk coordinator;
    private final SettableClock clock;
    private final GroupId group;
    private final PersonId owner;
    private final PersonId partner;
    private final PersonId observer;
    private final Desk own;
    private Optional<TopicId> topic = Optional.empty();
    private Optional<PlanId> plan = Optional.empty();
    private Optional<RehearsalId> rehearsal = Optional.empty();

    StoryOfAPlan(Gatherings gatherings, Desk coordinator, SettableClock clock, GroupId group) {
        this.gatherings = gatherings;
        this.coordinator = coordinator;
        this.clock = clock;
        this.group = group;
        ImmutableList<PersonId> members = gatherings.members(group).asList();
        this.owner = members.get(1);
        this.partner = members.get(2);
        this.observer = members.get(0);
        this.own = gatherings.desk(owner);
    }

    /** What the owner does in the weeks before the month's meeting. */
    void before(int month) {
        switch (month) {
            case 1 -> {
                weeksBefore(month, 2);
                report(HOUR, partly(8));
                weeksBefore(month, 1);
                report(HOUR, partly(6));
            }
            case 3 -> {
                weeksBefore(month, 1);
                own.meetings()
                        .chooseFormat(group, meeting(month).id(), MeetingFormat.REHEARSAL)
                        .orElseThrow();
            }
            case 4 -> {
                weeksBefore(month, 2);
                own.rehearsals()
                        .tell(
                                rehearsal.orElseThrow(),
                                Aftermath.Outcome.GRANTED,
                                Optional.of(words("She said yes before I had finished.")))
                        .orElseThrow();
                report(
                        AUTHOR,
                        Report.builder()
                                .result(CheckIn.Result.DONE)
                                .confidence(9)
                                .build());
            }
            default -> {
                // A month in which nothing happens between meetings.
            }
        }
    }

    /** What members bring to the month's meeting. */
    void bring(int month) {
        if (month == 0) {
            topic = Optional.of(
                    bring(own, "My paper has been on my supervisor's desk for five months", KindOfHelp.ADVICE));
            bring(gatherings.desk(partner), "Two job offers in two countries", KindOfHelp.PERSPECTIVE);
        }
        if (month == REHEARSAL) {
            rehearse();
        }
    }

    private TopicId bring(Desk desk, String title, KindOfHelp help) {
        return desk.meetings()
                .bring(group, meeting(0).id(), TopicDraft.of(title, help, Duration.ofMinutes(20)))
                .orElseThrow();
    }

    /** What becomes of the plan at the month's meeting. */
    void after(int month) {
        switch (month) {
            case 0 -> begin();
            case 1 -> itDidNotHelp();
            case 2 ->
                report(
                        FIGURES,
                        Report.builder()
                                .result(CheckIn.Result.DONE)
                                .confidence(7)
                                .whatHelped(words("standing at her door at nine"))
                                .obstacle(Report.ObstacleMet.ANOTHER)
                                .note(words(
                                        "She signed off on two sections. What I still fear is the order of authors."))
                                .build());
            case REHEARSAL ->
                own.rehearsals()
                        .commit(
                                rehearsal.orElseThrow(),
                                id(),
                                StepDraft.of(AUTHOR, meeting(4).on())
                                        .answering(2)
                                        .committed(9),
                                words("The rehearsal showed me that I can ask twice"))
                        .orElseThrow();
            case 4 -> moreTime();
            case 5 -> {
                report(
                        ABSTRACT,
                        Report.builder()
                                .result(CheckIn.Result.DONE)
                                .confidence(10)
                                .build());
                own.plans().achieve(id()).orElseThrow();
            }
            default -> {
                // The goal is reached, or nothing happens.
            }
        }
    }

    private void begin() {
        MeetingView first = meeting(0);
        own.meetings()
                .conclude(group, first.id(), topic.orElseThrow(), Topic.Outcome.PLAN, ImmutableSet.of(partner))
                .orElseThrow();
        PlanDraft draft = PlanDraft.towards("The paper is submitted")
                .evidence(words("The journal has sent a manuscript number"))
                .by(meeting(4).on())
                .topic(topic)
                .addObstacles(
                        ObstacleDraft.outer("She never has an hour to read it", 4)
                                .round("Ask for small pieces, one at a time"),
                        ObstacleDraft.inner("I put off asking because I fear her answer", 3))
                .mainObstacle(1)
                .addAnswers(
                        IfThenDraft.forObstacle(2, "I feel like waiting another day", "tell my partner first"),
                        IfThenDraft.forStep(1, "the lab meeting ends", "walk over to her"))
                .addSteps(
                        StepDraft.of(HOUR, meeting(1).on())
                                .answering(1)
                                .with(partner)
                                .committed(8),
                        StepDraft.of(ABSTRACT, meeting(4).on()).committed(7))
                .build();
        plan = Optional.of(
                own.plans().draft(group, draft, Audience.GROUP_AND_NEWCOMERS).orElseThrow());
        own.plans().activate(id()).orElseThrow();
    }

    private void itDidNotHelp() {
        report(
                HOUR,
                Report.builder()
                        .result(CheckIn.Result.MISSED)
                        .confidence(4)
                        .obstacle(Report.ObstacleMet.AS_EXPECTED)
                        .note(words("She canceled twice; an hour is more than she has."))
                        .build());
        own.plans().review(id(), false).orElseThrow();
        StepDraft smaller = StepDraft.of(FIGURES, meeting(2).on())
                .answering(1)
                .with(partner)
                .committed(9);
        change(
                new CourseDraft.ReplaceStep(step(HOUR), smaller),
                Correction.Trigger.DID_NOT_HELP,
                "An hour at once was the wrong ask; small pieces work");
    }

    private void moreTime() {
        LocalDate june = meeting(5).on();
        change(
                new CourseDraft.Redate(Optional.of(june), ImmutableMap.of(step(ABSTRACT), june)),
                Correction.Trigger.CIRCUMSTANCES,
                "The co-authors need two weeks more");
    }

    private void change(CourseDraft course, Correction.Trigger trigger, String why) {
        own.plans().correct(id(), course, trigger, words(why)).orElseThrow();
    }

    /** Two rounds: in the first she gives way at once, in the second she stands firm. */
    private void rehearse() {
        Brief brief = Brief.of("I want to be first author", "my supervisor")
                .caringAbout("the lab's next grant")
                .fearing("She laughs")
                .opening("I would like to talk about the order of authors.");
        RehearsalId id = own.rehearsals()
                .prepare(group, Optional.of(meeting(REHEARSAL).id()), brief)
                .orElseThrow()
                .id();
        rehearsal = Optional.of(id);
        Map<PersonId, Part> cast =
                ImmutableMap.of(owner, Part.SPEAKER, partner, Part.COUNTERPART, observer, Part.OBSERVER);
        own.rehearsals().play(id, Round.Kind.PLAYED, cast).orElseThrow();
        own.rehearsals()
                .assess(id, 1, new SelfAssessment("I gave way at once", 0, -2))
                .orElseThrow();
        observe(id, 1, new Observation("when she said no", "you looked down", "I thought you agreed", 1, -2));
        own.rehearsals().play(id, Round.Kind.REPLAYED, cast).orElseThrow();
        own.rehearsals()
                .assess(id, 2, new SelfAssessment("I asked twice", 1, 1))
                .orElseThrow();
        observe(id, 2, new Observation("when she said no", "you asked again", "I had to answer", 2, 2));
    }

    private void observe(RehearsalId id, int round, Observation seen) {
        for (PersonId peer : ImmutableList.of(partner, observer)) {
            gatherings.desk(peer).rehearsals().observe(id, round, seen).orElseThrow();
        }
    }

    private void report(String what, Report report) {
        own.plans().checkIn(id(), step(what), report).orElseThrow();
    }

    private static Report partly(int confidence) {
        return Report.builder()
                .result(CheckIn.Result.PARTLY)
                .confidence(confidence)
                .build();
    }

    private void weeksBefore(int month, int weeks) {
        clock.moveTo(meeting(month).startsAt().minus(Duration.ofDays(7L * weeks)));
    }

    private MeetingView meeting(int month) {
        return coordinator.meetings().calendar(group).get(month);
    }

    private StepId step(String what) {
        return own.plans().view(id()).orElseThrow().current().steps().stream()
                .filter(s -> s.what().equals(what))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PlanId id() {
        return plan.orElseThrow();
    }

    private static Confidential<String> words(String text) {
        return Confidential.draft(text);
    }

    /** Who is to be asked what they see of the plan, beside its owner, a member and the coordinator. */
    record Others(PersonId leaver, Optional<PersonId> newcomer, Optional<PersonId> supervisor, PersonId outsider) {}

    PersonId owner() {
        return owner;
    }

    YearReport.PlanStory report(Others others) {
        PlanView view = own.plans().view(id()).orElseThrow();
        return new YearReport.PlanStory(
                owner,
                view,
                own.plans().story(id()).orElseThrow(),
                own.plans().compare(id(), 1, view.revisions().size()).orElseThrow().stream()
                        .filter(told -> told.how() != Difference.How.CARRIED)
                        .map(Comparison.Told::line)
                        .collect(ImmutableList.toImmutableList()),
                own.rehearsals().view(rehearsal.orElseThrow()).orElseThrow(),
                own.meetings().calendar(group).subList(0, 6),
                Stream.of(
                                Stream.of(
                                        seen("The owner", own),
                                        seen("A member of the group", gatherings.desk(observer))),
                                others.newcomer().stream()
                                        .map(p -> seen("A member who joined in the third month", gatherings.desk(p))),
                                others.supervisor().stream()
                                        .map(p -> seen("The owner's supervisor", gatherings.desk(p))),
                                Stream.of(
                                        seen("The coordinator", coordinator),
                                        seen("The member who left", gatherings.desk(others.leaver())),
                                        seen("A participant of another group", gatherings.desk(others.outsider()))))
                        .flatMap(seen -> seen)
                        .collect(ImmutableList.toImmutableList()),
                own.agreements().promise(group).orElseThrow(),
                own.privacy().export().orElseThrow());
    }

    private YearReport.Seen seen(String who, Desk desk) {
        Decision<PlanView> view = desk.plans().view(id());
        return new YearReport.Seen(
                who,
                view.isAccepted() ? Optional.of(view.orElseThrow()) : Optional.empty(),
                view.isAccepted()
                        ? words(view.orElseThrow())
                        : view.refusals().get(0).message());
    }

    private static String words(PlanView plan) {
        String goal = plan.current().goal().isPresent() ? "the goal, " : "not the goal, but ";
        return goal + plan.revisions().size() + " versions and "
                + plan.checkIns().size() + " reports";
    }
}
