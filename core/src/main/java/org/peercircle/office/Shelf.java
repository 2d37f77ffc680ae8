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

    /** Those of a group that the actor may know of, as they see them, in the order of their ids. */
    <T> ImmutableList<T> list(GroupId where, BiFunction<Room, A, T> view) {
        return Room.openForOwn(backstage, actor, backstage.look(), where)
                .map(room -> in(room, view))
                .orElse(ImmutableList.of());
    }

    <T> ImmutableList<T> in(Room room, BiFunction<Room, A, T> view) {
        return room.work().children(kind, room.group().id()).stream()
                .filter(value -> room.permits(tag.apply(value)))
                .filter(value -> !isPast(room, value))
                .map(value -> view.apply(room, value))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns one that the actor may know of, as they see it. */
    <T> Decision<T> read(Object id, BiFunction<Room, A, T> view) {
        return with(backstage.look(), id, (room, value) -> Decision.accept(view.apply(room, value)));
    }

    /** Changes one, which its owner alone does, saves it, and returns what they then see. */
    <T> Decision<T> change(Object id, BiFunction<Room, A, Decision<A>> change, BiFunction<Room, A, T> view) {
        return backstage.decide(work -> own(
                work, id, (room, value) -> change.apply(room, value).map(changed -> save(room, id, changed, view))));
    }

    <T> T save(Room room, Object id, A changed, BiFunction<Room, A, T> view) {
        room.work().replace(kind, id, changed);
        return view.apply(room, changed);
    }

    /** Does something that only the owner does. */
    <T> Decision<T> own(Work work, Object id, BiFunction<Room, A, Decision<T>> act) {
        return with(
                work,
                id,
                (room, value) -> isOwn(value)
                        ? act.apply(room, value)
                        : Decision.refuse(new OfficeRefusal.NotAllowed("change another's " + noun, "its owner")));
    }

    /** Does something with one that the actor may know of. */
    <T> Decision<T> with(Work work, Object id, BiFunction<Room, A, Decision<T>> act) {
        Optional<A> found = work.find(kind, id);
        // Of what is not there the group is looked for all the same, so that not even the store's calls tell (law C15).
        Optional<Room> where =
                Room.openForOwn(backstage, actor, work, found.map(group).orElseGet(() -> GroupId.of(id.toString())));
        return found.flatMap(value -> where.filter(room -> room.permits(tag.apply(value)))
                        .filter(room -> !isPast(room, value))
                        .map(room -> act.apply(room, value)))
                .orElseGet(() -> notThere(found, new OfficeRefusal.NotThere(noun, id.toString())));
    }

    private <T> Decision<T> notThere(Optional<A> found, OfficeRefusal.NotThere why) {
        return actor.isCoordinator() ? Log.refuse(backstage, actor, found.map(owner), why) : Decision.refuse(why);
    }

    /** Whether every word of it is too old to be read: then it is not there for anybody (law E6). */
    private boolean isPast(Room room, A value) {
        return room.mayHoldPast()
                && backstage.repository().pieces(kind, value).stream()
                        .allMatch(piece -> room.world().isPast(piece.json()));
    }

    boolean isOwn(A value) {
        return actor.isThemself(owner.apply(value));
    }
}
