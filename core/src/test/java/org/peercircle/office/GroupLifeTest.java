package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortFormat;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.cohort.WaitReason;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterTerms;
import org.peercircle.group.CharterWords;
import org.peercircle.group.CommunitySpace;
import org.peercircle.group.ConfidentialityRule;
import org.peercircle.group.DisclosureException;
import org.peercircle.group.Invitation;
import org.peercircle.group.MembershipInterval;
import org.peercircle.group.MembershipStatus;
import org.peercircle.group.Motion;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Standing;
import org.peercircle.meeting.StandingSignal;
import org.peercircle.meeting.Urgency;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.people.ReportingDuty;

/** A cohort's groups over their whole life, as members, the invited and the coordinator see it. */
class GroupLifeTest {

    private static final Period TWO_WEEKS = Period.ofDays(14);

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static void leave(Program program, int... people) {
        for (int i : people) {
            program.desk(i)
                    .groups()
                    .depart(program.groups.get(i / 6), Program.person(i), DepartureDraft.now())
                    .orElseThrow();
        }
    }

    /** Puts a motion to Aurora and has everybody say yes. */
    private static ProposalView agree(Program program, Motion motion) {
        ProposalView made = program.desk(0)
                .agreements()
                .propose(program.aurora(), motion, TWO_WEEKS)
                .orElseThrow();
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().vote(program.aurora(), made.id(), true);
        }
        List<ProposalView> all = program.desk(0).agreements().proposals(program.aurora());
        return all.isEmpty() ? made : all.get(all.size() - 1);
    }

    @Test
    void S1_no_group_takes_in_somebody_with_power_over_a_member() {
        Program program = Program.running();
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(12))
                        .addPowers(PowerRelation.supervisedBy(Program.person(0)))
                        .build())
                .orElseThrow();
        assertThat(program.coordinator
                        .seats()
                        .invite(program.aurora(), Program.person(12), TWO_WEEKS)
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("not-equals"))
                .satisfies(r -> assertThat(r.message()).startsWith("p0 supervises p12. A group is of equals"));
        assertThat(program.coordinator
                        .seats()
                        .invite(program.groups.get(1), Program.person(12), TWO_WEEKS)
                        .isAccepted())
                .isTrue();
        assertThat(program.coordinator.groups().signals(program.cohort))
                .allMatch(s -> s.unequal().isEmpty());
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(1))
                        .addPowers(PowerRelation.supervisedBy(Program.person(0)))
                        .build())
                .orElseThrow();
        assertThat(program.coordinator
                        .groups()
                        .signals(program.cohort)
                        .get(0)
                        .unequal()
                        .orElseThrow())
                .as("when it arises later")
                .startsWith("p0 supervises p1.");
        assertThat(program.coordinator
                        .seats()
                        .invite(program.aurora(), Program.person(13), TWO_WEEKS)
                        .isAccepted())
                .as("what others are to each other is not held against a newcomer")
                .isTrue();
        Program forming = Program.enrolling();
        forming.coordinator.cohorts().startForming(forming.cohort).orElseThrow();
        Founding unequal =
                new Founding("Unequal", ImmutableList.of(Program.person(5), Program.person(11)), Program.charter());
        assertThat(codes(forming.coordinator.cohorts().found(forming.cohort, List.of(unequal))))
                .containsExactly("not-equals");
    }

    @Test
    void S2_a_dyad_cohort_of_an_odd_number_makes_one_trio() {
        Program program = Program.enrolling();
        CohortView dyads = program.coordinator
                .cohorts()
                .plan(new CohortTerms("Pairs", new Eligibility.Open(), GroupSizing.DYAD, new SizeWatch(1)))
                .orElseThrow();
        assertThat(dyads.phase()).isEqualTo(Cohort.Phase.PLANNED);
        assertThat(dyads.format()).isEqualTo(CohortFormat.DYAD);
        assertThat(codes(program.coordinator.cohorts().enroll(dyads.id(), Program.person(0))))
                .containsExactly("wrong-phase");
        program.coordinator.cohorts().open(dyads.id()).orElseThrow();
        for (int i = 0; i < 7; i++) {
            program.coordinator.cohorts().enroll(dyads.id(), Program.person(i)).orElseThrow();
        }
        CohortView forming =
                program.coordinator.cohorts().startForming(dyads.id()).orElseThrow();
        assertThat(forming.sizePlan().sizes()).containsExactly(3, 2, 2);
        assertThat(program.coordinator
                        .cohorts()
                        .propose(dyads.id(), FormationRules.peerMentoring(), program.former())
                        .orElseThrow()
                        .groups())
                .extracting(List::size)
                .containsExactlyInAnyOrder(3, 2, 2);
        assertThat(program.coordinator
                        .cohorts()
                        .reopen(dyads.id())
                        .orElseThrow()
                        .phase())
                .isEqualTo(Cohort.Phase.ENROLLING);
    }

    @Test
    void S4_a_cohort_for_those_who_declare_it_is_joined_by_oneself_and_left_as_it_is_by_withdrawing() {
        Program program = Program.enrolling();
        CohortId women = program.coordinator
                .cohorts()
                .open(new CohortTerms(
                        "Women", Eligibility.declared("gender", "woman"), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        program.declare(0, "gender", "woman");
        assertThat(codes(program.coordinator.cohorts().enroll(women, Program.person(0))))
                .containsExactly("enroll-themselves");
        assertThat(codes(program.coordinator.cohorts().enroll(women, Program.person(1))))
                .as("the office can't find out who")
                .containsExactly("enroll-themselves");
        assertThat(program.desk(0).cohorts().enroll(women, Program.person(0)).isAccepted())
                .isTrue();
        assertThat(codes(program.desk(1).cohorts().enroll(women, Program.person(1))))
                .containsExactly("not-eligible");
        program.desk(2)
                .people()
                .declare(Confidential.draftOf(
                        Declarations.NONE.declaring("gender", Set.of("woman"), Set.of(IdentityUse.FORMATION))))
                .orElseThrow();
        assertThat(codes(program.desk(2).cohorts().enroll(women, Program.person(2))))
                .as("declared for another use")
                .containsExactly("not-eligible");
        assertThat(program.desk(0).people().declared().identities().get("gender"))
                .containsExactly("woman");
        assertThat(program.coordinator.people().declared()).isEqualTo(Declarations.NONE);
        program.desk(0).people().withdraw("gender").orElseThrow();
        assertThat(program.desk(0).people().declared()).isEqualTo(Declarations.NONE);
        assertThat(program.coordinator.cohorts().view(women).orElseThrow().enrolled())
                .as("a place given stays")
                .containsExactly(Program.person(0));
        program.desk(0).cohorts().withdraw(women, Program.person(0)).orElseThrow();
        assertThat(codes(program.desk(0).cohorts().enroll(women, Program.person(0))))
                .as("a new one can't rest on what was withdrawn")
                .containsExactly("not-eligible");
    }

    @Test
    void S7_a_seat_is_offered_agreed_to_and_taken_and_nobody_learns_who_said_what() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        program.coordinator
                .seats()
                .invite(aurora, Program.person(12), TWO_WEEKS)
                .orElseThrow();
        InvitationView mine = program.desk(12).seats().mine(program.cohort).orElseThrow();
        assertThat(mine.name()).isEqualTo("Aurora");
        assertThat(mine.promise()).hasSize(1);
        assertThat(mine.settings()).isPresent();
        assertThat(program.desk(13).seats().mine(program.cohort)).isEmpty();
        assertThat(program.coordinator.seats().mine(program.cohort)).isEmpty();
        assertThat(program.coordinator
                        .cohorts()
                        .view(program.cohort)
                        .orElseThrow()
                        .invited())
                .containsExactly(Program.person(12));
        assertThat(codes(program.coordinator.seats().invite(program.groups.get(1), Program.person(12), TWO_WEEKS)))
                .containsExactly("invited-elsewhere");
        assertThat(codes(program.desk(13).seats().accept(aurora))).containsExactly("not-there");
        assertThat(codes(program.desk(13).seats().accept(GroupId.of("never")))).containsExactly("not-there");
        assertThat(codes(program.coordinator.seats().vote(aurora, Program.person(12), true)))
                .containsExactly("not-allowed");
        program.desk(12).seats().accept(aurora).orElseThrow();
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .hasSize(6);
        program.now = program.now.plus(Duration.ofDays(7));
        assertThat(program.coordinator.agreements().settle(aurora).orElseThrow().members())
                .as("nobody objected for a week")
                .contains(Program.person(12));
        program.coordinator
                .seats()
                .invite(aurora, Program.person(13), TWO_WEEKS)
                .orElseThrow();
        InvitationView refused =
                program.desk(3).seats().vote(aurora, Program.person(13), false).orElseThrow();
        assertThat(refused.state()).isEqualTo(Invitation.State.NOT_AGREED);
        assertThat(program.coordinator.seats().invitations(aurora))
                .extracting(InvitationView::state)
                .containsExactly(Invitation.State.JOINED, Invitation.State.NOT_AGREED);
        CohortView after = program.coordinator.cohorts().view(program.cohort).orElseThrow();
        assertThat(after.waitlist())
                .containsExactly(new CohortView.Waiting(Program.person(13), WaitReason.ENROLLED_LATER));
        assertThat(codes(program.desk(13).seats().accept(aurora))).containsExactly("no-invitation");
        assertThat(program.repository.events.toString())
                .as("the office's facts name no voter")
                .contains("invitation-ended");
        assertThat(program.repository.events)
                .filteredOn(e -> e.facts().containsKey("voter"))
                .allMatch(e -> e.existence().policies().stream()
                        .allMatch(p -> p.audience().isEmpty()));
    }

    @Test
    void S7_an_offer_is_declined_taken_back_or_runs_out_and_the_next_can_be_asked() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        program.coordinator
                .seats()
                .invite(aurora, Program.person(12), TWO_WEEKS)
                .orElseThrow();
        assertThat(program.desk(12).seats().decline(aurora).orElseThrow().state())
                .isEqualTo(Invitation.State.DECLINED);
        program.coordinator
                .seats()
                .invite(aurora, Program.person(12), TWO_WEEKS)
                .orElseThrow();
        assertThat(program.coordinator
                        .seats()
                        .withdraw(aurora, Program.person(12))
                        .orElseThrow()
                        .state())
                .isEqualTo(Invitation.State.WITHDRAWN);
        assertThat(codes(program.desk(0).seats().withdraw(aurora, Program.person(12))))
                .containsExactly("not-allowed");
        program.coordinator
                .seats()
                .invite(aurora, Program.person(12), TWO_WEEKS)
                .orElseThrow();
        program.now = program.now.plus(Duration.ofDays(14));
        assertThat(program.coordinator
                        .cohorts()
                        .view(program.cohort)
                        .orElseThrow()
                        .waiting())
                .containsExactly(Program.person(12), Program.person(13));
        assertThat(program.desk(12).seats().mine(program.cohort)).isEmpty();
        assertThat(program.coordinator
                        .seats()
                        .invite(program.groups.get(1), Program.person(12), TWO_WEEKS)
                        .isAccepted())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.coordinator.seats().invite(aurora, Program.person(13), Period.ZERO));
    }

    @Test
    void S7_below_its_minimum_a_group_is_advised_whom_to_invite_and_with_whom_to_merge() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        FormationRules rules = FormationRules.peerMentoring();
        leave(program, 4, 5, 9, 10, 11);
        assertThat(program.coordinator.groups().signals(program.cohort))
                .extracting(s -> s.size().members())
                .containsExactly(4, 3);
        ImmutableList<SizeAdvice> advice =
                program.coordinator.groups().advice(aurora, rules).orElseThrow();
        assertThat(advice)
                .containsExactly(
                        new SizeAdvice.Invite(4, 2),
                        // p1 and p8 are of lab L1 (1 and 8 leave the same rest by 7).
                        new SizeAdvice.Merge(
                                program.groups.get(1), "Birch", 7, ImmutableSet.of("keep apart who share a lab"), true),
                        new SizeAdvice.GoOn("a majority agrees, 66 % voting"));
        assertThat(advice)
                .extracting(SizeAdvice::message)
                .containsExactly(
                        "Invite from the waitlist: 4 seats free, 2 people wait.",
                        "Merge with Birch, to be 7; this would break: keep apart who share a lab.",
                        "Go on as it is, if a majority agrees, 66 % voting.");
        assertThat(codes(program.desk(0).groups().advice(aurora, rules))).containsExactly("not-allowed");
        assertThat(program.desk(0).groups().signals(program.cohort)).isEmpty();
    }

    @Test
    void S5_signals_come_at_once_and_are_due_after_three_meetings_unless_the_group_agreed() {
        Program program = Program.running();
        leave(program, 5);
        GroupSignal signal =
                program.coordinator.groups().signals(program.cohort).get(0);
        assertThat(signal.size().isOutside()).isTrue();
        assertThat(signal.size().isDue()).isFalse();
        program.hold(0);
        program.hold(1);
        program.hold(2);
        assertThat(program.coordinator
                        .groups()
                        .signals(program.cohort)
                        .get(0)
                        .size()
                        .message())
                .isEqualTo("5 members, fewer than the 6 it takes, for 3 meetings: time to decide.");
        assertThat(agree(program, new Motion.ContinueAsIs()).agreed()).contains(true);
        assertThat(program.coordinator
                        .groups()
                        .signals(program.cohort)
                        .get(0)
                        .size()
                        .isDue())
                .isFalse();
        assertThat(program.coordinator
                        .groups()
                        .advice(program.groups.get(1), FormationRules.peerMentoring())
                        .orElseThrow())
                .containsExactly(new SizeAdvice.Invite(2, 2));
    }

    @Test
    void S10_nothing_that_others_said_is_open_before_the_yes_to_the_charter() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        MeetingView first = program.coordinator.meetings().calendar(aurora).get(0);
        program.desk(0)
                .meetings()
                .bring(
                        aurora,
                        first.id(),
                        new TopicDraft(
                                Confidential.draft("canary"),
                                KindOfHelp.ADVICE,
                                Duration.ofMinutes(20),
                                Urgency.NORMAL,
                                Audience.GROUP_AND_NEWCOMERS))
                .orElseThrow();
        CharterTerms terms = Program.charter();
        CharterWords words = new CharterWords("Another mission", "Grants", ImmutableList.of());
        assertThat(agree(program, new Motion.Amend(Confidential.draftOf(words), terms.settings()))
                        .words())
                .contains(words);
        GroupView before = program.desk(1).groups().view(aurora).orElseThrow();
        assertThat(before.charterVersion()).contains(2);
        assertThat(before.acknowledged()).isEmpty();
        assertThat(before.words()).as("to be read before the yes").contains(words);
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).topics()).isEmpty();
        assertThat(program.desk(0).meetings().calendar(aurora).get(0).topics())
                .as("one's own")
                .hasSize(1);
        program.desk(1).agreements().acknowledge(aurora).orElseThrow();
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).topics()).hasSize(1);
        assertThat(program.desk(1).groups().view(aurora).orElseThrow().acknowledged())
                .containsExactly(Program.person(1));
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().acknowledged())
                .isEmpty();
        program.now = program.now.plus(Duration.ofDays(366));
        assertThat(program.desk(1).meetings().calendar(aurora).get(0).topics())
                .as("renewed yearly")
                .isEmpty();
        assertThat(codes(program.coordinator.agreements().acknowledge(aurora))).containsExactly("not-allowed");
        assertThat(program.coordinator.agreements().proposals(aurora)).isEmpty();
        assertThat(program.desk(6).agreements().proposals(aurora)).isEmpty();
    }

    @Test
    void S10_a_duty_to_report_is_known_before_joining_and_a_false_promise_refused_or_told() {
        Program program = Program.enrolling();
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(2))
                        .reportingDuty(ReportingDuty.MANDATORY)
                        .build())
                .orElseThrow();
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        CharterSettings absolute = CharterSettings.builder()
                .from(Program.charter().settings())
                .confidentiality(ImmutableSet.of(ConfidentialityRule.ABSOLUTE))
                .build();
        ImmutableList<PersonId> six = ImmutableList.of(
                Program.person(0), Program.person(1), Program.person(2), Program.person(3), Program.person(4));
        Founding promising = new Founding("Vow", six, Program.charter().with(absolute));
        assertThat(codes(program.coordinator.cohorts().found(program.cohort, List.of(promising))))
                .containsExactly("promises-too-much");
        CharterSettings honest = CharterSettings.builder()
                .from(absolute)
                .addExceptions(new DisclosureException(
                        DisclosureException.Case.REPORTING_DUTY, DisclosureException.Condition.ALWAYS))
                .build();
        GroupId vow = program.coordinator
                .cohorts()
                .found(
                        program.cohort,
                        List.of(new Founding("Vow", six, Program.charter().with(honest))))
                .orElseThrow()
                .get(0);
        assertThat(program.desk(0).groups().view(vow).orElseThrow().duties())
                .containsExactly(Map.entry(Program.person(2), ReportingDuty.MANDATORY));
        program.coordinator.seats().invite(vow, Program.person(6), TWO_WEEKS).orElseThrow();
        assertThat(program.desk(6).seats().mine(program.cohort).orElseThrow().duties())
                .containsKey(Program.person(2));

        Program later = Program.running();
        assertThat(later.coordinator.groups().view(later.aurora()).orElseThrow().charterTrouble())
                .isEmpty();
        agree(later, new Motion.Amend(Confidential.draftOf(Program.charter().words()), absolute));
        later.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(2))
                        .reportingDuty(ReportingDuty.MANDATORY)
                        .build())
                .orElseThrow();
        assertThat(later.coordinator
                        .groups()
                        .signals(later.cohort)
                        .get(0)
                        .charterTrouble()
                        .orElseThrow())
                .contains("p2 must by law or rule report");
    }

    @Test
    void S17_a_lapse_is_a_signal_to_the_coordinator_and_a_decision_of_the_group() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        CharterSettings open = Program.charter().settings().withOfficeSeeingAttendance(true);
        miss(program, 0, 3);
        miss(program, 1, 3);
        assertThat(program.coordinator.groups().standings(aurora)).isEmpty();
        assertThat(program.desk(0).groups().standings(aurora).get(Program.person(3)))
                .satisfies(s -> assertThat(s.standing()).isEqualTo(Standing.LAPSED))
                .satisfies(s -> assertThat(s.findings()).hasSize(2));
        assertThat(program.desk(6).groups().standings(aurora)).isEmpty();
        agree(program, new Motion.Amend(Confidential.draftOf(Program.charter().words()), open));
        program.desk(4)
                .groups()
                .goOnLeave(aurora, program.now, Optional.empty(), Optional.of(Confidential.draft("canary")))
                .orElseThrow();
        assertThat(program.coordinator.groups().standings(aurora))
                .containsEntry(Program.person(3), new StandingSignal(Standing.LAPSED, ImmutableList.of()))
                .containsEntry(Program.person(4), StandingSignal.GOOD);
        assertThat(program.coordinator.groups().signals(program.cohort).get(0).standing())
                .containsExactly(Map.entry(Program.person(3), Standing.LAPSED));
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .as("a signal does nothing")
                .hasSize(6);
        assertThat(program.desk(0).groups().view(aurora).orElseThrow().onLeave())
                .containsExactly(Program.person(4));
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().onLeave())
                .isEmpty();
        program.desk(0).groups().startAnew(aurora, Program.person(3)).orElseThrow();
        assertThat(program.desk(0).groups().standings(aurora).get(Program.person(3)))
                .isEqualTo(StandingSignal.GOOD);
        assertThat(codes(program.coordinator.groups().startAnew(aurora, Program.person(3))))
                .containsExactly("not-allowed");
        program.desk(4).groups().comeBack(aurora).orElseThrow();
        ProposalView lapse = agree(program, new Motion.Remove(Program.person(3), true));
        assertThat(lapse.agreed()).contains(true);
        assertThat(lapse.about()).contains(Program.person(3));
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .doesNotContain(Program.person(3));
        assertThat(program.desk(3).groups().timeline(aurora, Program.person(3)))
                .extracting(MembershipInterval::status)
                .containsExactly(MembershipStatus.ACTIVE, MembershipStatus.LAPSED);
        assertThat(program.coordinator.groups().timeline(aurora, Program.person(3)))
                .as("how it came is not the office's affair")
                .isEmpty();
        assertThat(program.desk(0).groups().timeline(aurora, Program.person(4)))
                .extracting(MembershipInterval::status)
                .contains(MembershipStatus.ACTIVE);
    }

    private static void miss(Program program, int meeting, int absent) {
        MeetingView next =
                program.coordinator.meetings().calendar(program.aurora()).get(meeting);
        program.now = next.startsAt().plus(Duration.ofHours(2));
        Map<PersonId, Attendance> there = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            there.put(Program.person(i), i == absent ? Attendance.ABSENT : Attendance.PRESENT);
        }
        program.desk(0)
                .meetings()
                .hold(program.aurora(), next.id(), MinutesDraft.moderatedBy(Program.person(0), there))
                .orElseThrow();
    }

    @Test
    void S18_the_space_outlives_a_membership_and_the_host_is_told_what_to_change() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        assertThat(program.desk(0).spaces().view(aurora).orElseThrow().kind()).isEmpty();
        SpaceView opened = program.desk(0)
                .spaces()
                .open(aurora, CommunitySpace.Kind.MAILING_LIST, "aurora@example.org")
                .orElseThrow();
        assertThat(opened.changes()).as("for the host").isEmpty();
        ImmutableList<CommunitySpace.Change> changes =
                program.coordinator.spaces().view(aurora).orElseThrow().changes();
        assertThat(changes).hasSize(6);
        assertThat(program.coordinator
                        .spaces()
                        .applied(aurora, changes)
                        .orElseThrow()
                        .changes())
                .isEmpty();
        assertThat(program.coordinator
                        .spaces()
                        .applied(aurora, changes)
                        .orElseThrow()
                        .changes())
                .isEmpty();
        program.desk(5)
                .groups()
                .depart(aurora, Program.person(5), DepartureDraft.now().keepingSpace())
                .orElseThrow();
        assertThat(program.coordinator.spaces().view(aurora).orElseThrow().changes())
                .containsExactly(new CommunitySpace.Change.ChangeRole(
                        Program.person(5), CommunitySpace.Role.MEMBER, CommunitySpace.Role.ALUMNUS));
        assertThat(program.desk(5).spaces().view(aurora).orElseThrow().address())
                .contains("aurora@example.org");
        assertThat(codes(program.desk(6).spaces().view(aurora))).containsExactly("not-there");
        assertThat(codes(program.desk(6).spaces().leave(aurora))).containsExactly("not-there");
        assertThat(codes(program.desk(0).spaces().applied(aurora, changes))).containsExactly("not-allowed");
        program.desk(5).spaces().leave(aurora).orElseThrow();
        assertThat(codes(program.desk(5).spaces().view(aurora))).containsExactly("not-there");
        assertThat(program.coordinator.spaces().view(aurora).orElseThrow().changes())
                .containsExactly(new CommunitySpace.Change.Remove(Program.person(5)));
    }

    @Test
    void S7_an_announced_leaver_has_a_farewell_at_their_last_meeting() {
        Program program = Program.running();
        GroupId aurora = program.aurora();
        ImmutableList<MeetingView> calendar = program.coordinator.meetings().calendar(aurora);
        program.desk(5)
                .groups()
                .depart(
                        aurora,
                        Program.person(5),
                        DepartureDraft.on(calendar.get(1).startsAt().plus(Duration.ofDays(1)))
                                .withFarewell())
                .orElseThrow();
        ImmutableSet<PersonId> members =
                program.coordinator.groups().view(aurora).orElseThrow().members();
        assertThat(kinds(program, calendar.get(0), members)).doesNotContain(Agenda.Kind.FAREWELL);
        assertThat(kinds(program, calendar.get(1), members)).contains(Agenda.Kind.FAREWELL);
        assertThat(program.desk(0)
                        .meetings()
                        .calendar(aurora)
                        .get(1)
                        .agenda()
                        .orElseThrow()
                        .length())
                .isEqualTo(Duration.ofMinutes(90));
        program.now = calendar.get(1).startsAt().plus(Duration.ofDays(2));
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .doesNotContain(Program.person(5));
        assertThat(program.coordinator
                        .cohorts()
                        .enroll(program.cohort, Program.person(5))
                        .orElseThrow()
                        .waiting())
                .as("free to look for another group")
                .contains(Program.person(5));
    }

    private static List<Agenda.Kind> kinds(Program program, MeetingView meeting, ImmutableSet<PersonId> members) {
        return program
                .desk(0)
                .meetings()
                .planAgenda(program.aurora(), meeting.id(), members)
                .orElseThrow()
                .agenda()
                .orElseThrow()
                .items()
                .stream()
                .map(Agenda.Item::kind)
                .toList();
    }

    @Test
    void a_term_that_is_over_is_a_signal_until_the_members_agree_on_another() {
        Program program = Program.enrolling();
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        ImmutableList<PersonId> six = ImmutableList.of(
                Program.person(0),
                Program.person(1),
                Program.person(2),
                Program.person(3),
                Program.person(4),
                Program.person(5));
        program.groups = program.coordinator
                .cohorts()
                .found(
                        program.cohort,
                        List.of(new Founding(
                                "Aurora", six, Program.charter(), Optional.of(Program.START.plusMonths(3)))))
                .orElseThrow();
        program.now = Program.START
                .plusMonths(3)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(1);
        assertThat(program.coordinator.groups().signals(program.cohort).get(0).term())
                .isEmpty();
        program.now = program.now.plusSeconds(1);
        assertThat(program.coordinator.groups().signals(program.cohort).get(0).term())
                .contains(
                        "The term of group Aurora ended before 2027-04-04. Its members may agree on another, disband, or"
                                + " become an alumni circle.");
        assertThat(agree(program, new Motion.Recontract(Program.START.plusYears(1)))
                        .agreed())
                .contains(true);
        assertThat(program.coordinator.groups().signals(program.cohort).get(0).term())
                .isEmpty();
        assertThat(program.coordinator
                        .groups()
                        .view(program.aurora())
                        .orElseThrow()
                        .termUntil())
                .contains(Program.START.plusYears(1));
        assertThat(EventReplay.of(program.repository.events, program.aurora().value()))
                .contains(Program.START.plusYears(1).toString());
    }

    @Test
    void a_cohort_closes_once_its_groups_have_ended() {
        Program program = Program.running();
        assertThat(codes(program.coordinator.cohorts().close(program.cohort))).containsExactly("groups-still-meet");
        agree(program, new Motion.BecomeAlumniCircle());
        assertThat(program.coordinator
                        .groups()
                        .view(program.aurora())
                        .orElseThrow()
                        .alumni())
                .hasSize(6);
        assertThat(codes(program.coordinator.meetings().schedule(program.aurora(), Program.START, 1)))
                .containsExactly("group-has-ended");
        assertThat(program.coordinator.groups().signals(program.cohort)).hasSize(1);
        for (int i = 6; i < 12; i++) {
            leave(program, i);
        }
        assertThat(program.coordinator
                        .cohorts()
                        .close(program.cohort)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Cohort.Phase.CLOSED);
        assertThat(codes(program.desk(0).cohorts().close(program.cohort))).containsExactly("not-allowed");
        assertThat(codes(program.desk(0).cohorts().reopen(program.cohort))).containsExactly("not-allowed");
        assertThat(codes(program.desk(0).cohorts().open(program.cohort))).containsExactly("not-allowed");
        assertThat(codes(
                        program.desk(0).cohorts().plan(new CohortTerms("x", new Eligibility.Open(), GroupSizing.DYAD))))
                .containsExactly("not-allowed");
    }

    @Test
    void S5_a_group_founded_too_large_is_advised_how_to_split() {
        Program program = Program.enrolling();
        program.coordinator.cohorts().enroll(program.cohort, Program.person(12)).orElseThrow();
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        ImmutableList.Builder<PersonId> twelve = ImmutableList.builder();
        for (int i = 0; i < 13; i++) {
            if (i != 11) {
                twelve.add(Program.person(i));
            }
        }
        GroupId crowd = program.coordinator
                .cohorts()
                .found(program.cohort, List.of(new Founding("Crowd", twelve.build(), Program.charter())))
                .orElseThrow()
                .get(0);
        assertThat(program.coordinator.groups().signals(program.cohort))
                .extracting(s -> s.size().message())
                .containsExactly("12 members, more than the 10 allowed.");
        ImmutableList<SizeAdvice> advice = program.coordinator
                .groups()
                .advice(crowd, FormationRules.peerMentoring())
                .orElseThrow();
        assertThat(advice).hasSize(2);
        assertThat(advice.get(0)).isInstanceOfSatisfying(SizeAdvice.Split.class, split -> {
            assertThat(split.parts()).extracting(List::size).containsExactly(6, 6);
            assertThat(split.parts().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(twelve.build());
            assertThat(split.broken()).isEmpty();
            assertThat(split.message()).isEqualTo("Split into groups of 6 and 6; every open rule is kept.");
        });
        assertThat(advice.get(1)).isInstanceOf(SizeAdvice.GoOn.class);
    }
}
