package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts units that are too small to be shown together with others that are, before anything is counted: which units stand for
 * themselves follows from who belongs where, and says nothing of what anybody did.
 */
final class Pooling {

    static final String OTHERS = "other units";

    private final SuppressionRule rule;
    private final Map<Integer, ImmutableList<String>> rows = new LinkedHashMap<>();

    private Pooling(SuppressionRule rule) {
        this.rule = rule;
    }

    /**
     * Returns in which row each contributor is, by number, so that each row has enough people of enough groups.
     *
     * @param level to which level of the units, at least 1
     */
    static ImmutableMap<Integer, ImmutableList<String>> rows(
            Collection<Contributor> people, int level, SuppressionRule rule) {
        Pooling pooling = new Pooling(rule);
        pooling.divide(ImmutableList.of(), List.copyOf(people), level);
        return ImmutableMap.copyOf(pooling.rows);
    }

    private void divide(ImmutableList<String> at, List<Contributor> people, int level) {
        if (at.size() == level) {
            people.forEach(p -> rows.put(p.number(), at));
            return;
        }
        pooled(at.size(), people).forEach((name, inIt) -> divide(with(at, name), inIt, level));
    }

    private Map<String, List<Contributor>> pooled(int depth, List<Contributor> people) {
        Map<String, List<Contributor>> units = people.stream()
                .collect(Collectors.groupingBy(p -> p.unit().get(depth), TreeMap::new, Collectors.toList()));
        List<Contributor> others = new ArrayList<>();
        List<String> small = units.entrySet().stream()
                .filter(e -> !isEnough(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        small.forEach(unit -> others.addAll(take(units, unit)));
        while (!others.isEmpty() && !isEnough(others) && !units.isEmpty()) {
            others.addAll(take(units, smallest(units)));
        }
        Map<String, List<Contributor>> all = new LinkedHashMap<>(units);
        if (!others.isEmpty()) {
            all.merge(OTHERS, others, Pooling::both);
        }
        return all;
    }

    private static List<Contributor> both(List<Contributor> some, List<Contributor> more) {
        List<Contributor> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<Contributor> take(Map<String, List<Contributor>> units, String unit) {
        List<Contributor> taken = units.remove(unit);
        return taken == null ? List.of() : taken;
    }

    /** The unit with the fewest people, the first by name of several. */
    private static String smallest(Map<String, List<Contributor>> units) {
        return units.entrySet().stream()
                .min(Comparator.comparingInt(e -> e.getValue().size()))
                .orElseThrow()
                .getKey();
    }

    private boolean isEnough(Collection<Contributor> people) {
        return isEnough(people, rule);
    }

    static boolean isEnough(Collection<Contributor> people, SuppressionRule rule) {
        return rule.allows(
                people.size(),
                ImmutableIntArray.copyOf(
                        Contributor.ofEachGroup(people).entrySet().stream().mapToInt(Multiset.Entry::getCount)));
    }

    private static ImmutableList<String> with(ImmutableList<String> path, String name) {
        return ImmutableList.<String>builder().addAll(path).add(name).build();
    }
}
