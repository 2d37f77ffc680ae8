package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.peercircle.cohort.SizeSignal;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Meeting;
import org.peercircle.moderation.Turn;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.ReportingDuty;

/** A group as one actor finds it: the group, the world around it, and the actor as a viewer in that world. */
record Room(PeerGroup group, ImmutableList<Meeting> meetings, World world, Viewer viewer, Actor actor, Work work) {

    /** Does something in a group, or says that it is not there. */
    static <T> Decision<T> enter(
            Backstage backstage, Actor actor, Work work, GroupId id, Function<Room, Decision<T>> inside) {
        return open(backstage, actor, work, id)
                .map(inside)
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("group", id.value())));
    }

    /** Returns the group unless there is none that the actor may know of. */
    static Optional<Room> open(Backstage backstage, Actor actor, Work work, GroupId id) {
        return load(backstage, actor, work, id)
                .filter(room -> room.permits(room.group().officeFact()));
    }

    /** Returns the group also to those who once were members, who keep what is their own and see nothing else. */
    static Optional<Room> openForOwn(Backstage backstage, Actor actor, Work work, GroupId id) {
        return load(backstage, actor, work, id)
                .filter(room -> room.permits(room.group().officeFact()) || room.wasEverMember());
    }

    private static Optional<Room> load(Backstage backstage, Actor actor, Work work, GroupId id) {
        return work.find(AggregateKind.GROUP, id).map(group -> {
            ImmutableList<Meeting> meetings = work.children(AggregateKind.MEETING, id);
            return of(backstage, actor, work, group, meetings);
        });
    }

    private static Room of(
            Backstage backstage, Actor actor, Work work, PeerGroup group, ImmutableList<Meeting> meetings) {
        return new Room(
                group, meetings, Worlds.around(work, group, actor, meetings), backstage.viewer(actor), actor, work);
    }

    /** Changes a group, keeps the cohort's seats in step, and returns what the actor then sees. */
    static <T> Decision<T> change(
            Backstage backstage,
            Actor actor,
            GroupId id,
            BiFunction<Work, Room, Decision<PeerGroup>> change,
            Function<Room, T> view) {
        return backstage.decide(work -> enter(
                backstage,
                actor,
                work,
                id,
                room -> change.apply(work, room)
                        .then(changed -> CohortSeats.save(work, room.group(), changed))
                        .map(saved -> view.apply(of(backstage, actor, work, saved, room.meetings())))));
    }

    /** Reads the cohort, so it is asked only where the size is shown: most of what members do need not wait for it. */
    SizeSignal sizeSignal() {
        SizeWatch watch =
                work.find(AggregateKind.COHORT, group.cohort()).orElseThrow().watch();
        ImmutableList<Instant> held = meetings.stream()
                .filter(m -> m.state() == Meeting.State.HELD)
                .map(Meeting::startsAt)
                .collect(ImmutableList.toImmutableList());
        return group.sizeSignal(watch, held, world.now());
    }

    /** What duty to report members have, if any. */
    ImmutableMap<PersonId, ReportingDuty> duties() {
        return Worlds.duties(work, group.members(work.now()));
    }

    /** Whose turn it is next, who decides where the charter leaves it to the moderator. */
    Optional<PersonId> nextModerator() {
        return GroupDesk.turnOrder(this)
                .flatMap(order -> order.next(1).stream().findFirst().map(Turn::moderator));
    }

    /** Members with a duty to report. */
    ImmutableSet<PersonId> bound() {
        return Worlds.bound(duties());
    }

    /** Whether the actor is a member to whom what others said is open. */
    boolean isAcknowledgedMember() {
        return isMember() && group.hasAcknowledged(actor.person(), world.now());
    }

    boolean permits(Tag tag) {
        return Disclosure.decide(viewer, tag, world).isPermit();
    }

    private boolean wasEverMember() {
        return !actor.isCoordinator()
                && group.memberships().stream().anyMatch(m -> m.person().equals(actor.person()));
    }

    boolean isMember() {
        return !actor.isCoordinator() && group.members(world.now()).contains(actor.person());
    }

    <T> Optional<T> read(Confidential<T> piece) {
        return Disclosure.open(piece, viewer, world);
    }

    /** Whether each of these people, as a participant, may read what carries this tag. */
    boolean permitsEach(ImmutableSet<PersonId> people, Tag tag) {
        return people.stream()
                .map(person -> Custody.viewer(person, Capacity.PARTICIPANT, Purpose.SUPPORT))
                .allMatch(each -> Disclosure.decide(each, tag, world).isPermit());
    }

    Tag tagFor(Audience audience, Optional<Meeting> at) {
        return audience.tagFor(
                actor.person(),
                new Audience.Setting(group.id(), group.cohort(), at.map(Meeting::presentAtom), world.now()));
    }

    static <T> Decision<T> membersOnly(String what) {
        return Decision.refuse(new OfficeRefusal.NotAllowed(what, "a member of the group"));
    }
}
