package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Exercise;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.GroupRefusal;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.meeting.AgendaPlanner;
import org.peercircle.meeting.BothSides;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingRefusal;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Minutes;
import org.peercircle.meeting.Move;
import org.peercircle.meeting.Note;
import org.peercircle.meeting.OutcomeShares;
import org.peercircle.meeting.Recess;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.TopicResource;
import org.peercircle.office.port.AggregateKind;

/** Meetings: the calendar, topics, agendas, and what took place. */
public final class MeetingDesk {

    private final Backstage backstage;
    private final Actor actor;

    MeetingDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Schedules the next meetings by the charter's cadence, with no recess. */
    public Decision<ImmutableList<MeetingView>> schedule(GroupId group, LocalDate from, int count) {
        return schedule(group, from, count, ImmutableList.of(), Cadence.InRecess.SKIP);
    }

    /**
     * Schedules the next meetings by the charter's cadence. For members and coordinators.
     *
     * @param from the first day that counts; days on which a meeting is scheduled already are passed over
     * @param count how many new ones, 1 to 60
     * @param recesses when the group does not meet, such as holidays and university breaks
     * @param inRecess what becomes of a date that falls into one
     */
    public Decision<ImmutableList<MeetingView>> schedule(
            GroupId group, LocalDate from, int count, Collection<Recess> recesses, Cadence.InRecess inRecess) {
        Arguments.requireBetween(1, count, 60, "count");
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (room.group().charter().isEmpty()) {
                return Decision.refuse(new GroupRefusal.NoCharter(group));
            }
            if (room.group().endedAt().isPresent()) {
                return Decision.refuse(new GroupRefusal.GroupHasEnded(
                        group, room.group().endedAt().orElseThrow()));
            }
            CharterSettings settings = room.group().charter().orElseThrow().settings();
            ImmutableSet<LocalDate> taken = takenDays(room);
            ImmutableList<Meeting> planned =
                    settings.cadence().dates(from, count + taken.size(), recesses, inRecess).stream()
                            .filter(day -> !taken.contains(day))
                            .limit(count)
                            .map(day -> planned(room.group(), settings, day))
                            .collect(ImmutableList.toImmutableList());
            planned.forEach(m -> work.create(AggregateKind.MEETING, m.id(), m));
            return Decision.accept(MeetingView.of(ImmutableList.copyOf(planned), room));
        }));
    }

    /** A meeting that was moved takes its old day as well, so that scheduling again does not bring it back. */
    private static ImmutableSet<LocalDate> takenDays(Room room) {
        return room.meetings().stream()
                .flatMap(
                        m -> Stream.concat(Stream.of(m.on()), m.moves().stream().map(Move::from)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private Meeting planned(PeerGroup group, CharterSettings settings, LocalDate day) {
        return Meeting.builder()
                .id(MeetingId.of(backstage.newId()))
                .program(backstage.program())
                .group(group.id())
                .on(day)
                .time(settings.time())
                .format(settings.format())
                .state(Meeting.State.SCHEDULED)
                .build();
    }

    /** Returns a group's meetings, earliest first; none unless the actor may know of the group. */
    public ImmutableList<MeetingView> calendar(GroupId group) {
        return Room.open(backstage, actor, backstage.look(), group)
                .map(MeetingDesk::calendar)
                .orElse(ImmutableList.of());
    }

    static ImmutableList<MeetingView> calendar(Room room) {
        return MeetingView.of(
                room.meetings().stream()
                        .filter(meeting -> room.permits(meeting.officeFact()))
                        .sorted(Comparator.comparing(Meeting::startsAt))
                        .collect(ImmutableList.toImmutableList()),
                room);
    }

    /** Brings a topic to a meeting to come. For members. */
    public Decision<TopicId> bring(GroupId group, MeetingId meeting, TopicDraft draft) {
        TopicId id = TopicId.of(backstage.newId());
        return change(group, meeting, "bring topics", (room, found) -> {
                    Confidential<String> title =
                            backstage.file(draft.title(), room.tagFor(draft.audience(), Optional.of(found)));
                    return found.bring(
                            new Topic(id, actor.person(), title, draft.help(), draft.asked(), draft.urgency()));
                })
                .map(view -> id);
    }

    /** Chooses an exercise for a meeting to come; its format becomes that of an exercise. For members. */
    public Decision<MeetingView> chooseExercise(GroupId group, MeetingId meeting, Exercise exercise) {
        return change(
                group,
                meeting,
                "choose exercises",
                (room, found) -> found.take(MeetingFormat.EXERCISE, Optional.of(exercise.code())));
    }

    /**
     * Attaches a resource to a topic that one may read. For members.
     *
     * @param resource its code, such as that of {@link org.peercircle.exercise.Resource#CIMER}
     */
    public Decision<MeetingView> attach(GroupId group, MeetingId meeting, TopicId topic, String resource) {
        return change(group, meeting, "attach resources", (room, found) -> {
            Optional<Tag> readable =
                    found.topic(topic).map(t -> t.title().tag()).filter(room::permits);
            if (readable.isEmpty()) {
                return Decision.refuse(new MeetingRefusal.NoSuchTopic(meeting, topic));
            }
            Tag tag = room.tagFor(Audience.GROUP, Optional.of(found)).join(readable.orElseThrow());
            return found.attach(new TopicResource(
                    topic, actor.person(), room.world().now(), backstage.file(Confidential.draft(resource), tag)));
        });
    }

    /**
     * Returns what became of the group's topics, of those that the actor may know of (S11). For members of a group of
     * {@link OutcomeShares#MIN_MEMBERS} or more, and for nobody else.
     */
    public Optional<OutcomeShares> outcomes(GroupId group) {
        return Room.open(backstage, actor, backstage.look(), group)
                .filter(room -> room.isAcknowledgedMember() && room.members().size() >= OutcomeShares.MIN_MEMBERS)
                .map(room -> OutcomeShares.of(room.meetings(), topic -> room.mayKnowOf(topic.title())));
    }

    /** Chooses the format of a meeting to come; an agenda planned before no longer holds. For members. */
    public Decision<MeetingView> chooseFormat(GroupId group, MeetingId meeting, MeetingFormat format) {
        return change(group, meeting, "choose formats", (room, found) -> found.take(format));
    }

    /** Plans the agenda for those expected, whoever waits longest first. */
    public Decision<MeetingView> planAgenda(GroupId group, MeetingId meeting, ImmutableSet<PersonId> expected) {
        return planAgenda(group, meeting, expected, Optional.empty());
    }

    /**
     * Plans the agenda for those expected: check-ins on every step that is due and that all of them may know of, then
     * topics, those of earlier meetings that were not reached among them. For members.
     *
     * @param putFirst a topic that the group wants first all the same, whoever waits
     */
    public Decision<MeetingView> planAgenda(
            GroupId group, MeetingId meeting, ImmutableSet<PersonId> expected, Optional<TopicId> putFirst) {
        return change(group, meeting, "plan agendas", (room, found) -> {
            Set<PersonId> strangers = Sets.difference(expected, room.group().members(found.startsAt()));
            return strangers.isEmpty()
                    ? AgendaPlanner.plan(Agendas.request(room, found, expected, putFirst))
                            .then(found::follow)
                    : Decision.refuse(new GroupRefusal.NotAMember(
                            group, strangers.iterator().next()));
        });
    }

    /** Records that a meeting took place, who had which role and how each member took part. For members. */
    public Decision<MeetingView> hold(GroupId group, MeetingId meeting, MinutesDraft draft) {
        return change(
                group,
                meeting,
                "record meetings",
                (room, found) -> withoutStrangers(room, found, draft)
                        .then(minutes -> found.hold(
                                minutes,
                                WaitingTopics.before(room, found).topics(),
                                actor.person(),
                                room.world().now())));
    }

    /**
     * Corrects what was recorded of a meeting. What was recorded before stays on record, and nobody can read more because
     * of it. For members.
     */
    public Decision<MeetingView> correct(GroupId group, MeetingId meeting, MinutesDraft draft) {
        return change(
                group,
                meeting,
                "correct minutes",
                (room, found) -> withoutStrangers(room, found, draft)
                        .then(minutes -> found.correct(
                                minutes, actor.person(), room.world().now())));
    }

    private static Decision<Minutes> withoutStrangers(Room room, Meeting meeting, MinutesDraft draft) {
        Set<PersonId> known = Sets.union(room.group().members(meeting.startsAt()), room.members());
        return Stream.concat(draft.attendance().keySet().stream(), draft.roles().values().stream())
                .filter(person -> !known.contains(person))
                .findFirst()
                .map(person -> Decision.<Minutes>refuse(
                        new GroupRefusal.NotAMember(room.group().id(), person)))
                .orElseGet(() -> Decision.accept(draft.minutesOf(room, meeting)));
    }

    /**
     * Says what became of a topic, and who helped with it. For the member who brought it.
     *
     * @param advisers those present who helped
     */
    public Decision<MeetingView> conclude(
            GroupId group, MeetingId meeting, TopicId topic, Topic.Outcome outcome, ImmutableSet<PersonId> advisers) {
        return change(
                group,
                meeting,
                "conclude topics",
                (room, found) -> found.topic(topic)
                                .filter(t -> !t.by().equals(actor.person()))
                                .isPresent()
                        ? Decision.refuse(
                                new OfficeRefusal.NotAllowed("conclude another's topic", "the member who brought it"))
                        : found.conclude(
                                topic,
                                outcome,
                                advisers,
                                actor.person(),
                                room.world().now()));
    }

    /** Takes a note at a meeting, for an audience. For members. */
    public Decision<MeetingView> note(GroupId group, MeetingId meeting, Confidential<String> text, Audience audience) {
        return change(
                group,
                meeting,
                "take notes",
                (room, found) -> found.note(new Note(
                        actor.person(),
                        room.world().now(),
                        backstage.file(text, room.tagFor(audience, Optional.of(found))))));
    }

    /**
     * Returns whom to turn to first at the next meeting, so that both sides of mentoring even out (S3): who has brought
     * nothing for a while, who has helped nobody. For the member who moderates next, alone.
     *
     * @return empty for everybody else
     */
    public ImmutableList<BothSides.Suggestion> whomToTurnTo(GroupId group) {
        return Room.open(backstage, actor, backstage.look(), group).stream()
                .filter(room ->
                        room.isAcknowledgedMember() && room.nextModerator().equals(Optional.of(actor.person())))
                .flatMap(room -> BothSides.of(room.members(), room.meetings()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the open steps that a meeting is to go through: each is done, carried, re-scoped or dropped. Those the actor
     * may know of; for members.
     *
     * @return by owner, the earliest due first; empty for everybody else
     */
    public ImmutableList<OpenCommitment> carryOver(GroupId group) {
        return Room.open(backstage, actor, backstage.look(), group).stream()
                .filter(Room::isAcknowledgedMember)
                .flatMap(room -> OpenCommitment.in(room, room.work().today()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Moves a meeting to another day or time; its id stays. For members and coordinators. */
    public Decision<MeetingView> move(GroupId group, MeetingId meeting, LocalDate to, MeetingTime time) {
        return reschedule(group, meeting, (room, found) -> {
            Optional<Meeting> there = room.meetings().stream()
                    .filter(m -> !m.id().equals(meeting) && m.state() == Meeting.State.SCHEDULED && m.on().equals(to))
                    .findFirst();
            return there.<Decision<Meeting>>map(m -> Decision.refuse(new MeetingRefusal.DayTaken(m.id(), to)))
                    .orElseGet(() ->
                            found.move(to, time, actor.person(), room.world().now()));
        });
    }

    /** Calls a meeting off; its topics wait for the next one. For members and coordinators. */
    public Decision<MeetingView> cancel(GroupId group, MeetingId meeting) {
        return reschedule(group, meeting, (room, found) -> found.cancel());
    }

    private Decision<MeetingView> reschedule(
            GroupId group, MeetingId meeting, BiFunction<Room, Meeting, Decision<Meeting>> change) {
        return backstage.decide(
                work -> Room.enter(backstage, actor, work, group, room -> changed(room, meeting, change)));
    }

    private Decision<MeetingView> change(
            GroupId group, MeetingId meeting, String what, BiFunction<Room, Meeting, Decision<Meeting>> change) {
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                group,
                room -> room.isMember() ? changed(room, meeting, change) : Room.membersOnly(what)));
    }

    private static Decision<MeetingView> changed(
            Room room, MeetingId meeting, BiFunction<Room, Meeting, Decision<Meeting>> change) {
        return room.meeting(meeting)
                .map(found -> change.apply(room, found).map(next -> {
                    room.work().replace(AggregateKind.MEETING, meeting, next);
                    return MeetingView.of(next, room);
                }))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("meeting", meeting.value())));
    }
}
