package org.peercircle.formation;

/** One rule or preference, compiled to arrays: what a group's members make of it. */
interface GroupMeasure {

    /**
     * Returns the rule's broken units or the preference's share of the score.
     *
     * @param group its number, or {@link FormationProblem#WAITING}
     * @param members numbers of entrants; only the first {@code count} are in the group
     */
    double of(int group, int[] members, int count);
}
