package org.peercircle.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Histories.Happened;
import org.peercircle.moderation.Histories.Kind;
import org.peercircle.moderation.Histories.Month;
import org.peercircle.moderation.Histories.Play;

/** Laws M1 to M9, over years of meetings. */
class TurnOrderProperties {

    @Provide
    Arbitrary<List<Month>> years() {
        return Histories.anyYears();
    }

    /** Years in which nothing is arranged that begins or ends at a later date. */
    @Provide
    Arbitrary<List<Month>> datelessYears() {
        return Histories.of(Kind.NOTHING, Kind.NOTHING, Kind.JOIN, Kind.LEAVE, Kind.OPT_OUT, Kind.OPT_IN);
    }

    @Provide
    Arbitrary<ModerationRule> rules() {
        return Histories.anyRule();
    }

    @Property
    void M1_moderator_and_backup_are_active_and_willing(
            @ForAll("rules") ModerationRule rule,
            @ForAll @IntRange(min = 1, max = 6) int founders,
            @ForAll("years") List<Month> months) {
        Play play = Play.of(rule, founders, months);
        for (Turn turn : play.turns()) {
            Set<PersonId> free = new HashSet<>();
            play.members().stream()
                    .filter(c -> c.isWilling(MeetingRole.MODERATOR, turn.at()))
                    .map(Candidate::person)
                    .forEach(free::add);
            assertThat(free).contains(turn.moderator());
            assertThat(turn.duties().stream().filter(d -> d.role() == MeetingRole.MODERATOR))
                    .hasSize(1);
            MeetingId meeting = turn.meeting().orElseThrow();
            free.removeIf(p -> play.rota.skips().contains(new Rota.Skip(p, meeting, MeetingRole.MODERATOR)));
            boolean stuck = !free.contains(turn.moderator());
            assertThat(stuck && free.size() > 1)
                    .as("asked although another is free")
                    .isFalse();
            turn.backup().ifPresent(backup -> {
                assertThat(backup).isNotEqualTo(turn.moderator());
                assertThat(free).contains(backup);
            });
            if (!(rule instanceof ModerationRule.Rotating r && r.grace() > 0)) {
                free.remove(turn.moderator());
                assertThat(turn.backup().isPresent()).isEqualTo(!free.isEmpty());
            }
        }
    }

    @Property
    void M2_turns_differ_by_at_most_one(
            @ForAll @IntRange(min = 1, max = 6) int founders,
            @ForAll("years") List<Month> months,
            @ForAll @IntRange(max = 3) int grace,
            @ForAll @IntRange(min = 1, max = 3) int term) {
        Play play = Play.of(ModerationRule.rotating().afterGrace(grace).inTermsOf(term), founders, months);
        for (int a = 0; a < 8; a++) {
            for (int b = a + 1; b < 8; b++) {
                assertFair(play, Histories.person(a), Histories.person(b), grace, term);
            }
        }
    }

    /**
     * Over every stretch in which both are willing and neither is absent, passed over or in an exchange. A turn counts when
     * its last meeting is over.
     */
    private static void assertFair(Play play, PersonId a, PersonId b, int grace, int term) {
        int difference = 0;
        int high = 0;
        int low = 0;
        Map<PersonId, Integer> watched = new HashMap<>();
        Map<Candidate, Integer> meetings = new HashMap<>();
        for (Happened meeting : play.happened) {
            Served served = moderation(meeting);
            for (PersonId p : List.of(a, b)) {
                watched.put(p, meeting.willing().contains(p) ? watched.getOrDefault(p, 0) + 1 : 0);
            }
            boolean ownTurn = served.how() == Served.How.OWN_TURN || served.how() == Served.How.EXCHANGED;
            Candidate whose = meeting.members().get(served.countsFor());
            boolean over = term == 1;
            if (ownTurn && whose != null) {
                over = meetings.merge(whose, 1, Integer::sum) % term == 0;
            }
            boolean settled = Math.min(watched.getOrDefault(a, 0), watched.getOrDefault(b, 0)) > grace;
            boolean disturbed = meeting.skipping().contains(a)
                    || meeting.skipping().contains(b)
                    || (served.how() == Served.How.EXCHANGED && (isIn(served, a) || isIn(served, b)))
                    || (served.how() == Served.How.STOOD_IN
                            && (served.turnOf().equals(a) || served.turnOf().equals(b)))
                    || isGiver(meeting, a)
                    || isGiver(meeting, b)
                    || meeting.planned().reason() instanceof TurnReason.NobodyElse;
            if (!settled || disturbed) {
                difference = 0;
                high = 0;
                low = 0;
                continue;
            }
            if (over && (ownTurn || term == 1)) {
                difference += served.person().equals(a) ? 1 : served.person().equals(b) ? -1 : 0;
            }
            high = Math.max(high, difference);
            low = Math.min(low, difference);
            assertThat(high - low).as("%s and %s", a, b).isLessThanOrEqualTo(1);
        }
    }

