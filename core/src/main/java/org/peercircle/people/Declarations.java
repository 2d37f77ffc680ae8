package org.peercircle.people;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Set;
import java.util.function.Predicate;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * What a participant declared for the forming of groups and nothing else: seen by no other person, ever.
 *
 * <pre>{@code
 * Declarations mine = Declarations.NONE
 *         .declaring("gender", Set.of("woman"), Set.of(IdentityUse.FORMATION))
 *         .keptApartFrom(PersonId.of("former-lab-mate"));
 * }</pre>
 *
 * @param identities self-declared values by axis, such as {@code gender → woman}; opt-in, never inferred
 * @param uses what each axis may be used for; an axis with no use is used for nothing
 * @param fineAlone axes on which the person does not mind being the only one in a group
 * @param conflicts people not to be grouped with; no reason is asked
 */
public record Declarations(
        ImmutableSetMultimap<String, String> identities,
        ImmutableSetMultimap<String, IdentityUse> uses,
        ImmutableSet<String> fineAlone,
        ImmutableSet<PersonId> conflicts) {

    /** Nothing declared. */
    public static final Declarations NONE = new Declarations(
            ImmutableSetMultimap.of(), ImmutableSetMultimap.of(), ImmutableSet.of(), ImmutableSet.of());

    /** Returns these declarations with these values on an axis, in place of earlier ones, for these uses only. */
    public Declarations declaring(String axis, Set<String> values, Set<IdentityUse> forUses) {
        Arguments.requireText(axis, "axis");
        return new Declarations(
                replaced(identities, axis, values), replaced(uses, axis, forUses), fineAlone, conflicts);
    }

    /** Returns these declarations without anything on this axis. */
    public Declarations withdrawing(String axis) {
        return new Declarations(
                replaced(identities, axis, ImmutableSet.of()),
                replaced(uses, axis, ImmutableSet.of()),
                without(fineAlone, axis::equals),
                conflicts);
    }

    /** Returns these declarations with the word that being the only one on this axis is fine. */
    public Declarations fineAloneOn(String axis) {
        return new Declarations(identities, uses, with(fineAlone, axis), conflicts);
    }

    /** Returns these declarations with one more person not to be grouped with. */
    public Declarations keptApartFrom(PersonId person) {
        return new Declarations(identities, uses, fineAlone, with(conflicts, person));
    }

    /** Returns these declarations without a conflict with this person. */
    public Declarations reconciledWith(PersonId person) {
        return new Declarations(identities, uses, fineAlone, without(conflicts, person::equals));
    }

    /** Returns the values that may be used for this. */
    public ImmutableSetMultimap<String, String> identitiesFor(IdentityUse use) {
        return identities.entries().stream()
                .filter(e -> uses.containsEntry(e.getKey(), use))
                .collect(ImmutableSetMultimap.toImmutableSetMultimap(e -> e.getKey(), e -> e.getValue()));
    }

    private static <V> ImmutableSetMultimap<String, V> replaced(
            ImmutableSetMultimap<String, V> all, String axis, Set<V> values) {
        ImmutableSetMultimap.Builder<String, V> next = ImmutableSetMultimap.builder();
        all.entries().stream().filter(e -> !e.getKey().equals(axis)).forEach(next::put);
        return next.putAll(axis, values).build();
    }

    private static <V> ImmutableSet<V> with(ImmutableSet<V> all, V one) {
        return ImmutableSet.<V>builder().addAll(all).add(one).build();
    }

    private static <V> ImmutableSet<V> without(ImmutableSet<V> all, Predicate<V> gone) {
        return all.stream().filter(gone.negate()).collect(ImmutableSet.toImmutableSet());
    }

    /** What was declared is told to nobody, not even in a log. */
    @Override
    public String toString() {
        return "Declarations[…]";
    }
}
