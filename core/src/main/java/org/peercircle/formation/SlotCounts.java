package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import org.peercircle.people.CommonSlots;
import org.peercircle.people.WeeklySlot;

/** Weekly slots of a term as bits, so that a group's common ones are an intersection. */
final class SlotCounts {

    private SlotCounts() {}

    /** The slots that suit one person; all of them where their availability is not known. */
    static BitSet of(CommonSlots slots, Entrant entrant) {
        ImmutableList<WeeklySlot> grid = slots.grid();
        BitSet suits = new BitSet(grid.size());
        for (int i = 0; i < grid.size(); i++) {
            WeeklySlot slot = grid.get(i);
            suits.set(i, entrant.availability().map(a -> slots.suits(slot, a)).orElse(true));
        }
        return suits;
    }

    /** How many slots suit everybody. */
    static int shared(CommonSlots slots, List<Entrant> members) {
        BitSet common = null;
        for (Entrant member : members) {
            BitSet suits = of(slots, member);
            if (common == null) {
                common = suits;
            } else {
                common.and(suits);
            }
        }
        return common == null ? 0 : common.cardinality();
    }
}