    /** Whether somebody had given this very turn away. */
    private static boolean isGiver(Happened meeting, PersonId person) {
        return meeting.planned().reason().equals(new TurnReason.Exchanged(person));
    }

    private static boolean isIn(Served served, PersonId person) {
        return served.person().equals(person) || served.turnOf().equals(person);
    }

    private static Served moderation(Happened meeting) {
        return Objects.requireNonNull(meeting.held().served().get(MeetingRole.MODERATOR));
    }

    @Property
    void M2_every_role_that_rotates_evens_out(
            @ForAll @IntRange(min = 1, max = 10) int members, @ForAll @IntRange(min = 1, max = 60) int meetings) {
        Play play = new Play(
                ModerationRule.rotating().sharing(MeetingRole.TIMEKEEPER, MeetingRole.NOTE_TAKER, MeetingRole.HOST),
                members);
        for (int i = 0; i < meetings; i++) {
            play.month(Month.QUIET);
        }
        for (MeetingRole role :
                List.of(MeetingRole.MODERATOR, MeetingRole.TIMEKEEPER, MeetingRole.NOTE_TAKER, MeetingRole.HOST)) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                PersonId person = Histories.person(i);
                counts.add(play.held().stream()
                        .filter(h -> Objects.requireNonNull(h.served().get(role))
                                .person()
                                .equals(person))
                        .count());
            }
            assertThat(Collections.max(counts) - Collections.min(counts))
                    .as("%s", role)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property
    void M3_nobody_twice_running_while_another_is_willing(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = Play.of(ModerationRule.rotating(), founders, months);
        for (int i = 1; i < play.happened.size(); i++) {
            Happened now = play.happened.get(i);
            Happened before = play.happened.get(i - 1);
            Set<PersonId> others = new HashSet<>(now.willing());
            others.removeAll(now.skipping());
            others.remove(before.guide());
            others.removeIf(p -> isGiver(now, p));
            if (now.absent()) {
                others.remove(now.planned().moderator());
            }
            boolean exchanged = moderation(now).how() == Served.How.EXCHANGED
                    || moderation(before).how() == Served.How.EXCHANGED;
            if (!others.isEmpty() && !exchanged) {
                assertThat(now.guide()).isNotEqualTo(before.guide());
            }
        }
    }

    @Property
    void M4_a_newcomer_waits_behind_all_who_have_waited_longer(
            @ForAll @IntRange(min = 2, max = 6) int founders,
            @ForAll("datelessYears") List<Month> months,
            @ForAll @IntRange(max = 3) int grace,
            @ForAll @IntRange(min = 1, max = 2) int term) {
        Play play = Play.of(ModerationRule.rotating().afterGrace(grace).inTermsOf(term), founders, months);
        List<PersonId> before = play.orderOfNextTurns(10 * term);
        PersonId newcomer = PersonId.of("new");
        play.joined.put(
                newcomer,
                Candidate.since(newcomer, Histories.timeOf(play.months).minusSeconds(1)));
        List<PersonId> after = new ArrayList<>(play.orderOfNextTurns(12 * term));
        long waitedLonger = before.stream()
                .filter(p -> play.happened.isEmpty()
                        || !play.happened.get(play.happened.size() - 1).guide().equals(p))
                .count();
        if (play.happened.isEmpty()) {
            waitedLonger = before.size();
        }
        assertThat(after.indexOf(newcomer)).isGreaterThanOrEqualTo((int) Math.min(waitedLonger, before.size() - 1L));
        after.remove(newcomer);
        assertThat(after).startsWith(before.toArray(PersonId[]::new));
    }

