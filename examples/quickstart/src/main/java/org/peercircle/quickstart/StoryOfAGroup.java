package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Topic;
import org.peercircle.office.DepartureDraft;
import org.peercircle.office.Desk;
import org.peercircle.office.FormationRules;
import org.peercircle.office.GroupView;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PlanDesk;
import org.peercircle.office.PlanDraft;
import org.peercircle.office.PlanDraft.ObstacleDraft;
import org.peercircle.office.PlanDraft.StepDraft;
import org.peercircle.office.PlanView;
import org.peercircle.office.SeatSuggestion;
import org.peercircle.office.TopicDraft;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Obstacle;

/**
 * One group's first meetings, played through with made-up content: a topic becomes a plan, the plan's steps come back,
 * the course is corrected, a member leaves and another takes the seat.
 */
final class StoryOfAGroup {

    private static final String TOPIC = "My paper has been on my supervisor's desk for five months";

    static final int MEETINGS = 3;

    private final Gatherings gatherings;
    private final Desk coordinator;
    private final SettableClock clock;
    private final FormationRules rules;
    private final Predicate<PersonId> canCome;
    private final IntConsumer othersMeet;

    StoryOfAGroup(
            Gatherings gatherings,
            Desk coordinator,
            SettableClock clock,
            FormationRules rules,
            Predicate<PersonId> canCome,
            IntConsumer othersMeet) {
        this.gatherings = gatherings;
        this.othersMeet = othersMeet;
        this.coordinator = coordinator;
        this.clock = clock;
        this.rules = rules;
        this.canCome = canCome;
    }

