package org.peercircle.rehearsal;

import org.peercircle.internal.Arguments;

/**
 * What somebody saw in one round: the situation, what was done or said in it, and how that came across, with how clear
 * and how firm it was. No more than was seen: not what kind of person somebody is (situation, behavior, impact; CCL).
 *
 * @param clarity −2, could not follow, to 2, could not have been clearer
 * @param firmness −2, gave way at once, to 2, stood firm; 0 is neither
 */
public record Observation(String situation, String behavior, String impact, int clarity, int firmness) {

    /** Checks the marks, and that something is said. */
    public Observation {
        Arguments.requireBetween(-2, clarity, 2, "clarity");
        Arguments.requireBetween(-2, firmness, 2, "firmness");
        requireSaid(situation, "situation");
        requireSaid(behavior, "behavior");
        requireSaid(impact, "impact");
    }

    private static void requireSaid(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must say something, but was blank");
        }
    }

    /** Hides the text: an observation may be printed by accident. */
    @Override
    public String toString() {
        return "Observation[…]";
    }
}
