package org.peercircle.formation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
    private final Supplier<ImmutableList<Finding>> findings;
    private final long moves;
    private final boolean cutShort;
    private final Supplier<ImmutableList<RuleScore>> scores;
    private final Supplier<Prices> prices = Suppliers.memoize(() -> Prices.of(this));

    private Formation(
            FormationProblem problem,
            ImmutableList<ImmutableList<Entrant>> groups,
            ImmutableList<Entrant> waiting,
            ImmutableList<Finding> proofs,
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
        this.findings = Suppliers.memoize(() -> ImmutableList.<Finding>builder()
                .addAll(Arithmetic.findings(problem))
                .addAll(proofs)
                .build());
        this.scores = Suppliers.memoize(
                () -> problem.wishes().stream().map(this::scoreOf).collect(ImmutableList.toImmutableList()));
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

    /**
     * Returns what a search came to.
     *
     * @param proofs that the musts can't all be kept, beyond those by counting
     */
    static Formation of(
            FormationProblem problem,
            List<Entrant> numbered,
            Seating seating,
            ImmutableList<Finding> proofs,
            long moves,
            boolean cutShort) {
        ImmutableList<ImmutableList<Entrant>> groups = IntStream.range(0, seating.groups())
                .mapToObj(g -> seated(numbered, seating.group(g)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Entrant> waiting = seated(numbered, seating.group(FormationProblem.WAITING));
        return new Formation(problem, groups, waiting, proofs, moves, cutShort);
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
                ImmutableList.of(),
                0,
                false);
    }

    /** Returns the problem that was solved. */
    public FormationProblem problem() {
        return problem;
    }

    /** Returns who sat in another group among these earlier ones, or in none of them; newcomers are not counted. */
    public ImmutableSet<PersonId> movedSince(List<? extends Collection<PersonId>> earlier) {
        ImmutableSet.Builder<PersonId> moved = ImmutableSet.builder();
        for (int g = 0; g < earlier.size(); g++) {
            for (PersonId person : earlier.get(g)) {
                Integer seat = groupOf.get(person);
                if (seat != null && seat != g) {
                    moved.add(person);
                }
            }
        }
        return moved.build();
    }

    /** Returns the members of each group, in the order of the problem's bounds. */
    public ImmutableList<ImmutableList<PersonId>> groups() {
        return groups.stream().map(Formation::ids).collect(ImmutableList.toImmutableList());
    }

    /** Returns who waits, and why. */
    public ImmutableList<Waiter> waiting() {
        boolean seatFree = IntStream.range(0, groups.size()).anyMatch(this::hasRoom);
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
        return findings().isEmpty() ? Outcome.NOT_KEPT_WITHIN_EFFORT : Outcome.PROVED_IMPOSSIBLE;
    }

    /** Returns every proof, by counting or by trying everything, that the musts can't all be kept. */
    public ImmutableList<Finding> findings() {
        return Objects.requireNonNull(findings.get());
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
        return Objects.requireNonNull(scores.get());
    }

    private RuleScore scoreOf(Wish wish) {
        ToDoubleFunction<List<Entrant>> share = wish.sharing(problem.entrants(), groups.size());
        ImmutableList<Double> byGroup =
                groups.stream().map(share::applyAsDouble).collect(ImmutableList.toImmutableList());
        return new RuleScore(
                wish.preference().name(),
                wish.weight(),
                byGroup.stream().mapToDouble(Double::doubleValue).sum(),
                Bounds.of(wish, problem),
                byGroup);
    }

    /** Returns a proved upper bound on the preference score, so that the gap to the best possible is known. */
    public double upperBound() {
        return scores().stream().mapToDouble(RuleScore::bound).sum();
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
     * Returns what a change would do. The first question of this kind sets up tables; then the cost is the members of the
     * groups it touches.
     *
     * @throws IllegalArgumentException if a person or group is unknown
     */
    public Effect whatIf(Change change) {
        if (change instanceof Change.Swap swap) {
            return seatOf(swap.one()) == seatOf(swap.other())
                    ? new Effect(change, score, score)
                    : prices().ofSwap(swap.one(), swap.other());
        }
        if (change instanceof Change.MoveTo move) {
            Arguments.requireBetween(0, move.group(), groups.size() - 1L, "group");
            return seatOf(move.person()) == move.group()
                    ? new Effect(change, score, score)
                    : prices().ofMove(move.person(), move.group());
        }
        Change.TakeOut out = (Change.TakeOut) change;
        return seatOf(out.person()) == FormationProblem.WAITING
                ? new Effect(change, score, score)
                : prices().ofTakingOut(out);
    }

    /**
     * Returns why a person sits where they sit, and the best other seats: swaps with people of other groups, and free seats.
     *
     * @throws IllegalArgumentException if the person is unknown
     */
    public SeatReason why(PersonId person) {
        int seat = seatOf(person);
        ImmutableList<String> lines = seat == FormationProblem.WAITING
                ? waiting().stream()
                        .filter(w -> w.person().equals(person))
                        .map(w -> w.reason().message())
                        .collect(ImmutableList.toImmutableList())
                : reasons(entrant(person), seat);
        return new SeatReason(person, seat, lines, alternatives(person, seat));
    }

    /**
     * Returns what each rule would say of somebody's seat in a group, and no alternatives.
     *
     * @param group numbered from 0
     * @throws IllegalArgumentException if the person or group is unknown
     */
    public SeatReason whyIfIn(PersonId person, int group) {
        Arguments.requireBetween(0, group, groups.size() - 1L, "group");
        seatOf(person);
        return new SeatReason(person, group, reasons(entrant(person), group), ImmutableList.of());
    }

    private ImmutableList<String> reasons(Entrant self, int group) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        Explanation explanation = new Explanation(self, mates(self, group), group, people.values());
        problem.musts().stream().filter(m -> !m.isPrivate()).forEach(m -> lines.add(explanation.of(m)));
        problem.wishes().forEach(w -> lines.add(explanation.of(w.preference())));
        return lines.build();
    }

    /** Returns one page that a coordinator can read: outcome, groups, who waits, where the score comes from. */
    public String asText() {
        return FormationText.of(this);
    }

    private ImmutableList<Effect> alternatives(PersonId person, int seat) {
        ImmutableList.Builder<Effect> effects = ImmutableList.builder();
        for (int g = 0; g < groups.size(); g++) {
            if (g != seat) {
                groups.get(g).forEach(other -> effects.add(prices().ofSwap(person, other.id())));
                if (hasRoom(g)) {
                    effects.add(prices().ofMove(person, g));
                }
            }
        }
        return effects.build().stream()
                .sorted(Comparator.comparing(Effect::after).reversed())
                .limit(ALTERNATIVES)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what each group with a free seat would make of somebody, best first.
     *
     * @throws IllegalArgumentException if the person is unknown
     */
    public ImmutableList<Effect> seatsFor(PersonId person) {
        int seat = seatOf(person);
        return IntStream.range(0, groups.size())
                .filter(g -> g != seat && hasRoom(g))
                .mapToObj(g -> prices().ofMove(person, g))
                .sorted(Comparator.comparing(Effect::after).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what a group would make of each of those who wait, best first: whom to offer a seat that somebody left.
     *
     * @param group numbered from 0
     */
    public ImmutableList<Effect> candidatesFor(int group) {
        Arguments.requireBetween(0, group, groups.size() - 1L, "group");
        return waiting.stream()
                .map(w -> prices().ofMove(w.id(), group))
                .sorted(Comparator.comparing(Effect::after).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    private boolean hasRoom(int group) {
        return groups.get(group).size() < problem.bounds().get(group).max();
    }

    private Prices prices() {
        return Objects.requireNonNull(prices.get());
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

    private static ImmutableList<Entrant> seated(List<Entrant> numbered, List<Integer> row) {
        return row.stream().map(numbered::get).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<PersonId> ids(List<Entrant> members) {
        return members.stream().map(Entrant::id).collect(ImmutableList.toImmutableList());
    }
}
