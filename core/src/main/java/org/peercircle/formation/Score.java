package org.peercircle.formation;

import java.util.Comparator;

/**
 * How good a formation is: three levels, compared one after the other. The greater is the better.
 *
 * @param broken how badly musts are broken, in their units; fewest first
 * @param waiting how many wait; fewest first
 * @param preference the weighted sum of preferences; highest first
 */
public record Score(int broken, int waiting, double preference) implements Comparable<Score> {

    private static final Comparator<Score> BETTER_LAST = Comparator.comparingInt((Score s) -> -s.broken)
            .thenComparing(s -> -s.waiting)
            .thenComparingDouble(Score::preference);

    @Override
    public int compareTo(Score other) {
        return BETTER_LAST.compare(this, other);
    }

    /** Whether this is better than {@code other}. */
    public boolean isBetterThan(Score other) {
        return compareTo(other) > 0;
    }
}
