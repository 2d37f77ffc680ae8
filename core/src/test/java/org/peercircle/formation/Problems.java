package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Availability;
import org.peercircle.people.CommonSlots;
import org.peercircle.people.WeeklyWindow;

/** Formation problems of every rule type, mixed; small enough to try every grouping. */
final class Problems {

    static final CommonSlots SLOTS = new CommonSlots(
            ZoneId.of("UTC"),
            LocalDate.of(2027, 1, 4),
            LocalDate.of(2027, 2, 1),
            Duration.ofHours(1),
            Duration.ofHours(1));

    private Problems() {}

    /** A problem from a seed: chance decides people, bounds and rules. */
    static Arbitrary<FormationProblem> ofUpTo(int people) {
        return Arbitraries.longs().map(seed -> of(new Chance(seed), people));
    }

    static FormationProblem of(Chance chance, int most) {
        int n = 2 + chance.below(most - 1);
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entrants.add(entrant(chance, i));
        }
        int groups = 1 + chance.below(3);
        List<GroupBounds> bounds = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int min = chance.below(3);
            bounds.add(new GroupBounds(min, Math.max(1, min) + chance.below(3)));
        }
        FormationProblem.Builder problem =
                FormationProblem.builder().addAllEntrants(entrants).addAllBounds(bounds);
        musts(entrants, groups).stream().filter(m -> chance.below(3) == 0).forEach(problem::addMusts);
        wishes(entrants).stream().filter(w -> chance.below(3) == 0).forEach(problem::addWishes);
        return problem.build();
    }

    private static Entrant entrant(Chance chance, int i) {
        Map<String, AttributeValue> traits = new HashMap<>();
        // The first has every trait, so that no rule names one that nobody has.
        if (i == 0 || chance.below(4) > 0) {
            traits.put(
                    "lab",
                    AttributeValue.of(
                            chance.below(3) == 0
                                    ? List.of("L" + chance.below(3), "L" + chance.below(3))
                                    : List.of("L" + chance.below(3))));
        }
        if (i == 0 || chance.below(4) > 0) {
            traits.put("department", AttributeValue.of("D" + chance.below(3)));
        }
        if (i == 0 || chance.below(3) > 0) {
            traits.put("identity", AttributeValue.of(chance.below(2) == 0 ? "X" : "Y"));
        }
        if (i == 0 || chance.below(4) > 0) {
            traits.put("months", AttributeValue.of(chance.below(60)));
        }
        traits.put("interests", AttributeValue.of(List.of("i" + chance.below(3), "i" + chance.below(3))));
        int from = 9 + chance.below(4);
        Optional<Availability> availability = chance.below(4) == 0
                ? Optional.empty()
                : Optional.of(Availability.of(
                        ZoneId.of("UTC"),
                        List.of(new WeeklyWindow(
                                DayOfWeek.THURSDAY,
                                LocalTime.of(from, 0),
                                LocalTime.of(from + 2 + chance.below(3), 0)))));
        return new Entrant(id(i), ImmutableMap.copyOf(traits), availability);
    }

    /** People with these labs, several of one separated by spaces; an empty text is none. */
    static List<Entrant> labs(String... labs) {
        List<Entrant> people = new ArrayList<>();
        for (String lab : labs) {
            people.add(Entrant.of(
                    id(people.size()),
                    lab.isEmpty() ? Map.of() : Map.of("lab", AttributeValue.of(List.of(lab.split(" "))))));
        }
        return people;
    }

    static int numberOf(Entrant entrant) {
        return Integer.parseInt(entrant.id().value().substring(1));
    }

    static PersonId id(int i) {
        return PersonId.of("p" + i);
    }

    static List<Must> musts(List<Entrant> entrants, int groups) {
        PersonId first = entrants.get(0).id();
        PersonId last = entrants.get(entrants.size() - 1).id();
        return List.of(
                Must.apartBy("lab"),
                Must.apart("declared", Set.of(Pair.of(first, last))),
                new Must.Together(
                        ImmutableList.of(ImmutableSet.of(first, entrants.get(1).id()))),
                Must.nobodyAlone("identity", Set.of(last)),
                new Must.SharedSlot(SLOTS, 2),
                new Must.SharedValue("department"),
                new Must.AtLeast(1, "identity", "X"),
                new Must.AtMost(1, "department"),
                new Must.AtMostWith(1, "identity", "Y"),
                new Must.ApartIf(
                        "apart by number", (a, b) -> (a.id().hashCode() ^ 2 * b.id().hashCode()) % 5 == 0, false),
                new Must.GroupRule("even groups", members -> members.size() % 2, false),
                new Must.NobodyAlone("lab", 2, ImmutableSet.of(), ImmutableSet.of("L0", "L1"), false),
                new Must.Unchanged(ImmutableMap.of(
                        groups - 1, ImmutableSet.of(first, entrants.get(1).id()))),
                new Must.Pinned(ImmutableMap.of(first, groups - 1)));
    }

    static List<Wish> wishes(List<Entrant> entrants) {
        PersonId first = entrants.get(0).id();
        PersonId last = entrants.get(entrants.size() - 1).id();
        ImmutableSet<Pair> pair = ImmutableSet.of(Pair.of(first, last));
        return List.of(
                Preference.spread("department").weighing(2),
                Preference.gather("interests").weighing(1),
                Preference.balance("months").weighing(1),
                new Preference.MoreSlots(SLOTS, 3).weighing(.5),
                new Preference.RatherApart("rather apart", pair).weighing(1),
                new Preference.RatherTogether("rather together", pair).weighing(.7),
                new Preference.Novelty(ImmutableList.of(ImmutableList.of(ImmutableSet.of(first, last))), .5)
                        .weighing(1),
                new Preference.LeastChange(ImmutableMap.of(first, 0, last, 0)).weighing(1),
                new Preference.PairCriterion("ids", (a, b) -> ((a.id().hashCode() ^ b.id().hashCode()) & 7) / 7.0)
                        .weighing(1),
                Preference.pairSum("sum", (a, b) -> (a.id().hashCode() * 31L + b.id().hashCode()) % 5)
                        .weighing(.3),
                new Preference.GroupSums(
                                "months in a lab",
                                ImmutableList.of(
                                        e -> e.amount("months").orElse(0),
                                        e -> e.values("lab").size()),
                                (members, sums) -> 1 / (1 + sums[0] / 10 + sums[1]))
                        .weighing(.8),
                new Preference.GroupCriterion("even", members -> members.size() % 2 == 0 ? 1 : 0).weighing(.2));
    }

    /** The best score of all groupings there are, the empty and the over-full ones included. */
    static Score best(FormationProblem problem) {
        List<List<Entrant>> rows = new ArrayList<>();
        for (int g = 0; g <= problem.bounds().size(); g++) {
            rows.add(new ArrayList<>());
        }
        return best(problem, rows, 0, new Score(Integer.MAX_VALUE, Integer.MAX_VALUE, 0));
    }

    private static Score best(FormationProblem problem, List<List<Entrant>> rows, int next, Score found) {
        int groups = problem.bounds().size();
        if (next == problem.entrants().size()) {
            Score score = problem.score(rows.subList(0, groups), rows.get(groups));
            return score.isBetterThan(found) ? score : found;
        }
        Score best = found;
        for (int row = 0; row <= groups; row++) {
            if (row == groups
                    || rows.get(row).size() < problem.bounds().get(row).max()) {
                rows.get(row).add(problem.entrants().get(next));
                best = best(problem, rows, next + 1, best);
                rows.get(row).remove(rows.get(row).size() - 1);
            }
        }
        return best;
    }
}
