package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.peercircle.internal.Arguments;

/**
 * Forms groups. The same problem, seed and effort give the same groups, on any machine and with any number of threads
 * (law F1), unless a time limit or a stop cut the search short, which the result says. The order in which entrants come
 * does not matter.
 *
 * <pre>{@code
 * Formation formation = GroupFormer.withEffort(Effort.moves(200_000)).form(problem);
 * formation.groups();                 // who sits with whom
 * formation.why(personId).lines();    // why there, and what else was possible
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class GroupFormer {

    /** Several starts find better groups than one long search once each has this many moves. */
    private static final long MOVES_WORTH_A_START = 5_000;

    private static final int MOST_STARTS = 4;

    /** Up to this many people a problem is tight before it is large, and starting anew helps more than going on. */
    private static final int SMALL = 16;

    private static final int MOST_STARTS_IF_SMALL = 12;

    private final Effort effort;
    private final InstantSource clock;
    private final Consumer<FormationProgress> listener;
    private final BooleanSupplier stop;
    private final Executor executor;

    private GroupFormer(
            Effort effort,
            InstantSource clock,
            Consumer<FormationProgress> listener,
            BooleanSupplier stop,
            Executor executor) {
        this.effort = effort;
        this.clock = clock;
        this.listener = listener;
        this.stop = stop;
        this.executor = executor;
    }

    /** Returns a former of this effort, in the calling thread; a time limit in it asks for {@link #timedBy}. */
    public static GroupFormer withEffort(Effort effort) {
        return new GroupFormer(effort, () -> Instant.EPOCH, p -> {}, () -> false, Runnable::run);
    }

    /** Returns this former with the clock that the effort's time limit is read on. */
    public GroupFormer timedBy(InstantSource other) {
        return new GroupFormer(effort, other, listener, stop, executor);
    }

    /** Returns this former with a listener, called about a hundred times a search, one call at a time. */
    public GroupFormer listening(Consumer<FormationProgress> other) {
        return new GroupFormer(effort, clock, other, stop, executor);
    }

    /** Returns this former with a question asked every thousand moves or so: whether to stop with the best so far. */
    public GroupFormer stoppedWhen(BooleanSupplier other) {
        return new GroupFormer(effort, clock, listener, other, executor);
    }

    /** Returns this former with an executor for its starts. */
    public GroupFormer on(Executor other) {
        return new GroupFormer(effort, clock, listener, stop, other);
    }

    /** Forms groups. Everybody sent in is in a group or waits; each must that is broken is in the result by name. */
    public Formation form(FormationProblem problem) {
        ImmutableList<Entrant> entrants =
                ImmutableList.sortedCopyOf(Comparator.comparing(Entrant::id), problem.entrants());
        int most = entrants.size() > SMALL ? MOST_STARTS : MOST_STARTS_IF_SMALL;
        int starts = (int) Math.max(1, Math.min(most, effort.moves() / MOVES_WORTH_A_START));
        Reporter reporter = new Reporter(effort.moves(), listener);
        Optional<Instant> end = effort.limit().map(limit -> clock.instant().plus(limit));
        List<CompletableFuture<Search>> searches = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            long seed = new Chance(effort.seed() * MOST_STARTS_IF_SMALL + start).nextLong();
            // Tight problems want a hot start and large ones a warm one; starts differ, so that either finds one.
            double hottest = start % 2 == 0 && entrants.size() > SMALL ? 1 : 3;
            BooleanSupplier enough = stopOf(end, start, starts);
            searches.add(CompletableFuture.supplyAsync(
                    () -> {
                        Search search = new Search(problem, entrants, seed, hottest);
                        search.run(effort.moves() / starts, enough, reporter.next());
                        return search;
                    },
                    executor));
        }
        List<Search> done = searches.stream().map(GroupFormer::result).toList();
        Search best = done.stream()
                .reduce((one, other) -> other.score().isBetterThan(one.score()) ? other : one)
                .orElseThrow();
        return Formation.of(
                problem,
                entrants,
                best.seating(),
                done.stream().mapToLong(Search::moves).sum(),
                done.stream().anyMatch(Search::wasStopped));
    }

    /** Starts that run one after the other each have their share of the time. */
    private BooleanSupplier stopOf(Optional<Instant> end, int start, int starts) {
        if (end.isEmpty()) {
            return stop;
        }
        Duration later = effort.limit().orElseThrow().dividedBy(starts).multipliedBy(starts - 1L - start);
        Instant mine = end.orElseThrow().minus(later);
        return () -> stop.getAsBoolean() || !clock.instant().isBefore(mine);
    }

    private static Search result(CompletableFuture<Search> search) {
        try {
            return search.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    /** Adds up the progress of all starts, one call at a time. */
    private static final class Reporter {
        private final long ofMoves;
        private final Consumer<FormationProgress> listener;
        private final Object lock = new Object();
        private long moves;
        private Optional<Score> best = Optional.empty();

        Reporter(long ofMoves, Consumer<FormationProgress> listener) {
            Arguments.require(ofMoves >= 0, "moves", "not be negative", ofMoves);
            this.ofMoves = ofMoves;
            this.listener = listener;
        }

        Search.Listener next() {
            long[] reported = {0};
            return (movesOfStart, bestOfStart) -> {
                synchronized (lock) {
                    moves += movesOfStart - reported[0];
                    reported[0] = movesOfStart;
                    Score better =
                            best.filter(b -> !bestOfStart.isBetterThan(b)).orElse(bestOfStart);
                    best = Optional.of(better);
                    listener.accept(new FormationProgress(moves, ofMoves, better));
                }
            };
        }
    }
}
