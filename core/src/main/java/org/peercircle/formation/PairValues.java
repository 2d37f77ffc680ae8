package org.peercircle.formation;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.peercircle.id.PersonId;

/** Turns preferences over pairs into functions of two numbers, each in constant time but for a host's own. */
final class PairValues {

    private final List<Entrant> entrants;
    private final Map<PersonId, Integer> numbers = new HashMap<>();

    PairValues(List<Entrant> entrants) {
        this.entrants = entrants;
        for (int i = 0; i < entrants.size(); i++) {
            numbers.put(entrants.get(i).id(), i);
        }
    }

    PairTerm.PairValue of(Preference.OverPairs preference) {
        if (preference instanceof Preference.Spread wish) {
            Values values = new Values(entrants, wish.trait());
            return (a, b) -> values.share(a, b) ? 0 : 1;
        }
        if (preference instanceof Preference.Gather wish) {
            Values values = new Values(entrants, wish.trait());
            return (a, b) -> {
                int all = values.of(a).length + values.of(b).length;
                int common = values.common(a, b);
                return common == 0 ? 0 : (double) common / (all - common);
            };
        }
        if (preference instanceof Preference.RatherApart wish) {
            Set<Long> pairs = keys(wish.pairs());
            return (a, b) -> pairs.contains(key(a, b)) ? 0 : 1;
        }
        if (preference instanceof Preference.RatherTogether wish) {
            Set<Long> pairs = keys(wish.pairs());
            return (a, b) -> pairs.contains(key(a, b)) ? 1 : 0;
        }
        if (preference instanceof Preference.Novelty wish) {
            Map<Long, Double> met = met(wish);
            return (a, b) -> Math.max(0, 1 - met.getOrDefault(key(a, b), 0.0));
        }
        if (preference instanceof Preference.LeastChange wish) {
            int[] groups = entrants.stream()
                    .mapToInt(e -> wish.current().getOrDefault(e.id(), Term.NOBODY))
                    .toArray();
            return (a, b) -> groups[a] != Term.NOBODY && groups[a] == groups[b] ? 1 : 0;
        }
        return of(((Preference.PairCriterion) preference)::value);
    }

    /** A host's function may depend on the order of its arguments; slow and fast evaluation hand it the same one. */
    PairTerm.PairValue of(ToDoubleBiFunction<Entrant, Entrant> function) {
        return (a, b) -> function.applyAsDouble(entrants.get(Math.min(a, b)), entrants.get(Math.max(a, b)));
    }

    private Set<Long> keys(ImmutableSet<Pair> pairs) {
        Set<Long> keys = new HashSet<>();
        for (Pair pair : pairs) {
            Integer one = numbers.get(pair.one());
            Integer other = numbers.get(pair.other());
            if (one != null && other != null) {
                keys.add(key(one, other));
            }
        }
        return keys;
    }

    private Map<Long, Double> met(Preference.Novelty wish) {
        Map<Long, Double> met = new HashMap<>();
        double weight = 1;
        for (List<ImmutableSet<PersonId>> round : wish.rounds()) {
            Set<Long> ofRound = new HashSet<>();
            for (ImmutableSet<PersonId> group : round) {
                addPairs(ofRound, group);
            }
            for (Long pair : ofRound) {
                met.merge(pair, weight, Double::sum);
            }
            weight *= wish.decay();
        }
        return met;
    }

    private void addPairs(Set<Long> pairs, ImmutableSet<PersonId> group) {
        List<Integer> here = new ArrayList<>();
        for (PersonId member : group) {
            Integer number = numbers.get(member);
            if (number != null) {
                here.forEach(other -> pairs.add(key(number, other)));
                here.add(number);
            }
        }
    }

    private static long key(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }
}
