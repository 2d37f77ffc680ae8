package org.peercircle.formation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercircle.people.CommonSlots;

/** Everybody's weekly slots as words of bits. One thread at a time. */
final class SlotBits {

    private final long[][] suits;
    private final long[] common;

    SlotBits(List<Entrant> entrants, CommonSlots slots) {
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

    /** How many slots suit everybody of a row, with one gone and one come; 0 for an empty row. */
    int shared(Seats seats, int row, int out, int in) {
        boolean any = in != Term.NOBODY;
        if (any) {
            System.arraycopy(suits[in], 0, common, 0, common.length);
        }
        int[] members = seats.members(row);
        for (int k = 0, count = seats.count(row); k < count; k++) {
            if (members[k] != out) {
                meet(suits[members[k]], any);
                any = true;
            }
        }
        int shared = 0;
        for (int w = 0; any && w < common.length; w++) {
            shared += Long.bitCount(common[w]);
        }
        return shared;
    }

    private void meet(long[] other, boolean any) {
        for (int w = 0; w < common.length; w++) {
            common[w] = any ? common[w] & other[w] : other[w];
        }
    }
}
