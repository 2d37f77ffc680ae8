package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.people.CommonSlots;

/**
 * A rule that a formation must keep. Each says how badly a group breaks it, in whole units, so that there is always a
 * way to go from bad to better. A private rule is one whose very existence for a person is confidential.
 *
 * <p>These evaluations are written for clarity; the engine has its own, and tests compare the two.
 */
public sealed interface Must {

    /** Returns the rule in words, such as {@code keep apart who share a lab}. */
    String name();

    /** Whether the program office is told of it only as "a private rule". */
    default boolean isPrivate() {
        return false;
    }

    /** Returns so many of the rule's units in words, such as {@code 3 pairs}. */
    default String units(int count) {
        boolean one = count == 1;
        if (this instanceof ApartBy || this instanceof Apart || this instanceof ApartIf) {
            return count + (one ? " pair" : " pairs");
        }
        if (this instanceof SharedSlot) {
            return count + (one ? " missing slot" : " missing slots");
        }
        if (this instanceof Together) {
            return count + (one ? " missing mate" : " missing mates");
        }
        return this instanceof GroupRule ? count + (one ? " unit" : " units") : count + (one ? " person" : " people");
    }

    /**
     * Returns how badly this group breaks the rule, 0 when it keeps it.
     *
     * @param group 0 and up, or {@link FormationProblem#WAITING} for those who wait
     */
    int broken(List<Entrant> members, int group);

    /** Pairs that share a value of a trait, such as a lab, do not sit together. Unit: one pair. */
    record ApartBy(String trait) implements Must {
        @Override
        public String name() {
            return "keep apart who share a " + trait;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 ? 0 : Pairs.count(members, (a, b) -> a.shares(trait, b));
        }
    }