    @Property
    void M5_a_leaver_changes_nobody_elses_order(
            @ForAll @IntRange(min = 3, max = 6) int founders,
            @ForAll("datelessYears") List<Month> months,
            @ForAll @IntRange(min = 1, max = 3) int term,
            @ForAll boolean once) {
        ModerationRule.Rotating rule = ModerationRule.rotating().inTermsOf(term);
        Play play = Play.of(once ? rule.withOnceBeforeTwice() : rule, founders, months);
        List<PersonId> before = new ArrayList<>(play.orderOfNextTurns(8 * term));
        if (!before.isEmpty()) {
            PersonId leaver = before.get(before.size() / 2);
            play.joined.remove(leaver);
            before.remove(leaver);
            assertThat(play.orderOfNextTurns(8 * term)).isEqualTo(before);
        }
    }

    @Property
    void M6_an_absent_moderator_comes_next(
            @ForAll @IntRange(min = 2, max = 6) int founders,
            @ForAll("years") List<Month> months,
            @ForAll @IntRange(min = 1, max = 3) int term) {
        Play play = Play.of(ModerationRule.rotating().inTermsOf(term), founders, months);
        ImmutableList<Turn> turns = play.turns();
        if (!turns.isEmpty()
                && turns.get(0).ahead() == 1
                && turns.get(0).backup().isPresent()) {
            Turn missed = turns.get(0);
            play.month(Month.ABSENT);
            ImmutableList<Turn> after = play.turns();
            boolean canCome = play.members().stream()
                    .anyMatch(c -> c.person().equals(missed.moderator())
                            && c.isWilling(MeetingRole.MODERATOR, Histories.timeOf(play.months)));
            boolean skips = play.rota
                    .skips()
                    .contains(
                            new Rota.Skip(missed.moderator(), MeetingId.of("m" + play.months), MeetingRole.MODERATOR));
            boolean plain = missed.reason() instanceof TurnReason.FirstTurn
                    || missed.reason() instanceof TurnReason.WaitedLongest
                    || missed.reason() instanceof TurnReason.ContinuesTerm;
            boolean someoneBack = play.members().stream()
                    .anyMatch(c -> !c.isWilling(MeetingRole.MODERATOR, missed.at())
                            && c.isWilling(MeetingRole.MODERATOR, Histories.timeOf(play.months)));
            boolean exchanged = after.get(0).reason() instanceof TurnReason.Exchanged;
            if (canCome && !skips && plain && !someoneBack && !exchanged) {
                assertThat(after.get(0).moderator()).isEqualTo(missed.moderator());
            }
        }
    }

