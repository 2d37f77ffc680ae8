package org.peercircle.formation;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercircle.id.PersonId;
import org.peercircle.people.CommonSlots;

/** Turns each must into a measure over arrays. */
final class CompiledMusts {

    private final List<Entrant> entrants;
    private final Map<PersonId, Integer> numbers = new HashMap<>();

    CompiledMusts(List<Entrant> entrants) {
        this.entrants = entrants;
        for (int i = 0; i < entrants.size(); i++) {
            numbers.put(entrants.get(i).id(), i);
        }
    }

    GroupMeasure compile(Must must) {
        if (must instanceof Must.ApartBy rule) {
            return apartBy(new Values(entrants, rule.trait()));
        }
        if (must instanceof Must.Apart rule) {
            return apart(rule.pairs());
        }
        if (must instanceof Must.Together rule) {
            return together(rule.sets());
        }
        if (must instanceof Must.NobodyAlone rule) {
            return nobodyAlone(rule, new Values(entrants, rule.trait()));
        }
        if (must instanceof Must.SharedSlot rule) {
            return sharedSlot(rule.slots(), rule.atLeast());
        }
        if (must instanceof Must.SharedValue rule) {
            Values values = new Values(entrants, rule.trait());
            return seatedOnly((g, members, count) -> count - values.fold(members, count, (m, v, c) -> Math.max(m, c)));
        }
        if (must instanceof Must.AtLeast rule) {
            Values values = new Values(entrants, rule.trait());
            int wanted = values.codeOf(rule.value());
            return seatedOnly((g, members, count) ->
                    Math.max(0, rule.count() - values.fold(members, count, (sum, v, c) -> v == wanted ? c : sum)));
        }
        if (must instanceof Must.AtMost rule) {
            Values values = new Values(entrants, rule.trait());
            return seatedOnly((g, members, count) ->
                    values.fold(members, count, (sum, v, c) -> sum + Math.max(0, c - rule.count())));
        }
        return pinned((Must.Pinned) must);
    }

    private static GroupMeasure seatedOnly(GroupMeasure measure) {
        return (group, members, count) -> group < 0 ? 0 : measure.of(group, members, count);
    }

    private GroupMeasure apartBy(Values values) {
        return seatedOnly((group, members, count) -> {
            int most = values.fold(members, count, (max, v, c) -> Math.max(max, c));
            return most < 2 ? 0 : sharingPairs(values, members, count);
        });
    }

    private static int sharingPairs(Values values, int[] members, int count) {
        int pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (intersect(values.of(members[i]), values.of(members[j]))) {
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private static boolean intersect(int[] some, int[] others) {
        for (int a : some) {
            for (int b : others) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }

    private GroupMeasure apart(ImmutableSet<Pair> pairs) {
        Map<Integer, BitSet> partners = new HashMap<>();
        for (Pair pair : pairs) {
            Integer one = numbers.get(pair.one());
            Integer other = numbers.get(pair.other());
            if (one != null && other != null) {
                partners.computeIfAbsent(one, k -> new BitSet()).set(other);
                partners.computeIfAbsent(other, k -> new BitSet()).set(one);
            }
        }
        return seatedOnly((group, members, count) -> {
            int ends = 0;
            for (int i = 0; i < count; i++) {
                BitSet apart = partners.get(members[i]);
                for (int j = 0; apart != null && j < count; j++) {
                    ends += apart.get(members[j]) ? 1 : 0;
                }
            }
            // Each pair was counted at both its ends.
            return ends >> 1;
        });
    }

    private GroupMeasure together(List<ImmutableSet<PersonId>> sets) {
        int[][] setsOf = new int[entrants.size()][];
        for (int i = 0; i < setsOf.length; i++) {
            PersonId id = entrants.get(i).id();
            setsOf[i] = IntStream.range(0, sets.size())
                    .filter(s -> sets.get(s).contains(id))
                    .toArray();
        }
        int[] here = new int[sets.size()];
        return (group, members, count) -> {
            for (int i = 0; i < count; i++) {
                for (int set : setsOf[members[i]]) {
                    here[set]++;
                }
            }
            int missing = 0;
            for (int i = 0; i < count; i++) {
                for (int set : setsOf[members[i]]) {
                    missing += here[set] * (sets.get(set).size() - here[set]);
                    here[set] = 0;
                }
            }
            return missing;
        };
    }

    private GroupMeasure nobodyAlone(Must.NobodyAlone rule, Values values) {
        boolean[] waived = new boolean[entrants.size()];
        for (int i = 0; i < waived.length; i++) {
            waived[i] = rule.waived().contains(entrants.get(i).id());
        }
        int[] minding = new int[values.size()];
        return seatedOnly((group, members, count) -> {
            for (int i = 0; i < count; i++) {
                if (!waived[members[i]]) {
                    for (int value : values.of(members[i])) {
                        minding[value]++;
                    }
                }
            }
            return values.fold(members, count, (sum, value, sharing) -> {
                int minds = minding[value];
                minding[value] = 0;
                return sum + (minds > 0 ? Math.max(0, rule.atLeast() - sharing) : 0);
            });
        });
    }

    private GroupMeasure sharedSlot(CommonSlots slots, int atLeast) {
        Slots bits = new Slots(entrants, slots);
        return seatedOnly(
                (group, members, count) -> count == 0 ? 0 : Math.max(0, atLeast - bits.shared(members, count)));
    }

    private GroupMeasure pinned(Must.Pinned rule) {
        int[] pin = entrants.stream()
                .mapToInt(e -> rule.groups().getOrDefault(e.id(), Integer.MIN_VALUE))
                .toArray();
        return (group, members, count) -> {
            int elsewhere = 0;
            for (int i = 0; i < count; i++) {
                int wanted = pin[members[i]];
                elsewhere += wanted != Integer.MIN_VALUE && wanted != group ? 1 : 0;
            }
            return elsewhere;
        };
    }

    /** Everybody's weekly slots as words of bits. */
    static final class Slots {
        private final long[][] suits;
        private final long[] common;

        Slots(List<Entrant> entrants, CommonSlots slots) {
            int words = (slots.grid().size() + 63) / 64;
            Map<Object, long[]> alike = new HashMap<>();
            this.suits = new long[entrants.size()][];
            for (int i = 0; i < suits.length; i++) {
                Entrant entrant = entrants.get(i);
                suits[i] = alike.computeIfAbsent(entrant.availability(), a -> {
                    long[] bits = SlotCounts.of(slots, entrant).toLongArray();
                    return Arrays.copyOf(bits, words);
                });
            }
            this.common = new long[words];
        }

        int shared(int[] members, int count) {
            System.arraycopy(suits[members[0]], 0, common, 0, common.length);
            for (int i = 1; i < count; i++) {
                long[] other = suits[members[i]];
                for (int w = 0; w < common.length; w++) {
                    common[w] &= other[w];
                }
            }
            int shared = 0;
            for (long word : common) {
                shared += Long.bitCount(word);
            }
            return shared;
        }
    }
}
