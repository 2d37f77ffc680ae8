package org.peercircle.formation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Groups, those who wait, and everything there is to say about them. The score is computed from scratch by the rules'
 * own plain evaluations, which share nothing with the search.
 *
 * <p>Holds what people declared in private: it is for the library and for hosts that compute, not for showing. The
 * office shows {@code FormationProposal}, which does not.
 */
public final class Formation {

    private static final int ALTERNATIVES = 3;

    private final FormationProblem problem;
    private final ImmutableMap<PersonId, Entrant> people;
    private final ImmutableList<ImmutableList<Entrant>> groups;
    private final ImmutableList<Entrant> waiting;
    private final ImmutableMap<PersonId, Integer> groupOf;
    private final Score score;
    private final ImmutableList<Finding> findings;
    private final long moves;
    private final boolean cutShort;
    private final Supplier<Compiled> compiled = Suppliers.memoize(this::compile);

    private Formation(
            FormationProblem problem,
            ImmutableList<ImmutableList<Entrant>> groups,
            ImmutableList<Entrant> waiting,
            long moves,
            boolean cutShort) {
        this.problem = problem;
        this.people = problem.entrants().stream().collect(ImmutableMap.toImmutableMap(Entrant::id, e -> e));
        this.groups = groups;
        this.waiting = waiting;
        ImmutableMap.Builder<PersonId, Integer> seats = ImmutableMap.builder();
        for (int g = 0; g < groups.size(); g++) {
            for (Entrant member : groups.get(g)) {
                seats.put(member.id(), g);
            }
        }
        waiting.forEach(w -> seats.put(w.id(), FormationProblem.WAITING));
        this.groupOf = seats.buildOrThrow();
        Arguments.require(
                groupOf.keySet().equals(people.keySet()),
                "groups",
                "seat everybody once or let them wait",
                groupOf.size());
        this.score = problem.score(groups, waiting);
        this.findings = Arithmetic.findings(problem);
        this.moves = moves;
        this.cutShort = cutShort;
    }

    /** How a formation came out. */
    public enum Outcome {
        /** Every must is kept. */
        MUSTS_KEPT,
        /** It is proved that the musts can't all be kept; see {@link Formation#findings()}. */
        PROVED_IMPOSSIBLE,
        /** Some must is broken, and whether that can be helped is not known. */
        NOT_KEPT_WITHIN_EFFORT
    }

    static Formation of(
            FormationProblem problem, List<Entrant> numbered, Seating seating, long moves, boolean cutShort) {
        ImmutableList<ImmutableList<Entrant>> groups = IntStream.range(0, seating.groups())
                .mapToObj(g -> seated(numbered, seating.row(g)))
                .collect(ImmutableList.toImmutableList());
        return new Formation(problem, groups, seated(numbered, seating.row(seating.waitingRow())), moves, cutShort);
    }

    /**
     * Returns a formation made by hand, or by another program, to be scored and explained.
     *
     * @param groups as many as the problem has bounds; whoever is in none of them waits
     */
    public static Formation ofGroups(FormationProblem problem, List<? extends Set<PersonId>> groups) {
        Arguments.require(
                groups.size() == problem.bounds().size(),
                "groups",
                "be as many as the problem has: " + problem.bounds().size(),
                groups.size());
        Set<PersonId> seated = new HashSet<>();
        groups.forEach(seated::addAll);
        ImmutableMap<PersonId, Entrant> people =
                problem.entrants().stream().collect(ImmutableMap.toImmutableMap(Entrant::id, e -> e));
        Arguments.require(people.keySet().containsAll(seated), "groups", "hold entrants only", seated);
        return new Formation(
                problem,
                groups.stream()
                        .map(g ->
                                g.stream().sorted().map(people::get).collect(ImmutableList.<Entrant>toImmutableList()))
                        .collect(ImmutableList.toImmutableList()),
                problem.entrants().stream()
                        .filter(e -> !seated.contains(e.id()))
                        .collect(ImmutableList.toImmutableList()),
                0,
                false);
    }

    /** Returns the members of each group, in the order of the problem's bounds. */
    public ImmutableList<ImmutableList<PersonId>> groups() {
        return groups.stream().map(Formation::ids).collect(ImmutableList.toImmutableList());
    }