    /** These pairs do not sit together. Unit: one pair. */
    record Apart(String name, ImmutableSet<Pair> pairs, boolean isPrivate) implements Must {
        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 ? 0 : Pairs.count(members, (a, b) -> pairs.contains(Pair.of(a.id(), b.id())));
        }
    }

    /** Pairs of which a host says so do not sit together. Unit: one pair. */
    record ApartIf(String name, BiPredicate<Entrant, Entrant> test, boolean isPrivate) implements Must {
        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 ? 0 : Pairs.count(members, test);
        }
    }

    /** Each of these sets of people sits together. Unit: one member who misses one other of their set. */
    record Together(ImmutableList<ImmutableSet<PersonId>> sets) implements Must {
        @Override
        public String name() {
            return "keep together";
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return sets.stream()
                    .mapToInt(set -> {
                        int here = (int) members.stream()
                                .filter(m -> set.contains(m.id()))
                                .count();
                        return here * (set.size() - here);
                    })
                    .sum();
        }
    }

    /**
     * Of those who share a value of a self-declared trait, none or at least {@code atLeast} sit in a group. Each value
     * counts by itself, but those in {@code asOne} count as one value between them; no answer never counts; whoever
     * waived counts for others and needs nobody. Unit: one person missing.
     */
    record NobodyAlone(
            String trait, int atLeast, ImmutableSet<PersonId> waived, ImmutableSet<String> asOne, boolean isPrivate)
            implements Must {
        /** Checks the bounds. */
        public NobodyAlone {
            Arguments.requireBetween(2, atLeast, 100, "atLeast");
        }

        /** Makes the rule for values that count each by itself. */
        public NobodyAlone(String trait, int atLeast, ImmutableSet<PersonId> waived, boolean isPrivate) {
            this(trait, atLeast, waived, ImmutableSet.of(), isPrivate);
        }

        @Override
        public String name() {
            return "nobody alone in " + trait;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0
                    ? 0
                    : members.stream()
                            .flatMap(this::valuesOf)
                            .distinct()
                            .mapToInt(value -> missing(members, value))
                            .sum();
        }

        private int missing(List<Entrant> members, String value) {
            List<Entrant> sharing = members.stream()
                    .filter(m -> valuesOf(m).anyMatch(value::equals))
                    .toList();
            boolean someoneMinds = sharing.stream().anyMatch(m -> !waived.contains(m.id()));
            return someoneMinds ? Math.max(0, atLeast - sharing.size()) : 0;
        }

        /** The values that count for somebody, those that count as one under one name. */
        Stream<String> valuesOf(Entrant entrant) {
            return entrant.values(trait).stream()
                    .map(value -> asOne.contains(value) ? String.join(" or ", asOne) : value)
                    .distinct();
        }
    }

    /**
     * All members of a group share at least {@code atLeast} weekly slots over the whole term. Somebody whose
     * availability is not known can meet at any time. Unit: one slot missing.
     */
    record SharedSlot(CommonSlots slots, int atLeast) implements Must {
        @Override
        public String name() {
            return "share " + (atLeast == 1 ? "a weekly slot" : atLeast + " weekly slots");
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 || members.isEmpty() ? 0 : Math.max(0, atLeast - SlotCounts.shared(slots, members));
        }
    }

    /** All members of a group share a value of a trait, such as a language. Unit: one person without it. */
    record SharedValue(String trait) implements Must {
        @Override
        public String name() {
            return "share a " + trait;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            if (group < 0 || members.isEmpty()) {
                return 0;
            }
            int most = Pairs.counts(members, trait).values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            return members.size() - most;
        }
    }

    /** Each group has at least {@code count} members with this value of a trait. Unit: one person missing. */
    record AtLeast(int count, String trait, String value) implements Must {
        @Override
        public String name() {
            return "at least " + count + " with " + trait + " " + value;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0
                    ? 0
                    : Math.max(0, count - Pairs.counts(members, trait).getOrDefault(value, 0));
        }
    }

    /** Each group has at most {@code count} members of each value of a trait. Unit: one person too many. */
    record AtMost(int count, String trait) implements Must {
        @Override
        public String name() {
            return "at most " + count + " of one " + trait;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0
                    ? 0
                    : Pairs.counts(members, trait).values().stream()
                            .mapToInt(n -> Math.max(0, n - count))
                            .sum();
        }
    }

    /** Each group has at most {@code count} members with this value of a trait. Unit: one person too many. */
    record AtMostWith(int count, String trait, String value) implements Must {
        @Override
        public String name() {
            return "at most " + count + " with " + trait + " " + value;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 ? 0 : Math.max(0, Pairs.counts(members, trait).getOrDefault(value, 0) - count);
        }
    }

    /** A host's own rule over whole groups; must not depend on the order of the members. Unit: the host's. */
    record GroupRule(String name, ToIntFunction<List<Entrant>> function, boolean isPrivate) implements Must {
        @Override
        public int broken(List<Entrant> members, int group) {
            return group < 0 ? 0 : units(members);
        }

        int units(List<Entrant> members) {
            int units = function.applyAsInt(members);
            Arguments.requireBetween(0, units, 1_000_000, name);
            return units;
        }
    }

    /** These groups stay just as they are. Unit: one person who came or is missing. */
    record Unchanged(ImmutableMap<Integer, ImmutableSet<PersonId>> groups) implements Must {
        /** Checks that nobody is to be in two groups. */
        public Unchanged {
            int people = groups.values().stream().mapToInt(Set::size).sum();
            long different =
                    groups.values().stream().flatMap(Set::stream).distinct().count();
            Arguments.require(people == different, "groups", "hold nobody twice", groups.keySet());
        }

        @Override
        public String name() {
            return "stay as they are";
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            ImmutableSet<PersonId> belonging = groups.get(group);
            if (belonging == null) {
                return 0;
            }
            int here = (int)
                    members.stream().filter(m -> belonging.contains(m.id())).count();
            return belonging.size() + members.size() - 2 * here;
        }
    }

    /** These people sit in the group with this number. Unit: one person elsewhere. */
    record Pinned(ImmutableMap<PersonId, Integer> groups) implements Must {
        @Override
        public String name() {
            return "stay in the group";
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            return (int) members.stream()
                    .filter(m -> groups.getOrDefault(m.id(), group) != group)
                    .count();
        }
    }

    /** Returns the rule that those who share a value of this trait sit apart. */
    static Must apartBy(String trait) {
        return new ApartBy(trait);
    }

    /** Returns the rule that these pairs sit apart. */
    static Must apart(String name, Collection<Pair> pairs) {
        return new Apart(name, ImmutableSet.copyOf(pairs), false);
    }

    /**
     * Returns the rule that nobody meets again in a group whom they sat with in an earlier round.
     *
     * @param rounds each a list of groups
     */
    static Must neverAgain(Collection<? extends Collection<? extends Set<PersonId>>> rounds) {
        ImmutableSet.Builder<Pair> met = ImmutableSet.builder();
        rounds.forEach(round -> round.forEach(group -> met.addAll(Pairs.among(group))));
        return apart("do not meet again", met.build());
    }

    /** Returns the rule that nobody is the only one with a value of this trait, unless they waived it. */
    static Must nobodyAlone(String trait, Collection<PersonId> waived) {
        return new NobodyAlone(trait, 2, ImmutableSet.copyOf(waived), true);
    }
}
