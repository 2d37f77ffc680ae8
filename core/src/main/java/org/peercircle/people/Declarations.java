package org.peercircle.people;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import org.peercircle.id.PersonId;

/**
 * What a participant declared for the forming of groups and nothing else: seen by no person, ever.
 *
 * @param identities self-declared values by axis, such as {@code gender → woman}; opt-in, never inferred
 * @param fineAlone axes on which the person does not mind being the only one in a group
 * @param conflicts people not to be grouped with; no reason is asked
 */
public record Declarations(
        ImmutableSetMultimap<String, String> identities,
        ImmutableSet<String> fineAlone,
        ImmutableSet<PersonId> conflicts) {

    /** Nothing declared. */
    public static final Declarations NONE =
            new Declarations(ImmutableSetMultimap.of(), ImmutableSet.of(), ImmutableSet.of());

    /** Returns declarations of these identities only. */
    public static Declarations ofIdentities(ImmutableSetMultimap<String, String> identities) {
        return new Declarations(identities, ImmutableSet.of(), ImmutableSet.of());
    }

    /** What was declared is told to nobody, not even in a log. */
    @Override
    public String toString() {
        return "Declarations[…]";
    }
}
