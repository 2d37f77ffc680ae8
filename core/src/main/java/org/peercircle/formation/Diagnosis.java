package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.peercircle.id.PersonId;

/**
 * Finds the smallest sets of musts that can't be kept together, by asking for ever larger sets. What any groups found
 * keep, can be kept together, and so can every part of it: most sets are never asked for.
 */
final class Diagnosis {

    /** Musts beyond this number are left out of the question. */
    private static final int MOST_MUSTS = 20;

    private static final int MOST_QUESTIONS = 200;

    private final FormationProblem problem;
    private final Function<FormationProblem, Formation> former;
    private final ImmutableList<Must> musts;
    private final List<ImmutableSet<Must>> feasible = new ArrayList<>();
    private int questions;

    Diagnosis(FormationProblem problem, Function<FormationProblem, Formation> former) {
        this.problem = problem;
        this.former = former;
        this.musts = problem.musts().stream().limit(MOST_MUSTS).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Clash> clashes() {
        if (broken(ImmutableSet.copyOf(musts)).isEmpty()) {
            return ImmutableList.of();
        }
        Map<Integer, Formation> found = new LinkedHashMap<>();
        for (int size = 0; size <= musts.size() && questions < MOST_QUESTIONS; size++) {
            for (int mask = smallest(size); mask < 1 << musts.size(); mask = nextOfSameSize(mask)) {
                int asked = mask;
                boolean isNew = found.keySet().stream().noneMatch(smaller -> (smaller & asked) == smaller);
                if (isNew && questions < MOST_QUESTIONS) {
                    broken(chosen(mask)).ifPresent(nearest -> found.put(asked, nearest));
                }
                if (mask == 0) {
                    break;
                }
            }
        }
        return found.entrySet().stream()
                .map(clash -> clash(chosen(clash.getKey()), clash.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    private static int smallest(int size) {
        return (1 << size) - 1;
    }

    /** The next greater number with as many bits set. */
    private static int nextOfSameSize(int mask) {
        int lowest = mask & -mask;
        int ripple = mask + lowest;
        return ripple | (((mask ^ ripple) >>> 2) / lowest);
    }

    private ImmutableSet<Must> chosen(int mask) {
        return IntStream.range(0, musts.size())
                .filter(i -> (mask & 1 << i) != 0)
                .mapToObj(musts::get)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the best groups found where these rules can't be kept together; nothing where they can. */
    private Optional<Formation> broken(ImmutableSet<Must> rules) {
        if (feasible.stream().anyMatch(kept -> kept.containsAll(rules))) {
            return Optional.empty();
        }
        questions++;
        Formation formation = former.apply(with(rules, problem.wishes()));
        if (formation.score().broken() > 0) {
            return Optional.of(formation);
        }
        Formation ofAll = Formation.ofGroups(problem, asSets(formation));
        ImmutableSet<Must> broken = ofAll.breaches().stream().map(Breach::must).collect(ImmutableSet.toImmutableSet());
        feasible.add(musts.stream().filter(m -> !broken.contains(m)).collect(ImmutableSet.toImmutableSet()));
        return Optional.empty();
    }

    private static List<ImmutableSet<PersonId>> asSets(Formation formation) {
        return formation.groups().stream().map(ImmutableSet::copyOf).toList();
    }

    private FormationProblem with(Iterable<Must> rules, List<Wish> wishes) {
        return FormationProblem.builder()
                .from(problem)
                .musts(rules)
                .wishes(wishes)
                .build();
    }

    private Clash clash(ImmutableSet<Must> rules, Formation together) {
        Comparator<Clash.WayOut> cheapestFirst = Comparator.comparingInt(Clash.WayOut::units);
        return new Clash(
                rules.stream().map(Must::name).collect(ImmutableList.toImmutableList()),
                together.outcome() == Formation.Outcome.PROVED_IMPOSSIBLE
                        ? Clash.Certainty.PROVED
                        : Clash.Certainty.NOT_FOUND,
                together.findings().stream().map(Finding::message).collect(ImmutableList.toImmutableList()),
                rules.stream()
                        .map(rule -> wayOut(rules, rule))
                        .sorted(cheapestFirst)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Keeps all rules but one, and that one as nearly as can be. */
    private Clash.WayOut wayOut(ImmutableSet<Must> rules, Must without) {
        List<Must> others = rules.stream().filter(rule -> !rule.equals(without)).toList();
        Preference nearly = new Preference.GroupCriterion(
                "nearly " + without.name(), members -> 1.0 / (1 + without.broken(members, 0)));
        Formation formation = former.apply(with(others, List.of(nearly.weighing(1))));
        int units = Formation.ofGroups(with(List.of(without), List.of()), asSets(formation)).breaches().stream()
                .mapToInt(Breach::units)
                .sum();
        return new Clash.WayOut(
                without.name(),
                units,
                "Without \"" + without.name() + "\" the others can be kept; " + without.units(units)
                        + " would go against it.");
    }
}
