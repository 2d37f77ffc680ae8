package org.peercircle.group;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercircle.group.GroupFixtures.ADA;
import static org.peercircle.group.GroupFixtures.BEN;
import static org.peercircle.group.GroupFixtures.CLEO;
import static org.peercircle.group.GroupFixtures.DAN;
import static org.peercircle.group.GroupFixtures.EVE;
import static org.peercircle.group.GroupFixtures.START;
import static org.peercircle.group.GroupFixtures.all;
import static org.peercircle.group.GroupFixtures.day;
import static org.peercircle.group.GroupFixtures.group;
import static org.peercircle.group.GroupFixtures.invite;
import static org.peercircle.group.GroupFixtures.leaving;
import static org.peercircle.group.GroupFixtures.leavingWithSpace;
import static org.peercircle.group.GroupFixtures.propose;
import static org.peercircle.group.GroupFixtures.settings;
import static org.peercircle.group.GroupFixtures.terms;
import static org.peercircle.group.GroupFixtures.uncharted;
import static org.peercircle.group.GroupFixtures.votes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.SizeAssessment;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProposalId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Minutes;
import org.peercircle.meeting.Standing;
import org.peercircle.meeting.StandingSignal;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.people.ReportingDuty;

class PeerGroupTest {

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static List<String> types(Decision<?> decision) {
        return decision.events().stream().map(DomainEvent::type).toList();
    }

    /** DAN joins a group whose rule is unanimity, at a day. */
    private static PeerGroup joined(PeerGroup group, PersonId person, int at) {
        PeerGroup invited = invite(group, person, at + 9, at);
        for (PersonId voter : invited.asked(Optional.empty(), day(at))) {
            invited = invited.vote(person, voter, true, day(at)).orElseThrow();
        }
        return invited.accept(person, ReportingDuty.NONE, day(at)).orElseThrow();
    }

    @Test
    void S7_who_was_a_member_is_exact_to_the_instant_and_kept() {
        PeerGroup left = group().depart(BEN, leavingWithSpace(10), day(10)).orElseThrow();
        PeerGroup group = joined(joined(left, DAN, 12), BEN, 20);
        assertThat(group.members(START.minusNanos(1))).isEmpty();
        assertThat(group.members(START)).containsExactly(ADA, BEN, CLEO);
        assertThat(group.members(day(10).minusNanos(1))).containsExactly(ADA, BEN, CLEO);
        assertThat(group.members(day(10))).containsExactly(ADA, CLEO);
        assertThat(group.alumni(day(10).minusNanos(1))).isEmpty();
        assertThat(group.alumni(day(10))).containsExactly(BEN);
        assertThat(group.members(day(20))).containsExactly(ADA, CLEO, DAN, BEN);
        assertThat(group.alumni(day(20))).isEmpty();
        assertThat(group.memberships()).hasSize(5);
        assertThat(group.stays(day(20))).hasSize(5);
        assertThat(group.membership(BEN, day(20)).orElseThrow().joinedAt()).isEqualTo(day(20));
        assertThat(group.membership(BEN, day(11))).isEmpty();
    }

    @Test
    void S7_a_time_with_a_group_is_told_in_order_without_gaps() {
        PeerGroup probation = group(CharterSettings.builder()
                .from(settings(all(ConsentRule.unanimity())))
                .probation(Period.ofDays(30))
                .build());
        PeerGroup group = joined(probation, DAN, 10)
                .goOnLeave(DAN, day(50), Optional.of(day(60)), Optional.empty(), day(45))
                .then(g -> g.depart(DAN, leavingWithSpace(70), day(65)))
                .orElseThrow();
        assertThat(group.timeline(DAN, day(99)))
                .extracting(MembershipInterval::status)
                .containsExactly(
                        MembershipStatus.INVITED,
                        MembershipStatus.ON_PROBATION,
                        MembershipStatus.ACTIVE,
                        MembershipStatus.ON_LEAVE,
                        MembershipStatus.ACTIVE,
                        MembershipStatus.ALUMNUS);
        assertThat(group.timeline(DAN, day(99)))
                .extracting(MembershipInterval::from)
                .containsExactly(day(10), day(10), day(40), day(50), day(60), day(70));
        assertThat(group.timeline(DAN, day(99)))
                .extracting(MembershipInterval::until)
                .containsExactly(
                        Optional.of(day(10)),
                        Optional.of(day(40)),
                        Optional.of(day(50)),
                        Optional.of(day(60)),
                        Optional.of(day(70)),
                        Optional.empty());
        assertThat(group.status(DAN, day(9))).isEmpty();
        assertThat(group.status(DAN, day(10))).contains(MembershipStatus.ON_PROBATION);
        assertThat(group.status(DAN, day(40))).contains(MembershipStatus.ACTIVE);
        assertThat(group.status(DAN, day(59))).contains(MembershipStatus.ON_LEAVE);
        assertThat(group.status(DAN, day(70))).contains(MembershipStatus.ALUMNUS);
        assertThat(invite(group(), DAN, 20, 1).status(DAN, day(5))).contains(MembershipStatus.INVITED);
        assertThat(group.asked(Optional.empty(), day(39))).containsExactly(ADA, BEN, CLEO);
        assertThat(group.asked(Optional.empty(), day(40))).contains(DAN);
        assertThat(group.asked(Optional.empty(), day(55))).doesNotContain(DAN);
        assertThat(group.asked(Optional.of(ADA), day(40))).containsExactly(BEN, CLEO, DAN);
        assertThat(group.depart(ADA, leaving(71), day(71))
                        .then(g -> g.goOnLeave(BEN, day(71), Optional.empty(), Optional.empty(), day(71)))
                        .then(g -> g.goOnLeave(CLEO, day(71), Optional.empty(), Optional.empty(), day(71)))
                        .orElseThrow()
                        .asked(Optional.of(BEN), day(71)))
                .as("with nobody else, those on leave are asked")
                .containsExactly(CLEO);
    }

