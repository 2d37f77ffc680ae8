package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import org.peercircle.decision.Decision;
import org.peercircle.group.CommunitySpace;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.office.port.AggregateKind;

/** The online place where members and alumni stay in touch (S18). The host keeps its accounts in step. */
public final class SpaceDesk {

    private final Backstage backstage;
    private final Actor actor;

    SpaceDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Opens a space, or moves it to another place, where nobody is yet. For members and coordinators. */
    public Decision<SpaceView> open(GroupId id, CommunitySpace.Kind kind, String address) {
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> room.group().openSpace(kind, address, work.now()).map(opened -> saved(work, opened))));
    }

    /** Returns the space and who is in it. For members, alumni who kept it, and coordinators. */
    public Decision<SpaceView> view(GroupId id) {
        Work work = backstage.look();
        return Room.openForOwn(backstage, actor, work, id)
                .filter(room -> room.permits(room.group().spaceFact()))
                .map(room -> Decision.accept(view(room.group(), work.now())))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("group", id.value())));
    }

    /** Records changes the host has applied; recording them twice changes nothing. For coordinators. */
    public Decision<SpaceView> applied(GroupId id, Collection<CommunitySpace.Change> changes) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("keep the space in step", "a coordinator"));
        }
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> room.group().applied(changes).map(next -> saved(work, next))));
    }

    /** Leaves the space. For alumni. */
    public Decision<SpaceView> leave(GroupId id) {
        return backstage.decide(work -> Room.openForOwn(backstage, actor, work, id)
                .<Decision<SpaceView>>map(room ->
                        room.group().leaveSpace(actor.person(), work.now()).map(left -> saved(work, left)))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("group", id.value()))));
    }

    private SpaceView saved(Work work, PeerGroup group) {
        work.replace(AggregateKind.GROUP, group.id(), group);
        return view(group, work.now());
    }

    private SpaceView view(PeerGroup group, Instant now) {
        return new SpaceView(
                group.id(),
                group.space().map(CommunitySpace::kind),
                group.space().map(CommunitySpace::address),
                group.members(now),
                group.alumni(now),
                actor.isCoordinator() ? group.spaceChanges(now) : ImmutableList.of());
    }
}
