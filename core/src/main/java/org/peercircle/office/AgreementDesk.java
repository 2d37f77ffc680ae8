package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Period;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.peercircle.decision.Decision;
import org.peercircle.group.Motion;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.ProposalId;
import org.peercircle.internal.Arguments;
import org.peercircle.office.port.AggregateKind;

/**
 * What a group agrees: its charter, who stays, whether it goes on. Everything here is the members' own; the program
 * office sees what came of it where it must, and nothing else.
 */
public final class AgreementDesk {

    private final Backstage backstage;
    private final Actor actor;

    AgreementDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Returns what whoever is or joins here is promised, in plain words. For members, those to whom a seat is offered, and
     * coordinators.
     */
    public Decision<Promise> promise(GroupId id) {
        Work work = backstage.look();
        return Room.open(backstage, actor, work, id)
                .map(Room::group)
                .or(() -> offered(work.find(AggregateKind.GROUP, id), id))
                .map(group -> Decision.accept(Promise.of(work, group)))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("group", id.value())));
    }

    /** Returns the group if the actor has an offer of it; looks for one also where there is no group (law C15). */
    private Optional<PeerGroup> offered(Optional<PeerGroup> group, GroupId id) {
        CohortId cohort = group.map(PeerGroup::cohort).orElseGet(() -> CohortId.of(id.value()));
        Optional<InvitationView> offer = new SeatDesk(backstage, actor).mine(cohort);
        return group.filter(g -> offer.filter(o -> o.group().equals(id)).isPresent());
    }

    /** Says yes to the charter as it stands. For members; until then nothing that others said is open to them. */
    public Decision<GroupView> acknowledge(GroupId id) {
        return change(
                id,
                "acknowledge the charter",
                (work, room) -> room.group().acknowledge(actor.person(), work.now()),
                GroupView::of);
    }

    /**
     * Asks the group for something. For members.
     *
     * @param motion the words of an amendment are a draft, see {@code Confidential.draftOf}
     * @param closesWithin at least a day
     */
    public Decision<ProposalView> propose(GroupId id, Motion motion, Period closesWithin) {
        Arguments.requireAtLeastADay(closesWithin, "closesWithin");
        ProposalId proposal = ProposalId.of(backstage.newId());
        return change(
                id,
                "propose something",
                (work, room) -> room.group()
                        .propose(
                                proposal,
                                filed(motion, room),
                                actor.person(),
                                room.nextModerator(),
                                room.bound(),
                                work.in(closesWithin),
                                work.now()),
                room -> view(room, proposal));
    }

    private Motion filed(Motion motion, Room room) {
        return motion instanceof Motion.Amend amend
                ? new Motion.Amend(backstage.file(amend.words(), room.group().groupFact()), amend.settings())
                : motion;
    }

    /** Votes on a proposal; what it settles takes effect at once. For members; nobody learns who voted what. */
    public Decision<ProposalView> vote(GroupId id, ProposalId proposal, boolean yes) {
        return change(
                id,
                "vote",
                (work, room) -> room.group().vote(proposal, actor.person(), yes, work.now()),
                room -> view(room, proposal));
    }

    /**
     * Settles what the passing of time has decided: objections that never came, votes that are closed. A host calls it
     * for every group now and then, such as each night. For members and coordinators.
     */
    public Decision<GroupView> settle(GroupId id) {
        return Room.change(backstage, actor, id, (work, room) -> room.group().settle(work.now()), GroupView::of);
    }

    /** Returns every proposal of a group, oldest first. For members. */
    public ImmutableList<ProposalView> proposals(GroupId id) {
        return Room.open(backstage, actor, backstage.look(), id).stream()
                .filter(Room::isMember)
                .flatMap(room -> room.group().proposals().stream().map(p -> ProposalView.of(p, room)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ProposalView view(Room room, ProposalId id) {
        return room.group().proposals().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .map(p -> ProposalView.of(p, room))
                .orElseThrow();
    }

    private <T> Decision<T> change(
            GroupId id, String what, BiFunction<Work, Room, Decision<PeerGroup>> change, Function<Room, T> view) {
        return Room.change(
                backstage,
                actor,
                id,
                (work, room) -> room.isMember() ? change.apply(work, room) : Room.membersOnly(what),
                view);
    }
}
