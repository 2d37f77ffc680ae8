package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercircle.cohort.SizeSignal;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Reader;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Meeting;
import org.peercircle.moderation.ComingMeeting;
import org.peercircle.moderation.HeldTurn;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnOrder;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.ReportingDuty;

/**
 * A group as one actor finds it: the group, the world around it, and the actor as a viewer in that world.
 *
 * @param members members now
 */
record Room(
        PeerGroup group,
        ImmutableSet<PersonId> members,
        ImmutableList<Meeting> meetings,
        World world,
        Viewer viewer,
        Actor actor,
        Work work) {

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

    /** Asks for as much whether the group is there or not, so that not even the store's calls tell (law C15). */
    private static Optional<Room> load(Backstage backstage, Actor actor, Work work, GroupId id) {
        Optional<PeerGroup> found = work.find(AggregateKind.GROUP, id);
        work.fetch(id, AggregateKind.MEETING, AggregateKind.RELEASE);
        if (found.isEmpty()) {
            work.readAll(Worlds.keysOf(ImmutableSet.of(actor.person())));
        }
        return found.map(group -> of(backstage, actor, work, group, Worlds.meetings(work, group)));
    }

    private static Room of(
            Backstage backstage, Actor actor, Work work, PeerGroup group, ImmutableList<Meeting> meetings) {
        return new Room(
                group,
                group.members(work.now()),
                meetings,
                Worlds.around(work, group, actor, meetings),
                backstage.viewer(actor),
                actor,
                work);
    }

    /** This room with the group as it has become: the world around it is gathered anew only where it became another. */
    private Room after(PeerGroup changed) {
        boolean sameWorld = changed.memberships().equals(group.memberships())
                && changed.endedAt().equals(group.endedAt())
                && changed.charters().equals(group.charters())
                && changed.acknowledgements().equals(group.acknowledgements());
        return new Room(
                changed,
                changed.members(work.now()),
                meetings,
                sameWorld ? world : Worlds.around(work, changed, actor, meetings),
                viewer,
                actor,
                work);
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
                        .map(saved -> view.apply(room.after(saved)))));
    }

    /** Reads the cohort, so it is asked only where the size is shown: most of what members do need not wait for it. */
    SizeSignal sizeSignal() {
        SizeWatch watch =
                work.find(AggregateKind.COHORT, group.cohort()).orElseThrow().watch();
        ImmutableList<Instant> held = held().map(Meeting::startsAt).collect(ImmutableList.toImmutableList());
        return group.sizeSignal(watch, held, world.now());
    }

    /** What duty to report members have, if any. */
    ImmutableMap<PersonId, ReportingDuty> duties() {
        return Worlds.duties(work, members);
    }

    /** Whose turn it is next, who decides where the charter leaves it to the moderator. */
    Optional<PersonId> nextModerator() {
        return turnOrder()
                .flatMap(order -> order.over(coming(1)).stream().findFirst().map(Turn::moderator));
    }

    /** The order of turns after the meetings held; empty before there is a charter. */
    Optional<TurnOrder> turnOrder() {
        ImmutableList<HeldTurn> held =
                held().map(m -> new HeldTurn(m.startsAt(), m.roles())).collect(ImmutableList.toImmutableList());
        return group.charter()
                .map(charter -> TurnOrder.of(
                        charter.settings().moderation(), group.candidates(world.now()), held, group.rota()));
    }

    /** Meetings to come that are scheduled, earliest first. */
    ImmutableList<Meeting> scheduled() {
        Optional<Instant> last = lastHeld();
        return meetings.stream()
                .filter(m -> m.state() == Meeting.State.SCHEDULED && !isForgotten(m, last))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * At least so many meetings to come: those scheduled, then those that the cadence has after them. A meeting that was
     * never recorded, though a later one was, is passed over.
     */
    ImmutableList<ComingMeeting> coming(int count) {
        ImmutableList<Meeting> scheduled = scheduled();
        ImmutableList.Builder<ComingMeeting> coming = ImmutableList.builder();
        scheduled.forEach(m -> coming.add(
                new ComingMeeting(Optional.of(m.id()), m.startsAt(), m.format().roles())));
        if (scheduled.size() < count && group.charter().isPresent()) {
            CharterSettings settings = group.charter().orElseThrow().settings();
            LocalDate from = meetings.stream()
                    .map(m -> m.on().plusDays(1))
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> world.now().atZone(settings.time().zone()).toLocalDate());
            settings.cadence().dates(from, count - scheduled.size()).stream()
                    .map(day -> new ComingMeeting(
                            Optional.empty(),
                            settings.time().startOn(day),
                            settings.format().roles()))
                    .forEach(coming::add);
        }
        return coming.build();
    }

    /** Whether a meeting was neither recorded nor called off, though a later one was held. */
    boolean isForgotten(Meeting meeting) {
        return isForgotten(meeting, lastHeld());
    }

    private static boolean isForgotten(Meeting meeting, Optional<Instant> lastHeld) {
        return meeting.state() == Meeting.State.SCHEDULED
                && lastHeld.filter(meeting.startsAt()::isBefore).isPresent();
    }

    private Stream<Meeting> held() {
        return meetings.stream().filter(m -> m.state() == Meeting.State.HELD);
    }

    private Optional<Instant> lastHeld() {
        return held().map(Meeting::startsAt).max(Comparator.naturalOrder());
    }

    /** Who does what at a meeting to come that is scheduled, if anybody. */
    Optional<Turn> turnAt(MeetingId meeting) {
        return turnOrder().flatMap(order -> turnAt(order, meeting));
    }

    /** Who does what at a meeting to come that is scheduled, in this order of turns. */
    Optional<Turn> turnAt(TurnOrder order, MeetingId meeting) {
        return order.over(coming(0)).stream()
                .filter(t -> t.meeting().equals(Optional.of(meeting)))
                .findFirst();
    }

    /** One of the group's meetings. */
    Optional<Meeting> meeting(MeetingId id) {
        return meetings.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** How many open commitments of one member the charter holds to be enough. */
    int enoughCommitments() {
        return group.charter().map(c -> c.settings().openCommitments()).orElse(Integer.MAX_VALUE);
    }

    /** Whether the actor is of the office, and the charter lets it see who attended. */
    boolean isOfficeSeeingAttendance() {
        return actor.isCoordinator()
                && group.charter()
                        .filter(c -> c.settings().officeSeesAttendance())
                        .isPresent();
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
        return !actor.isCoordinator() && wasEverMember(group, actor);
    }

    static boolean wasEverMember(PeerGroup group, Actor actor) {
        return group.memberships().stream().anyMatch(m -> m.person().equals(actor.person()));
    }

    boolean isMember() {
        return !actor.isCoordinator() && members.contains(actor.person());
    }

    Reader reader() {
        return new Reader(viewer, world);
    }

    /** Whether the group is old enough, or over for long enough, for something in it to be past; asked before looking. */
    boolean mayHoldPast() {
        for (Membership membership : group.memberships()) {
            if (membership.joinedAt().isBefore(world.keptFrom())) {
                return true;
            }
        }
        return false;
    }

    boolean mayKnowOf(Confidential<?> piece) {
        return Disclosure.mayKnowOf(piece, viewer, world);
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

    /**
     * Whether an owner meant this person to read what carries the tag. Whether a conflict or a power keeps them from it is
     * left out, so that nobody learns of one by asking (law C10).
     */
    boolean isMeantFor(PersonId person, Tag tag) {
        Viewer viewerThen = Custody.viewer(person, Capacity.PARTICIPANT, Purpose.SUPPORT);
        return Disclosure.decide(viewerThen, tag, Worlds.withoutBars(work, group, meetings))
                .isPermit();
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
