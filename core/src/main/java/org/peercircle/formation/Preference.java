package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.people.CommonSlots;

/**
 * What a good group has more of. Each preference gives a group a score from 0 to 1, so that weights mean something; only
 * {@link PairSum} is a plain sum. A group of one scores 1 on every preference over pairs.
 */
public sealed interface Preference {

    /** Returns the preference in words, such as {@code spread department}. */
    String name();

    /** Returns this preference with a weight, greater than 0. */
    default Wish weighing(double weight) {
        return new Wish(this, weight);
    }

    /** A preference that is the mean over a group's pairs of a value from 0 to 1. */
    sealed interface OverPairs extends Preference {
        /** Returns the value of one pair, 0 to 1. */
        double value(Entrant one, Entrant other);
    }

    /** A preference that looks at a group as a whole. An empty group scores 1. */
    sealed interface OverGroups extends Preference {
        /** Returns what scores one group, 0 to 1, of all the groups that {@code everybody} is seated in. */
        ToDoubleFunction<List<Entrant>> among(List<Entrant> everybody);
    }

    /** Different values of a trait, such as departments. No answer counts as different. */
    record Spread(String trait) implements OverPairs {
        @Override
        public String name() {
            return "spread " + trait;
        }

        @Override
        public double value(Entrant one, Entrant other) {
            return one.shares(trait, other) ? 0 : 1;
        }
    }

    /** Common values of a trait, such as interests: the Jaccard index. No answer has nothing in common. */
    record Gather(String trait) implements OverPairs {
        @Override
        public String name() {
            return "gather " + trait;
        }

        @Override
        public double value(Entrant one, Entrant other) {
            return Pairs.jaccard(one.values(trait), other.values(trait));
        }
    }

    /** These pairs rather not together. */
    record RatherApart(String name, ImmutableSet<Pair> pairs) implements OverPairs {
        @Override
        public double value(Entrant one, Entrant other) {
            return pairs.contains(Pair.of(one.id(), other.id())) ? 0 : 1;
        }
    }

    /** These pairs rather together. */
    record RatherTogether(String name, ImmutableSet<Pair> pairs) implements OverPairs {
        @Override
        public double value(Entrant one, Entrant other) {
            return pairs.contains(Pair.of(one.id(), other.id())) ? 1 : 0;
        }
    }

    /**
     * New faces: pairs that sat together before count less, the less the longer ago.
     *
     * @param rounds earlier rounds, latest first, each a list of groups
     * @param decay what remains of a round's weight a round later, 0 to 1
     */
    record Novelty(ImmutableList<ImmutableList<ImmutableSet<PersonId>>> rounds, double decay) implements OverPairs {
        /** Checks the decay. */
        public Novelty {
            Arguments.require(decay >= 0 && decay <= 1, "decay", "be between 0 and 1", decay);
        }

        @Override
        public String name() {
            return "new faces";
        }

        @Override
        public double value(Entrant one, Entrant other) {
            double met = 0;
            double weight = 1;
            for (ImmutableList<ImmutableSet<PersonId>> round : rounds) {
                if (round.stream().anyMatch(g -> g.contains(one.id()) && g.contains(other.id()))) {
                    met += weight;
                }
                weight *= decay;
            }
            return Math.max(0, 1 - met);
        }
    }

    /** Pairs that sit together now stay together. */
    record LeastChange(ImmutableMap<PersonId, Integer> current) implements OverPairs {
        @Override
        public String name() {
            return "least change";
        }

        @Override
        public double value(Entrant one, Entrant other) {
            Integer group = current.get(one.id());
            return group != null && group.equals(current.get(other.id())) ? 1 : 0;
        }
    }

    /** A host's own criterion over pairs, from 0 to 1. */
    record PairCriterion(String name, ToDoubleBiFunction<Entrant, Entrant> function) implements OverPairs {
        @Override
        public double value(Entrant one, Entrant other) {
            return share(name, function.applyAsDouble(one, other));
        }
    }

