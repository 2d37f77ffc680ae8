package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.peercircle.id.PersonId;
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

    private static final long MOVES_PER_PERSON_WORTH_A_START = 300;

    private static final int MOST_STARTS = 4;

    /** Up to this many people a problem is tight before it is large, and starting anew helps more than going on. */
    private static final int SMALL = 16;

    private static final int MOST_STARTS_IF_SMALL = 12;

    private final Effort effort;
    private final InstantSource clock;
    private final Consumer<FormationProgress> listener;
    private final BooleanSupplier stop;
    private final Executor executor;
    private final int threads;

    private GroupFormer(
            Effort effort,
            InstantSource clock,
            Consumer<FormationProgress> listener,
            BooleanSupplier stop,
            Executor executor,
            int threads) {
        this.effort = effort;
        this.clock = clock;
        this.listener = listener;
        this.stop = stop;
        this.executor = executor;
        this.threads = threads;
    }

    /** Returns a former of this effort, in the calling thread; a time limit in it asks for {@link #timedBy}. */
    public static GroupFormer withEffort(Effort effort) {
        return new GroupFormer(effort, () -> Instant.EPOCH, p -> {}, () -> false, Runnable::run, 1);
    }

    /** Returns this former with the clock that the effort's time limit is read on. */
    public GroupFormer timedBy(InstantSource other) {
        return new GroupFormer(effort, other, listener, stop, executor, threads);
    }

    /** Returns this former with a listener, called about a hundred times a search, one call at a time. */
    public GroupFormer listening(Consumer<FormationProgress> other) {
        return new GroupFormer(effort, clock, other, stop, executor, threads);
    }

    /** Returns this former with a question asked every thousand moves or so: whether to stop with the best so far. */
    public GroupFormer stoppedWhen(BooleanSupplier other) {
        return new GroupFormer(effort, clock, listener, other, executor, threads);
    }

    /**
     * Returns this former with an executor for its starts.
     *
     * @param many how many of them the executor runs at once, at least 1; by it a time limit is shared out
     */
    public GroupFormer on(Executor other, int many) {
        Arguments.require(many >= 1, "threads", "be at least 1", many);
        return new GroupFormer(effort, clock, listener, stop, other, many);
    }

    /**
     * Forms groups. Everybody sent in is in a group or waits; each must that is broken is in the result by name.
     *
     * <p>Groups of two are paired exactly, whatever the moves, an odd one out among them (see {@link Dyads}), unless that
     * is stopped or takes longer than the limit: then they are seated in one pass, and the result says that it was cut
     * short. For up to twelve people every way to seat them is tried where the effort is enough for all, or the search
     * found none that keeps the musts.
     */
    public Formation form(FormationProblem problem) {
        ImmutableList<Entrant> entrants = numbered(problem);
        return Dyads.isFor(problem) ? paired(problem, entrants) : searched(problem, entrants, ImmutableList.of());
    }

    private Formation paired(FormationProblem problem, ImmutableList<Entrant> entrants) {
        Seating seating = new Seating(problem, entrants);
        boolean isImpossible;
        try {
            isImpossible = new Dyads(seating, pace(1)::goOn).seat();
        } catch (CancellationException stopped) {
            return Formation.of(
                    problem, entrants, Search.greedy(problem, entrants, effort.seed()), ImmutableList.of(), 0, true);
        }
        return seating.broken() == 0
                ? Formation.of(problem, entrants, seating, ImmutableList.of(), Pairs.of(entrants.size()), false)
                : searched(problem, entrants, isImpossible ? unpaired(entrants.size()) : ImmutableList.of());
    }

    private static ImmutableList<Finding> unpaired(int people) {
        return ImmutableList.of(new Finding(
                "pairs",
                "No way to pair these " + people
                        + " people keeps every rule, whoever makes a trio or waits. Give one up, or ask for less."));
    }

    private Formation searched(
            FormationProblem problem, ImmutableList<Entrant> entrants, ImmutableList<Finding> proofs) {
        Found found =
                search(entrants.size(), (seed, pace, progress) -> Search.of(problem, entrants, seed, pace, progress));
        boolean isSmall = entrants.size() <= Exhaustive.MOST_PEOPLE && !found.cutShort();
        return isSmall && (found.seating().broken() > 0 || Exhaustive.ways(problem) <= effort.moves())
                ? tried(problem, entrants, found, proofs)
                : Formation.of(problem, entrants, found.seating(), proofs, found.moves(), found.cutShort());
    }

    private Formation tried(
            FormationProblem problem,
            ImmutableList<Entrant> entrants,
            Found found,
            ImmutableList<Finding> earlierProofs) {
        Exhaustive trial = new Exhaustive(found.seating(), effort.moves());
        boolean isBest = trial.tryAll();
        ImmutableList<Finding> proofs = isBest && found.seating().broken() > 0
                ? ImmutableList.of(new Finding(
                        "all rules together",
                        "Every way to seat these " + entrants.size()
                                + " people was tried, and none keeps every rule. Give one up."))
                : earlierProofs;
        return Formation.of(problem, entrants, found.seating(), proofs, found.moves() + trial.tried(), false);
    }

    /**
     * Forms groups anew from those there are, moving few people: what is gained is gained with no more than so many in
     * another group than before, and nobody moves for nothing. Newcomers are seated where they fit best, which counts for
     * nobody's move.
     *
     * @param current as many groups as the problem has; people who are gone are passed over, and whoever is in none of
     *     them is a newcomer
     * @param mostMoved how many of those who have a group may end up in another, or waiting; 0 and up
     */
    public Formation reform(FormationProblem problem, List<? extends Collection<PersonId>> current, int mostMoved) {
        Arguments.require(
                current.size() == problem.bounds().size(),
                "current",
                "be as many groups as the problem has: " + problem.bounds().size(),
                current.size());
        Arguments.require(mostMoved >= 0, "mostMoved", "not be negative", mostMoved);
        ImmutableList<Entrant> entrants = numbered(problem);
        int[] home = homes(entrants, current);
        int mostAt = Math.min(mostMoved, entrants.size());
        Found found = search(entrants.size(), (seed, pace, progress) -> {
            Seating seating = new Seating(problem, entrants);
            seating.seat(Arrays.stream(home)
                    .map(row -> row == Term.NOBODY ? seating.waitingRow() : row)
                    .toArray());
            return new Search(seating, new Chance(seed), new Tether(home, mostAt), pace, progress);
        });
        found.seating().weigh(1e9, 1e6);
        new Tether(home, mostAt).sendHome(found.seating());
        return Formation.of(problem, entrants, found.seating(), ImmutableList.of(), found.moves(), found.cutShort());
    }

    /** Seats newcomers among groups that are formed: at most two others change their group (law F5). */
    public Formation admit(FormationProblem problem, List<? extends Collection<PersonId>> current) {
        return reform(problem, current, 2);
    }

    /**
     * Lets a group end and seats its members in the others, whose members all stay.
     *
     * @param group numbered from 0; it is empty in the result
     */
    public Formation dissolve(Formation formation, int group) {
        FormationProblem problem = formation.problem();
        Arguments.requireBetween(0, group, problem.bounds().size() - 1L, "group");
        return rearranged(formation, group, replaced(problem.bounds(), group, new GroupBounds(0, 0)));
    }

    /**
     * Splits a group in parts; the members of all others stay.
     *
     * @param group numbered from 0; the first part takes its number, the others come last
     * @param parts the bounds of each part, at least one
     */
    public Formation split(Formation formation, int group, List<GroupBounds> parts) {
        FormationProblem problem = formation.problem();
        Arguments.requireBetween(0, group, problem.bounds().size() - 1L, "group");
        Arguments.require(!parts.isEmpty(), "parts", "not be empty", parts);
        return rearranged(
                formation,
                group,
                ImmutableList.<GroupBounds>builder()
                        .addAll(replaced(problem.bounds(), group, parts.get(0)))
                        .addAll(parts.subList(1, parts.size()))
                        .build());
    }

    private Formation rearranged(Formation formation, int group, ImmutableList<GroupBounds> bounds) {
        List<Collection<PersonId>> current = new ArrayList<>(formation.groups());
        current.set(group, List.of());
        while (current.size() < bounds.size()) {
            current.add(List.of());
        }
        return reform(
                FormationProblem.builder()
                        .from(formation.problem())
                        .bounds(bounds)
                        .build(),
                current,
                0);
    }

    private static ImmutableList<GroupBounds> replaced(List<GroupBounds> bounds, int group, GroupBounds other) {
        List<GroupBounds> changed = new ArrayList<>(bounds);
        changed.set(group, other);
        return ImmutableList.copyOf(changed);
    }

    /**
     * Forms groups for several rounds at once, so that nobody meets the same person twice if that can be; within that,
     * each round keeps the problem's rules. It ends early once nobody does and no swap gains anything.
     *
     * @param rounds 1 to 1,000
     * @throws IllegalArgumentException for more than 2,000 people, whose meetings would take too much memory
     */
    public Rounds formRounds(FormationProblem problem, int rounds) {
        Arguments.requireBetween(1, rounds, 1_000, "rounds");
        Arguments.requireBetween(0, problem.entrants().size(), 2_000, "entrants");
        ImmutableList<Entrant> entrants = numbered(problem);
        Pace pace = pace(1);
        RoundSearch search = new RoundSearch(problem, entrants, rounds, new Chance(effort.seed()), pace);
        search.run();
        return new Rounds(
                Arrays.stream(search.rounds())
                        .map(seating -> Formation.of(
                                problem, entrants, seating, ImmutableList.of(), search.moves(), pace.wasCutShort()))
                        .collect(ImmutableList.toImmutableList()),
                search.moves());
    }

    /**
     * Returns every smallest set of musts found that can't be kept together, each with what giving one up would take;
     * empty where all can be kept. Each question costs a search of this effort.
     */
    public ImmutableList<Clash> diagnose(FormationProblem problem) {
        return new Diagnosis(problem, this::form).clashes();
    }

    private static ImmutableList<Entrant> numbered(FormationProblem problem) {
        return ImmutableList.sortedCopyOf(Comparator.comparing(Entrant::id), problem.entrants());
    }

    private static int[] homes(List<Entrant> entrants, List<? extends Collection<PersonId>> current) {
        Map<PersonId, Integer> groups = new HashMap<>();
        for (int g = 0; g < current.size(); g++) {
            for (PersonId person : current.get(g)) {
                Integer other = groups.put(person, g);
                Arguments.require(other == null, "current", "hold nobody twice", person);
            }
        }
        return entrants.stream()
                .mapToInt(e -> groups.getOrDefault(e.id(), Term.NOBODY))
                .toArray();
    }

    /** What the best of some searches found. */
    private record Found(Seating seating, long moves, boolean cutShort) {}

    private interface Starter {
        Search start(long seed, Pace pace, Search.Listener progress);
    }

    private Found search(int people, Starter starter) {
        int starts = starts(people);
        Reporter reporter = new Reporter(effort.moves(), listener);
        List<CompletableFuture<Search>> searches = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            long seed = new Chance(effort.seed() * MOST_STARTS_IF_SMALL + start).nextLong();
            searches.add(CompletableFuture.supplyAsync(
                    () -> {
                        Search search = starter.start(seed, pace(starts), reporter.next());
                        search.run(effort.moves() / starts);
                        return search;
                    },
                    executor));
        }
        List<Search> done = searches.stream().map(GroupFormer::result).toList();
        Search best = done.stream()
                .reduce((one, other) -> other.score().isBetterThan(one.score()) ? other : one)
                .orElseThrow();
        return new Found(
                best.seating(),
                done.stream().mapToLong(Search::moves).sum(),
                done.stream().anyMatch(Search::wasStopped));
    }

    /** By the effort and the problem alone, or the number of threads would change the groups. */
    private int starts(int people) {
        int most = people > SMALL ? MOST_STARTS : MOST_STARTS_IF_SMALL;
        long worthOne = Math.max(MOVES_WORTH_A_START, MOVES_PER_PERSON_WORTH_A_START * people);
        return effort.starts().orElseGet(() -> (int) Math.max(1, Math.min(most, effort.moves() / worthOne)));
    }

    /** Starts that run one after the other each have their share of the time. */
    private Pace pace(int starts) {
        int atOnce = Math.min(starts, threads);
        return new Pace(
                effort.moves() / starts,
                effort.isUnbounded(),
                stop,
                clock,
                effort.limit().map(limit -> limit.multipliedBy(atOnce).dividedBy(starts)));
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