    @Test
    void S7_leaving_can_be_announced_and_is_told_to_the_office_without_how_it_came() {
        Decision<PeerGroup> announced = group().depart(BEN, leaving(10), day(3));
        PeerGroup group = announced.orElseThrow();
        assertThat(group.members(day(9))).contains(BEN);
        assertThat(group.members(day(10))).doesNotContain(BEN);
        assertThat(group.status(BEN, day(10))).contains(MembershipStatus.DEPARTED);
        assertThat(group.vacancies(day(9))).isZero();
        assertThat(group.vacancies(day(10))).isOne();
        assertThat(types(announced)).containsExactly("member-departed", "departure-kind");
        assertThat(announced.events().get(0).facts()).doesNotContainKey("kind");
        assertThat(announced.events().get(0).existence()).isEqualTo(group.officeFact());
        assertThat(announced.events().get(1).existence()).isEqualTo(group.groupFact());
        assertThat(group.depart(BEN, leaving(20), day(4)).orElseThrow().members(day(15)))
                .as("a later day")
                .contains(BEN);
        assertThat(codes(group.depart(BEN, leaving(2), day(4)))).containsExactly("out-of-order");
        assertThat(codes(group.depart(DAN, leaving(9), day(4)))).containsExactly("not-a-member");
        assertThat(codes(group.depart(ADA, leaving(9), day(2)))).containsExactly("out-of-order");
    }

