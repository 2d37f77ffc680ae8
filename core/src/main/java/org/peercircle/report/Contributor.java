package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import org.peercircle.internal.Arguments;

/**
 * Somebody who is counted in a report.
 *
 * @param number by which they are told from others, now and in later editions; it names nobody
 * @param unit where they belong, from the coarsest to the finest, such as school and department; of one length for all
 * @param groups the groups that know them, at least one: those that they are or were in
 * @param category in which category they are
 */
public record Contributor(
        int number, ImmutableList<String> unit, ImmutableSet<String> groups, ImmutableList<String> category) {

    /** Checks that some group knows them. */
    public Contributor {
        Arguments.require(!groups.isEmpty(), "groups", "name at least one", groups);
    }

    /** Returns how many of these people each group knows. */
    static ImmutableMultiset<String> ofEachGroup(Collection<Contributor> people) {
        return people.stream()
                .flatMap(person -> person.groups().stream())
                .collect(ImmutableMultiset.toImmutableMultiset());
    }

    /** Hides all of it. */
    @Override
    public String toString() {
        return "Contributor[…]";
    }
}
