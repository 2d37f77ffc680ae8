package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.peercircle.internal.Arguments;

/**
 * Watches a living group's size. A size outside the rule is told at once; after some meetings it is time to decide.
 *
 * @param patience meetings outside the rule, running, after which it is time to decide; 1 to 100
 */
public record SizeWatch(int patience) {

    /** Three meetings, after which support groups consider whether to go on (silver-branch.org). */
    public static final SizeWatch USUAL = new SizeWatch(3);

    /** Checks the bounds. */
    public SizeWatch {
        Arguments.requireBetween(1, patience, 100, "patience");
    }

    /**
     * Returns what a group's size says.
     *
     * @param atMeetings how many members there were at each meeting held, oldest first
     * @param now how many there are
     */
    public SizeSignal look(GroupSizing sizing, List<Integer> atMeetings, int now) {
        SizeAssessment size = sizing.assess(now);
        int running = 0;
        if (isOutside(size)) {
            for (int members : ImmutableList.copyOf(atMeetings).reverse()) {
                if (sizing.assess(members) != size) {
                    break;
                }
                running++;
            }
        }
        return new SizeSignal(size, now, sizing, running, running >= patience);
    }

    private static boolean isOutside(SizeAssessment size) {
        return size == SizeAssessment.BELOW_MINIMUM || size == SizeAssessment.ABOVE_MAXIMUM;
    }
}
