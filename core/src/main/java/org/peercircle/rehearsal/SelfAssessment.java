package org.peercircle.rehearsal;

import org.peercircle.internal.Arguments;

/**
 * What the speaker thought of a round before anybody else spoke.
 *
 * @param thoughts what went well, and what they would do otherwise
 * @param clarity −2 to 2, as in {@link Observation}
 * @param firmness −2 to 2, as in {@link Observation}
 */
public record SelfAssessment(String thoughts, int clarity, int firmness) {

    /** Checks the marks, and that something is said. */
    public SelfAssessment {
        Arguments.requireBetween(-2, clarity, 2, "clarity");
        Arguments.requireBetween(-2, firmness, 2, "firmness");
        if (thoughts.isBlank()) {
            throw new IllegalArgumentException("thoughts must say something, but was blank");
        }
    }

    /** Hides the text: an assessment may be printed by accident. */
    @Override
    public String toString() {
        return "SelfAssessment[…]";
    }
}
