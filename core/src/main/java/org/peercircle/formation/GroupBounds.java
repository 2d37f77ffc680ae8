package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import org.peercircle.cohort.SizePlan;
import org.peercircle.internal.Arguments;

/**
 * How many may sit in one group.
 *
 * @param min inclusive, at least 0
 * @param max inclusive; 0 for a group that ends
 */
public record GroupBounds(int min, int max) {

    /** Checks the order. */
    public GroupBounds {
        Arguments.requireBetween(0, min, 100_000, "min");
        Arguments.requireBetween(min, max, 100_000, "max");
    }

    /** Returns bounds that fix each group at its size in the plan. */
    public static ImmutableList<GroupBounds> of(SizePlan plan) {
        return plan.sizes().stream().map(size -> new GroupBounds(size, size)).collect(ImmutableList.toImmutableList());
    }
}
