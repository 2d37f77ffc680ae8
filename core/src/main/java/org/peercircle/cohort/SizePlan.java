package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import org.peercircle.internal.Arguments;

/**
 * How many groups of which sizes seat {@code n} people under a sizing rule. As few wait as the rule allows (law Z2); the
 * sizes differ by at most one and are as near to the preferred size as can be (law Z3): nearest for the average person,
 * that is, the sum of {@code size × |size − preferred|} is smallest, and of two such plans the one with more groups.
 * Computed in constant time.
 *
 * <pre>{@code
 * SizePlan plan = SizePlan.of(97, GroupSizing.PEER_PROBLEM_SOLVING);
 * plan.sizes();    // twelve groups: [9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]
 * }</pre>
 *
 * @param people how many there are, 0 to 10,000,000
 * @param groups how many groups
 * @param larger how many of them have one member more than the others
 * @param waiting how many wait
 */
public record SizePlan(int people, GroupSizing sizing, int groups, int larger, int waiting) {

    /** The most people a plan is made for. */
    public static final int MAX_PEOPLE = 10_000_000;

    /** Returns the plan for this many people. */
    public static SizePlan of(int people, GroupSizing sizing) {
        Arguments.requireBetween(0, people, MAX_PEOPLE, "people");
        int most = people / sizing.min();
        int seated = (int) Math.min(people, (long) most * sizing.max());
        int fewest = (seated + sizing.max() - 1) / sizing.max();
        if (seated == 0) {
            return new SizePlan(people, sizing, 0, 0, people);
        }
        // Sizes move away from the preferred one on either side of seated / preferred, so the best lies next to it.
        int below = clamp(seated / sizing.preferred(), fewest, most);
        int above = clamp(below + 1, fewest, most);
        int groups =
                awayFromPreferred(seated, above, sizing) <= awayFromPreferred(seated, below, sizing) ? above : below;
        return new SizePlan(people, sizing, groups, seated % groups, people - seated);
    }

    /** Returns how many have a seat. */
    public int seated() {
        return people - waiting;
    }

    /** Returns the size of each group, largest first. */
    public ImmutableList<Integer> sizes() {
        if (groups == 0) {
            return ImmutableList.of();
        }
        int smaller = seated() / groups;
        return ImmutableList.<Integer>builderWithExpectedSize(groups)
                .addAll(Collections.nCopies(larger, smaller + 1))
                .addAll(Collections.nCopies(groups - larger, smaller))
                .build();
    }

    /** Returns the ways out for those who wait, each with its cost; empty when nobody waits. */
    public ImmutableList<WayOut> waysOut() {
        if (waiting == 0) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<WayOut> ways = ImmutableList.builder();
        int most = people / sizing.min();
        ways.add(new WayOut.Wait(waiting));
        ways.add(new WayOut.Recruit((most + 1) * sizing.min() - people, most + 1));
        if (most > 0) {
            ways.add(new WayOut.RaiseMaximum(ceilDiv(people, most) - sizing.max(), sizing.max()));
        }
        int groupsIfSmaller = ceilDiv(people, sizing.max());
        ways.add(new WayOut.LowerMinimum(sizing.min() - people / groupsIfSmaller, sizing.min()));
        return ways.build();
    }

    private static long awayFromPreferred(int seated, int groups, GroupSizing sizing) {
        long smaller = seated / groups;
        long larger = seated % groups;
        return larger * (smaller + 1) * Math.abs(smaller + 1 - sizing.preferred())
                + (groups - larger) * smaller * Math.abs(smaller - sizing.preferred());
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(value, high));
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
