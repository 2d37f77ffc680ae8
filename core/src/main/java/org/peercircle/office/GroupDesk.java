package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.decision.Refusal;
import org.peercircle.group.Departure;
import org.peercircle.group.MembershipInterval;
import org.peercircle.group.PeerGroup;
import org.peercircle.group.Standings;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Standing;
import org.peercircle.meeting.StandingSignal;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;

/** Groups: who is in them, coming, going and being away, and what asks for a look. */
public final class GroupDesk {

    private final Backstage backstage;
    private final Actor actor;

    GroupDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Returns a group: for its members and for coordinators. */
    public Decision<GroupView> view(GroupId id) {
        return Room.enter(backstage, actor, backstage.look(), id, room -> Decision.accept(GroupView.of(room)));
    }

    /** Returns the groups of a cohort that the actor may know of, in the order of their ids. */
    public ImmutableList<GroupView> list(CohortId cohort) {
        Work work = backstage.look();
        // Groups of others are not looked into, so that nobody learns from the store's calls how many there are (law
        // C15).
        return work.children(AggregateKind.GROUP, cohort).stream()
                .filter(group -> actor.isCoordinator() || Room.wasEverMember(group, actor))
                .flatMap(group -> Room.open(backstage, actor, work, group.id()).stream())
                .map(GroupView::of)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Ends a membership, at once or on a later day: the actor's own, or as a coordinator somebody's.
     *
     * @param departure a coordinator can't give a reason
     */
    public Decision<GroupView> depart(GroupId id, PersonId person, DepartureDraft departure) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(
                    new OfficeRefusal.NotAllowed("end another's membership", "that member or a coordinator"));
        }
        if (actor.isCoordinator() && departure.reason().isPresent()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("say why somebody else leaves", "the leaver"));
        }
        return change(
                id,
                (work, room) -> room.group()
                        .depart(
                                person,
                                new Departure(
                                        departure.at().orElse(work.now()),
                                        Departure.Kind.LEFT,
                                        departure.keepsSpace(),
                                        departure.wantsFarewell(),
                                        departure.reason().map(r -> justMine(room, r))),
                                work.now()));
    }

    /**
     * Takes a leave: the seat stays, and missing meetings is no absence. For members, of themselves; the office never
     * learns of it.
     *
     * @param until exclusive; empty until it is known
     * @param reason for the member alone
     */
    public Decision<GroupView> goOnLeave(
            GroupId id, Instant from, Optional<Instant> until, Optional<Confidential<String>> reason) {
        return ofMember(
                id,
                "go on leave",
                (work, room) -> room.group()
                        .goOnLeave(actor.person(), from, until, reason.map(r -> justMine(room, r)), work.now()));
    }

    /** Ends the actor's own leave. */
    public Decision<GroupView> comeBack(GroupId id) {
        return ofMember(id, "come back", (work, room) -> room.group().comeBack(actor.person(), work.now()));
    }

    /** Starts a member's attendance record anew: what was missed before no longer counts. For members. */
    public Decision<GroupView> startAnew(GroupId id, PersonId person) {
        return ofMember(id, "start a record anew", (work, room) -> room.group().startAnew(person, work.now()));
    }

    /**
     * Returns somebody's whole time with a group, in order. For members, and for whoever it is about.
     *
     * @return empty for everybody else
     */
    public ImmutableList<MembershipInterval> timeline(GroupId id, PersonId person) {
        Work work = backstage.look();
        return Room.openForOwn(backstage, actor, work, id).stream()
                .filter(room -> room.isMember() || actor.isThemself(person))
                .flatMap(room -> room.group().timeline(person, work.now()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns members' standing under the charter's attendance rule: for members with the reasons; for coordinators, if
     * the charter lets them see, without reasons and without leaves; for everybody else nothing.
     */
    public ImmutableMap<PersonId, StandingSignal> standings(GroupId id) {
        return Room.open(backstage, actor, backstage.look(), id)
                .map(this::standings)
                .orElse(ImmutableMap.of());
    }

    private ImmutableMap<PersonId, StandingSignal> standings(Room room) {
        ImmutableMap<PersonId, StandingSignal> all =
                Standings.of(room.group(), room.meetings(), room.world().now());
        if (room.isMember()) {
            return all;
        }
        return room.isOfficeSeeingAttendance()
                ? ImmutableMap.copyOf(Maps.transformValues(all, GroupDesk::withoutReasons))
                : ImmutableMap.of();
    }

    private static StandingSignal withoutReasons(StandingSignal signal) {
        return signal.standing() == Standing.ON_LEAVE
                ? StandingSignal.GOOD
                : new StandingSignal(signal.standing(), ImmutableList.of());
    }

    /** Returns what asks for a look in the groups of a cohort, in the order of their ids. For coordinators. */
    public ImmutableList<GroupSignal> signals(CohortId cohort) {
        if (!actor.isCoordinator()) {
            return ImmutableList.of();
        }
        Work work = backstage.look();
        return work.children(AggregateKind.GROUP, cohort).stream()
                .filter(group -> group.endedAt().isEmpty())
                .flatMap(group -> Room.open(backstage, actor, work, group.id()).stream())
                .map(room -> new GroupSignal(
                        room.group().id(),
                        room.group().name(),
                        room.sizeSignal(),
                        standings(room).entrySet().stream()
                                .filter(e -> e.getValue().standing() != Standing.GOOD)
                                .collect(ImmutableMap.toImmutableMap(
                                        Map.Entry::getKey, e -> e.getValue().standing())),
                        GroupView.charterTrouble(room),
                        termIsOver(room),
                        Equals.among(work, room.group().members(work.now())).map(Refusal::message)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> termIsOver(Room room) {
        PeerGroup group = room.group();
        return group.isPastTerm(room.world().now())
                ? group.termUntil()
                        .map(end -> "The term of group " + group.name() + " ended before " + end
                                + ". Its members may agree on another, disband, or become an alumni circle.")
                : Optional.empty();
    }

    /** Returns what a group with free seats, or outside its size, could do, and at what cost. For coordinators. */
    public Decision<ImmutableList<SizeAdvice>> advice(GroupId id, FormationRules rules) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("ask for advice on a group", "a coordinator"));
        }
        Work work = backstage.look();
        return Room.enter(backstage, actor, work, id, room -> {
            Cohort cohort =
                    work.find(AggregateKind.COHORT, room.group().cohort()).orElseThrow();
            return Decision.accept(new Advising(work, cohort, rules).adviceFor(room));
        });
    }

    /** What every view of a group takes: its cohort, and whoever was in it, or asks. */
    private ImmutableSet<AggregateKey<?>> around(PeerGroup group) {
        return ImmutableSet.<AggregateKey<?>>builder()
                .add(AggregateKey.of(AggregateKind.COHORT, group.cohort()))
                .addAll(Worlds.keysOf(Worlds.peopleAround(group, actor)))
                .build();
    }

    private Confidential<String> justMine(Room room, Confidential<String> reason) {
        return backstage.file(reason, room.tagFor(Audience.JUST_ME, Optional.empty()));
    }

    private Decision<GroupView> ofMember(GroupId id, String what, BiFunction<Work, Room, Decision<PeerGroup>> change) {
        return change(id, (work, room) -> room.isMember() ? change.apply(work, room) : Room.membersOnly(what));
    }

    private Decision<GroupView> change(GroupId id, BiFunction<Work, Room, Decision<PeerGroup>> change) {
        return Room.change(backstage, actor, id, change, GroupView::of);
    }

    /** Returns those registered under these ids by name, as the office and the group know them. */
    public ImmutableList<PersonView> people(GroupId id) {
        return Room.open(backstage, actor, backstage.look(), id)
                .map(GroupDesk::people)
                .orElse(ImmutableList.of());
    }

    private static ImmutableList<PersonView> people(Room room) {
        LocalDate today = room.work().today();
        return room.work().findAll(AggregateKind.PARTICIPANT, room.members()).values().stream()
                .map((Participant p) -> PersonView.of(p, today))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns a group with its people, meetings and plans at once: what {@link #view}, {@link #people},
     * {@link MeetingDesk#calendar} and {@link PlanDesk#list} return, in three calls to the store where it finds several things
     * in one, and as of one time.
     */
    public Decision<GroupPage> page(GroupId id) {
        Work work = backstage.look();
        work.fetch(id, AggregateKind.MEETING, AggregateKind.RELEASE, AggregateKind.PLAN);
        work.find(AggregateKind.GROUP, id).ifPresent(group -> work.readAll(around(group)));
        return Room.enter(
                backstage,
                actor,
                work,
                id,
                room -> Decision.accept(new GroupPage(
                        GroupView.of(room),
                        people(room),
                        MeetingDesk.calendar(room),
                        new PlanDesk(backstage, actor).list(room))));
    }
}
