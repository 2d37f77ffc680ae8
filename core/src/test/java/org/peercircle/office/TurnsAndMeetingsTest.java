package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.group.Motion;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.BothSides;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Recess;
import org.peercircle.meeting.Topic;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnReason;
import org.peercircle.office.PlanDraft.StepDraft;
import org.peercircle.plan.StepState;

/** Turns, meetings, agendas and the carry-over review, as members and the coordinator see them. */
class TurnsAndMeetingsTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private MeetingView meeting(int n) {
        return program.coordinator.meetings().calendar(aurora).get(n);
    }

    private List<PersonId> guides(Desk desk, int count) {
        return desk.turns().next(aurora, count).orElseThrow().stream()
                .map(Turn::moderator)
                .toList();
    }

    private static PersonId p(int i) {
        return Program.person(i);
    }

    private ImmutableSet<PersonId> members() {
        return program.coordinator.groups().view(aurora).orElseThrow().members();
    }

    /** Holds the n-th meeting with everybody there but these, guided by this member. */
    private MeetingView hold(int n, int guide, Integer... absent) {
        MeetingView meeting = meeting(n);
        program.now = meeting.startsAt().plus(Duration.ofHours(2));
        return program.desk(guide)
                .meetings()
                .hold(aurora, meeting.id(), MinutesDraft.moderatedBy(p(guide), there(absent)))
                .orElseThrow();
    }

    private Map<PersonId, Attendance> there(Integer... absent) {
        Map<PersonId, Attendance> there = new LinkedHashMap<>();
        members().forEach(m -> there.put(m, Attendance.PRESENT));
        List.of(absent).forEach(i -> there.put(p(i), Attendance.ABSENT));
        return there;
    }

    private TopicId bring(int who, int meeting) {
        return program.desk(who)
                .meetings()
                .bring(
                        aurora,
                        meeting(meeting).id(),
                        TopicDraft.of("canary " + who, KindOfHelp.ADVICE, Duration.ofMinutes(30)))
                .orElseThrow();
    }

    private List<PersonId> topicsOf(MeetingView meeting) {
        return meeting.agenda().orElseThrow().items().stream()
                .filter(i -> i.kind() == Agenda.Kind.TOPIC)
                .map(i -> i.person().orElseThrow())
                .toList();
    }

    private void amend(CharterSettings settings) {
        var words = Confidential.draftOf(new CharterWords("m", "f", ImmutableList.of()));
        ProposalView made = program.desk(0)
                .agreements()
                .propose(aurora, new Motion.Amend(words, settings), Period.ofDays(9))
                .orElseThrow();
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().vote(aurora, made.id(), true);
        }
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().acknowledge(aurora);
        }
    }

    private CharterSettings.Builder settings() {
        return CharterSettings.builder()
                .from(program.coordinator
                        .groups()
                        .view(aurora)
                        .orElseThrow()
                        .settings()
                        .orElseThrow());
    }

    @Test
    void S8_members_swap_turns_after_looking_at_what_it_would_do() {
        Desk ada = program.desk(0);
        assertThat(guides(ada, 4)).containsExactly(p(0), p(1), p(2), p(3));
        var preview = ada.turns()
                .previewSwap(
                        aurora,
                        MeetingRole.MODERATOR,
                        meeting(0).id(),
                        meeting(2).id())
                .orElseThrow();
        assertThat(preview.messages(PersonId::value))
                .containsExactly("p2 would be moderator at the next meeting.", "p0 would be moderator in 3 meetings.");
        assertThat(guides(ada, 3)).containsExactly(p(0), p(1), p(2));
        ada.turns()
                .offerSwap(
                        aurora,
                        MeetingRole.MODERATOR,
                        meeting(0).id(),
                        meeting(2).id())
                .orElseThrow();
        Desk cleo = program.desk(2);
        assertThat(cleo.turns().arranged(aurora).orElseThrow().offers()).hasSize(1);
        assertThat(cleo.turns()
                        .previewOffer(aurora, MeetingRole.MODERATOR, p(0))
                        .orElseThrow()
                        .changed())
                .hasSize(2);
        assertThat(codes(program.desk(1).turns().answerSwap(aurora, MeetingRole.MODERATOR, p(0), true)))
                .containsExactly("no-swap-offer");
        cleo.turns().answerSwap(aurora, MeetingRole.MODERATOR, p(0), true).orElseThrow();
        assertThat(guides(ada, 4)).containsExactly(p(2), p(1), p(0), p(3));
        MeetingView held = hold(0, 2);
        assertThat(held.roles()).containsEntry(MeetingRole.MODERATOR, Served.exchanged(p(2), p(0)));
        hold(1, 1);
        hold(2, 0);
        assertThat(guides(ada, 6)).containsExactly(p(3), p(4), p(5), p(0), p(1), p(2));
    }

    @Test
    void a_swap_offered_is_declined_taken_back_or_too_late() {
        Desk ada = program.desk(0);
        ada.turns()
                .offerSwap(
                        aurora,
                        MeetingRole.MODERATOR,
                        meeting(0).id(),
                        meeting(2).id())
                .orElseThrow();
        ada.turns().withdrawSwap(aurora, MeetingRole.MODERATOR, p(2)).orElseThrow();
        assertThat(codes(program.desk(2).turns().answerSwap(aurora, MeetingRole.MODERATOR, p(0), false)))
                .containsExactly("no-swap-offer");
        assertThat(codes(program.desk(2).turns().previewOffer(aurora, MeetingRole.MODERATOR, p(0))))
                .containsExactly("no-swap-offer");
        ada.turns()
                .offerSwap(
                        aurora,
                        MeetingRole.MODERATOR,
                        meeting(0).id(),
                        meeting(2).id())
                .orElseThrow();
        hold(0, 0);
        assertThat(codes(program.desk(2).turns().answerSwap(aurora, MeetingRole.MODERATOR, p(0), true)))
                .containsExactly("swap-too-late");
        assertThat(program.desk(2)
                        .turns()
                        .answerSwap(aurora, MeetingRole.MODERATOR, p(0), false)
                        .orElseThrow()
                        .offers())
                .isEmpty();
    }

    @Test
    void a_turn_is_skipped_without_anybodys_leave_and_comes_back_next() {
        Desk ada = program.desk(0);
        assertThat(codes(program.desk(1).turns().skip(aurora, meeting(0).id(), MeetingRole.MODERATOR)))
                .containsExactly("not-their-turn");
        assertThat(codes(ada.turns().skip(aurora, meeting(0).id(), MeetingRole.HOST)))
                .containsExactly("no-turn");
        assertThat(ada.turns()
                        .skip(aurora, meeting(0).id(), MeetingRole.MODERATOR)
                        .orElseThrow()
                        .skips())
                .hasSize(1);
        assertThat(guides(ada, 3)).containsExactly(p(1), p(0), p(2));
        ada.turns().keepTurn(aurora, meeting(0).id(), MeetingRole.MODERATOR).orElseThrow();
        assertThat(guides(ada, 3)).containsExactly(p(0), p(1), p(2));
        ada.turns().skip(aurora, meeting(0).id(), MeetingRole.MODERATOR).orElseThrow();
        assertThat(hold(0, 1).roles()).containsEntry(MeetingRole.MODERATOR, Served.standingInFor(p(0), p(1)));
        assertThat(guides(ada, 2)).containsExactly(p(0), p(2));
        assertThat(ada.turns().arranged(aurora).orElseThrow().skips()).isEmpty();
    }

    @Test
    void M6_who_stepped_in_on_the_day_is_recorded_as_such() {
        assertThat(hold(0, 4, 0).roles()).containsEntry(MeetingRole.MODERATOR, Served.standingInFor(p(0), p(4)));
        assertThat(guides(program.desk(1), 5)).containsExactly(p(0), p(1), p(2), p(3), p(5));
    }

    @Test
    void M8_opting_out_is_never_visible_outside_the_group() {
        Desk ada = program.desk(0);
        ada.turns()
                .optOut(
                        aurora,
                        ImmutableSet.of(MeetingRole.MODERATOR),
                        Optional.of(meeting(2).startsAt().minusSeconds(1)))
                .orElseThrow();
        assertThat(guides(program.desk(1), 3)).containsExactly(p(1), p(2), p(0));
        assertThat(program.desk(1).turns().arranged(aurora).orElseThrow().optOuts())
                .hasSize(1);
        assertThat(codes(program.coordinator.turns().arranged(aurora))).containsExactly("not-allowed");
        assertThat(codes(program.desk(7).turns().arranged(aurora))).containsExactly("not-there");
        program.desk(1)
                .turns()
                .skip(aurora, meeting(0).id(), MeetingRole.MODERATOR)
                .orElseThrow();
        ImmutableList<Turn> seen = program.coordinator.turns().next(aurora, 4).orElseThrow();
        assertThat(seen).extracting(Turn::moderator).isEqualTo(guides(program.desk(1), 4));
        assertThat(seen)
                .flatExtracting(Turn::duties)
                .extracting(Turn.Duty::reason)
                .containsOnly(new TurnReason.TheirTurn());
        hold(0, 2);
        assertThat(program.coordinator.meetings().calendar(aurora).get(0).roles())
                .isEmpty();
        assertThat(program.repository.events.stream()
                        .filter(e -> e.type().startsWith("moderation-")
                                || e.type().startsWith("swap-")
                                || e.type().startsWith("turn-"))
                        .map(DomainEvent::existence))
                .isNotEmpty()
                .noneMatch(tag -> tag.toString().contains("Office"));
        ada.turns().optIn(aurora).orElseThrow();
        assertThat(codes(ada.turns().optIn(aurora))).containsExactly("not-opted-out");
        assertThat(codes(ada.turns().optOut(aurora, Away.EVERY_ROLE, Optional.of(program.now))))
                .containsExactly("out-of-order");
    }

    @Test
    void S8_where_the_charters_moderator_leaves_the_longest_waiting_guides() {
        amend(settings().moderation(ModerationRule.single(p(3))).build());
        assertThat(guides(program.desk(0), 2)).containsExactly(p(3), p(3));
        program.desk(3).groups().depart(aurora, p(3), DepartureDraft.now()).orElseThrow();
        assertThat(guides(program.desk(0), 2)).containsExactly(p(0), p(1));
        assertThat(program.desk(0).turns().next(aurora, 1).orElseThrow().get(0).reason())
                .isEqualTo(new TurnReason.CharterNamesAnother(p(3)));
    }

    @Test
    void roles_are_shared_and_recorded_and_a_focused_discussion_has_its_leader() {
        amend(settings()
                .moderation(ModerationRule.rotating().sharing(MeetingRole.TIMEKEEPER))
                .build());
        program.desk(0)
                .meetings()
                .chooseFormat(aurora, meeting(1).id(), MeetingFormat.FOCUSED_DISCUSSION)
                .orElseThrow();
        ImmutableList<Turn> turns = program.desk(0).turns().next(aurora, 2).orElseThrow();
        assertThat(turns.get(1).duties())
                .extracting(Turn.Duty::role)
                .containsExactly(MeetingRole.MODERATOR, MeetingRole.DISCUSSION_LEADER, MeetingRole.TIMEKEEPER);
        MeetingView first = meeting(0);
        program.now = first.startsAt().plus(Duration.ofHours(2));
        MinutesDraft minutes = MinutesDraft.moderatedBy(p(0), there()).with(MeetingRole.TIMEKEEPER, p(1));
        PersonId planned =
                turns.get(0).duty(MeetingRole.TIMEKEEPER).orElseThrow().person();
        MeetingView held =
                program.desk(0).meetings().hold(aurora, first.id(), minutes).orElseThrow();
        assertThat(held.roles()).containsEntry(MeetingRole.TIMEKEEPER, Served.standingInFor(planned, p(1)));
    }

    @Test
    void S14_one_meeting_is_a_rehearsal_and_has_its_time_for_it_while_due_steps_still_come_back() {
        plan(2, StepDraft.of("ask for a talk", meeting(0).on()));
        MeetingView chosen = program.desk(0)
                .meetings()
                .chooseFormat(aurora, meeting(0).id(), MeetingFormat.REHEARSAL)
                .orElseThrow();
        assertThat(chosen.format()).isEqualTo(MeetingFormat.REHEARSAL);
        assertThat(meeting(1).format()).isEqualTo(MeetingFormat.ROUNDTABLE);
        Agenda agenda = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(0).id(), members())
                .orElseThrow()
                .agenda()
                .orElseThrow();
        assertThat(agenda.items())
                .extracting(Agenda.Item::kind)
                .containsExactly(Agenda.Kind.WELCOME, Agenda.Kind.CHECK_IN, Agenda.Kind.OPEN, Agenda.Kind.COMMITMENTS);
        assertThat(agenda.items()).extracting(i -> i.length().toMinutes()).containsExactly(5L, 2L, 80L, 3L);
        assertThat(hold(0, 0).format()).isEqualTo(MeetingFormat.REHEARSAL);
    }

    @Test
    void turns_reach_beyond_what_is_scheduled() {
        ImmutableList<Turn> turns = program.desk(0).turns().next(aurora, 9).orElseThrow();
        assertThat(turns).hasSize(9);
        assertThat(turns.get(5).meeting()).isPresent();
        assertThat(turns.get(6).meeting()).isEmpty();
        assertThat(turns.get(6).at())
                .isEqualTo(program.coordinator
                        .meetings()
                        .schedule(aurora, Program.START, 1)
                        .orElseThrow()
                        .get(0)
                        .startsAt());
    }

    @Test
    void a_meeting_never_recorded_holds_nothing_up() {
        bring(5, 0);
        hold(1, 0);
        assertThat(program.desk(0).turns().next(aurora, 1).orElseThrow().get(0).meeting())
                .contains(meeting(2).id());
        MeetingView next = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(2).id(), members())
                .orElseThrow();
        assertThat(topicsOf(next)).containsExactly(p(5));
    }

    @Test
    void S6_meetings_are_scheduled_round_recesses_and_one_can_be_moved() {
        GroupId birch = program.groups.get(1);
        LocalDate february = LocalDate.of(2027, 2, 18);
        ImmutableList<MeetingView> planned = program.coordinator
                .meetings()
                .schedule(birch, Program.START, 3, List.of(Recess.day(february)), Cadence.InRecess.MEET_AFTER)
                .orElseThrow();
        assertThat(planned)
                .extracting(MeetingView::on)
                .containsExactly(LocalDate.of(2027, 1, 21), LocalDate.of(2027, 2, 25), LocalDate.of(2027, 3, 18));
        MeetingTime evening = new MeetingTime(LocalTime.of(18, 0), Duration.ofMinutes(60), ZoneId.of("Europe/Berlin"));
        MeetingView moved = program.desk(6)
                .meetings()
                .move(birch, planned.get(0).id(), LocalDate.of(2027, 1, 22), evening)
                .orElseThrow();
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(moved.id()).isEqualTo(planned.get(0).id());
        assertThat(codes(program.desk(6)
                        .meetings()
                        .move(birch, planned.get(0).id(), LocalDate.of(2027, 2, 25), evening)))
                .containsExactly("day-taken");
        assertThat(program.coordinator
                        .meetings()
                        .schedule(birch, Program.START, 1)
                        .orElseThrow())
                .extracting(MeetingView::on)
                .as("neither the old day of the one moved nor a day taken comes back")
                .containsExactly(february);
    }

    @Test
    void S17_what_was_recorded_is_corrected_by_a_new_fact() {
        hold(0, 0, 5);
        MeetingView corrected = program.desk(1)
                .meetings()
                .correct(
                        aurora,
                        meeting(0).id(),
                        new MinutesDraft(
                                ImmutableMap.of(MeetingRole.MODERATOR, p(1)),
                                ImmutableMap.of(
                                        p(0), Attendance.EXCUSED,
                                        p(1), Attendance.PRESENT.remotely(),
                                        p(5), Attendance.late(Duration.ofMinutes(10))),
                                ImmutableSet.of(),
                                ImmutableList.of()))
                .orElseThrow();
        assertThat(corrected.corrections()).isEqualTo(1);
        assertThat(corrected.moderator()).contains(p(1));
        assertThat(corrected.roles()).containsEntry(MeetingRole.MODERATOR, Served.standingInFor(p(0), p(1)));
        assertThat(corrected.attendance().get(p(5))).isEqualTo(Attendance.late(Duration.ofMinutes(10)));
        assertThat(corrected.hasQuorum()).contains(false);
        assertThat(program.coordinator.meetings().calendar(aurora).get(0).corrections())
                .isZero();
        assertThat(guides(program.desk(0), 1)).containsExactly(p(0));
        assertThat(program.desk(1)
                        .meetings()
                        .correct(aurora, meeting(0).id(), MinutesDraft.moderatedBy(p(0), there()))
                        .orElseThrow()
                        .roles())
                .containsEntry(MeetingRole.MODERATOR, Served.ownTurn(p(0)));
    }

    @Test
    void C6_a_correction_opens_nothing_that_was_said_to_those_present() {
        hold(0, 0, 5);
        program.desk(0)
                .meetings()
                .note(aurora, meeting(0).id(), Confidential.draft("canary"), Audience.THOSE_PRESENT)
                .orElseThrow();
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).notes()).hasSize(1);
        assertThat(program.desk(5).meetings().calendar(aurora).get(0).notes()).isEmpty();
        program.desk(5)
                .meetings()
                .correct(aurora, meeting(0).id(), MinutesDraft.moderatedBy(p(0), there()))
                .orElseThrow();
        MeetingView seen = program.desk(5).meetings().calendar(aurora).get(0);
        assertThat(seen.attendance().get(p(5))).isEqualTo(Attendance.PRESENT);
        assertThat(seen.notes()).isEmpty();
        assertThat(program.coordinator.meetings().calendar(aurora).get(0).notes())
                .isEmpty();
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).notes().toString())
                .doesNotContain("canary");
    }

    @Test
    void N3_what_was_not_reached_comes_first_next_time_whatever_became_of_the_meeting() {
        TopicId first = bring(5, 0);
        bring(4, 0);
        program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(0).id(), members())
                .orElseThrow();
        MeetingView meeting = meeting(0);
        program.now = meeting.startsAt().plus(Duration.ofHours(2));
        program.desk(0)
                .meetings()
                .hold(
                        aurora,
                        meeting.id(),
                        MinutesDraft.moderatedBy(p(0), there(4))
                                .notReaching(ImmutableSet.of(first))
                                .spending(List.of(Duration.ofMinutes(40))))
                .orElseThrow();
        assertThat(program.desk(0).meetings().calendar(aurora).get(0).spent()).containsExactly(Duration.ofMinutes(40));
        bring(3, 1);
        MeetingView next = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(1).id(), members())
                .orElseThrow();
        assertThat(topicsOf(next)).hasSize(3).endsWith(p(3)).contains(p(4), p(5));
        program.desk(0).meetings().cancel(aurora, meeting(1).id()).orElseThrow();
        assertThat(meeting(1).sequence()).isEqualTo(1);
        MeetingView third = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(2).id(), members())
                .orElseThrow();
        assertThat(topicsOf(third)).hasSize(3).endsWith(p(3));
        hold(2, 1);
        MeetingView fourth = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(3).id(), members())
                .orElseThrow();
        assertThat(topicsOf(fourth)).isEmpty();
        assertThat(program.desk(5)
                        .meetings()
                        .conclude(aurora, meeting(2).id(), first, Topic.Outcome.ADVICE_TAKEN, ImmutableSet.of(p(1)))
                        .orElseThrow()
                        .topics())
                .anyMatch(t -> t.id().equals(first) && t.outcome().equals(Optional.of(Topic.Outcome.ADVICE_TAKEN)));
    }

    @Test
    void an_agenda_is_for_members_and_the_group_can_put_a_topic_first() {
        bring(5, 0);
        TopicId second = bring(4, 0);
        assertThat(codes(
                        program.desk(0).meetings().planAgenda(aurora, meeting(0).id(), ImmutableSet.of(p(7)))))
                .containsExactly("not-a-member");
        MeetingView planned = program.desk(0)
                .meetings()
                .planAgenda(aurora, meeting(0).id(), members(), Optional.of(second))
                .orElseThrow();
        assertThat(topicsOf(planned)).startsWith(p(4));
        assertThat(planned.agenda()
                        .orElseThrow()
                        .after(List.of(Duration.ofMinutes(25)))
                        .late())
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void S3_the_next_moderator_alone_hears_whom_to_turn_to() {
        for (int n = 0; n < 3; n++) {
            TopicId topic = bring(0, n);
            int guide = n;
            hold(n, guide);
            program.desk(0)
                    .meetings()
                    .conclude(aurora, meeting(n).id(), topic, Topic.Outcome.HEARD, ImmutableSet.of(p(1)))
                    .orElseThrow();
        }
        ImmutableList<BothSides.Suggestion> told = program.desk(3).meetings().whomToTurnTo(aurora);
        assertThat(told)
                .contains(
                        new BothSides.Suggestion(p(2), BothSides.Side.HELPING, 3),
                        new BothSides.Suggestion(p(1), BothSides.Side.BRINGING, 3))
                .noneMatch(s -> s.person().equals(p(0)) && s.side() == BothSides.Side.BRINGING);
        assertThat(program.desk(2).meetings().whomToTurnTo(aurora)).isEmpty();
        assertThat(program.coordinator.meetings().whomToTurnTo(aurora)).isEmpty();
    }

    private PlanId plan(int owner, StepDraft... steps) {
        PlanDesk plans = program.desk(owner).plans();
        PlanId plan = plans.draft(
                        aurora, PlanDraft.towards("canary goal").addSteps(steps).build(), Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        plans.activate(plan).orElseThrow();
        return plan;
    }

    private StepId step(PlanId plan, int owner, int number) {
        var revisions = program.desk(owner).plans().view(plan).orElseThrow().revisions();
        return revisions.get(revisions.size() - 1).steps().get(number).id();
    }

    @Test
    void S12_every_open_step_is_carried_rescoped_or_dropped_with_its_reason() {
        LocalDate due = LocalDate.of(2027, 1, 10);
        PlanId plan = plan(
                0,
                StepDraft.of("canary one", due).with(p(1)),
                StepDraft.of("canary two", due),
                StepDraft.of("canary three", due));
        program.now = meeting(0).startsAt();
        assertThat(program.desk(2).meetings().carryOver(aurora))
                .hasSize(3)
                .allMatch(OpenCommitment::isOverdue)
                .noneMatch(OpenCommitment::isOverCap)
                .allSatisfy(c -> assertThat(c.toString()).doesNotContain("canary"));
        assertThat(program.coordinator.meetings().carryOver(aurora)).isEmpty();
        PlanDesk plans = program.desk(0).plans();
        LocalDate later = LocalDate.of(2027, 2, 18);
        plans.carry(plan, step(plan, 0, 0), later, Confidential.draft("canary no time"))
                .orElseThrow();
        StepId two = program.desk(0).meetings().carryOver(aurora).stream()
                .filter(c -> c.what().equals("canary two"))
                .findFirst()
                .orElseThrow()
                .step();
        plans.rescope(plan, two, StepDraft.of("canary smaller", later), Confidential.draft("canary too big"))
                .orElseThrow();
        StepId three = program.desk(0).meetings().carryOver(aurora).stream()
                .filter(c -> c.what().equals("canary three"))
                .findFirst()
                .orElseThrow()
                .step();
        PlanView after =
                plans.drop(plan, three, Confidential.draft("canary moot")).orElseThrow();
        assertThat(program.desk(2).meetings().carryOver(aurora))
                .extracting(OpenCommitment::what)
                .containsExactlyInAnyOrder("canary one", "canary smaller");
        assertThat(after.revisions()).hasSize(4);
        assertThat(after.revisions())
                .extracting(
                        r -> r.correction().map(PlanView.CorrectionView::reason).orElse(""))
                .containsExactly("", "canary no time", "canary too big", "canary moot");
        assertThat(after.revisions().get(3).steps())
                .allMatch(s -> s.state() == StepState.OPEN && s.due().equals(Optional.of(later)));
        assertThat(after.revisions().get(3).steps().stream().flatMap(s -> s.partner().stream()))
                .containsExactly(p(1));
        assertThat(codes(plans.drop(plan, three, Confidential.draft("canary")))).containsExactly("step-not-open");
        assertThat(codes(program.desk(1).plans().carry(plan, two, later, Confidential.draft("canary"))))
                .containsExactly("not-allowed");
    }

    @Test
    void S12_more_than_the_charter_holds_to_be_enough_is_said_and_never_forbidden() {
        amend(settings().openCommitments(1).build());
        LocalDate due = LocalDate.of(2027, 3, 10);
        plan(0, StepDraft.of("one", due), StepDraft.of("two", due));
        plan(1, StepDraft.of("one", due));
        assertThat(program.desk(2).meetings().carryOver(aurora))
                .extracting(OpenCommitment::isOverCap)
                .containsExactly(true, true, false);
    }

    @Test
    void S12_a_partner_who_has_left_is_seen_and_a_new_one_is_asked_not_told() {
        PlanId plan = plan(0, StepDraft.of("one", LocalDate.of(2027, 3, 10)).with(p(5)));
        StepId step = step(plan, 0, 0);
        assertThat(program.desk(0).meetings().carryOver(aurora)).noneMatch(OpenCommitment::partnerHasLeft);
        program.desk(5).groups().depart(aurora, p(5), DepartureDraft.now()).orElseThrow();
        assertThat(program.desk(0).meetings().carryOver(aurora)).allMatch(OpenCommitment::partnerHasLeft);
        PlanDesk plans = program.desk(0).plans();
        assertThat(codes(plans.askPartner(plan, step, p(5)))).containsExactly("no-partner-request");
        assertThat(codes(plans.askPartner(plan, step, p(0)))).containsExactly("no-partner-request");
        PlanView asked = plans.askPartner(plan, step, p(3)).orElseThrow();
        assertThat(asked.revisions().get(0).steps().get(0).asked()).containsExactly(p(3));
        assertThat(codes(plans.askPartner(plan, step, p(3)))).containsExactly("no-partner-request");
        assertThat(codes(program.desk(2).plans().answerPartner(plan, step, true)))
                .containsExactly("no-partner-request");
        program.desk(3).plans().answerPartner(plan, step, false).orElseThrow();
        assertThat(program.desk(0).meetings().carryOver(aurora)).allMatch(OpenCommitment::partnerHasLeft);
        plans.askPartner(plan, step, p(4)).orElseThrow();
        program.desk(4).plans().answerPartner(plan, step, true).orElseThrow();
        assertThat(program.desk(0).meetings().carryOver(aurora))
                .noneMatch(OpenCommitment::partnerHasLeft)
                .allMatch(c -> c.partner().equals(Optional.of(p(4))));
    }

    @Test
    void outsiders_and_the_office_arrange_nothing() {
        for (Desk desk : List.of(program.coordinator, program.desk(7))) {
            assertThat(List.of(
                            desk.turns().optIn(aurora),
                            desk.turns().optOut(aurora, Away.EVERY_ROLE, Optional.empty()),
                            desk.turns().skip(aurora, meeting(0).id(), MeetingRole.MODERATOR),
                            desk.turns().keepTurn(aurora, meeting(0).id(), MeetingRole.MODERATOR),
                            desk.turns()
                                    .previewSwap(
                                            aurora,
                                            MeetingRole.MODERATOR,
                                            meeting(0).id(),
                                            meeting(1).id()),
                            desk.turns()
                                    .offerSwap(
                                            aurora,
                                            MeetingRole.MODERATOR,
                                            meeting(0).id(),
                                            meeting(1).id()),
                            desk.turns().previewOffer(aurora, MeetingRole.MODERATOR, p(0)),
                            desk.turns().answerSwap(aurora, MeetingRole.MODERATOR, p(0), true),
                            desk.turns().withdrawSwap(aurora, MeetingRole.MODERATOR, p(0)),
                            desk.meetings().correct(aurora, meeting(0).id(), MinutesDraft.moderatedBy(p(0), there())),
                            desk.meetings().chooseFormat(aurora, meeting(0).id(), MeetingFormat.EXERCISE),
                            desk.meetings().note(aurora, meeting(0).id(), Confidential.draft("x"), Audience.GROUP)))
                    .allSatisfy(d -> assertThat(codes(d)).containsAnyOf("not-allowed", "not-there"));
        }
        assertThat(program.desk(7).meetings().calendar(aurora)).isEmpty();
        assertThat(meeting(0).state()).isEqualTo(Meeting.State.SCHEDULED);
    }
}
