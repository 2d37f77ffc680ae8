package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Set;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;

/**
 * Who a piece of content is for: the policies of all whose contribution is in it, what it may be read for, and what a
 * reader must honor. Tags form a lattice: {@link #join} is the least tag that both flow to, so anything computed from
 * two pieces carries the join of their tags (law C4). There is no meet: only an owner widens.
 *
 * @param policies one or more per owner, none of them weaker than another; empty means public
 * @param purposes what it may be read for
 * @param obligations what a permitted reader must honor
 */
public record Tag(ImmutableSet<Policy> policies, ImmutableSet<Purpose> purposes, ImmutableSet<Obligation> obligations) {

    /** The least tag: no policy, every purpose, no obligation. */
    public static final Tag PUBLIC = new Tag(ImmutableSet.of(), Purpose.ALL, ImmutableSet.of());

    /** Keeps the strictest policies only. */
    public Tag {
        policies = strictest(policies);
        purposes = Sets.immutableEnumSet(purposes);
        obligations = Sets.immutableEnumSet(obligations);
    }

    /** Returns the tag of member content under one policy, for {@link Purpose#CONTENT}. */
    public static Tag content(Policy policy) {
        return new Tag(ImmutableSet.of(policy), Purpose.CONTENT, ImmutableSet.of());
    }

    /** Returns the tag of one policy for these purposes. */
    public static Tag of(Policy policy, Purpose... purposes) {
        return new Tag(ImmutableSet.of(policy), ImmutableSet.copyOf(purposes), ImmutableSet.of());
    }

    /** Returns the tag of what the program office may see anyway, and those whom the atoms admit. */
    public static Tag officeFact(Owner owner, ProgramId program, Atom... alsoFor) {
        ImmutableSet<Atom> audience = ImmutableSet.<Atom>builder()
                .add(new Atom.Office(program))
                .add(alsoFor)
                .build();
        return new Tag(
                ImmutableSet.of(new Policy(owner, audience, ImmutableSet.of())),
                Purpose.OFFICE_FACT,
                ImmutableSet.of());
    }

    /** Returns a tag under which nobody, not even the owner or the engine, can read: for what is not filed yet. */
    static Tag sealed() {
        return new Tag(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
    }

    /**
     * Returns the tag of something that was said at this time to those whom this tag admits: where newcomers are included,
     * who joins later did not hear it (law C11). This tag flows to it.
     */
    public Tag saidAt(Instant time) {
        return new Tag(
                policies.stream().map(p -> p.saidAt(time)).collect(ImmutableSet.toImmutableSet()),
                purposes,
                obligations);
    }

    /**
     * Returns the tag of what became of something tagged this, such as whether a plan's goal was reached: for the same people,
     * and to be counted with many others'.
     */
    public Tag outcome() {
        Set<Purpose> counted = Sets.union(purposes, ImmutableSet.of(Purpose.REPORT));
        return new Tag(policies, ImmutableSet.copyOf(counted), obligations);
    }

    /** Returns this tag with one owner's own policies for more people; nobody else's change (law C19). */
    Tag widened(PersonId owner, ImmutableSet<Atom> to) {
        Owner person = Owner.of(owner);
        return new Tag(
                policies.stream()
                        .map(p -> p.owner().equals(person) ? p.widened(to) : p)
                        .collect(ImmutableSet.toImmutableSet()),
                purposes,
                obligations);
    }

    /** Whether content tagged this may go where {@code other} is promised: {@code other} is at least as strict. */
    public boolean flowsTo(Tag other) {
        return policies.stream()
                        .allMatch(mine -> other.policies.stream().anyMatch(theirs -> theirs.isAtLeastAsStrictAs(mine)))
                && purposes.containsAll(other.purposes)
                && other.obligations.containsAll(obligations);
    }

    /** Returns the least tag to which both flow; its readers are those of both (law C3). */
    public Tag join(Tag other) {
        return new Tag(
                Sets.union(policies, other.policies).immutableCopy(),
                Sets.intersection(purposes, other.purposes).immutableCopy(),
                Sets.union(obligations, other.obligations).immutableCopy());
    }

    private static ImmutableSet<Policy> strictest(ImmutableSet<Policy> policies) {
        return Policy.withoutThose(policies, (one, other) -> other.isAtLeastAsStrictAs(one));
    }
}