    @Test
    void S5_a_full_group_says_so_and_what_to_do() {
        PeerGroup full = joined(group(all(ConsentRule.unanimity())), DAN, 1);
        assertThat(full.invite(EVE, ReportingDuty.NONE, Optional.empty(), day(9), day(2))
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message())
                        .isEqualTo("Group Aurora has 4 members and allows 2 to 4."
                                + " Invite once a seat is free, or split the group."));
        PeerGroup held = invite(group(), DAN, 9, 1);
        assertThat(held.openInvitations(day(1))).isOne();
        assertThat(held.openInvitations(day(9))).isZero();
        assertThat(held.invite(EVE, ReportingDuty.NONE, Optional.empty(), day(9), day(2))
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message()).contains("3 members and 1 invited"));
        assertThat(held.invite(EVE, ReportingDuty.NONE, Optional.empty(), day(19), day(9))
                        .isAccepted())
                .as("an offer that ran out holds no seat")
                .isTrue();
        assertThat(group().depart(ADA, leaving(1), day(1)).orElseThrow().vacancies(day(1)))
                .isOne();
        assertThat(invite(group().depart(ADA, leaving(1), day(1)).orElseThrow(), DAN, 9, 1)
                        .vacancies(day(1)))
                .isZero();
    }

    @Test
    void S5_the_size_is_told_and_the_group_may_agree_to_go_on() {
        SizeWatch watch = new SizeWatch(2);
        PeerGroup one = group(all(ConsentRule.moderator()))
                .depart(BEN, leaving(5), day(5))
                .then(g -> g.depart(CLEO, leaving(5), day(5)))
                .orElseThrow();
        List<Instant> meetings = List.of(day(20), day(10), day(3));
        assertThat(one.sizeSignal(watch, meetings, day(4)).size()).isEqualTo(SizeAssessment.IDEAL);
        assertThat(one.sizeSignal(watch, meetings, day(21)).meetings()).isEqualTo(2);
        assertThat(one.sizeSignal(watch, meetings, day(21)).isDue()).isTrue();
        PeerGroup goesOn = votes(propose(one, "x", new Motion.ContinueAsIs(), 30, 22), "x", true, 23, ADA);
        assertThat(goesOn.sizeConsent()).contains(new SizeConsent(day(23), 1));
        assertThat(goesOn.sizeSignal(watch, meetings, day(24)).isDue()).isFalse();
        assertThat(goesOn.sizeSignal(watch, meetings, day(24)).isOutside()).isTrue();
        PeerGroup none = goesOn.depart(ADA, leaving(25), day(25)).orElseThrow();
        assertThat(none.sizeSignal(watch, List.of(day(26), day(27)), day(27)).isDue())
                .as("smaller than agreed")
                .isTrue();
        assertThat(new SizeConsent(START, 5).holdsFor(watch.look(GroupFixtures.SIZING, List.of(), 5)))
                .isTrue();
        assertThat(new SizeConsent(START, 5).holdsFor(watch.look(GroupFixtures.SIZING, List.of(), 6)))
                .isFalse();
        assertThat(new SizeConsent(START, 3).holdsFor(watch.look(GroupFixtures.SIZING, List.of(), 3)))
                .isFalse();
    }

    @Test
    void S7_a_newcomer_joins_once_the_group_agrees_and_they_accept_in_either_order() {
        PeerGroup unanimous = group(all(ConsentRule.unanimity()));
        PeerGroup accepted = invite(unanimous, DAN, 9, 1)
                .accept(DAN, ReportingDuty.NONE, day(2))
                .orElseThrow();
        assertThat(accepted.members(day(2))).doesNotContain(DAN);
        PeerGroup two = accepted.vote(DAN, ADA, true, day(3))
                .then(g -> g.vote(DAN, BEN, true, day(3)))
                .orElseThrow();
        assertThat(two.members(day(3))).doesNotContain(DAN);
        Decision<PeerGroup> last = two.vote(DAN, CLEO, true, day(4));
        assertThat(last.orElseThrow().members(day(4))).contains(DAN);
        assertThat(types(last)).containsExactly("vote-on-invitation", "invitation-ended", "member-joined");
        assertThat(last.events().get(0).existence().policies())
                .allMatch(p -> p.audience().isEmpty());
        assertThat(last.orElseThrow().invitations().get(0).state(day(99))).isEqualTo(Invitation.State.JOINED);
        assertThat(joined(unanimous, DAN, 5).members(day(5))).contains(DAN);
    }

    @Test
    void S7_one_no_ends_an_invitation_and_silence_settles_it() {
        PeerGroup invited = invite(group(), DAN, 20, 1);
        PeerGroup refused = invited.vote(DAN, BEN, false, day(2)).orElseThrow();
        assertThat(refused.invitations().get(0).state(day(2))).isEqualTo(Invitation.State.NOT_AGREED);
        assertThat(refused.invitations().get(0).ended().orElseThrow().at()).isEqualTo(day(2));
        assertThat(codes(refused.accept(DAN, ReportingDuty.NONE, day(3)))).containsExactly("no-invitation");
        PeerGroup waits = invited.accept(DAN, ReportingDuty.NONE, day(2)).orElseThrow();
        assertThat(waits.settle(day(7)).orElseThrow().members(day(7))).doesNotContain(DAN);
        Decision<PeerGroup> settled = waits.settle(day(8));
        assertThat(settled.orElseThrow().members(day(8))).contains(DAN);
        assertThat(settled.orElseThrow().membership(DAN, day(8)).orElseThrow().joinedAt())
                .isEqualTo(day(8));
        assertThat(invited.accept(DAN, ReportingDuty.NONE, day(9)).orElseThrow().members(day(9)))
                .contains(DAN);
        assertThat(invited.settle(day(9)).orElseThrow().invitations().get(0).isOpen(day(9)))
                .as("agreed, and waits for an answer")
                .isTrue();
    }

    @Test
    void S7_an_invitation_is_declined_withdrawn_or_runs_out() {
        PeerGroup invited = invite(group(), DAN, 20, 1);
        assertThat(invited.decline(DAN, day(2))
                        .orElseThrow()
                        .invitations()
                        .get(0)
                        .state(day(2)))
                .isEqualTo(Invitation.State.DECLINED);
        assertThat(invited.withdrawInvitation(DAN, day(2))
                        .orElseThrow()
                        .invitations()
                        .get(0)
                        .state(day(2)))
                .isEqualTo(Invitation.State.WITHDRAWN);
        assertThat(invited.invitations().get(0).state(day(20))).isEqualTo(Invitation.State.EXPIRED);
        assertThat(invited.timeline(DAN, day(20)).get(0).until()).contains(day(20));
        assertThat(codes(invited.accept(DAN, ReportingDuty.NONE, day(20)))).containsExactly("no-invitation");
        assertThat(codes(invited.decline(EVE, day(2)))).containsExactly("no-invitation");
        assertThat(codes(invited.invite(DAN, ReportingDuty.NONE, Optional.empty(), day(9), day(2))))
                .containsExactly("already-invited");
        assertThat(codes(invited.invite(ADA, ReportingDuty.NONE, Optional.empty(), day(9), day(2))))
                .containsExactly("already-member");
        assertThat(codes(uncharted().invite(DAN, ReportingDuty.NONE, Optional.empty(), day(9), day(2))))
                .containsExactly("no-charter");
        assertThat(codes(invited.vote(DAN, EVE, true, day(2)))).containsExactly("not-asked");
        assertThat(codes(invited.vote(EVE, ADA, true, day(2)))).containsExactly("no-invitation");
        assertThat(codes(invited.vote(DAN, ADA, true, day(0)))).containsExactly("out-of-order");
    }

    @Test
    void S17_a_leave_is_no_absence_keeps_the_seat_and_ends_simply() {
        PeerGroup group = group().goOnLeave(
                        BEN, day(5), Optional.empty(), Optional.of(Confidential.draft("canary")), day(1))
                .orElseThrow();
        assertThat(group.status(BEN, day(4))).contains(MembershipStatus.ACTIVE);
        assertThat(group.status(BEN, day(5))).contains(MembershipStatus.ON_LEAVE);
        assertThat(group.members(day(6))).contains(BEN);
        assertThat(group.vacancies(day(6))).isZero();
        assertThat(group.candidates(day(6)))
                .filteredOn(c -> c.isWilling(MeetingRole.MODERATOR, day(6)))
                .extracting(c -> c.person())
                .containsExactly(ADA, CLEO);
        assertThat(group.toString()).doesNotContain("canary");
        assertThat(codes(group.goOnLeave(BEN, day(9), Optional.of(day(12)), Optional.empty(), day(6))))
                .containsExactly("already-on-leave");
        assertThat(codes(group.goOnLeave(BEN, day(2), Optional.of(day(6)), Optional.empty(), day(1))))
                .containsExactly("already-on-leave");
        assertThat(group.goOnLeave(BEN, day(2), Optional.of(day(5)), Optional.empty(), day(1))
                        .orElseThrow()
                        .membership(BEN, day(3))
                        .orElseThrow()
                        .leaves())
                .extracting(Leave::from)
                .containsExactly(day(2), day(5));
        assertThat(codes(group.goOnLeave(ADA, day(0), Optional.empty(), Optional.empty(), day(1))))
                .containsExactly("out-of-order");
        assertThat(codes(group.goOnLeave(EVE, day(9), Optional.empty(), Optional.empty(), day(6))))
                .containsExactly("not-a-member");
        Decision<PeerGroup> back = group.comeBack(BEN, day(9));
        assertThat(back.orElseThrow().status(BEN, day(9))).contains(MembershipStatus.ACTIVE);
        assertThat(back.orElseThrow().status(BEN, day(8))).contains(MembershipStatus.ON_LEAVE);
        assertThat(codes(back.orElseThrow().comeBack(BEN, day(10)))).containsExactly("not-on-leave");
        assertThat(back.events().get(0).existence().policies())
                .as("never for the office")
                .noneMatch(p -> p.audience().contains(new Atom.Office(group.program())));
        PeerGroup gone = group.depart(BEN, leaving(9), day(7)).orElseThrow();
        assertThat(gone.memberships().get(1).leaves().get(0).until()).contains(day(9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Leave(day(2), Optional.of(day(1)), Optional.empty()));
    }

    @Test
    void S17_a_lapse_is_the_groups_decision_and_the_reason_is_nobodys() {
        PeerGroup asked = propose(group(), "x", new Motion.Remove(BEN, true), 20, 1);
        assertThat(codes(asked.vote(ProposalId.of("x"), BEN, false, day(2)))).containsExactly("not-asked");
        PeerGroup lapsed = votes(asked, "x", true, 2, ADA, CLEO);
        assertThat(lapsed.members(day(2))).containsExactly(ADA, CLEO);
        assertThat(lapsed.status(BEN, day(2))).contains(MembershipStatus.LAPSED);
        assertThat(lapsed.proposals().get(0).settled()).contains(new Proposal.Settled(day(2), true));
        assertThat(lapsed.depart(ADA, leaving(3), day(3)).orElseThrow().status(ADA, day(3)))
                .contains(MembershipStatus.DEPARTED);
        PeerGroup kept = votes(asked, "x", false, 2, CLEO);
        assertThat(kept.members(day(2))).contains(BEN);
        assertThat(kept.proposals().get(0).settled().orElseThrow().agreed()).isFalse();
        PeerGroup removed = votes(propose(group(), "x", new Motion.Remove(BEN, false), 20, 1), "x", true, 2, ADA, CLEO);
        assertThat(removed.memberships().get(1).departure().orElseThrow().kind())
                .isEqualTo(Departure.Kind.REMOVED);
        PeerGroup leftBefore = asked.depart(BEN, leaving(2), day(2)).orElseThrow();
        assertThat(votes(leftBefore, "x", true, 3, ADA, CLEO)
                        .memberships()
                        .get(1)
                        .departure()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Departure.Kind.LEFT);
        assertThat(codes(group().propose(
                                ProposalId.of("y"),
                                new Motion.Remove(DAN, true),
                                ADA,
                                Optional.empty(),
                                ImmutableSet.of(),
                                day(9),
                                day(1))))
                .containsExactly("not-a-member");
    }

    @Test
    void S20_the_charter_is_amended_by_its_members_and_every_version_kept() {
        CharterWords words = new CharterWords("Another mission", "Grants", ImmutableList.of());
        Motion amend = new Motion.Amend(Confidential.draftOf(words), settings(all(ConsentRule.unanimity())));
        PeerGroup asked = propose(group(), "x", amend, 20, 1);
        assertThat(codes(asked.propose(
                        ProposalId.of("y"), amend, BEN, Optional.empty(), ImmutableSet.of(), day(9), day(1))))
                .containsExactly("already-proposed");
        PeerGroup one = votes(asked, "x", true, 2, ADA);
        assertThat(one.charter().orElseThrow().version()).isOne();
        PeerGroup amended = votes(one, "x", true, 3, BEN);
        assertThat(amended.charter().orElseThrow().version()).isEqualTo(2);
        assertThat(amended.charter().orElseThrow().adoptedAt()).isEqualTo(day(3));
        assertThat(amended.charters()).hasSize(2);
        assertThat(amended.charters().get(0).settings().consent()).isEqualTo(ConsentRules.USUAL);
        assertThat(codes(amended.vote(ProposalId.of("x"), CLEO, true, day(4)))).containsExactly("no-proposal");
        assertThat(codes(asked.vote(ProposalId.of("x"), CLEO, true, day(20)))).containsExactly("no-proposal");
        assertThat(codes(asked.vote(ProposalId.of("z"), CLEO, true, day(2)))).containsExactly("no-proposal");
        PeerGroup closed = one.settle(day(20)).orElseThrow();
        assertThat(closed.proposals().get(0).settled().orElseThrow().agreed())
                .as("a third voted, two thirds must")
                .isFalse();
        assertThat(one.settle(day(19)).orElseThrow().proposals().get(0).isOpen())
                .isTrue();
        assertThat(codes(group().adopt(Confidential.draftOf(words), terms().settings(), ImmutableSet.of(), day(1))))
                .containsExactly("charter-in-force");
        assertThat(codes(uncharted()
                        .propose(ProposalId.of("x"), amend, ADA, Optional.empty(), ImmutableSet.of(), day(9), day(1))))
                .containsExactly("no-charter");
        assertThat(words.toString()).doesNotContain("mission").doesNotContain("Grants");
        assertThat(group().toString()).doesNotContain("equals");
        assertThatIllegalArgumentException().isThrownBy(() -> new CharterWords(" ", "", ImmutableList.of()));
    }

    @Test
    void S10_a_yes_to_the_charter_is_for_its_version_and_for_a_year() {
        PeerGroup group = group();
        assertThat(uncharted().hasAcknowledged(ADA, START)).isTrue();
        assertThat(group.hasAcknowledged(ADA, START)).isFalse();
        PeerGroup said = group.acknowledge(ADA, day(1)).orElseThrow();
        assertThat(said.hasAcknowledged(ADA, day(1))).isTrue();
        assertThat(said.hasAcknowledged(BEN, day(1))).isFalse();
        assertThat(said.stays(day(1)).get(0).acknowledged()).isTrue();
        assertThat(said.stays(day(1)).get(1).acknowledged()).isFalse();
        assertThat(said.hasAcknowledged(ADA, Instant.parse("2028-01-05T08:59:59Z")))
                .isTrue();
        assertThat(said.hasAcknowledged(ADA, Instant.parse("2028-01-05T09:00:00Z")))
                .isFalse();
        assertThat(codes(said.acknowledge(ADA, day(2)))).containsExactly("nothing-to-acknowledge");
        assertThat(said.acknowledge(ADA, Instant.parse("2028-01-05T09:00:00Z"))
                        .orElseThrow()
                        .acknowledgements())
                .hasSize(2);
        assertThat(codes(said.acknowledge(EVE, day(2)))).containsExactly("not-a-member");
        assertThat(codes(uncharted().acknowledge(ADA, day(2)))).containsExactly("no-charter");
        Motion amend = new Motion.Amend(Confidential.draftOf(terms().words()), terms().settings());
        PeerGroup amended = votes(propose(said, "x", amend, 20, 2), "x", true, 3, ADA, BEN);
        assertThat(amended.hasAcknowledged(ADA, day(3))).isFalse();
        assertThat(amended.acknowledge(ADA, day(4)).orElseThrow().hasAcknowledged(ADA, day(4)))
                .isTrue();
    }

    @Test
    void S10_a_charter_that_promises_what_a_member_can_not_keep_is_refused_with_other_words() {
        CharterSettings absolute = CharterSettings.builder()
                .from(terms().settings())
                .confidentiality(ImmutableSet.of(ConfidentialityRule.ABSOLUTE))
                .build();
        CharterSettings honest = CharterSettings.builder()
                .from(absolute)
                .addExceptions(new DisclosureException(
                        DisclosureException.Case.REPORTING_DUTY, DisclosureException.Condition.AFTER_TELLING_THEM))
                .build();
        Confidential<CharterWords> words = Confidential.draftOf(terms().words());
        Decision<PeerGroup> refused = uncharted().adopt(words, absolute, ImmutableSet.of(BEN, ADA), START);
        assertThat(refused.refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("promises-too-much"))
                .satisfies(r -> assertThat(r.message())
                        .contains("but ada, ben must by law or rule report")
                        .contains("Say instead: \"What is said here stays here, except"));
        assertThat(uncharted().adopt(words, honest, ImmutableSet.of(BEN), START).isAccepted())
                .isTrue();
        assertThat(uncharted().adopt(words, absolute, ImmutableSet.of(), START).isAccepted())
                .isTrue();
        assertThat(honest.promise())
                .containsExactly(
                        "What is said here stays here.",
                        "Except if a member must by law or rule report it: after telling whoever said it.");
        PeerGroup promised = group(absolute);
        assertThat(codes(promised.invite(DAN, ReportingDuty.MANDATORY, Optional.empty(), day(9), day(1))))
                .containsExactly("promises-too-much");
        assertThat(promised.invite(DAN, ReportingDuty.CONFIDENTIAL_RESOURCE, Optional.empty(), day(9), day(1))
                        .isAccepted())
                .isTrue();
        assertThat(codes(invite(promised, DAN, 9, 1).accept(DAN, ReportingDuty.MANDATORY, day(2))))
                .containsExactly("promises-too-much");
        Motion amend = new Motion.Amend(words, absolute);
        assertThat(codes(group().propose(
                                ProposalId.of("x"),
                                amend,
                                ADA,
                                Optional.empty(),
                                ImmutableSet.of(BEN),
                                day(9),
                                day(1))))
                .containsExactly("promises-too-much");
        assertThat(codes(propose(group(), "x", amend, 9, 1)
                        .invite(DAN, ReportingDuty.MANDATORY, Optional.empty(), day(9), day(1))))
                .as("a charter still being voted on counts")
                .containsExactly("promises-too-much");
        assertThat(group(honest)
                        .invite(DAN, ReportingDuty.MANDATORY, Optional.empty(), day(9), day(1))
                        .isAccepted())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharterSettings.builder()
                        .from(absolute)
                        .addConfidentiality(ConfidentialityRule.CHATHAM_HOUSE)
                        .build())
                .withMessageContaining("at most one of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharterSettings.builder()
                        .from(absolute)
                        .confidentiality(ImmutableSet.of())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharterSettings.builder()
                        .from(absolute)
                        .probation(Period.ofDays(-1))
                        .build());
    }

    @Test
    void S17_standing_is_counted_over_the_meetings_of_a_stay_without_its_leaves() {
        PeerGroup group = joined(group(all(ConsentRule.unanimity())), DAN, 40)
                .goOnLeave(CLEO, day(41), Optional.of(day(100)), Optional.empty(), day(41))
                .orElseThrow();
        List<Meeting> meetings = List.of(
                meeting("a", 10, ImmutableMap.of(ADA, Attendance.PRESENT, CLEO, Attendance.EXCUSED)),
                meeting("b", 50, ImmutableMap.of(ADA, Attendance.PRESENT, DAN, Attendance.PRESENT)),
                meeting(
                        "c",
                        80,
                        ImmutableMap.of(ADA, Attendance.LATE, BEN, Attendance.ABSENT, DAN, Attendance.PRESENT)));
        assertThat(Standings.of(group, meetings, day(81)).values())
                .extracting(StandingSignal::standing)
                .containsExactly(Standing.GOOD, Standing.LAPSED, Standing.ON_LEAVE, Standing.GOOD);
        assertThat(standing(group, meetings, 100, CLEO))
                .as("back, with one excused absence from before")
                .isEqualTo(Standing.AT_RISK);
        PeerGroup anew = group.startAnew(BEN, day(81)).orElseThrow();
        assertThat(standing(anew, meetings, 82, BEN)).isEqualTo(Standing.GOOD);
        assertThat(codes(group.startAnew(EVE, day(81)))).containsExactly("not-a-member");
        assertThat(Standings.of(uncharted(), meetings, day(81))).isEmpty();
        assertThat(Standings.of(group.depart(ADA, leaving(81), day(81)).orElseThrow(), meetings, day(82)))
                .doesNotContainKey(ADA);
    }

    private static Standing standing(PeerGroup group, List<Meeting> meetings, int at, PersonId person) {
        return requireNonNull(Standings.of(group, meetings, day(at)).get(person))
                .standing();
    }

    private static Meeting meeting(String id, int day, ImmutableMap<PersonId, Attendance> there) {
        return Meeting.builder()
                .id(MeetingId.of(id))
                .program(group().program())
                .group(group().id())
                .on(LocalDate.of(2027, 1, 4).plusDays(day))
                .time(terms().settings().time())
                .format(terms().settings().format())
                .state(Meeting.State.SCHEDULED)
                .build()
                .hold(Minutes.moderatedBy(ADA, there), List.of(), ADA, day(day))
                .orElseThrow();
    }

    @Test
    void S18_the_host_hears_what_to_change_in_the_space_and_says_what_it_did() {
        PeerGroup group = group().openSpace(CommunitySpace.Kind.SLACK_CHANNEL, "#aurora", day(1))
                .orElseThrow();
        ImmutableList<CommunitySpace.Change> first = group.spaceChanges(day(1));
        assertThat(first)
                .containsExactly(
                        new CommunitySpace.Change.Add(ADA, CommunitySpace.Role.MEMBER),
                        new CommunitySpace.Change.Add(BEN, CommunitySpace.Role.MEMBER),
                        new CommunitySpace.Change.Add(CLEO, CommunitySpace.Role.MEMBER));
        PeerGroup inStep = group.applied(first).then(g -> g.applied(first)).orElseThrow();
        assertThat(inStep.spaceChanges(day(1))).isEmpty();
        PeerGroup changed = inStep.depart(ADA, leavingWithSpace(5), day(5))
                .then(g -> g.depart(BEN, leaving(5), day(5)))
                .orElseThrow();
        assertThat(changed.spaceChanges(day(5)))
                .containsExactly(
                        new CommunitySpace.Change.ChangeRole(
                                ADA, CommunitySpace.Role.MEMBER, CommunitySpace.Role.ALUMNUS),
                        new CommunitySpace.Change.Remove(BEN));
        PeerGroup synced = changed.applied(changed.spaceChanges(day(5))).orElseThrow();
        assertThat(synced.spaceChanges(day(6))).isEmpty();
        PeerGroup without = synced.leaveSpace(ADA, day(7)).orElseThrow();
        assertThat(without.alumni(day(7))).isEmpty();
        assertThat(without.spaceChanges(day(7))).containsExactly(new CommunitySpace.Change.Remove(ADA));
        assertThat(without.status(ADA, day(7))).contains(MembershipStatus.DEPARTED);
        assertThat(codes(without.leaveSpace(ADA, day(8)))).containsExactly("no-space");
        assertThat(codes(without.leaveSpace(CLEO, day(8)))).containsExactly("no-space");
        assertThat(codes(synced.leaveSpace(ADA, day(4)))).containsExactly("out-of-order");
        assertThat(codes(group().applied(first))).containsExactly("no-space");
        assertThat(group().spaceChanges(day(1))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group().openSpace(CommunitySpace.Kind.OTHER, " ", day(1)));
        assertThat(group.spaceFact().purposes()).contains(Purpose.OPERATE);
    }

    @Test
    void a_group_goes_on_for_another_term_ends_or_becomes_an_alumni_circle_by_consent() {
        LocalDate until = LocalDate.of(2028, 1, 1);
        PeerGroup asked = propose(group(), "x", new Motion.Recontract(until), 20, 1);
        assertThat(votes(asked, "x", true, 2, ADA, BEN).termUntil()).isEmpty();
        assertThat(votes(asked, "x", true, 2, ADA, BEN, CLEO).termUntil()).contains(until);
        PeerGroup ended = votes(propose(group(), "x", new Motion.Disband(), 20, 1), "x", true, 2, ADA, BEN, CLEO);
        assertThat(ended.endedAt()).contains(day(2));
        assertThat(ended.members(day(2))).isEmpty();
        assertThat(ended.alumni(day(2))).isEmpty();
        assertThat(ended.memberships())
                .allMatch(m -> m.departure().orElseThrow().kind() == Departure.Kind.GROUP_ENDED);
        assertThat(List.of(
                        ended.depart(ADA, leaving(9), day(3)),
                        ended.goOnLeave(ADA, day(9), Optional.empty(), Optional.empty(), day(3)),
                        ended.invite(DAN, ReportingDuty.NONE, Optional.empty(), day(9), day(3)),
                        ended.acknowledge(ADA, day(3)),
                        ended.settle(day(3)),
                        ended.openSpace(CommunitySpace.Kind.OTHER, "x", day(3))))
                .allSatisfy(d -> assertThat(codes(d)).containsExactly("group-has-ended"));
        PeerGroup circle =
                votes(propose(group(), "x", new Motion.BecomeAlumniCircle(), 20, 1), "x", true, 2, ADA, BEN, CLEO);
        assertThat(circle.alumni(day(2))).containsExactly(ADA, BEN, CLEO);
        assertThat(circle.endedAt()).contains(day(2));
        PeerGroup both = propose(
                propose(group(all(ConsentRule.noVeto(3))), "x", new Motion.Disband(), 20, 1),
                "y",
                new Motion.Recontract(until),
                20,
                1);
        assertThat(both.settle(day(9)).orElseThrow().termUntil())
                .as("it has ended before")
                .isEmpty();
        assertThat(List.of(
                        new Motion.Disband(),
                        new Motion.BecomeAlumniCircle(),
                        new Motion.Recontract(until),
                        new Motion.ContinueAsIs(),
                        new Motion.Remove(ADA, true),
                        new Motion.Remove(ADA, false)))
                .extracting(Motion::code)
                .containsExactly("disband", "become-alumni-circle", "recontract", "continue-as-is", "lapse", "remove");
    }

    @Test
    void S20_each_question_has_its_own_rule() {
        ConsentRules rules = new ConsentRules(
                ConsentRule.unanimity(), ConsentRule.noVeto(1), ConsentRule.noVeto(2), ConsentRule.noVeto(3));
        assertThat(new Motion.Remove(ADA, false).ruleOf(rules)).isEqualTo(ConsentRule.noVeto(1));
        assertThat(new Motion.ContinueAsIs().ruleOf(rules)).isEqualTo(ConsentRule.noVeto(2));
        assertThat(new Motion.Amend(Confidential.draftOf(terms().words()), terms().settings()).ruleOf(rules))
                .isEqualTo(ConsentRule.noVeto(2));
        assertThat(new Motion.Disband().ruleOf(rules)).isEqualTo(ConsentRule.noVeto(3));
        assertThat(invite(group(rules), DAN, 9, 1).invitations().get(0).ballot().rule())
                .isEqualTo(ConsentRule.unanimity());
    }

    @Test
    void what_makes_no_sense_does_not_exist() {
        Membership stay = Membership.from(ADA, START, START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerGroup.builder()
                        .from(group())
                        .memberships(ImmutableList.of(stay, stay))
                        .build())
                .withMessageContaining("not overlap");
        assertThatIllegalArgumentException().isThrownBy(() -> Membership.from(ADA, START, START.minusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Membership.builder()
                        .from(stay)
                        .countsFrom(START.minusSeconds(1))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stay.ending(
                        new Departure(START.minusSeconds(1), Departure.Kind.LEFT, false, false, Optional.empty())));
        Leave leave = new Leave(day(1), Optional.of(day(3)), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Membership.builder().from(stay).addLeaves(leave, leave).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerGroup.builder().from(group()).name(" ").build());
    }
}