    /** Returns who waits, and why. */
    public ImmutableList<Waiter> waiting() {
        boolean seatFree = IntStream.range(0, groups.size())
                .anyMatch(g -> groups.get(g).size() < problem.bounds().get(g).max());
        return waiting.stream()
                .map(w -> new Waiter(w.id(), seatFree ? Waiter.Reason.RULES : Waiter.Reason.NO_SEAT))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the group of a person, numbered from 0; empty if they wait. */
    public Optional<Integer> groupOf(PersonId person) {
        return Optional.of(seatOf(person)).filter(g -> g != FormationProblem.WAITING);
    }

    /** Returns the score, computed from scratch. */
    public Score score() {
        return score;
    }

    /** Returns how it came out. */
    public Outcome outcome() {
        if (score.broken() == 0) {
            return Outcome.MUSTS_KEPT;
        }
        return findings.isEmpty() ? Outcome.NOT_KEPT_WITHIN_EFFORT : Outcome.PROVED_IMPOSSIBLE;
    }

    /** Returns every proof, by arithmetic, that the musts can't all be kept. */
    public ImmutableList<Finding> findings() {
        return findings;
    }

    /** Returns every must that is broken, by group. */
    public ImmutableList<Breach> breaches() {
        ImmutableList.Builder<Breach> breaches = ImmutableList.builder();
        for (Must must : problem.musts()) {
            for (int g = 0; g < groups.size(); g++) {
                addBreach(breaches, must, g, groups.get(g));
            }
            addBreach(breaches, must, FormationProblem.WAITING, waiting);
        }
        return breaches.build();
    }

    private static void addBreach(ImmutableList.Builder<Breach> breaches, Must must, int group, List<Entrant> who) {
        int units = must.broken(who, group);
        if (units > 0) {
            breaches.add(new Breach(must, group, units));
        }
    }

    /** Returns what each preference makes of the groups, in the order of the problem. */
    public ImmutableList<RuleScore> scores() {
        return problem.wishes().stream()
                .map(wish -> {
                    ImmutableList<Double> byGroup = groups.stream()
                            .map(g -> wish.share(g, problem.entrants(), groups.size()))
                            .collect(ImmutableList.toImmutableList());
                    return new RuleScore(
                            wish.preference().name(),
                            wish.weight(),
                            byGroup.stream().mapToDouble(Double::doubleValue).sum(),
                            Bounds.of(wish, problem),
                            byGroup);
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns a proved upper bound on the preference score, so that the gap to the best possible is known. */
    public double upperBound() {
        return problem.wishes().stream()
                .mapToDouble(wish -> Bounds.of(wish, problem))
                .sum();
    }

    /** Returns how many moves were tried. */
    public long moves() {
        return moves;
    }

    /** Whether a time limit or a stop ended the search before its effort was spent. */
    public boolean wasCutShort() {
        return cutShort;
    }

    /**
     * Returns what a change would do. Cost: the members of the groups it touches, squared.
     *
     * @throws IllegalArgumentException if a person or group is unknown
     */
    public Effect whatIf(Change change) {
        List<List<Entrant>> changed = new ArrayList<>(groups);
        List<Entrant> pool = new ArrayList<>(waiting);
        if (change instanceof Change.Swap swap) {
            int one = seatOf(swap.one());
            int other = seatOf(swap.other());
            replace(changed, pool, one, list -> exchanged(list, swap.one(), swap.other()));
            replace(changed, pool, other, list -> exchanged(list, swap.other(), swap.one()));
        } else if (change instanceof Change.MoveTo move) {
            Arguments.requireBetween(0, move.group(), groups.size() - 1L, "group");
            moveTo(changed, pool, move.person(), move.group());
        } else if (change instanceof Change.TakeOut out) {
            moveTo(changed, pool, out.person(), FormationProblem.WAITING);
        }
        return new Effect(change, score, problem.score(changed, pool));
    }

    /**
     * Returns why a person sits where they sit, and the best swaps with people of other groups.
     *
     * @throws IllegalArgumentException if the person is unknown
     */
    public SeatReason why(PersonId person) {
        int seat = seatOf(person);
        Entrant self = entrant(person);
        List<Entrant> mates = mates(self, seat);
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        if (seat == FormationProblem.WAITING) {
            waiting().stream()
                    .filter(w -> w.person().equals(person))
                    .forEach(w -> lines.add(w.reason().message()));
        } else {
            problem.musts().stream()
                    .filter(m -> !m.isPrivate())
                    .forEach(m -> lines.add(Explanation.of(m, self, mates, people.values())));
            problem.wishes().forEach(w -> lines.add(Explanation.of(w.preference(), self, mates)));
        }
        return new SeatReason(person, seat, lines.build(), alternatives(person, seat));
    }

    /** Returns one page that a coordinator can read: outcome, groups, who waits, where the score comes from. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (outcome()) {
                    case MUSTS_KEPT -> "Every must is kept.\n";
                    case PROVED_IMPOSSIBLE -> "The musts can't all be kept:\n";
                    case NOT_KEPT_WITHIN_EFFORT -> "Some musts are broken; more effort may mend them.\n";
                });
        findings.forEach(f -> text.append("  ").append(f.message()).append('\n'));
        breaches()
                .forEach(b -> text.append("  Group ")
                        .append(b.group() + 1)
                        .append(" breaks ")
                        .append(
                                b.must().isPrivate()
                                        ? "a private rule"
                                        : "\"" + b.must().name() + "\"")
                        .append('\n'));
        for (int g = 0; g < groups.size(); g++) {
            text.append("Group ")
                    .append(g + 1)
                    .append(": ")
                    .append(ids(groups.get(g)))
                    .append('\n');
        }
        waiting()
                .forEach(w -> text.append("Waiting: ")
                        .append(w.person())
                        .append(". ")
                        .append(w.reason().message())
                        .append('\n'));
        scores().forEach(s -> text.append(
                String.format(Locale.ROOT, "%s: %.3f, at most %.3f can be reached%n", s.name(), s.score(), s.bound())));
        return text.toString();
    }

    private ImmutableList<Effect> alternatives(PersonId person, int seat) {
        ImmutableSet.Builder<PersonId> others = ImmutableSet.builder();
        for (int g = 0; g < groups.size(); g++) {
            if (g != seat) {
                others.addAll(ids(groups.get(g)));
            }
        }
        Comparator<Effect> bestFirst = Comparator.comparing(Effect::after).reversed();
        return others.build().stream()
                .map(other -> whatIfLocally(person, other))
                .sorted(bestFirst)
                .limit(ALTERNATIVES)
                .collect(ImmutableList.toImmutableList());
    }

    /** The effect of a swap, from the two groups it touches alone, by the search's own arrays. */
    private Effect whatIfLocally(PersonId one, PersonId other) {
        Compiled arrays = Objects.requireNonNull(compiled.get());
        synchronized (arrays) {
            Seating seating = arrays.seating();
            int a = arrays.number(one);
            int b = arrays.number(other);
            int broken = seating.broken();
            double preference = seating.score();
            seating.swap(a, b);
            Score after = new Score(
                    score.broken() + seating.broken() - broken,
                    score.waiting(),
                    score.preference() + seating.score() - preference);
            seating.swap(a, b);
            return new Effect(new Change.Swap(one, other), score, after);
        }
    }

    /** The groups as the search sees them, made when first asked for. */
    private record Compiled(Seating seating, ImmutableMap<PersonId, Integer> numbers) {
        int number(PersonId person) {
            return Objects.requireNonNull(numbers.get(person));
        }
    }

    private Compiled compile() {
        ImmutableList<Entrant> numbered =
                ImmutableList.sortedCopyOf(Comparator.comparing(Entrant::id), problem.entrants());
        Seating seating = new Seating(problem, numbered);
        ImmutableMap.Builder<PersonId, Integer> numbers = ImmutableMap.builder();
        int[] rows = new int[numbered.size()];
        for (int i = 0; i < rows.length; i++) {
            PersonId id = numbered.get(i).id();
            numbers.put(id, i);
            rows[i] = groupOf(id).orElse(seating.waitingRow());
        }
        seating.seat(rows);
        return new Compiled(seating, numbers.buildOrThrow());
    }

    private List<Entrant> members(int group) {
        return group == FormationProblem.WAITING ? waiting : groups.get(group);
    }

    private List<Entrant> mates(Entrant self, int seat) {
        return members(seat).stream().filter(e -> !e.equals(self)).toList();
    }

    private int seatOf(PersonId person) {
        Integer seat = groupOf.get(person);
        Arguments.require(seat != null, "person", "be one of the formation", person);
        return Objects.requireNonNull(seat);
    }

    private Entrant entrant(PersonId person) {
        return Objects.requireNonNull(people.get(person));
    }

    private List<Entrant> exchanged(List<Entrant> members, PersonId out, PersonId in) {
        return members.stream().map(e -> e.id().equals(out) ? entrant(in) : e).toList();
    }

    private void moveTo(List<List<Entrant>> changed, List<Entrant> pool, PersonId person, int to) {
        int from = seatOf(person);
        replace(
                changed,
                pool,
                from,
                list -> list.stream().filter(e -> !e.id().equals(person)).toList());
        replace(
                changed,
                pool,
                to,
                list -> ImmutableList.<Entrant>builder()
                        .addAll(list)
                        .add(entrant(person))
                        .build());
    }

    private static void replace(
            List<List<Entrant>> groups, List<Entrant> pool, int row, UnaryOperator<List<Entrant>> change) {
        if (row == FormationProblem.WAITING) {
            List<Entrant> next = change.apply(ImmutableList.copyOf(pool));
            pool.clear();
            pool.addAll(next);
        } else {
            groups.set(row, change.apply(groups.get(row)));
        }
    }

    private static ImmutableList<Entrant> seated(List<Entrant> numbered, List<Integer> row) {
        return row.stream().map(numbered::get).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<PersonId> ids(List<Entrant> members) {
        return members.stream().map(Entrant::id).collect(ImmutableList.toImmutableList());
    }
}
