package org.peercircle.formation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.peercircle.internal.Arguments;

/**
 * A preference and how much it counts.
 *
 * @param weight greater than 0; the mean score over groups is multiplied by it
 */
public record Wish(Preference preference, double weight) {

    /** Checks the weight. */
    public Wish {
        Arguments.require(weight > 0 && Double.isFinite(weight), "weight", "be greater than 0", weight);
    }

    /** Returns what tells of each group, of so many, what it adds to the score. */
    ToDoubleFunction<List<Entrant>> sharing(List<Entrant> everybody, int groups) {
        if (preference instanceof Preference.PairSum sum) {
            return members -> weight * Pairs.sum(members, sum.function());
        }
        if (preference instanceof Preference.OverPairs pairs) {
            return members -> {
                long count = Pairs.of(members.size());
                return weight / groups * (count == 0 ? 1 : Pairs.sum(members, pairs::value) / count);
            };
        }
        ToDoubleFunction<List<Entrant>> score = ((Preference.OverGroups) preference).among(everybody);
        return members -> weight / groups * score.applyAsDouble(members);
    }
}
