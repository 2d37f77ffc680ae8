package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.PersonId;

/** What every change of a group does: look at the clock, copy, and tell what happened to those who may know. */
final class Step {

    private Step() {}

    /** Refuses unless time runs forward and the group still is one. */
    static Decision<PeerGroup> whileItLasts(PeerGroup group, Instant at, Supplier<Decision<PeerGroup>> change) {
        Optional<Instant> ended = group.endedAt();
        return inOrder(
                group,
                at,
                () -> ended.isPresent()
                        ? Decision.refuse(new GroupRefusal.GroupHasEnded(group.id(), ended.orElseThrow()))
                        : change.get());
    }

    /** Refuses unless time runs forward. */
    static Decision<PeerGroup> inOrder(PeerGroup group, Instant at, Supplier<Decision<PeerGroup>> change) {
        return at.isBefore(group.changedAt()) ? Decision.refuse(new GroupRefusal.OutOfOrder(group.id())) : change.get();
    }

    /** A copy to be changed at an instant. */
    static PeerGroup.Builder changed(PeerGroup group, Instant at) {
        return PeerGroup.builder().from(group).changedAt(at);
    }

    /** What the office may know. */
    static DomainEvent event(PeerGroup group, String type, Map<String, ?> facts) {
        return DomainEvent.of(type, group.id(), group.officeFact(), facts);
    }

    /** What is for the group alone. */
    static DomainEvent within(PeerGroup group, String type, Map<String, ?> facts) {
        return DomainEvent.of(type, group.id(), group.groupFact(), facts);
    }

    /** What is a member's own and told to the group. */
    static DomainEvent of(PeerGroup group, PersonId person, String type, Map<String, ?> facts) {
        Tag tag = Tag.content(Policy.of(Owner.of(person), new Atom.Members(group.id())));
        return DomainEvent.of(type, group.id(), tag, facts);
    }

    /** What is a member's own and told to nobody. */
    static DomainEvent secret(PeerGroup group, PersonId person, String type, Map<String, ?> facts) {
        return DomainEvent.of(type, group.id(), Tag.content(Policy.of(Owner.of(person))), facts);
    }

    static <T> ImmutableList<T> replaced(ImmutableList<T> all, T old, T next) {
        return replaced(all, one -> one == old ? next : one);
    }

    static <T> ImmutableList<T> replaced(ImmutableList<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).collect(ImmutableList.toImmutableList());
    }
}
