package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/**
 * What members keep for themselves in a group, such as plans: found by those whom its tag admits, also after they left,
 * and changed by its owner alone. To everybody else it is not there.
 *
 * @param noun what one of it is called
 */
record Shelf<A>(
        Backstage backstage,
        Actor actor,
        AggregateKind<A> kind,
        String noun,
        Function<A, GroupId> group,
        Function<A, PersonId> owner,
        Function<A, Tag> tag) {

    /** One of them, and the group around it. */
    record Found<A>(Room room, A value) {}

    Optional<Found<A>> find(Work work, Object id) {
        return work.find(kind, id)
                .flatMap(value -> Room.openForOwn(backstage, actor, work, group.apply(value))
                        .filter(room -> room.permits(tag.apply(value)))
                        .map(room -> new Found<>(room, value)));
    }

    /** Those of a group that the actor may know of, in the order of their ids. */
    ImmutableList<Found<A>> in(Work work, GroupId where) {
        return Room.openForOwn(backstage, actor, work, where).stream()
                .flatMap(room -> work.children(kind, where).stream()
                        .filter(value -> room.permits(tag.apply(value)))
                        .map(value -> new Found<>(room, value)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Does something that only the owner does. */
    <T> Decision<T> own(Work work, Object id, BiFunction<Room, A, Decision<T>> act) {
        Optional<Found<A>> found = find(work, id);
        if (found.isEmpty()) {
            return notThere(id);
        }
        A value = found.orElseThrow().value();
        return isOwn(value)
                ? act.apply(found.orElseThrow().room(), value)
                : Decision.refuse(new OfficeRefusal.NotAllowed("change another's " + noun, "its owner"));
    }

    boolean isOwn(A value) {
        return !actor.isCoordinator() && owner.apply(value).equals(actor.person());
    }

    <T> Decision<T> notThere(Object id) {
        return Decision.refuse(new OfficeRefusal.NotThere(noun, id.toString()));
    }
}
