package org.peercircle.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peercircle.decision.Decision;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

class TurnOrderTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLEO = PersonId.of("cleo");
    private static final PersonId DORA = PersonId.of("dora");

    private static Instant at(long meeting) {
        return Instant.ofEpochSecond(meeting);
    }

    private static Candidate since(PersonId person, long meeting) {
        return Candidate.since(person, at(meeting));
    }

    private static HeldTurn held(long meeting, PersonId moderator) {
        return HeldTurn.moderatedBy(moderator, at(meeting));
    }

    private static MeetingId id(int meeting) {
        return MeetingId.of("m" + meeting);
    }

    /** Meetings from this one on. */
    private static List<ComingMeeting> coming(int first, int count) {
        List<ComingMeeting> all = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            all.add(ComingMeeting.of(id(i), at(i)));
        }
        return all;
    }

    private static List<PersonId> guides(ModerationRule rule, List<Candidate> members, List<HeldTurn> held, Rota rota) {
        return TurnOrder.of(rule, members, held, rota).over(coming(held.size() + 1, 4)).stream()
                .map(Turn::moderator)
                .toList();
    }

    private static final List<Candidate> FOUR = List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 0), since(DORA, 0));

    @Test
    void S8_the_role_rotates_and_says_why() {
        ImmutableList<Turn> turns = TurnOrder.of(
                        ModerationRule.rotating(),
                        List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 0)),
                        List.of(held(1, ADA)),
                        Rota.EMPTY)
                .over(coming(2, 4));
        assertThat(turns).extracting(Turn::moderator).containsExactly(BEN, CLEO, ADA, BEN);
        assertThat(turns).extracting(t -> t.backup().orElseThrow()).containsExactly(CLEO, ADA, BEN, CLEO);
        assertThat(turns)
                .extracting(t -> t.reason().message())
                .containsExactly(
                        "Has not had a turn yet.",
                        "Has not had a turn yet.",
                        "Has waited longest: 2 meetings since the last turn.",
                        "Has waited longest: 2 meetings since the last turn.");
    }

    @Test
    void S8_one_moderator_stays_one_moderator_until_the_term_is_over() {
        ModerationRule rule = ModerationRule.singleUntil(BEN, at(4));
        ImmutableList<Turn> turns = TurnOrder.of(
                        rule, List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 0)), List.of(held(1, BEN)), Rota.EMPTY)
                .over(coming(2, 3));
        assertThat(turns).extracting(Turn::moderator).containsExactly(BEN, BEN, ADA);
        assertThat(turns.get(0).backup()).contains(ADA);
        assertThat(turns.get(0).reason().message()).isEqualTo("The charter names this moderator.");
        assertThat(turns.get(2).reason().message(p -> "Ben"))
                .isEqualTo("The charter names Ben, who does not moderate now; this member has waited longest.");
    }

    @Test
    void S8_where_the_charters_moderator_has_left_somebody_steps_in() {
        assertThat(guides(ModerationRule.single(CLEO), List.of(since(ADA, 0), since(BEN, 0)), List.of(), Rota.EMPTY))
                .containsExactly(ADA, BEN, ADA, BEN);
        assertThat(TurnOrder.of(ModerationRule.single(CLEO), List.of(), List.of(), Rota.EMPTY)
                        .over(coming(1, 2)))
                .isEmpty();
    }

    @Test
    void a_newcomer_in_grace_watches_first_unless_nobody_else_is_there() {
        ModerationRule rule = ModerationRule.rotating().afterGrace(1);
        List<HeldTurn> held = List.of(held(1, ADA), held(2, BEN));
        assertThat(guides(rule, List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 3)), held, Rota.EMPTY))
                .containsExactly(ADA, CLEO, BEN, ADA);
        assertThat(guides(rule, List.of(since(CLEO, 3)), held, Rota.EMPTY)).containsExactly(CLEO, CLEO, CLEO, CLEO);
    }

    @Test
    void grace_holds_even_if_the_only_other_then_guides_twice_running() {
        ModerationRule rule = ModerationRule.rotating().afterGrace(2);
        assertThat(guides(rule, List.of(since(ADA, 0), since(BEN, 2)), List.of(held(1, ADA)), Rota.EMPTY))
                .containsExactly(ADA, ADA, BEN, ADA);
    }

    @Test
    void who_comes_back_begins_anew() {
        Turn next = TurnOrder.of(
                        ModerationRule.rotating(),
                        List.of(since(ADA, 3), since(BEN, 0)),
                        List.of(held(1, ADA), held(2, BEN)),
                        Rota.EMPTY)
                .over(coming(3, 1))
                .get(0);
        assertThat(next.moderator()).isEqualTo(ADA);
        assertThat(next.reason()).isEqualTo(new TurnReason.FirstTurn());
    }

    @Test
    void alone_one_moderates_every_time() {
        ImmutableList<Turn> turns = TurnOrder.of(
                        ModerationRule.rotating(), List.of(since(ADA, 0)), List.of(held(1, ADA)), Rota.EMPTY)
                .over(coming(2, 2));
        assertThat(turns).extracting(Turn::moderator).containsExactly(ADA, ADA);
        assertThat(turns.get(0).backup()).isEmpty();
        assertThat(turns.get(0).reason().message()).contains("nobody else");
    }

    @Test
    void a_turn_may_last_several_meetings_and_standing_in_at_one_is_a_favor() {
        ModerationRule rule = ModerationRule.rotating().inTermsOf(2);
        assertThat(guides(rule, FOUR, List.of(held(1, ADA)), Rota.EMPTY)).containsExactly(ADA, BEN, BEN, CLEO);
        HeldTurn stoodIn = new HeldTurn(at(2), ImmutableMap.of(MeetingRole.MODERATOR, Served.standingInFor(ADA, BEN)));
        ImmutableList<Turn> turns = TurnOrder.of(rule, FOUR, List.of(held(1, ADA), stoodIn), Rota.EMPTY)
                .over(coming(3, 3));
        assertThat(turns).extracting(Turn::moderator).containsExactly(ADA, BEN, BEN);
        assertThat(turns.get(0).reason().message()).isEqualTo("Meeting 2 of 2 in a row.");
    }

    @Test
    void the_charter_may_say_who_begins() {
        ModerationRule rule = ModerationRule.rotating().startingWith(CLEO);
        ImmutableList<Turn> turns =
                TurnOrder.of(rule, FOUR, List.of(), Rota.EMPTY).over(coming(1, 4));
        assertThat(turns).extracting(Turn::moderator).containsExactly(CLEO, ADA, BEN, DORA);
        assertThat(turns.get(0).reason().message()).isEqualTo("The charter says who guides the first meeting.");
    }

    @Test
    void everyone_once_before_anyone_twice_lets_a_newcomer_overtake() {
        List<Candidate> members = List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 3));
        List<HeldTurn> held = List.of(held(1, ADA), held(2, BEN));
        assertThat(guides(ModerationRule.rotating(), members, held, Rota.EMPTY)).startsWith(ADA, CLEO);
        assertThat(guides(ModerationRule.rotating().withOnceBeforeTwice(), members, held, Rota.EMPTY))
                .startsWith(CLEO, ADA);
    }

    @Test
    void who_skips_a_meeting_comes_next() {
        Rota rota = new Arrangement.Skip(ADA, id(1), MeetingRole.MODERATOR)
                .on(Rota.EMPTY)
                .orElseThrow();
        ImmutableList<Turn> turns =
                TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), rota).over(coming(1, 4));
        assertThat(turns).extracting(Turn::moderator).containsExactly(BEN, ADA, CLEO, DORA);
        assertThat(turns.get(0).reason().message(PersonId::value))
                .isEqualTo("Stands in for ada, who skips this meeting and comes next.");
        assertThat(turns.get(0).duties().get(0).doneBy(ADA)).isEqualTo(Served.ownTurn(ADA));
        assertThat(turns.get(0).duties().get(0).doneBy(CLEO)).isEqualTo(Served.standingInFor(BEN, CLEO));
        Rota kept = new Arrangement.KeepTurn(ADA, id(1), MeetingRole.MODERATOR)
                .on(rota)
                .orElseThrow();
        assertThat(kept).isEqualTo(Rota.EMPTY);
    }

    @Test
    void where_all_skip_whose_turn_it_is_is_asked_all_the_same() {
        Rota rota = new Arrangement.Skip(ADA, id(1), MeetingRole.MODERATOR)
                .on(Rota.EMPTY)
                .orElseThrow();
        Turn turn = TurnOrder.of(ModerationRule.rotating(), List.of(since(ADA, 0)), List.of(), rota)
                .over(coming(1, 1))
                .get(0);
        assertThat(turn.moderator()).isEqualTo(ADA);
        assertThat(turn.reason().message()).contains("nobody else may or wants to");
    }

    @Test
    void a_swap_can_be_looked_at_before_it_is_made() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        SwapPreview preview = order.swap(MeetingRole.MODERATOR, ADA, id(1), id(3), coming(1, 8), at(0))
                .orElseThrow();
        assertThat(preview.after())
                .extracting(Turn::moderator)
                .containsExactly(CLEO, BEN, ADA, DORA, ADA, BEN, CLEO, DORA);
        assertThat(preview.messages(PersonId::value))
                .containsExactly(
                        "cleo would be moderator at the next meeting.", "ada would be moderator in 3 meetings.");
        assertThat(preview.after().get(0).reason().message()).isEqualTo("Has exchanged turns with ada.");
    }

    @Test
    void M7_before_M3_a_swap_may_have_somebody_guide_twice_running_and_says_so() {
        TurnOrder order =
                TurnOrder.of(ModerationRule.rotating(), List.of(since(ADA, 0), since(BEN, 0)), List.of(), Rota.EMPTY);
        SwapPreview preview = order.swap(MeetingRole.MODERATOR, ADA, id(1), id(2), coming(1, 4), at(0))
                .orElseThrow();
        assertThat(preview.after()).extracting(Turn::moderator).containsExactly(BEN, ADA, ADA, BEN);
        assertThat(preview.twiceRunning()).containsExactly(ADA);
        assertThat(preview.messages(PersonId::value)).contains("ada would guide two meetings running.");
    }

    @Test
    void a_swap_that_cannot_be_is_refused_with_the_reason() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        assertThat(order.swap(MeetingRole.MODERATOR, BEN, id(1), id(3), coming(1, 8), at(0))
                        .refusals())
                .containsExactly(new ModerationRefusal.NotTheirTurn(BEN, id(1), MeetingRole.MODERATOR, ADA));
        assertThat(order.swap(MeetingRole.MODERATOR, ADA, id(1), id(5), coming(1, 8), at(0))
                        .refusals())
                .containsExactly(new ModerationRefusal.NothingToSwap(id(1), id(5)));
        assertThat(order.swap(MeetingRole.MODERATOR, ADA, id(1), id(9), coming(1, 8), at(0))
                        .refusals())
                .containsExactly(new ModerationRefusal.NoTurn(id(9), MeetingRole.MODERATOR));
        assertThat(order.swap(MeetingRole.HOST, ADA, id(1), id(2), coming(1, 8), at(0))
                        .refusals())
                .containsExactly(new ModerationRefusal.NoTurn(id(1), MeetingRole.HOST));
    }

    @Test
    void an_offer_is_answered_once_and_can_be_taken_back() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        Swap swap = order.swap(MeetingRole.MODERATOR, ADA, id(1), id(3), coming(1, 8), at(0))
                .orElseThrow()
                .swap();
        Rota offered = new Arrangement.OfferSwap(swap).on(Rota.EMPTY).orElseThrow();
        assertThat(offered.offers()).containsExactly(swap);
        assertThat(new Arrangement.OfferSwap(swap).on(offered).refusals())
                .containsExactly(new ModerationRefusal.SwapAlreadyOffered(ADA, CLEO));
        Rota declined = new Arrangement.AnswerSwap(CLEO, ADA, MeetingRole.MODERATOR, false)
                .on(offered)
                .orElseThrow();
        assertThat(declined.offers()).isEmpty();
        assertThat(guides(ModerationRule.rotating(), FOUR, List.of(), declined)).startsWith(ADA);
        assertThat(new Arrangement.AnswerSwap(CLEO, ADA, MeetingRole.MODERATOR, true)
                        .on(declined)
                        .refusals())
                .containsExactly(new ModerationRefusal.NoSwapOffer(ADA, CLEO));
        assertThat(new Arrangement.WithdrawSwap(ADA, CLEO, MeetingRole.MODERATOR)
                        .on(offered)
                        .orElseThrow()
                        .offers())
                .isEmpty();
    }

    @Test
    void an_offer_whose_turn_has_passed_is_too_late() {
        TurnOrder before = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        Swap swap = before.swap(MeetingRole.MODERATOR, ADA, id(1), id(3), coming(1, 8), at(0))
                .orElseThrow()
                .swap();
        assertThat(before.preview(swap, coming(1, 8)).isAccepted()).isTrue();
        TurnOrder after = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(held(1, ADA)), Rota.EMPTY);
        assertThat(after.preview(swap, coming(2, 8)).refusals())
                .containsExactly(new ModerationRefusal.SwapTooLate(ADA, CLEO));
    }

    @Test
    void nothing_is_owed_for_a_swap_whose_first_half_never_came_about() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        Swap swap = order.swap(MeetingRole.MODERATOR, ADA, id(1), id(3), coming(1, 8), at(0))
                .orElseThrow()
                .swap();
        Rota agreed = new Arrangement.AnswerSwap(CLEO, ADA, MeetingRole.MODERATOR, true)
                .on(new Arrangement.OfferSwap(swap).on(Rota.EMPTY).orElseThrow())
                .orElseThrow();
        assertThat(guides(ModerationRule.rotating(), FOUR, List.of(), agreed)).containsExactly(CLEO, BEN, ADA, DORA);
        assertThat(guides(ModerationRule.rotating(), FOUR, List.of(held(1, ADA)), agreed))
                .containsExactly(BEN, CLEO, DORA, ADA);
    }

    @Test
    void roles_are_spread_and_the_discussion_has_its_own_leader() {
        ModerationRule rule = ModerationRule.rotating().sharing(MeetingRole.TIMEKEEPER);
        List<ComingMeeting> coming = new ArrayList<>(coming(1, 1));
        coming.add(new ComingMeeting(Optional.of(id(2)), at(2), ImmutableSet.of(MeetingRole.DISCUSSION_LEADER)));
        ImmutableList<Turn> turns =
                TurnOrder.of(rule, FOUR, List.of(), Rota.EMPTY).over(coming);
        assertThat(turns.get(0).duties()).hasSize(2);
        assertThat(turns.get(1).duties()).extracting(Turn.Duty::person).doesNotHaveDuplicates();
        assertThat(turns.get(1).duty(MeetingRole.DISCUSSION_LEADER)).isPresent();
        assertThat(turns.get(1).duty(MeetingRole.HOST)).isEmpty();
    }

    @Test
    void planning_and_leading_can_be_two_peoples() {
        Turn turn = TurnOrder.of(ModerationRule.plannerAndLeader(), FOUR, List.of(), Rota.EMPTY)
                .over(List.of(ComingMeeting.unscheduled(at(1))))
                .get(0);
        assertThat(turn.duty(MeetingRole.PLANNER).orElseThrow().person()).isNotEqualTo(turn.moderator());
        assertThat(turn.meeting()).isEmpty();
    }

    @Test
    void opting_out_and_in_is_each_members_own() {
        Away away = new Away(ImmutableSet.of(MeetingRole.MODERATOR), at(1), Optional.of(at(5)));
        Rota rota = new Arrangement.OptOut(ADA, away).on(Rota.EMPTY).orElseThrow();
        assertThat(rota.awayOf(ADA)).containsExactly(away);
        assertThat(rota.awayOf(BEN)).isEmpty();
        assertThat(new Arrangement.OptIn(BEN, at(2)).on(rota).refusals())
                .containsExactly(new ModerationRefusal.NotOptedOut(BEN));
        assertThat(new Arrangement.OptIn(ADA, at(2)).on(rota).orElseThrow().awayOf(ADA))
                .containsExactly(new Away(away.roles(), at(1), Optional.of(at(2))));
        assertThat(new Arrangement.OptIn(ADA, at(1)).on(rota).orElseThrow()).isEqualTo(Rota.EMPTY);
        assertThat(new Arrangement.OptIn(ADA, at(5)).on(rota).isAccepted()).isFalse();
        assertThat(away.covers(MeetingRole.MODERATOR, at(1))).isTrue();
        assertThat(away.covers(MeetingRole.MODERATOR, at(5))).isFalse();
        assertThat(away.covers(MeetingRole.HOST, at(2))).isFalse();
    }

    @Test
    void a_skip_is_asked_for_once_and_taken_back_once() {
        Arrangement skip = new Arrangement.Skip(ADA, id(1), MeetingRole.HOST);
        Rota rota = skip.on(Rota.EMPTY).orElseThrow();
        assertThat(skip.on(rota).refusals()).containsExactly(new ModerationRefusal.AlreadySkipped(ADA, id(1)));
        assertThat(new Arrangement.KeepTurn(ADA, id(1), MeetingRole.MODERATOR)
                        .on(rota)
                        .refusals())
                .containsExactly(new ModerationRefusal.NotSkipped(ADA, id(1)));
    }

    @Test
    void bounds_are_checked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModerationRule.rotating().inTermsOf(0))
                .withMessage("term must be between 1 and 100, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModerationRule.rotating().afterGrace(101))
                .withMessageContaining("grace");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModerationRule.rotating().sharing(MeetingRole.MODERATOR))
                .withMessageContaining("shared must not hold the moderator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Away(ImmutableSet.of(), at(1), Optional.empty()))
                .withMessageContaining("roles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Away.fromEverything(at(2), Optional.of(at(2))))
                .withMessageContaining("until");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Served(ADA, ADA, Served.How.STOOD_IN))
                .withMessageContaining("turnOf");
    }

    private static Rota agreed(Rota rota, Swap swap) {
        return new Arrangement.OfferSwap(swap)
                .on(rota)
                .then(offered -> new Arrangement.AnswerSwap(
                                swap.wanted().person(), swap.offered().person(), swap.role(), true)
                        .on(offered))
                .orElseThrow();
    }

    private static Decision<SwapPreview> swap(TurnOrder order, PersonId by, int mine, int theirs) {
        return order.swap(MeetingRole.MODERATOR, by, id(mine), id(theirs), coming(1, 12), at(0));
    }

    @Test
    void a_turn_that_is_exchanged_is_not_exchanged_again_unless_the_other_has_left() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        Rota rota = agreed(Rota.EMPTY, swap(order, ADA, 1, 3).orElseThrow().swap());
        TurnOrder with = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), rota);
        assertThat(swap(with, CLEO, 1, 4).refusals())
                .containsExactly(new ModerationRefusal.NothingToSwap(id(1), id(4)));
        assertThat(swap(with, BEN, 2, 3).refusals()).containsExactly(new ModerationRefusal.NothingToSwap(id(2), id(3)));
        assertThat(swap(with, ADA, 5, 6).isAccepted()).isTrue();
        Rota away = new Arrangement.OptOut(CLEO, Away.fromEverything(at(1), Optional.of(at(2))))
                .on(rota)
                .orElseThrow();
        List<Candidate> cleoAway = List.of(
                since(ADA, 0),
                since(BEN, 0),
                new Candidate(CLEO, at(0), Optional.empty(), away.awayOf(CLEO)),
                since(DORA, 0));
        TurnOrder fallenBack = TurnOrder.of(ModerationRule.rotating(), cleoAway, List.of(), away);
        assertThat(fallenBack.over(coming(1, 1)).get(0).moderator()).isEqualTo(ADA);
        assertThat(swap(fallenBack, ADA, 1, 2).refusals())
                .as("it falls back to its owner only for now")
                .containsExactly(new ModerationRefusal.NothingToSwap(id(1), id(2)));
        List<Candidate> withoutCleo = List.of(since(ADA, 0), since(BEN, 0), since(DORA, 0));
        assertThat(swap(TurnOrder.of(ModerationRule.rotating(), withoutCleo, List.of(), rota), ADA, 1, 2)
                        .isAccepted())
                .isTrue();
        assertThat(swap(TurnOrder.of(ModerationRule.rotating(), withoutCleo, List.of(), rota), BEN, 2, 1)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void an_offer_is_too_late_once_one_of_the_turns_is_exchanged_with_somebody_else() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY);
        Swap first = swap(order, ADA, 1, 3).orElseThrow().swap();
        Swap second = swap(order, BEN, 2, 3).orElseThrow().swap();
        TurnOrder with = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), agreed(Rota.EMPTY, second));
        assertThat(with.preview(first, coming(1, 12)).refusals())
                .containsExactly(new ModerationRefusal.SwapTooLate(ADA, CLEO));
        assertThat(order.preview(first, coming(1, 12)).isAccepted()).isTrue();
        assertThat(order.preview(first, coming(1, 2)).refusals())
                .as("a turn beyond what is to come")
                .containsExactly(new ModerationRefusal.SwapTooLate(ADA, CLEO));
    }

    @Test
    void nobody_takes_a_turn_at_a_meeting_they_are_away_from_or_skip() {
        List<Candidate> benAwayFirst = List.of(
                since(ADA, 0),
                new Candidate(
                        BEN, at(0), Optional.empty(), ImmutableList.of(Away.fromEverything(at(0), Optional.of(at(2))))),
                since(CLEO, 0));
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), benAwayFirst, List.of(), Rota.EMPTY);
        assertThat(swap(order, ADA, 1, 2).refusals())
                .containsExactly(new ModerationRefusal.NotFree(BEN, id(1), MeetingRole.MODERATOR));
        Rota skipping = new Arrangement.Skip(ADA, id(3), MeetingRole.MODERATOR)
                .on(Rota.EMPTY)
                .orElseThrow();
        TurnOrder skips = TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), skipping);
        assertThat(swap(skips, ADA, 1, 3).refusals())
                .containsExactly(new ModerationRefusal.NotFree(ADA, id(3), MeetingRole.MODERATOR));
    }

    @Test
    void other_roles_are_skipped_and_swapped_too() {
        ModerationRule rule = ModerationRule.rotating().sharing(MeetingRole.TIMEKEEPER);
        TurnOrder order = TurnOrder.of(rule, FOUR, List.of(), Rota.EMPTY);
        List<PersonId> keepers = keepers(order);
        assertThat(keepers).containsExactly(DORA, ADA, BEN, CLEO);
        SwapPreview preview = order.swap(MeetingRole.TIMEKEEPER, DORA, id(1), id(3), coming(1, 4), at(0))
                .orElseThrow();
        assertThat(preview.twiceRunning()).isEmpty();
        assertThat(preview.messages(PersonId::value))
                .containsExactly(
                        "ben would be timekeeper at the next meeting.", "dora would be timekeeper in 3 meetings.");
        TurnOrder swapped = TurnOrder.of(rule, FOUR, List.of(), agreed(Rota.EMPTY, preview.swap()));
        assertThat(keepers(swapped)).containsExactly(BEN, ADA, DORA, CLEO);
        assertThat(swapped.over(coming(1, 1))
                        .get(0)
                        .duty(MeetingRole.TIMEKEEPER)
                        .orElseThrow()
                        .reason())
                .isEqualTo(new TurnReason.Exchanged(DORA));
        Rota skipped = new Arrangement.Skip(DORA, id(1), MeetingRole.TIMEKEEPER)
                .on(Rota.EMPTY)
                .orElseThrow();
        assertThat(keepers(TurnOrder.of(rule, FOUR, List.of(), skipped))).startsWith(CLEO);
    }

    private static List<PersonId> keepers(TurnOrder order) {
        return order.over(coming(1, 4)).stream()
                .map(t -> t.duty(MeetingRole.TIMEKEEPER).orElseThrow().person())
                .toList();
    }

    @Test
    void meetings_are_taken_in_the_order_of_time() {
        List<ComingMeeting> mixed = new ArrayList<>(coming(1, 3));
        Collections.reverse(mixed);
        assertThat(TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY)
                        .over(mixed))
                .extracting(t -> t.meeting().orElseThrow())
                .containsExactly(id(1), id(2), id(3));
        List<ComingMeeting> atOnce = List.of(
                ComingMeeting.of(id(2), at(1)), ComingMeeting.of(id(1), at(1)), ComingMeeting.unscheduled(at(1)));
        assertThat(TurnOrder.of(ModerationRule.rotating(), FOUR, List.of(), Rota.EMPTY)
                        .over(atOnce))
                .extracting(Turn::meeting)
                .containsExactly(Optional.empty(), Optional.of(id(1)), Optional.of(id(2)));
    }

    @Test
    void what_was_served_before_coming_back_counts_for_nothing() {
        ModerationRule rule = ModerationRule.rotating().inTermsOf(2);
        List<HeldTurn> held = List.of(held(1, ADA), held(3, BEN));
        ImmutableList<Turn> turns = TurnOrder.of(rule, List.of(since(ADA, 2), since(BEN, 0)), held, Rota.EMPTY)
                .over(coming(4, 3));
        assertThat(turns).extracting(Turn::moderator).containsExactly(BEN, ADA, ADA);
    }

    @Test
    void a_duty_is_done_by_whoever_does_it() {
        Turn.Duty exchanged = new Turn.Duty(MeetingRole.MODERATOR, BEN, new TurnReason.Exchanged(ADA));
        assertThat(exchanged.doneBy(BEN)).isEqualTo(Served.exchanged(BEN, ADA));
        assertThat(exchanged.doneBy(ADA)).isEqualTo(Served.standingInFor(BEN, ADA));
        assertThat(Served.exchanged(BEN, ADA).countsFor()).isEqualTo(ADA);
        assertThat(Served.standingInFor(BEN, ADA).countsFor()).isEqualTo(ADA);
        assertThat(new TurnReason.TheirTurn().message()).isEqualTo("It is this member's turn.");
    }

    @Test
    void an_arrangement_tells_what_happens_in_ids_and_times() {
        Swap swap = new Swap(
                MeetingRole.HOST,
                new Swap.Part(ADA, 0, id(1)),
                new Swap.Part(BEN, 0, id(2)),
                Swap.State.OFFERED,
                at(0));
        List<Arrangement> all = List.of(
                new Arrangement.OptOut(ADA, Away.fromEverything(at(1), Optional.of(at(2)))),
                new Arrangement.OptOut(ADA, Away.fromEverything(at(1), Optional.empty())),
                new Arrangement.OptIn(ADA, at(1)),
                new Arrangement.Skip(ADA, id(1), MeetingRole.HOST),
                new Arrangement.KeepTurn(ADA, id(1), MeetingRole.HOST),
                new Arrangement.OfferSwap(swap),
                new Arrangement.AnswerSwap(BEN, ADA, MeetingRole.HOST, true),
                new Arrangement.AnswerSwap(BEN, ADA, MeetingRole.HOST, false),
                new Arrangement.WithdrawSwap(ADA, BEN, MeetingRole.HOST));
        assertThat(all)
                .extracting(Arrangement::type)
                .containsExactly(
                        "moderation-opted-out",
                        "moderation-opted-out",
                        "moderation-opted-in",
                        "turn-skipped",
                        "turn-kept",
                        "swap-offered",
                        "swap-agreed",
                        "swap-declined",
                        "swap-withdrawn");
        assertThat(all)
                .extracting(a -> new TreeMap<>(a.facts()).toString())
                .containsExactly(
                        "{from=1970-01-01T00:00:01Z, person=ada, until=1970-01-01T00:00:02Z}",
                        "{from=1970-01-01T00:00:01Z, person=ada}",
                        "{at=1970-01-01T00:00:01Z, person=ada}",
                        "{meeting=m1, person=ada, role=HOST}",
                        "{meeting=m1, person=ada, role=HOST}",
                        "{person=ada, role=HOST, with=ben}",
                        "{person=ada, role=HOST, with=ben}",
                        "{person=ada, role=HOST, with=ben}",
                        "{person=ada, role=HOST, with=ben}");
        Rota offered = new Arrangement.OfferSwap(swap).on(Rota.EMPTY).orElseThrow();
        Swap back = new Swap(MeetingRole.HOST, swap.wanted(), swap.offered(), Swap.State.OFFERED, at(0));
        assertThat(new Arrangement.OfferSwap(back).on(offered).isAccepted()).isFalse();
        Swap elsewhere = new Swap(MeetingRole.PLANNER, swap.offered(), swap.wanted(), Swap.State.OFFERED, at(0));
        assertThat(new Arrangement.OfferSwap(elsewhere).on(offered).isAccepted())
                .isTrue();
    }

    @Test
    void refusals_say_what_is_wrong_and_what_to_do() {
        List<ModerationRefusal> all = List.of(
                new ModerationRefusal.NoTurn(id(1), MeetingRole.NOTE_TAKER),
                new ModerationRefusal.NotTheirTurn(ADA, id(1), MeetingRole.HOST, BEN),
                new ModerationRefusal.NothingToSwap(id(1), id(2)),
                new ModerationRefusal.NotFree(ADA, id(1), MeetingRole.HOST),
                new ModerationRefusal.SwapTooLate(ADA, BEN),
                new ModerationRefusal.SwapAlreadyOffered(ADA, BEN),
                new ModerationRefusal.NoSwapOffer(ADA, BEN),
                new ModerationRefusal.AlreadySkipped(ADA, id(1)),
                new ModerationRefusal.NotSkipped(ADA, id(1)),
                new ModerationRefusal.NotOptedOut(ADA));
        assertThat(all)
                .extracting(r -> r.code() + ": " + r.message())
                .containsExactly(
                        "no-turn: Nobody is to be note taker at meeting m1. Name a meeting to come at which somebody is.",
                        "not-their-turn: ben, not ada, is to be host at meeting m1. Only one's own turn can be skipped or"
                                + " swapped.",
                        "nothing-to-swap: The turns at meetings m1 and m2 can't be exchanged: they are one member's own,"
                                + " or change hands already. Choose others.",
                        "not-free: ada is not to be host at meeting m1, so the swap can't be made. Choose another"
                                + " meeting.",
                        "swap-too-late: The swap that ada offered ben can no longer be made: one of the turns has passed"
                                + " or changed. Offer another.",
                        "swap-already-offered: An offer between ada and ben waits for an answer. Answer or withdraw it"
                                + " first.",
                        "no-swap-offer: There is no open offer of a swap from ada to ben.",
                        "already-skipped: ada skips meeting m1 already.",
                        "not-skipped: ada does not skip meeting m1, so there is nothing to take back.",
                        "not-opted-out: ada takes turns already.");
    }
}
