package org.peercircle.cohort;

import org.peercircle.internal.Arguments;

/**
 * How large a group may be and should be: {@code 1 ≤ min ≤ preferred ≤ max ≤ 1000}.
 *
 * @param min fewest members, inclusive
 * @param preferred the best size
 * @param max most members, inclusive
 */
public record GroupSizing(int min, int preferred, int max) {

    /** Six to ten, best eight: small enough to be personal, large enough for several views (source article). */
    public static final GroupSizing PEER_PROBLEM_SOLVING = new GroupSizing(6, 8, 10);

    /** One on one; an odd one out makes a trio. */
    public static final GroupSizing DYAD = new GroupSizing(2, 2, 3);

    /** Checks the order. */
    public GroupSizing {
        Arguments.requireBetween(1, min, 1000, "min");
        Arguments.requireBetween(min, preferred, 1000, "preferred");
        Arguments.requireBetween(preferred, max, 1000, "max");
    }

    /** Returns what a group of this many members is under this rule. */
    public SizeAssessment assess(int members) {
        Arguments.require(members >= 0, "members", "not be negative", members);
        if (members < min) {
            return SizeAssessment.BELOW_MINIMUM;
        }
        if (members > max) {
            return SizeAssessment.ABOVE_MAXIMUM;
        }
        return members == preferred ? SizeAssessment.IDEAL : SizeAssessment.VIABLE;
    }

    /** Whether the rule is of pairs. */
    public CohortFormat format() {
        return preferred == 2 ? CohortFormat.DYAD : CohortFormat.GROUP;
    }

    @Override
    public String toString() {
        return min + " to " + max + ", best " + preferred;
    }
}