    YearReport.Story play(GroupId id, GroupId other) {
        GroupView group = coordinator.groups().view(id).orElseThrow();
        ImmutableList<MeetingView> meetings = coordinator.meetings().calendar(id);
        ImmutableList<PersonId> members = group.members().asList();
        PersonId owner = members.get(1);
        PersonId partner = members.get(2);
        PersonId leaver = members.get(members.size() - 1);
        Desk own = desk(owner);

        // First month: a topic becomes a plan.
        gatherings.before(meetings.get(0));
        TopicId topic = own.meetings()
                .bring(id, meetings.get(0).id(), TopicDraft.of(TOPIC, KindOfHelp.ADVICE, Duration.ofMinutes(20)))
                .orElseThrow();
        desk(partner)
                .meetings()
                .bring(
                        id,
                        meetings.get(0).id(),
                        TopicDraft.of(
                                "Two job offers in two countries", KindOfHelp.PERSPECTIVE, Duration.ofMinutes(20)))
                .orElseThrow();
        List<String> agenda = words(planAndHold(id, meetings.get(0)));
        own.meetings()
                .conclude(id, meetings.get(0).id(), topic, Topic.Outcome.PLAN, ImmutableSet.of(partner))
                .orElseThrow();
        PlanId plan = own.plans()
                .draft(id, firstDraft(meetings, partner), Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        own.plans().activate(plan).orElseThrow();
        othersMeet.accept(0);

        // Second month: the step that is due comes back by itself; it did not help, so the course is corrected.
        gatherings.before(meetings.get(1));
        planAndHold(id, meetings.get(1));
        correct(own.plans(), plan, meetings);
        othersMeet.accept(1);

        // A member leaves, and the seat goes to whoever the group gains most from.
        desk(leaver)
                .groups()
                .depart(
                        id,
                        leaver,
                        DepartureDraft.now().keepingSpace().because(Confidential.draft("A position elsewhere.")))
                .orElseThrow();
        ImmutableList<SeatSuggestion> suggestions =
                coordinator.seats().suggest(id, rules).orElseThrow();
        Optional<PersonId> newcomer = suggestions.stream()
                .filter(s -> s.keepsRules() && canCome.test(s.person()))
                .findFirst()
                .map(SeatSuggestion::person);
        newcomer.ifPresent(person -> seat(id, person));

        // Third month: with the newcomer there, the corrected plan moves.
        gatherings.before(meetings.get(2));
        planAndHold(id, meetings.get(2));
        PlanView story = own.plans().view(plan).orElseThrow();
        StepId answered = story.revisions().get(1).steps().get(0).id();
        own.plans()
                .checkIn(
                        plan,
                        answered,
                        CheckIn.Result.DONE,
                        Optional.of(
                                Confidential.draft("We read the figures together; she signed off on two sections.")))
                .orElseThrow();

        othersMeet.accept(2);
        PersonId outsider = coordinator
                .groups()
                .view(other)
                .orElseThrow()
                .members()
                .asList()
                .get(0);
        return new YearReport.Story(
                group.name(),
                owner,
                TOPIC,
                ImmutableList.copyOf(agenda),
                own.plans().view(plan).orElseThrow(),
                leaver,
                newcomer,
                suggestions,
                ImmutableList.of(
                        seen("The owner", desk(owner), plan),
                        seen("A member of the group", desk(members.get(0)), plan),
                        seen("The member who left", desk(leaver), plan),
                        seen("A participant of another group", desk(outsider), plan),
                        seen("The coordinator", coordinator, plan)));
    }

    private Desk desk(PersonId person) {
        return gatherings.desk(person);
    }

    /** The last member on the list is late, as always. */
    private MeetingView planAndHold(GroupId id, MeetingView meeting) {
        PersonId last = gatherings.members(id).asList().reverse().get(0);
        return gatherings.planAndHold(
                id, meeting, person -> person.equals(last) ? Attendance.LATE : Attendance.PRESENT);
    }

    /** Offers the seat, has nobody object, and the invited accept and say yes to the charter. */
    private void seat(GroupId id, PersonId person) {
        coordinator.seats().invite(id, person, Period.ofDays(14)).orElseThrow();
        gatherings
                .members(id)
                .forEach(member -> desk(member).seats().vote(id, person, true).orElseThrow());
        desk(person).seats().accept(id).orElseThrow();
        desk(person).agreements().acknowledge(id).orElseThrow();
    }

    private static List<String> words(MeetingView meeting) {
        List<String> lines = new ArrayList<>();
        for (Agenda.Item item : meeting.agenda().orElseThrow().items()) {
            String what = switch (item.kind()) {
                case WELCOME -> "Welcome, and what is said here stays here";
                case OPENING_ROUND -> "A word from everybody";
                case AGREEMENT -> "What we agree on";
                case CHECK_IN -> "Check-in on a step";
                case TOPIC ->
                    meeting.topics().stream()
                            .filter(t -> Optional.of(t.id()).equals(item.topic()))
                            .map(t -> "Topic: " + t.title())
                            .findFirst()
                            .orElse("Topic");
                case OPEN -> "Open round";
                case FAREWELL -> "A good word for a member who leaves";
                case CELEBRATION -> "What we reached";
                case CLOSING_ROUND -> "A good word for everybody";
                case COMMITMENTS -> "Everybody says what they will do next";
            };
            lines.add(item.length().toMinutes() + " min  " + what);
        }
        return lines;
    }

    private PlanDraft firstDraft(ImmutableList<MeetingView> meetings, PersonId partner) {
        LocalDate second = meetings.get(1).on();
        return new PlanDraft(
                Confidential.draft("The paper is submitted"),
                Confidential.draft("The journal has sent a manuscript number"),
                meetings.get(5).on(),
                ImmutableList.of(
                        new ObstacleDraft(
                                Confidential.draft("She never has an hour to read it"),
                                Obstacle.Nature.OUTER,
                                false,
                                4,
                                Optional.of(Confidential.draft("Ask for small pieces, one at a time"))),
                        new ObstacleDraft(
                                Confidential.draft("I put off asking because I fear her answer"),
                                Obstacle.Nature.INNER,
                                true,
                                3,
                                Optional.empty())),
                ImmutableList.of(
                        StepDraft.of("Ask for one hour to go through the draft", second)
                                .answering(1)
                                .with(partner)
                                .when("at the end of Monday's lab meeting"),
                        StepDraft.of("Write down what I would say if she says no", second)
                                .answering(2)
                                .with(partner)));
    }

    private void correct(PlanDesk plans, PlanId plan, ImmutableList<MeetingView> meetings) {
        PlanView before = plans.view(plan).orElseThrow();
        ImmutableList<PlanView.StepView> steps = before.revisions().get(0).steps();
        plans.checkIn(
                        plan,
                        steps.get(0).id(),
                        CheckIn.Result.MISSED,
                        Optional.of(Confidential.draft("She canceled twice; an hour is more than she has.")))
                .orElseThrow();
        plans.checkIn(plan, steps.get(1).id(), CheckIn.Result.DONE, Optional.empty())
                .orElseThrow();
        clock.moveTo(clock.instant());
        plans.review(plan, false).orElseThrow();
        PlanDraft next = new PlanDraft(
                Confidential.draft("The paper is submitted"),
                Confidential.draft("The journal has sent a manuscript number"),
                meetings.get(6).on(),
                ImmutableList.of(new ObstacleDraft(
                        Confidential.draft("She never has an hour, but she has ten minutes"),
                        Obstacle.Nature.OUTER,
                        false,
                        3,
                        Optional.of(Confidential.draft("One figure at a time, standing at her door")))),
                ImmutableList.of(
                        StepDraft.of(
                                        "Show her one figure a week and ask for a yes",
                                        meetings.get(2).on())
                                .answering(1),
                        StepDraft.of(
                                "Send the abstract to two co-authors",
                                meetings.get(3).on())));
        plans.correct(
                        plan,
                        Confidential.draft("An hour at once was the wrong ask; small pieces work"),
                        ImmutableMap.of(steps.get(0).id(), new PlanDesk.Fate.ReplaceBy(1)),
                        next)
                .orElseThrow();
    }

    private static YearReport.Seen seen(String who, Desk desk, PlanId plan) {
        Decision<PlanView> view = desk.plans().view(plan);
        return new YearReport.Seen(
                who,
                view.isAccepted(),
                view.isAccepted()
                        ? "the whole plan: " + view.orElseThrow().revisions().size() + " versions, "
                                + view.orElseThrow().checkIns().size() + " check-ins"
                        : view.refusals().get(0).message());
    }
}