    /**
     * A host's own criterion over pairs, summed over all pairs that share a group and not scaled: the objective of the
     * maximally diverse grouping problem.
     */
    record PairSum(String name, ToDoubleBiFunction<Entrant, Entrant> function) implements Preference {}

    /** The mean of a number in each group is near the mean of all; no answer is passed over. */
    record Balance(String trait) implements OverGroups {
        @Override
        public String name() {
            return "balance " + trait;
        }

        @Override
        public ToDoubleFunction<List<Entrant>> among(List<Entrant> everybody) {
            NumberRange range = NumberRange.of(amounts(everybody));
            return members -> {
                double[] here = amounts(members);
                return range.balance(Arrays.stream(here).sum(), here.length);
            };
        }

        private double[] amounts(List<Entrant> entrants) {
            return entrants.stream()
                    .flatMapToDouble(e -> e.amount(trait).stream())
                    .toArray();
        }
    }

    /** Common weekly slots, up to {@code enough}. */
    record MoreSlots(CommonSlots slots, int enough) implements OverGroups {
        /** Checks the bounds. */
        public MoreSlots {
            Arguments.requireBetween(1, enough, 10_000, "enough");
        }

        @Override
        public String name() {
            return "more shared slots";
        }

        @Override
        public ToDoubleFunction<List<Entrant>> among(List<Entrant> everybody) {
            return members ->
                    members.isEmpty() ? 1 : Math.min(enough, SlotCounts.shared(slots, members)) / (double) enough;
        }
    }

    /** A host's own criterion over whole groups, from 0 to 1; must not depend on the order of the members. */
    record GroupCriterion(String name, ToDoubleFunction<List<Entrant>> function) implements OverGroups {
        @Override
        public ToDoubleFunction<List<Entrant>> among(List<Entrant> everybody) {
            return members -> members.isEmpty() ? 1 : share(name, function.applyAsDouble(members));
        }
    }

    /**
     * A host's own criterion over whole groups in a form that a search can price fast: each person counts for some
     * numbers, and a group is judged by how many there are and the sums of their numbers. What takes members into
     * account one by one is a {@link GroupCriterion}.
     *
     * @param numbers what each person counts for
     * @param judge the score from 0 to 1
     */
    record GroupSums(String name, ImmutableList<ToDoubleFunction<Entrant>> numbers, Judge judge) implements OverGroups {

        /** Scores a group of which only the sums are known. */
        public interface Judge {
            /**
             * Returns the score, 0 to 1.
             *
             * @param members how many there are, at least 1
             * @param sums in the order of {@link GroupSums#numbers()}; not to be kept or changed
             */
            double score(int members, double[] sums);
        }

        @Override
        public ToDoubleFunction<List<Entrant>> among(List<Entrant> everybody) {
            return members -> score(
                    members.size(),
                    numbers.stream()
                            .mapToDouble(number ->
                                    members.stream().mapToDouble(number).sum())
                            .toArray());
        }

        double score(int members, double[] sums) {
            return members == 0 ? 1 : share(name, judge.score(members, sums));
        }
    }

    private static double share(String criterion, double value) {
        Arguments.require(value >= 0 && value <= 1, criterion, "be between 0 and 1", value);
        return value;
    }

    /** Returns the preference for different values of a trait. */
    static Preference spread(String trait) {
        return new Spread(trait);
    }

    /** Returns the preference for common values of a trait. */
    static Preference gather(String trait) {
        return new Gather(trait);
    }

    /** Returns the preference for a number to be balanced over groups. */
    static Preference balance(String trait) {
        return new Balance(trait);
    }

    /** Returns a host's criterion over pairs, summed and not scaled. */
    static Preference pairSum(String name, ToDoubleBiFunction<Entrant, Entrant> function) {
        return new PairSum(name, function);
    }
}
