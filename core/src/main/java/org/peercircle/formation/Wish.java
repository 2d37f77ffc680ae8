package org.peercircle.formation;

import java.util.List;
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

    /** Returns what this group adds to the score of a formation of {@code groups} groups. */
    double share(List<Entrant> members, List<Entrant> everybody, int groups) {
        if (preference instanceof Preference.PairSum sum) {
            return weight * Pairs.sum(members, sum.function());
        }
        if (preference instanceof Preference.OverPairs pairs) {
            long count = Pairs.of(members.size());
            return weight / groups * (count == 0 ? 1 : Pairs.sum(members, pairs::value) / count);
        }
        return weight / groups * ((Preference.OverGroups) preference).score(members, everybody);
    }
}