    @Property
    void M7_a_swap_exchanges_exactly_two_turns(
            @ForAll @IntRange(min = 2, max = 6) int founders,
            @ForAll("years") List<Month> months,
            @ForAll @IntRange(min = 1, max = 3) int term,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(min = 1, max = 11) int second) {
        Play play = Play.of(ModerationRule.rotating().inTermsOf(term), founders, months);
        List<ComingMeeting> coming = play.ahead(24);
        ImmutableList<Turn> before = play.order().over(coming);
        if (before.size() != 24 || first == second) {
            return;
        }
        var preview = play.order()
                .swap(
                        MeetingRole.MODERATOR,
                        before.get(first).moderator(),
                        id(coming, first),
                        id(coming, second),
                        coming,
                        Histories.timeOf(play.months).minusSeconds(10));
        boolean own = isOwn(before.get(first)) && isOwn(before.get(second));
        boolean two = !before.get(first).moderator().equals(before.get(second).moderator());
        boolean possible = own
                && two
                && isTakerFree(play, before.get(first), before.get(second).moderator())
                && isTakerFree(play, before.get(second), before.get(first).moderator());
        boolean promised = play.rota.swaps().stream()
                .anyMatch(s -> s.offered().person().equals(before.get(first).moderator())
                        || s.wanted().person().equals(before.get(first).moderator())
                        || s.offered().person().equals(before.get(second).moderator())
                        || s.wanted().person().equals(before.get(second).moderator()));
        assertThat(preview.isAccepted())
                .satisfiesAnyOf(
                        is -> assertThat(is).isEqualTo(possible),
                        is -> assertThat(promised).isTrue());
        if (!preview.isAccepted()) {
            return;
        }
        Swap swap = preview.orElseThrow().swap();
        play.agree(swap);
        ImmutableList<Turn> after = play.order().over(coming);
        assertThat(after).isEqualTo(preview.orElseThrow().after());
        List<Turn> changed = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            PersonId old = before.get(i).moderator();
            PersonId now = after.get(i).moderator();
            if (!old.equals(now)) {
                changed.add(after.get(i));
                assertThat(Set.of(old, now))
                        .isEqualTo(Set.of(swap.offered().person(), swap.wanted().person()));
            }
        }
        assertThat(preview.orElseThrow().changed()).isEqualTo(changed);
        assertThat(changed).extracting(t -> t.meeting().orElseThrow()).contains(id(coming, first), id(coming, second));
        assertThat(changed.size()).isBetween(2, 2 * term);
    }

    private static boolean isTakerFree(Play play, Turn turn, PersonId taker) {
        boolean willing = play.members().stream()
                .anyMatch(c -> c.person().equals(taker) && c.isWilling(MeetingRole.MODERATOR, turn.at()));
        return willing
                && !play.rota
                        .skips()
                        .contains(new Rota.Skip(taker, turn.meeting().orElseThrow(), MeetingRole.MODERATOR));
    }

    private static boolean isOwn(Turn turn) {
        return turn.duties().get(0).served().how() == Served.How.OWN_TURN;
    }

    private static MeetingId id(List<ComingMeeting> coming, int index) {
        return coming.get(index).meeting().orElseThrow();
    }

    @Property
    void M8_opting_out_is_possible_for_a_time_and_for_good(
            @ForAll("rules") ModerationRule rule,
            @ForAll @IntRange(min = 2, max = 6) int founders,
            @ForAll("datelessYears") List<Month> months,
            @ForAll @IntRange(min = 1, max = 6) int length,
            @ForAll boolean forGood) {
        Play play = Play.of(rule, founders, months);
        PersonId who = Histories.person(1);
        if (!play.joined.containsKey(who)) {
            return;
        }
        Instant from = Histories.timeOf(play.months).minusSeconds(20);
        Instant until = Histories.timeOf(play.months + length).minusSeconds(1);
        play.arrange(new Arrangement.OptIn(who, from));
        ImmutableList<Turn> usual = play.order().over(play.ahead(20));
        play.arrange(new Arrangement.OptOut(
                who, Away.fromEverything(from, forGood ? Optional.empty() : Optional.of(until))));
        ImmutableList<Turn> turns = play.order().over(play.ahead(20));
        assertThat(turns.stream()
                        .filter(t -> forGood || t.at().isBefore(until))
                        .flatMap(t -> t.duties().stream())
                        .map(Turn.Duty::person))
                .doesNotContain(who);
        if (!forGood && usual.stream().anyMatch(t -> t.moderator().equals(who)) && term(rule) == 1) {
            assertThat(turns).anyMatch(t -> t.moderator().equals(who));
        }
        play.arrange(new Arrangement.OptIn(who, from));
        assertThat(play.order().over(play.ahead(20))).isEqualTo(usual);
    }

    private static int term(ModerationRule rule) {
        return rule.termOf(MeetingRole.MODERATOR);
    }

    @Property
    void M9_a_preview_is_what_happens_if_nothing_changes(
            @ForAll("rules") ModerationRule rule,
            @ForAll @IntRange(min = 1, max = 6) int founders,
            @ForAll("years") List<Month> months) {
        Play play = Play.of(rule, founders, months);
        ImmutableList<Turn> preview = play.turns();
        int start = play.months;
        for (int i = 0; i < 12; i++) {
            int meeting = i;
            Optional<Turn> foreseen =
                    preview.stream().filter(t -> t.ahead() == meeting + 1).findFirst();
            if (foreseen.isEmpty()) {
                return;
            }
            int before = play.happened.size();
            play.month(Month.QUIET);
            assertThat(play.happened).hasSize(before + 1);
            Turn real = play.happened.get(before).planned();
            assertThat(real.duties()).isEqualTo(foreseen.orElseThrow().duties());
            assertThat(real.backup()).isEqualTo(foreseen.orElseThrow().backup());
        }
        assertThat(play.months).isEqualTo(start + 12);
        List<HeldTurn> shuffled = new ArrayList<>(play.held());
        Collections.reverse(shuffled);
        List<Candidate> others = new ArrayList<>(play.members());
        Collections.reverse(others);
        assertThat(TurnOrder.of(rule, others, shuffled, play.rota).over(play.ahead()))
                .isEqualTo(play.turns());
    }

    @Property
    void M9_the_order_is_that_of_the_plain_model(
            @ForAll("rules") ModerationRule rule,
            @ForAll @IntRange(min = 1, max = 6) int founders,
            @ForAll("years") List<Month> months) {
        Play play = Play.of(rule, founders, months);
        List<ComingMeeting> coming = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            coming.add(Histories.coming(play.months + i, i % 3 == 1));
        }
        List<PlainTurns.Planned> plain = new PlainTurns(rule, play.members(), play.held(), play.rota).over(coming);
        ImmutableList<Turn> turns = play.order().over(coming);
        for (int i = 0; i < 12; i++) {
            int meeting = i;
            Optional<Turn> turn =
                    turns.stream().filter(t -> t.ahead() == meeting + 1).findFirst();
            Map<MeetingRole, Served> roles = new HashMap<>();
            turn.ifPresent(t -> t.duties().forEach(d -> roles.put(d.role(), d.served())));
            assertThat(roles).as("meeting %s", meeting).isEqualTo(plain.get(i).roles());
            assertThat(turn.flatMap(Turn::backup)).isEqualTo(plain.get(i).backup());
        }
    }

    @Property
    void S8_nobody_has_two_roles_while_another_has_none(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("years") List<Month> months) {
        ModerationRule rule = ModerationRule.rotating().sharing(MeetingRole.TIMEKEEPER, MeetingRole.NOTE_TAKER);
        Play play = Play.of(rule, founders, months);
        for (Turn turn : play.turns()) {
            Set<PersonId> busy = new HashSet<>();
            Set<PersonId> twice = new HashSet<>();
            turn.duties().forEach(d -> {
                if (!busy.add(d.person())) {
                    twice.add(d.person());
                }
            });
            Set<PersonId> idle = new HashSet<>();
            play.members().stream()
                    .filter(c -> c.isWilling(MeetingRole.NOTE_TAKER, turn.at()))
                    .forEach(c -> idle.add(c.person()));
            idle.removeAll(busy);
            assertThat(twice.isEmpty() || idle.isEmpty()).as("%s", turn).isTrue();
        }
    }

    @Property
    void once_before_twice_holds_among_those_who_are_willing(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("datelessYears") List<Month> months) {
        Play play = Play.of(ModerationRule.rotating().withOnceBeforeTwice(), founders, months);
        for (Turn turn : play.turns().stream().limit(1).toList()) {
            if (turn.reason() instanceof TurnReason.WaitedLongest) {
                assertThat(play.members().stream().filter(c -> c.isWilling(MeetingRole.MODERATOR, turn.at())))
                        .allMatch(c -> play.happened.stream()
                                .anyMatch(h -> !h.held().at().isBefore(c.joinedAt())
                                        && moderation(h).countsFor().equals(c.person())));
            }
        }
    }
}
