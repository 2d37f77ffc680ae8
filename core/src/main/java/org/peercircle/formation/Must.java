package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
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
     * counts by itself; no answer never counts; whoever waived counts for others and needs nobody. Unit: one person
     * missing.
     */
    record NobodyAlone(String trait, int atLeast, ImmutableSet<PersonId> waived, boolean isPrivate) implements Must {
        /** Checks the bounds. */
        public NobodyAlone {
            Arguments.requireBetween(2, atLeast, 100, "atLeast");
        }

        @Override
        public String name() {
            return "nobody alone in " + trait;
        }

        @Override
        public int broken(List<Entrant> members, int group) {
            if (group < 0) {
                return 0;
            }
            ImmutableSet<String> values =
                    members.stream().flatMap(m -> m.values(trait).stream()).collect(ImmutableSet.toImmutableSet());
            return values.stream()
                    .mapToInt(value -> {
                        List<Entrant> sharing = members.stream()
                                .filter(m -> m.values(trait).contains(value))
                                .toList();
                        boolean someoneMinds = sharing.stream().anyMatch(m -> !waived.contains(m.id()));
                        return someoneMinds ? Math.max(0, atLeast - sharing.size()) : 0;
                    })
                    .sum();
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

    /** Returns the rule that nobody is the only one with a value of this trait, unless they waived it. */
    static Must nobodyAlone(String trait, Collection<PersonId> waived) {
        return new NobodyAlone(trait, 2, ImmutableSet.copyOf(waived), true);
    }
}
