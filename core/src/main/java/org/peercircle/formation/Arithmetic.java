package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peercircle.id.PersonId;

/** Counting arguments that prove a request impossible. Each finding is a proof; no finding proves nothing. */
final class Arithmetic {

    private final FormationProblem problem;
    private final int people;
    private final int groups;
    private final int mayWait;
    private final int largest;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private Arithmetic(FormationProblem problem) {
        this.problem = problem;
        this.people = problem.entrants().size();
        this.groups = problem.bounds().size();
        int seatsNeeded = problem.bounds().stream().mapToInt(GroupBounds::min).sum();
        this.mayWait = people - seatsNeeded;
        this.largest =
                problem.bounds().stream().mapToInt(GroupBounds::max).max().orElseThrow();
    }

    static ImmutableList<Finding> findings(FormationProblem problem) {
        Arithmetic arithmetic = new Arithmetic(problem);
        if (arithmetic.mayWait < 0) {
            arithmetic.found(
                    "sizes",
                    "The groups need " + (arithmetic.people - arithmetic.mayWait) + " people and there are "
                            + arithmetic.people + ". Plan fewer or smaller groups.");
        } else {
            problem.musts().forEach(arithmetic::look);
        }
        return arithmetic.findings.build();
    }

    private void look(Must must) {
        if (must instanceof Must.ApartBy rule) {
            apart(rule.name(), rule.trait());
        } else if (must instanceof Must.Apart rule) {
            apart(rule);
        } else if (must instanceof Must.AtMostWith rule) {
            atMost(rule);
        } else if (must instanceof Must.AtMost rule) {
            atMost(rule);
        } else if (must instanceof Must.AtLeast rule) {
            atLeast(rule);
        } else if (must instanceof Must.Together rule) {
            together(rule);
        } else if (must instanceof Must.NobodyAlone rule) {
            nobodyAlone(rule);
        } else if (must instanceof Must.Pinned rule) {
            pinned(rule);
        }
    }

    private void apart(String name, String trait) {
        Pairs.counts(problem.entrants(), trait).forEach((value, count) -> {
            if (count - mayWait > groups) {
                found(
                        name,
                        count + " people share the " + trait + " " + value + " and there are " + groups
                                + " groups. Form more groups, or let " + (count - groups) + " of them wait.");
            }
        });
    }

    /** Who is kept from so many that not even the smallest group could be filled with the others. */
    private void apart(Must.Apart rule) {
        int smallest =
                problem.bounds().stream().mapToInt(GroupBounds::min).min().orElseThrow();
        if (mayWait > 0) {
            return;
        }
        Map<PersonId, Integer> kept = new TreeMap<>();
        Set<PersonId> here = problem.entrants().stream().map(Entrant::id).collect(Collectors.toSet());
        rule.pairs().stream()
                .filter(pair -> here.contains(pair.one()) && here.contains(pair.other()))
                .forEach(pair -> {
                    kept.merge(pair.one(), 1, Integer::sum);
                    kept.merge(pair.other(), 1, Integer::sum);
                });
        kept.forEach((person, others) -> {
            int left = people - 1 - others;
            if (left < smallest - 1) {
                found(
                        rule.name(),
                        (rule.isPrivate() ? "Somebody" : person.value()) + " may sit with " + left
                                + " people, and the smallest group needs " + (smallest - 1)
                                + " beside them. Let fewer be kept from them, or form a smaller group.");
            }
        });
    }

    private void atMost(Must.AtMostWith rule) {
        int have = Pairs.counts(problem.entrants(), rule.trait()).getOrDefault(rule.value(), 0);
        if (have - mayWait > (long) rule.count() * groups) {
            found(
                    rule.name(),
                    have + " people have the " + rule.trait() + " " + rule.value() + " and " + groups + " groups take "
                            + rule.count() * groups + " of them. Allow " + (have - mayWait + groups - 1) / groups
                            + " a group.");
        }
    }

    private void atMost(Must.AtMost rule) {
        Pairs.counts(problem.entrants(), rule.trait()).forEach((value, count) -> {
            if (count - mayWait > (long) rule.count() * groups) {
                found(
                        rule.name(),
                        count + " people have the " + rule.trait() + " " + value + " and " + groups + " groups take "
                                + rule.count() * groups + " of them. Allow "
                                + (count - mayWait + groups - 1) / groups + " a group.");
            }
        });
    }

    private void atLeast(Must.AtLeast rule) {
        int have = Pairs.counts(problem.entrants(), rule.trait()).getOrDefault(rule.value(), 0);
        if (have < (long) rule.count() * groups) {
            found(
                    rule.name(),
                    have + " people have the " + rule.trait() + " " + rule.value() + " and " + groups
                            + " groups need " + rule.count() * groups + " of them. Recruit "
                            + (rule.count() * groups - have) + " more, or ask for fewer a group.");
        }
    }

    private void together(Must.Together rule) {
        for (ImmutableSet<PersonId> set : rule.sets()) {
            if (set.size() <= mayWait) {
                // They may all wait together.
                continue;
            }
            if (set.size() > largest) {
                found(
                        rule.name(),
                        set.size() + " people are to sit together and the largest group takes " + largest
                                + ". Split the set, or allow a larger group.");
            }
            List<Entrant> members = problem.entrants().stream()
                    .filter(e -> set.contains(e.id()))
                    .toList();
            problem.musts().stream()
                    .filter(m -> m instanceof Must.ApartBy || m instanceof Must.Apart)
                    .filter(m -> m.broken(members, 0) > 0)
                    .findFirst()
                    .ifPresent(m -> found(
                            rule.name(),
                            "Some who are to sit together are to sit apart by "
                                    + (m.isPrivate() ? "a private rule" : "\"" + m.name() + "\"")
                                    + ". Give up one of the two for them."));
        }
    }

    private void nobodyAlone(Must.NobodyAlone rule) {
        SetMultimap<String, PersonId> sharing =
                MultimapBuilder.treeKeys().hashSetValues().build();
        problem.entrants().forEach(e -> rule.valuesOf(e).forEach(value -> sharing.put(value, e.id())));
        Multimaps.asMap(sharing).forEach((value, people) -> {
            int count = people.size();
            if (count < rule.atLeast() && count > mayWait && !rule.waived().containsAll(people)) {
                found(
                        rule.name(),
                        "Fewer than " + rule.atLeast() + " people share a value. Recruit more, or ask them.");
            }
        });
    }

    private void pinned(Must.Pinned rule) {
        Map<Integer, List<Entrant>> byGroup = new TreeMap<>();
        problem.entrants().forEach(e -> {
            Integer group = rule.groups().get(e.id());
            if (group != null) {
                byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(e);
            }
        });
        byGroup.forEach((group, members) -> {
            int max = problem.bounds().get(group).max();
            if (members.size() > max) {
                found(
                        rule.name(),
                        members.size() + " people are to stay in group " + (group + 1) + ", which takes " + max
                                + ". Let some of them move.");
            }
        });
    }

    private void found(String rule, String message) {
        findings.add(new Finding(rule, message));
    }
}
