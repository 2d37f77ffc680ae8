package org.peercircle.audit;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * What a court or an authority orders, of what certain people said in one group. What they said to their cohort without a
 * name is not among it.
 *
 * <pre>{@code
 * Demand handOut = new Demand.HandOut("Court of X", from, until);
 * new LegalOrder(group, ImmutableSortedSet.of(ada), "Court of X, 12/2027", handOut, Optional.empty())
 * }</pre>
 *
 * @param owners whose own words it is about, at least one; of what others said with them nothing
 * @param ground who orders it and by what, in words that the owners read, up to 200 characters
 * @param silentUntil until when the order forbids to tell the owners, at most for half of the time for which the log is
 *     kept; empty if it does not
 */
public record LegalOrder(
        GroupId group,
        ImmutableSortedSet<PersonId> owners,
        String ground,
        Demand demand,
        Optional<Instant> silentUntil) {

    private static final int MAX_WORDS = 200;

    /** Checks that it names people and a ground. */
    public LegalOrder {
        Arguments.require(!owners.isEmpty(), "owners", "name at least one", owners);
        Arguments.requireText(ground, MAX_WORDS, "ground");
    }

    /** What is to be done. */
    public sealed interface Demand {

        /**
         * Not to delete what they said, also once it is too old to be read; nobody reads more of it for that (law E10).
         *
         * @param until when that ends, exclusive
         */
        record Keep(Instant until) implements Demand {}

        /**
         * To hand out what they said in this time (law X3).
         *
         * @param recipient to whom, in words that the owners read, up to 200 characters
         * @param from inclusive
         * @param until exclusive
         */
        record HandOut(String recipient, Instant from, Instant until) implements Demand {

            /** Checks that there is a recipient and a time. */
            public HandOut {
                Arguments.requireText(recipient, MAX_WORDS, "recipient");
                Arguments.require(from.isBefore(until), "from", "be before " + until, from);
            }
        }
    }
}
