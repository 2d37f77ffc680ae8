package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Candidate;
import org.peercircle.moderation.ComingMeeting;
import org.peercircle.moderation.HeldTurn;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.moderation.Rota;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnOrder;

/** A year of turns for ten members with three roles, after ever more meetings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TurnsBenchmark {

    private static final int MEMBERS = 10;
    private static final int AHEAD = 12;
    private static final ModerationRule RULE =
            ModerationRule.rotating().afterGrace(1).sharing(MeetingRole.TIMEKEEPER, MeetingRole.NOTE_TAKER);

    /** Meetings held. */
    @Param({"10", "100", "500", "1000", "10000"})
    public int meetings;

    private ImmutableList<Candidate> members = ImmutableList.of();
    private ImmutableList<HeldTurn> held = ImmutableList.of();
    private ImmutableList<ComingMeeting> coming = ImmutableList.of();

    /** Makes up a history in which every fifth moderator is stood in for, and half the members joined on the way. */
    @Setup
    public void makeUp() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            candidates.add(Candidate.since(person(i), at(i % 2 == 0 ? 0 : i * meetings / MEMBERS)));
        }
        List<HeldTurn> turns = new ArrayList<>();
        for (int i = 0; i < meetings; i++) {
            PersonId due = person(i % MEMBERS);
            PersonId next = person((i + 1) % MEMBERS);
            turns.add(new HeldTurn(
                    at(i),
                    ImmutableMap.of(
                            MeetingRole.MODERATOR,
                            i % 5 == 0 ? Served.standingInFor(due, next) : Served.ownTurn(due),
                            MeetingRole.TIMEKEEPER,
                            Served.ownTurn(person((i + 2) % MEMBERS)),
                            MeetingRole.NOTE_TAKER,
                            Served.ownTurn(person((i + 3) % MEMBERS)))));
        }
        List<ComingMeeting> ahead = new ArrayList<>();
        for (int i = 0; i < AHEAD; i++) {
            ahead.add(new ComingMeeting(Optional.of(MeetingId.of("m" + i)), at(meetings + i), ImmutableSet.of()));
        }
        members = ImmutableList.copyOf(candidates);
        held = ImmutableList.copyOf(turns);
        coming = ImmutableList.copyOf(ahead);
    }

    private static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    private static Instant at(int meeting) {
        return Instant.ofEpochSecond(3600L * meeting);
    }

    /** The next twelve turns. */
    @Benchmark
    public ImmutableList<Turn> turns() {
        return TurnOrder.of(RULE, members, held, Rota.EMPTY).over(coming);
    }
}
