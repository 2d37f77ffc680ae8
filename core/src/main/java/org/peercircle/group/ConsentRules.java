package org.peercircle.group;

/**
 * By which rule a group agrees to what.
 *
 * @param admitting taking somebody in
 * @param removing ending somebody's membership against their will
 * @param amending another charter, and going on in spite of the size
 * @param ending another term, or the group's end
 */
public record ConsentRules(ConsentRule admitting, ConsentRule removing, ConsentRule amending, ConsentRule ending) {

    /**
     * Nobody objects to a newcomer for a week; everybody else agrees to a removal and to the end; a majority amends, two
     * thirds voting.
     */
    public static final ConsentRules USUAL = new ConsentRules(
            ConsentRule.noVeto(7), ConsentRule.unanimity(), ConsentRule.majority(66), ConsentRule.unanimity());
}
