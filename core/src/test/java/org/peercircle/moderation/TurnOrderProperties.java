package org.peercircle.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.id.PersonId;

/** Laws M1 to M6 and M9, over years of meetings with joins, departures, absences and opt-outs. */
class TurnOrderProperties {

    /** One month: somebody may join, leave, or change their mind, and whose turn it is may be absent. */
    private record Month(int who, Kind kind, boolean moderatorAbsent) {
        private enum Kind {
            NOTHING,
            JOIN,
            LEAVE,
            OPT
        }
    }

    @Provide
    Arbitrary<List<Month>> years() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(
                                Month.Kind.NOTHING,
                                Month.Kind.NOTHING,
                                Month.Kind.JOIN,
                                Month.Kind.LEAVE,
                                Month.Kind.OPT),
                        Arbitraries.of(false, false, false, true))
                .as(Month::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /** Plays a history, and keeps for each pair of members since when both have been active, willing and there. */
    private static final class Play {
        private final Map<PersonId, Candidate> members = new HashMap<>();
        private final List<HeldTurn> held = new ArrayList<>();
        private final List<Set<PersonId>> willingAt = new ArrayList<>();
        private final List<PersonId> absentAt = new ArrayList<>();
        private Instant now = Instant.EPOCH;

        Play(int founders) {
            for (int i = 0; i < founders; i++) {
                members.put(person(i), new Candidate(person(i), now, true));
            }
        }

        static PersonId person(int i) {
            return PersonId.of("p" + i);
        }

        TurnOrder order(ModerationRule rule) {
            return TurnOrder.of(rule, members.values(), held);
        }

        void month(Month month, ModerationRule rule) {
            now = now.plusSeconds(10);
            PersonId who = person(month.who());
            switch (month.kind()) {
                case JOIN -> members.putIfAbsent(who, new Candidate(who, now, true));
                case LEAVE -> members.remove(who);
                case OPT -> members.computeIfPresent(who, (p, c) -> new Candidate(p, c.joinedAt(), !c.willing()));
                case NOTHING -> {}
            }
            now = now.plusSeconds(10);
            var next = order(rule).next(1);
            if (!next.isEmpty()) {
                Turn turn = next.get(0);
                boolean passes = month.moderatorAbsent() && turn.backup().isPresent();
                PersonId guide = passes ? turn.backup().orElseThrow() : turn.moderator();
                held.add(new HeldTurn(now, guide));
                Set<PersonId> willing = new HashSet<>();
                members.values().stream().filter(Candidate::willing).forEach(c -> willing.add(c.person()));
                willingAt.add(willing);
                absentAt.add(passes ? turn.moderator() : PersonId.of("nobody"));
            }
        }
    }

    private static Play play(int founders, List<Month> months, ModerationRule rule) {
        Play play = new Play(founders);
        months.forEach(month -> play.month(month, rule));
        return play;
    }

    @Property
    void M1_moderator_and_backup_are_active_and_willing(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        long willing = play.members.values().stream().filter(Candidate::willing).count();
        for (Turn turn : play.order(ModerationRule.rotating()).next(5)) {
            assertThat(play.members.get(turn.moderator())).matches(Candidate::willing);
            assertThat(turn.backup().isPresent()).isEqualTo(willing >= 2);
            turn.backup().ifPresent(backup -> {
                assertThat(backup).isNotEqualTo(turn.moderator());
                assertThat(play.members.get(backup)).matches(Candidate::willing);
            });
        }
    }

    @Property
    void M2_turns_differ_by_at_most_one(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        for (int a = 0; a < 8; a++) {
            for (int b = a + 1; b < 8; b++) {
                assertFair(play, Play.person(a), Play.person(b));
            }
        }
    }

    /** Over every stretch in which both are willing and neither is absent when due. */
    private static void assertFair(Play play, PersonId a, PersonId b) {
        int difference = 0;
        int high = 0;
        int low = 0;
        for (int i = 0; i < play.held.size(); i++) {
            boolean both =
                    play.willingAt.get(i).contains(a) && play.willingAt.get(i).contains(b);
            boolean absent =
                    play.absentAt.get(i).equals(a) || play.absentAt.get(i).equals(b);
            if (!both || absent) {
                difference = 0;
                high = 0;
                low = 0;
                continue;
            }
            PersonId guide = play.held.get(i).moderator();
            difference += guide.equals(a) ? 1 : guide.equals(b) ? -1 : 0;
            high = Math.max(high, difference);
            low = Math.min(low, difference);
            assertThat(high - low).as("%s and %s", a, b).isLessThanOrEqualTo(1);
        }
    }

    @Property
    void M3_nobody_twice_running_while_another_is_willing(
            @ForAll @IntRange(min = 1, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        for (int i = 1; i < play.held.size(); i++) {
            boolean another = play.willingAt.get(i).size() >= 2
                    && !(play.willingAt.get(i).size() == 2
                            && play.willingAt.get(i).contains(play.absentAt.get(i)));
            if (another) {
                assertThat(play.held.get(i).moderator())
                        .isNotEqualTo(play.held.get(i - 1).moderator());
            }
        }
    }

    @Property
    void M4_a_newcomer_waits_behind_all_who_have_waited_longer(
            @ForAll @IntRange(min = 2, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        List<PersonId> before = order(play, 8);
        play.members.put(PersonId.of("new"), new Candidate(PersonId.of("new"), play.now.plusSeconds(1), true));
        List<PersonId> after = order(play, 9);
        after.remove(PersonId.of("new"));
        assertThat(after).startsWith(before.toArray(PersonId[]::new));
    }

    @Property
    void M5_a_leaver_changes_nobody_elses_order(
            @ForAll @IntRange(min = 3, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        List<PersonId> before = order(play, 8);
        if (!before.isEmpty()) {
            PersonId leaver = before.get(before.size() / 2);
            play.members.remove(leaver);
            before.remove(leaver);
            assertThat(order(play, 8)).isEqualTo(before);
        }
    }

    /** Each willing member once, in the order of their next turns. */
    private static List<PersonId> order(Play play, int ahead) {
        List<PersonId> order = new ArrayList<>();
        play.order(ModerationRule.rotating()).next(ahead).forEach(turn -> {
            if (!order.contains(turn.moderator())) {
                order.add(turn.moderator());
            }
        });
        return order;
    }

    @Property
    void M6_an_absent_moderator_comes_next(
            @ForAll @IntRange(min = 2, max = 6) int founders, @ForAll("years") List<Month> months) {
        Play play = play(founders, months, ModerationRule.rotating());
        var turns = play.order(ModerationRule.rotating()).next(1);
        if (!turns.isEmpty() && turns.get(0).backup().isPresent()) {
            play.month(new Month(9, Month.Kind.NOTHING, true), ModerationRule.rotating());
            assertThat(play.order(ModerationRule.rotating()).next(1).get(0).moderator())
                    .isEqualTo(turns.get(0).moderator());
        }
    }

    @Property
    void M9_a_preview_is_what_happens_if_nothing_changes(
            @ForAll @IntRange(min = 1, max = 6) int founders,
            @ForAll("years") List<Month> months,
            @ForAll @IntRange(max = 3) int grace) {
        ModerationRule rule = ModerationRule.rotatingAfterGrace(grace);
        Play play = play(founders, months, rule);
        var preview = play.order(rule).next(12);
        for (Turn turn : preview) {
            var next = play.order(rule).next(1).get(0);
            assertThat(next.moderator()).isEqualTo(turn.moderator());
            assertThat(next.backup()).isEqualTo(turn.backup());
            assertThat(next.reason()).isEqualTo(turn.reason());
            play.month(new Month(9, Month.Kind.NOTHING, false), rule);
        }
        List<HeldTurn> shuffled = new ArrayList<>(play.held);
        Collections.reverse(shuffled);
        assertThat(TurnOrder.of(rule, play.members.values(), shuffled).next(3))
                .isEqualTo(play.order(rule).next(3));
    }
}
