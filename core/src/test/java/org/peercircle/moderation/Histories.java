package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/** Years of meetings with joins, departures, opt-outs, skips, swaps and absences. */
final class Histories {

    private static final int AHEAD = 12;

    private Histories() {}

    /** What happens before a meeting, and whether whose turn it is stays away from it. */
    record Month(int who, Kind kind, int length, boolean moderatorAbsent, boolean discussion) {
        static final Month QUIET = new Month(9, Kind.NOTHING, 1, false, false);
        static final Month ABSENT = new Month(9, Kind.NOTHING, 1, true, false);
    }

    enum Kind {
        NOTHING,
        JOIN,
        LEAVE,
        OPT_OUT,
        OPT_OUT_FOR_A_TIME,
        OPT_IN,
        SKIP,
        SWAP
    }

    static Arbitrary<List<Month>> of(Kind... kinds) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, true))
                .as(Month::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(48);
    }

    /** Everything that can happen. */
    static Arbitrary<List<Month>> anyYears() {
        return of(Kind.values());
    }

    /** Rules of every kind. */
    static Arbitrary<ModerationRule> anyRule() {
        Arbitrary<ModerationRule> rotating = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(false, true),
                        Arbitraries.integers()
                                .between(0, 7)
                                .map(Histories::person)
                                .optional(0.5),
                        anyRoles())
                .as(ModerationRule.Rotating::new);
        Arbitrary<ModerationRule> single = Combinators.combine(
                        Arbitraries.integers().between(0, 7).map(Histories::person),
                        Arbitraries.integers()
                                .between(0, 40)
                                .map(Histories::timeOf)
                                .optional(0.5),
                        anyRoles())
                .as(ModerationRule.Single::new);
        return Arbitraries.frequencyOf(Tuple.of(4, rotating), Tuple.of(1, single));
    }

    private static Arbitrary<ImmutableSet<MeetingRole>> anyRoles() {
        return Arbitraries.of(MeetingRole.CO_MODERATOR, MeetingRole.PLANNER, MeetingRole.TIMEKEEPER, MeetingRole.HOST)
                .set()
                .ofMaxSize(3)
                .map(ImmutableSet::copyOf);
    }

    static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    /** When the n-th meeting begins. */
    static Instant timeOf(int meeting) {
        return Instant.EPOCH.plusSeconds(100L * meeting + 90);
    }

    static ComingMeeting coming(int meeting, boolean discussion) {
        return new ComingMeeting(
                Optional.of(MeetingId.of("m" + meeting)),
                timeOf(meeting),
                discussion ? ImmutableSet.of(MeetingRole.DISCUSSION_LEADER) : ImmutableSet.of());
    }

    /** One meeting that was held, with what it takes to judge it. */
    record Happened(
            Turn planned,
            HeldTurn held,
            Map<PersonId, Candidate> members,
            Set<PersonId> willing,
            Set<PersonId> skipping,
            boolean absent) {
        PersonId guide() {
            return Objects.requireNonNull(held.served().get(MeetingRole.MODERATOR))
                    .person();
        }
    }

    /** Plays a history, month by month. */
    static final class Play {
        final ModerationRule rule;
        final Map<PersonId, Candidate> joined = new LinkedHashMap<>();
        final List<Happened> happened = new ArrayList<>();
        Rota rota = Rota.EMPTY;
        int months;

        Play(ModerationRule rule, int founders) {
            this.rule = rule;
            for (int i = 0; i < founders; i++) {
                joined.put(person(i), Candidate.since(person(i), Instant.EPOCH));
            }
        }

        static Play of(ModerationRule rule, int founders, List<Month> months) {
            Play play = new Play(rule, founders);
            months.forEach(play::month);
            return play;
        }

        List<HeldTurn> held() {
            return happened.stream().map(Happened::held).toList();
        }

        /** The members as the order is to see them. */
        List<Candidate> members() {
            return joined.values().stream()
                    .map(c -> new Candidate(c.person(), c.joinedAt(), c.leavesAt(), rota.awayOf(c.person())))
                    .toList();
        }

        TurnOrder order() {
            return TurnOrder.of(rule, members(), held(), rota);
        }

        List<ComingMeeting> ahead() {
            return ahead(AHEAD);
        }

        List<ComingMeeting> ahead(int count) {
            List<ComingMeeting> coming = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                coming.add(coming(months + i, false));
            }
            return coming;
        }

        ImmutableList<Turn> turns() {
            return order().over(ahead());
        }

        /** The moderator after the members' own order of next turns, each once. */
        List<PersonId> orderOfNextTurns(int count) {
            return order().over(ahead(count)).stream()
                    .map(Turn::moderator)
                    .distinct()
                    .toList();
        }

        void arrange(Arrangement arrangement) {
            var next = arrangement.on(rota);
            if (next.isAccepted()) {
                rota = next.orElseThrow();
            }
        }

        void month(Month month) {
            Instant now = timeOf(months).minusSeconds(50);
            PersonId who = person(month.who());
            boolean member = joined.containsKey(who);
            switch (month.kind()) {
                case NOTHING -> {}
                case JOIN -> joined.putIfAbsent(who, Candidate.since(who, now));
                case LEAVE -> {
                    joined.remove(who);
                    // Coming back begins anew, also in what one wants.
                    arrange(new Arrangement.OptIn(who, now));
                }
                case OPT_OUT -> {
                    if (member) {
                        arrange(new Arrangement.OptOut(
                                who, new Away(ImmutableSet.of(MeetingRole.MODERATOR), now, Optional.empty())));
                    }
                }
                case OPT_OUT_FOR_A_TIME -> {
                    if (member) {
                        Instant until = timeOf(months + month.length()).minusSeconds(1);
                        arrange(new Arrangement.OptOut(who, Away.fromEverything(now, Optional.of(until))));
                    }
                }
                case OPT_IN -> arrange(new Arrangement.OptIn(who, now));
                case SKIP ->
                    arrange(new Arrangement.Skip(
                            who, MeetingId.of("m" + (months + month.length() - 1)), MeetingRole.MODERATOR));
                case SWAP -> swap(month.who() % 3, month.who() % 3 + month.length(), now);
            }
            hold(month);
        }

        /** The moderators of two meetings to come exchange turns, if they may. */
        void swap(int first, int second, Instant now) {
            List<ComingMeeting> coming = ahead();
            ImmutableList<Turn> turns = order().over(coming);
            turns.stream().filter(t -> t.ahead() == first + 1).findFirst().ifPresent(turn -> {
                var preview = order().swap(
                                MeetingRole.MODERATOR,
                                turn.moderator(),
                                MeetingId.of("m" + (months + first)),
                                MeetingId.of("m" + (months + second)),
                                coming,
                                now);
                if (preview.isAccepted()) {
                    agree(preview.orElseThrow().swap());
                }
            });
        }

        void agree(Swap swap) {
            PersonId by = swap.offered().person();
            arrange(new Arrangement.OfferSwap(swap));
            arrange(new Arrangement.AnswerSwap(swap.wanted().person(), by, swap.role(), true));
        }

        private void hold(Month month) {
            ComingMeeting meeting = coming(months, month.discussion());
            ImmutableList<Turn> turns = order().over(List.of(meeting));
            months++;
            if (turns.isEmpty()) {
                return;
            }
            Turn turn = turns.get(0);
            boolean passes = month.moderatorAbsent() && turn.backup().isPresent();
            Map<MeetingRole, Served> served = new LinkedHashMap<>();
            turn.duties().forEach(d -> served.put(d.role(), d.served()));
            if (passes) {
                served.put(
                        MeetingRole.MODERATOR,
                        turn.duties().get(0).doneBy(turn.backup().orElseThrow()));
            }
            Set<PersonId> willing = new HashSet<>();
            Set<PersonId> skipping = new HashSet<>();
            for (Candidate c : members()) {
                if (c.isWilling(MeetingRole.MODERATOR, meeting.at())) {
                    willing.add(c.person());
                }
                if (rota.skips()
                        .contains(new Rota.Skip(c.person(), meeting.meeting().orElseThrow(), MeetingRole.MODERATOR))) {
                    skipping.add(c.person());
                }
            }
            happened.add(new Happened(
                    turn,
                    new HeldTurn(meeting.at(), ImmutableMap.copyOf(served)),
                    new HashMap<>(joined),
                    willing,
                    skipping,
                    passes));
        }
    }
}
