package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;

/**
 * What was shown of a report at one time; it stays as it is (law D10).
 *
 * @param at when it was made
 * @param isLast whether it was made when the cohort had closed, so that none follows
 * @param thresholds what it was made by
 * @param table what is shown
 * @param populations who is counted in each of its rows, so that later editions can't be held against it (law D11)
 */
public record Edition(
        Instant at,
        boolean isLast,
        Thresholds thresholds,
        SuppressedTable table,
        ImmutableList<Population> populations) {

    /** Who is counted in one row, by their numbers. */
    public record Population(ImmutableList<String> row, ImmutableSortedSet<Integer> people) {}

    /** Hides who was counted. */
    @Override
    public String toString() {
        return "Edition[at=" + at + ", table=\n" + table.asText() + "]";
    }
}
