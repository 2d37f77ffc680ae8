package org.peercircle.report;

import com.google.common.collect.ImmutableList;

/**
 * Somebody who is counted in a report.
 *
 * @param number by which they are told from others, now and in later editions; it names nobody
 * @param unit where they belong, from the coarsest to the finest, such as school and department; of one length for all
 * @param group the group that knows them; of several the last
 * @param category in which category they are
 */
public record Contributor(int number, ImmutableList<String> unit, String group, ImmutableList<String> category) {

    /** Hides all of it. */
    @Override
    public String toString() {
        return "Contributor[…]";
    }
}
