package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.formation.Formation;
import org.peercircle.formation.Preference;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Topic;
import org.peercircle.people.Declarations;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.PlanPrompt;
import org.peercircle.plan.Report;
import org.peercircle.plan.StepState;

class PeerOfficeTest {

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static PlanDraft draft(LocalDate due) {
        return PlanDraft.towards("canary outcome")
                .evidence(Confidential.draft("canary evidence"))
                .by(due.plusMonths(2))
                .addObstacles(PlanDraft.ObstacleDraft.inner("canary obstacle", 3))
                .addSteps(PlanDraft.StepDraft.of("canary step", due)
                        .answering(1)
                        .with(Program.person(1))
                        .when("on Monday"))
                .build();
    }

    private static PlanId planOf(Program program, int owner, Audience audience) {
        PlanId plan = program.desk(owner)
                .plans()
                .draft(program.aurora(), draft(Program.START), audience)
                .orElseThrow();
        program.desk(owner).plans().activate(plan).orElseThrow();
        return plan;
    }

    @Test
    void S10_a_plan_is_there_for_the_group_and_for_nobody_else() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        assertThat(program.desk(0)
                        .plans()
                        .view(plan)
                        .orElseThrow()
                        .revisions()
                        .get(0)
                        .goal()
                        .orElseThrow()
                        .outcome())
                .isEqualTo("canary outcome");
        assertThat(program.desk(3).plans().view(plan).isAccepted()).isTrue();
        PlanId never = PlanId.of("never-was");
        for (Desk outsider : List.of(
                program.coordinator,
                program.desk(6),
                program.desk(12),
                program.office.as(Actor.participant(PersonId.of("stranger"))))) {
            assertThat(outsider.plans().view(plan).refusals())
                    .containsExactly(new OfficeRefusal.NotThere("plan", plan.value()));
            assertThat(outsider.plans().view(never).refusals())
                    .containsExactly(new OfficeRefusal.NotThere("plan", "never-was"));
            assertThat(codes(outsider.plans().activate(plan))).containsExactly("not-there");
            assertThat(outsider.plans().list(program.aurora())).isEmpty();
        }
    }

    @Test
    void S10_a_private_plan_is_there_for_its_owner_alone_until_shared() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.JUST_ME);
        assertThat(program.desk(1).plans().view(plan).isAccepted()).isFalse();
        assertThat(program.desk(1).plans().list(program.aurora())).isEmpty();
        assertThat(codes(program.desk(1).plans().share(plan, Audience.ANYONE))).containsExactly("not-there");
        program.desk(0)
                .plans()
                .share(plan, Audience.named(List.of(Program.person(1))))
                .orElseThrow();
        assertThat(program.desk(1)
                        .plans()
                        .view(plan)
                        .orElseThrow()
                        .revisions()
                        .get(0)
                        .steps()
                        .get(0)
                        .what())
                .isEqualTo("canary step");
        assertThat(program.desk(2).plans().view(plan).isAccepted()).isFalse();
        program.desk(0).plans().share(plan, Audience.JUST_ME).orElseThrow();
        assertThat(program.desk(1).plans().view(plan).isAccepted()).isFalse();
    }

    @Test
    void C9_who_comes_to_supervise_a_member_no_longer_reads_their_plan() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        assertThat(program.desk(1).plans().view(plan).isAccepted()).isTrue();
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(0))
                        .addPowers(PowerRelation.supervisedBy(Program.person(1)))
                        .build())
                .orElseThrow();
        assertThat(program.desk(1).plans().view(plan).isAccepted()).isFalse();
        assertThat(program.desk(2).plans().view(plan).isAccepted()).isTrue();
    }

    @Test
    void C10_a_declared_conflict_hides_both_ways_and_says_nothing() {
        Program program = Program.running();
        PlanId ofZero = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        PlanId ofOne = planOf(program, 1, Audience.GROUP_AND_NEWCOMERS);
        program.declare(0, "gender", "woman", Program.person(1));
        assertThat(program.desk(1).plans().view(ofZero).refusals())
                .containsExactly(new OfficeRefusal.NotThere("plan", ofZero.value()));
        assertThat(program.desk(0).plans().view(ofOne).isAccepted()).isFalse();
    }

    @Test
    void S12_what_is_due_comes_back_by_itself_unless_it_is_private() {
        Program program = Program.running();
        planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        planOf(program, 1, Audience.JUST_ME);
        MeetingView first =
                program.coordinator.meetings().calendar(program.aurora()).get(0);
        ImmutableSet<PersonId> members = program.coordinator
                .groups()
                .view(program.aurora())
                .orElseThrow()
                .members();
        MeetingView planned = program.desk(2)
                .meetings()
                .planAgenda(program.aurora(), first.id(), members)
                .orElseThrow();
        assertThat(planned.agenda().orElseThrow().items().stream()
                        .filter(i -> i.kind() == Agenda.Kind.CHECK_IN)
                        .flatMap(i -> i.person().stream()))
                .containsExactly(Program.person(0));
    }

    @Test
    void S13_a_plan_is_checked_reviewed_and_corrected_by_its_owner_only() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        PlanDesk own = program.desk(0).plans();
        StepId step =
                own.view(plan).orElseThrow().revisions().get(0).steps().get(0).id();
        assertThat(codes(program.desk(1).plans().checkIn(plan, step, Report.of(CheckIn.Result.DONE))))
                .containsExactly("not-allowed");
        own.checkIn(
                        plan,
                        step,
                        Report.builder()
                                .result(CheckIn.Result.MISSED)
                                .note(Confidential.draft("canary note"))
                                .build())
                .orElseThrow();
        assertThat(own.review(plan, false).orElseThrow().prompts())
                .containsExactly(PlanPrompt.NEXT_STEP, PlanPrompt.COURSE_CORRECTION);
        PlanView corrected = own.correct(
                        plan,
                        new CourseDraft.Rework(
                                draft(Program.START.plusMonths(1)),
                                ImmutableMap.of(step, new CourseDraft.Fate.ReplaceBy(1))),
                        Correction.Trigger.DID_NOT_HELP,
                        Confidential.draft("canary reason"))
                .orElseThrow();
        assertThat(corrected.revisions()).hasSize(2);
        assertThat(corrected.revisions().get(0).steps().get(0).state()).isEqualTo(StepState.REPLACED);
        assertThat(corrected.revisions().get(1).correction().orElseThrow().reason())
                .isEqualTo("canary reason");
        PlanView seen = program.desk(1).plans().view(plan).orElseThrow();
        assertThat(seen.prompts()).isEmpty();
        assertThat(seen.checkIns().get(0).note()).contains("canary note");
        assertThat(seen.toString()).doesNotContain("canary");
        assertThat(own.achieve(plan).orElseThrow().state()).isEqualTo(ActionPlan.State.ACHIEVED);
        assertThat(codes(own.correct(
                        plan,
                        new CourseDraft.Drop(),
                        Correction.Trigger.GOAL_NO_LONGER_SERVES,
                        Confidential.draft("canary"))))
                .containsExactly("wrong-plan-state");
    }

    @Test
    void S13_a_step_that_still_serves_is_carried_and_one_that_does_not_is_dropped() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        PlanDesk own = program.desk(0).plans();
        StepId step =
                own.view(plan).orElseThrow().revisions().get(0).steps().get(0).id();
        PlanDraft next = PlanDraft.towards("outcome")
                .addSteps(PlanDraft.StepDraft.of("other", Program.START))
                .build();
        assertThat(codes(rework(own, plan, next, step, new CourseDraft.Fate.Carry())))
                .as("its obstacle is gone")
                .containsExactly("no-such-obstacle");
        assertThat(rework(own, plan, next, step, new CourseDraft.Fate.Drop())
                        .orElseThrow()
                        .progress()
                        .setAside())
                .isOne();
    }

    private static Decision<PlanView> rework(
            PlanDesk own, PlanId plan, PlanDraft next, StepId step, CourseDraft.Fate fate) {
        return own.correct(
                plan,
                new CourseDraft.Rework(next, ImmutableMap.of(step, fate)),
                Correction.Trigger.NEW_IDEA,
                Confidential.draft("why"));
    }

    @Test
    void S7_a_member_leaves_and_the_seat_goes_to_who_fits() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        PlanId ofLeaver = planOf(program, 5, Audience.GROUP_AND_NEWCOMERS);
        PlanId ofOther = planOf(program, 0, Audience.GROUP_AND_NEWCOMERS);
        program.now = program.now.plus(Duration.ofDays(10));
        assertThat(codes(program.desk(1).groups().depart(aurora, Program.person(5), DepartureDraft.now())))
                .containsExactly("not-allowed");
        assertThat(codes(program.coordinator
                        .groups()
                        .depart(aurora, Program.person(5), DepartureDraft.now().because(Confidential.draft("x")))))
                .containsExactly("not-allowed");
        program.desk(5)
                .groups()
                .depart(
                        aurora,
                        Program.person(5),
                        DepartureDraft.now().keepingSpace().because(Confidential.draft("canary reason")))
                .orElseThrow();
        assertThat(program.desk(5).plans().view(ofLeaver).isAccepted())
                .as("one's own stays")
                .isTrue();
        assertThat(program.desk(5).plans().view(ofOther).isAccepted()).isFalse();
        assertThat(codes(program.desk(5).groups().view(aurora))).containsExactly("not-there");
        FormationRules rules = FormationRules.peerMentoring();
        ImmutableList<SeatSuggestion> suggestions =
                program.coordinator.seats().suggest(aurora, rules).orElseThrow();
        // p12 shares a lab with nobody left in Aurora (L5), p13 neither (L6); p12's department D0 is there twice.
        assertThat(suggestions)
                .extracting(SeatSuggestion::person)
                .containsExactlyInAnyOrder(Program.person(12), Program.person(13));
        assertThat(suggestions).allMatch(SeatSuggestion::keepsRules);
        program.admit(
                aurora, Integer.parseInt(suggestions.get(0).person().value().substring(1)));
        GroupView filled = program.desk(0).groups().view(aurora).orElseThrow();
        assertThat(filled.members()).hasSize(6).contains(suggestions.get(0).person());
        assertThat(filled.alumni()).containsExactly(Program.person(5));
        assertThat(program.coordinator
                        .cohorts()
                        .view(program.cohort)
                        .orElseThrow()
                        .waiting())
                .hasSize(1);
        assertThat(codes(program.desk(1).seats().suggest(aurora, rules))).containsExactly("not-allowed");
        assertThat(codes(program.desk(1).seats().invite(aurora, Program.person(13), Period.ofDays(7))))
                .containsExactly("not-allowed");
    }

    @Test
    void C11_a_newcomer_does_not_see_what_was_said_before() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        MeetingView first = program.coordinator.meetings().calendar(aurora).get(0);
        TopicId topic = program.desk(0)
                .meetings()
                .bring(aurora, first.id(), TopicDraft.of("canary topic", KindOfHelp.ADVICE, Duration.ofMinutes(20)))
                .orElseThrow();
        program.now = program.now.plus(Duration.ofDays(1));
        program.admit(aurora, 12);
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).topics())
                .extracting(MeetingView.TopicView::title)
                .containsExactly("canary topic");
        assertThat(program.desk(12).meetings().calendar(aurora).get(0).topics()).isEmpty();
        assertThat(program.coordinator.meetings().calendar(aurora).get(0).topics())
                .isEmpty();
        program.hold(0);
        assertThat(codes(program.desk(1)
                        .meetings()
                        .conclude(aurora, first.id(), topic, Topic.Outcome.HEARD, ImmutableSet.of())))
                .containsExactly("not-allowed");
        assertThat(program.desk(0)
                        .meetings()
                        .conclude(aurora, first.id(), topic, Topic.Outcome.HEARD, ImmutableSet.of(Program.person(3)))
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .outcome())
                .contains(Topic.Outcome.HEARD);
    }

    @Test
    void S8_turns_follow_the_meetings_held_and_a_topic_carried_over_comes_first() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        ImmutableList<MeetingView> calendar = program.coordinator.meetings().calendar(aurora);
        ImmutableSet<PersonId> members =
                program.coordinator.groups().view(aurora).orElseThrow().members();
        for (int i = 0; i < 5; i++) {
            program.desk(i)
                    .meetings()
                    .bring(
                            aurora,
                            calendar.get(0).id(),
                            TopicDraft.of("topic " + i, KindOfHelp.ADVICE, Duration.ofMinutes(25)))
                    .orElseThrow();
        }
        program.desk(0)
                .meetings()
                .planAgenda(aurora, calendar.get(0).id(), members)
                .orElseThrow();
        PersonId first = program.hold(0);
        MeetingView next = program.desk(0)
                .meetings()
                .planAgenda(aurora, calendar.get(1).id(), members)
                .orElseThrow();
        assertThat(next.agenda().orElseThrow().items().stream().filter(i -> i.kind() == Agenda.Kind.TOPIC))
                .isNotEmpty();
        assertThat(program.hold(1)).isNotEqualTo(first);
        assertThat(program.coordinator.turns().next(aurora, 3).orElseThrow())
                .extracting("moderator")
                .doesNotContain(first);
        assertThat(codes(program.desk(0)
                        .meetings()
                        .hold(
                                aurora,
                                calendar.get(2).id(),
                                MinutesDraft.moderatedBy(
                                        Program.person(0), Map.of(PersonId.of("x"), Attendance.PRESENT)))))
                .containsExactly("not-a-member");
    }

    @Test
    void the_office_sees_who_and_when_and_attendance_only_by_charter() {
        Program program = Program.running();
        program.hold(0);
        MeetingView office =
                program.coordinator.meetings().calendar(program.aurora()).get(0);
        assertThat(office.state()).isEqualTo(Meeting.State.HELD);
        assertThat(office.moderator()).isPresent();
        assertThat(office.attendance()).isEmpty();
        assertThat(office.agenda()).isEmpty();
        assertThat(program.desk(0).meetings().calendar(program.aurora()).get(0).attendance())
                .hasSize(6);
        GroupView view = program.coordinator.groups().view(program.aurora()).orElseThrow();
        assertThat(view.settings()).isPresent();
        assertThat(view.words()).isEmpty();
        assertThat(program.desk(0).groups().view(program.aurora()).orElseThrow().words())
                .isPresent();
        assertThat(program.desk(6).meetings().calendar(program.aurora())).isEmpty();
        assertThat(program.desk(6).groups().people(program.aurora())).isEmpty();
        assertThat(program.desk(0).groups().people(program.aurora())).hasSize(6);
        assertThat(program.desk(0).groups().list(program.cohort))
                .extracting(GroupView::name)
                .containsExactly("Aurora");
        assertThat(program.coordinator.groups().list(program.cohort)).hasSize(2);
    }

    @Test
    void S16_groups_are_proposed_with_a_reason_for_each_seat_and_nothing_private() {
        Program program = Program.enrolling();
        for (int i = 0; i < 12; i++) {
            program.declare(
                    i,
                    "gender",
                    i < 3 ? "canary-woman" : "canary-man",
                    i == 0 ? new PersonId[] {Program.person(9)} : new PersonId[0]);
        }
        assertThat(codes(program.coordinator
                        .cohorts()
                        .propose(program.cohort, FormationRules.peerMentoring(), program.former())))
                .containsExactly("wrong-phase");
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        FormationRules rules = FormationRules.peerMentoring("gender")
                .and(Preference.gather("department").weighing(.1));
        FormationProposal proposal = program.coordinator
                .cohorts()
                .propose(program.cohort, rules, program.former())
                .orElseThrow();
        assertThat(proposal.outcome()).isEqualTo(Formation.Outcome.MUSTS_KEPT);
        assertThat(proposal.privateRulesKept()).isTrue();
        assertThat(proposal.groups()).hasSize(2);
        for (ImmutableList<PersonId> group : proposal.groups()) {
            assertThat(group.contains(Program.person(0)) && group.contains(Program.person(9)))
                    .as("conflict")
                    .isFalse();
            assertThat(group.contains(Program.person(5)) && group.contains(Program.person(11)))
                    .as("reporting line")
                    .isFalse();
            assertThat(group.stream()
                            .filter(p -> Integer.parseInt(p.value().substring(1)) < 3)
                            .count())
                    .isIn(0L, 3L);
        }
        assertThat(proposal.why())
                .hasSize(12)
                .allSatisfy((p, lines) -> assertThat(lines).isNotEmpty());
        assertThat(proposal.toString())
                .doesNotContain("canary")
                .doesNotContain("gender")
                .doesNotContain("conflict");
        assertThat(codes(program.desk(0).cohorts().propose(program.cohort, rules, program.former())))
                .containsExactly("not-allowed");
    }

    @Test
    void too_few_for_a_group_is_said_with_what_to_do() {
        Program program = Program.enrolling();
        CohortId small = program.coordinator
                .cohorts()
                .open(new CohortTerms("Small", new Eligibility.Open(), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        program.coordinator.cohorts().startForming(small).orElseThrow();
        assertThat(program.coordinator
                        .cohorts()
                        .propose(small, FormationRules.peerMentoring(), program.former())
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message()).contains("Recruit 6 more"));
    }

    @Test
    void founding_is_all_or_nothing() {
        Program program = Program.enrolling();
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        Founding one = new Founding(
                "One",
                ImmutableList.of(Program.person(0)),
                CharterTerms.peerProblemSolving(
                        Cadence.monthly(1, DayOfWeek.MONDAY),
                        new MeetingTime(LocalTime.NOON, Duration.ofHours(1), ZoneId.of("UTC"))));
        assertThat(codes(program.coordinator.cohorts().found(program.cohort, List.of(one, one))))
                .containsExactly("already-seated");
        assertThat(codes(program.coordinator
                        .cohorts()
                        .found(
                                program.cohort,
                                List.of(new Founding("X", ImmutableList.of(Program.person(13)), one.charter())))))
                .containsExactly("not-enrolled");
        assertThat(program.coordinator.groups().list(program.cohort)).isEmpty();
        assertThat(program.coordinator
                        .cohorts()
                        .view(program.cohort)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Cohort.Phase.FORMING);
    }

    @Test
    void a_race_lost_is_run_again_and_given_up_in_words() {
        Program program = Program.running();
        program.repository.racesToLose = 4;
        int before = program.repository.commits;
        assertThat(program.desk(0)
                        .plans()
                        .draft(program.aurora(), draft(Program.START), Audience.GROUP)
                        .isAccepted())
                .isTrue();
        assertThat(program.repository.commits - before).isEqualTo(5);
        program.repository.racesToLose = 5;
        assertThat(codes(program.desk(0).plans().draft(program.aurora(), draft(Program.START), Audience.GROUP)))
                .containsExactly("too-busy");
    }

    @Test
    void events_tell_what_happened_and_nothing_that_was_said() {
        Program program = Program.running();
        PlanId plan = planOf(program, 0, Audience.JUST_ME);
        assertThat(program.repository.events.toString()).doesNotContain("canary");
        assertThat(program.repository.events)
                .filteredOn(e -> e.subject().equals(plan.value()))
                .extracting(DomainEvent::type)
                .containsExactly("plan-drafted", "plan-activated");
        assertThat(program.repository.events)
                .extracting(DomainEvent::type)
                .contains("cohort-opened", "enrolled", "cohort-running");
    }

    @Test
    void who_may_do_what() {
        Program program = Program.running();
        Desk member = program.desk(0);
        GroupId aurora = program.aurora();
        MeetingView last = program.coordinator.meetings().calendar(aurora).get(5);
        assertThat(codes(member.people().register(Program.participant(0)))).containsExactly("not-allowed");
        assertThat(codes(member.cohorts().open(new CohortTerms("x", new Eligibility.Open(), GroupSizing.DYAD))))
                .containsExactly("not-allowed");
        assertThat(codes(member.cohorts().enroll(program.cohort, Program.person(1))))
                .containsExactly("not-allowed");
        assertThat(codes(member.cohorts().withdraw(program.cohort, Program.person(1))))
                .containsExactly("not-allowed");
        assertThat(codes(member.cohorts().startForming(program.cohort))).containsExactly("not-allowed");
        assertThat(codes(member.cohorts().found(program.cohort, List.of()))).containsExactly("not-allowed");
        assertThat(codes(member.cohorts().view(program.cohort))).containsExactly("not-there");
        assertThat(codes(member.people().view(Program.person(1)))).containsExactly("not-there");
        assertThat(member.people().view(Program.person(0)).orElseThrow().labs()).containsExactly("L0");
        assertThat(codes(program.coordinator.people().declare(Confidential.draftOf(Declarations.NONE))))
                .containsExactly("not-allowed");
        assertThat(codes(program.coordinator.plans().draft(aurora, draft(Program.START), Audience.GROUP)))
                .containsExactly("not-allowed");
        assertThat(codes(program.coordinator
                        .meetings()
                        .bring(aurora, last.id(), TopicDraft.of("x", KindOfHelp.SUPPORT, Duration.ofMinutes(10)))))
                .containsExactly("not-allowed");
        assertThat(codes(program.desk(6).meetings().cancel(aurora, last.id()))).containsExactly("not-there");
        assertThat(codes(member.meetings().cancel(aurora, MeetingId.of("no")))).containsExactly("not-there");
        assertThat(member.meetings().cancel(aurora, last.id()).orElseThrow().state())
                .isEqualTo(Meeting.State.CANCELED);
        assertThat(program.coordinator
                        .meetings()
                        .schedule(aurora, Program.START, 2)
                        .orElseThrow())
                .extracting(MeetingView::on)
                .allMatch(day -> day.isAfter(last.on()));
        assertThat(program.desk(13)
                        .cohorts()
                        .withdraw(program.cohort, Program.person(13))
                        .orElseThrow()
                        .waiting())
                .hasSize(1);
        assertThat(codes(program.office
                        .as(Actor.participant(PersonId.of("x")))
                        .people()
                        .declare(Confidential.draftOf(Declarations.NONE))))
                .containsExactly("not-there");
    }
}
