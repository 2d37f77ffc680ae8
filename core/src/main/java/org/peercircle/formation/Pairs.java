package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import org.peercircle.id.PersonId;

/** What the slow evaluations count over a group's pairs and values. */
final class Pairs {

    private Pairs() {}

    static int count(List<Entrant> members, BiPredicate<Entrant, Entrant> test) {
        return (int) sum(members, (a, b) -> test.test(a, b) ? 1 : 0);
    }

    static double sum(List<Entrant> members, ToDoubleBiFunction<Entrant, Entrant> value) {
        double sum = 0;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                sum += value.applyAsDouble(members.get(i), members.get(j));
            }
        }
        return sum;
    }

    /** All pairs of some people. */
    static ImmutableSet<Pair> among(Set<PersonId> people) {
        List<PersonId> ids = ImmutableList.copyOf(people);
        ImmutableSet.Builder<Pair> pairs = ImmutableSet.builder();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(Pair.of(ids.get(i), ids.get(j)));
            }
        }
        return pairs.build();
    }

    static long of(int members) {
        return (long) members * (members - 1) / 2;
    }

    static Map<String, Integer> counts(List<Entrant> members, String trait) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Entrant member : members) {
            member.values(trait).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }

    /** What two sets have in common, as a share of all they have; 0 where either is empty. */
    static double jaccard(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        int common = Sets.intersection(some, others).size();
        return (double) common / (some.size() + others.size() - common);
    }
}
