package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiPredicate;
import org.peercircle.id.PersonId;

/**
 * What one owner allows: the owner, and whoever one of the atoms admits, save those the owner's contribution is about.
 *
 * @param owner whose policy it is; only the owner changes it
 * @param audience atoms, none of them at most another; empty means the owner alone
 * @param concerns people the contribution is about, as the owner declares; barred unless named
 */
public record Policy(Owner owner, ImmutableSet<Atom> audience, ImmutableSet<PersonId> concerns) {

    /** Keeps the largest atoms only. */
    public Policy {
        audience = largest(audience);
    }

    /** Returns the policy of {@code owner} with this audience and no concerns. */
    public static Policy of(Owner owner, Atom... audience) {
        return new Policy(owner, ImmutableSet.copyOf(audience), ImmutableSet.of());
    }

    /** Returns this policy with these people barred unless named. */
    public Policy concerning(Collection<PersonId> people) {
        return new Policy(
                owner,
                audience,
                ImmutableSet.<PersonId>builder().addAll(concerns).addAll(people).build());
    }

    Policy widened(ImmutableSet<Atom> to) {
        return new Policy(owner, Sets.union(audience, to).immutableCopy(), concerns);
    }

    Policy saidAt(Instant time) {
        ImmutableSet<Atom> heard =
                audience.stream().map(atom -> heardAt(time, atom)).collect(ImmutableSet.toImmutableSet());
        return new Policy(owner, heard, concerns);
    }

    private static Atom heardAt(Instant time, Atom atom) {
        if (atom instanceof Atom.Members members) {
            return new Atom.MembersAsOf(members.group(), time);
        }
        return atom instanceof Atom.MembersAsOf asOf && asOf.time().isAfter(time)
                ? new Atom.MembersAsOf(asOf.group(), time)
                : atom;
    }

    /** Whether this policy is at least as strict as {@code other}, of the same owner, in every world. */
    boolean isAtLeastAsStrictAs(Policy other) {
        return owner.equals(other.owner) && isAtMost(audience, other.audience) && concerns.containsAll(other.concerns);
    }

    private static boolean isAtMost(Set<Atom> some, Set<Atom> others) {
        return some.stream().allMatch(a -> others.stream().anyMatch(a::isAtMost));
    }

    private static ImmutableSet<Atom> largest(ImmutableSet<Atom> atoms) {
        return withoutThose(atoms, Atom::isAtMost);
    }

    /** Returns a set without those of it that stand so to another of it. */
    static <T> ImmutableSet<T> withoutThose(ImmutableSet<T> all, BiPredicate<T, T> stands) {
        return all.size() < 2
                ? all
                : all.stream()
                        .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && stands.test(one, other)))
                        .collect(ImmutableSet.toImmutableSet());
    }
}
