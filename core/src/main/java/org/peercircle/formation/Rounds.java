package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercircle.id.PersonId;

/**
 * Groups for several rounds, formed together so that nobody meets the same person twice if that can be.
 *
 * @param rounds the groups of each round
 * @param moves how many changes were priced
 */
public record Rounds(ImmutableList<Formation> rounds, long moves) {

    /**
     * A pair who meet more than once.
     *
     * @param times in how many rounds they share a group
     */
    public record Repeat(Pair pair, int times) {}

    /** Returns the pairs who meet more than once, in the order of their ids; empty when nobody does. */
    public ImmutableList<Repeat> repeats() {
        Map<Pair, Integer> times = new HashMap<>();
        for (Formation round : rounds) {
            for (List<PersonId> group : round.groups()) {
                Pairs.among(ImmutableSet.copyOf(group)).forEach(pair -> times.merge(pair, 1, Integer::sum));
            }
        }
        return times.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> new Repeat(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Repeat r) -> r.pair().one())
                        .thenComparing(r -> r.pair().other()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what counting proves: in how many rounds nobody can meet twice at most, since everybody meets at least
     * their smallest group's others in each.
     */
    public static int atMost(FormationProblem problem) {
        int smallest =
                problem.bounds().stream().mapToInt(GroupBounds::min).min().orElseThrow();
        return smallest < 2 ? Integer.MAX_VALUE : (problem.entrants().size() - 1) / (smallest - 1);
    }

    /** Whether every must is kept in every round, and nobody meets twice. */
    public boolean areKept() {
        Set<Formation.Outcome> outcomes = new HashSet<>();
        rounds.forEach(round -> outcomes.add(round.outcome()));
        return outcomes.equals(Set.of(Formation.Outcome.MUSTS_KEPT))
                && repeats().isEmpty();
    }
}
