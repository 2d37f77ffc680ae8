package org.peercircle.report;

import org.peercircle.internal.Arguments;

/**
 * What is said of a hidden number where that keeps it open: that it is a small share of its row, or nearly all of it (law
 * D7). Percentages are reported in such bands in education (NCES 2011-603, SLDS Technical Brief 3).
 *
 * @param isAtMost whether it is at most this share; else at least
 * @param percent from 1 to 99
 */
public record Band(boolean isAtMost, int percent) {

    /** Checks the bounds. */
    public Band {
        Arguments.require(percent >= 1 && percent <= 99, "percent", "be from 1 to 99", percent);
    }

    /** Returns it as it is printed, such as {@code ≤20%}. */
    @Override
    public String toString() {
        return (isAtMost ? "≤" : "≥") + percent + "%";
    }
}
