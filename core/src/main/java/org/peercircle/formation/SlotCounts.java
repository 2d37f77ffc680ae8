package org.peercircle.formation;

import java.util.BitSet;
import java.util.List;
import org.peercircle.people.CommonSlots;

/** Weekly slots of a term as bits, so that a group's common ones are an intersection. */
final class SlotCounts {

    private SlotCounts() {}

    /** The slots that suit one person; all of them where their availability is not known. */
    static BitSet of(CommonSlots slots, Entrant entrant) {
        return entrant.availability().map(slots::suiting).orElseGet(() -> {
            BitSet any = new BitSet();
            any.set(0, slots.grid().size());
            return any;
        });
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
