package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.GroupRefusal;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.meeting.AgendaPlanner;
import org.peercircle.meeting.AgendaRequest;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Topic;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.StepState;

/** Meetings: the calendar, topics, agendas, and what took place. */
public final class MeetingDesk {

    private final Backstage backstage;
    private final Actor actor;

    MeetingDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Schedules the next meetings by the charter's cadence. For members and coordinators.
     *
     * @param from the first day that counts; days on which a meeting is scheduled already are passed over
     * @param count how many new ones, 1 to 60
     */
    public Decision<ImmutableList<MeetingView>> schedule(GroupId group, LocalDate from, int count) {
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
            ImmutableSet<LocalDate> taken =
                    room.meetings().stream().map(Meeting::on).collect(ImmutableSet.toImmutableSet());
            ImmutableList<Meeting> planned = settings.cadence().dates(from, count + taken.size()).stream()
                    .filter(day -> !taken.contains(day))
                    .limit(count)
                    .map(day -> planned(room.group(), settings, day))
                    .collect(ImmutableList.toImmutableList());
            planned.forEach(m -> work.create(AggregateKind.MEETING, m.id(), m));
            return Decision.accept(
                    planned.stream().map(m -> MeetingView.of(m, room)).collect(ImmutableList.toImmutableList()));
        }));
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
        return Room.open(backstage, actor, backstage.look(), group).stream()
                .flatMap(room -> room.meetings().stream()
                        .filter(meeting -> room.permits(meeting.officeFact()))
                        .sorted(Comparator.comparing(Meeting::startsAt))
                        .map(meeting -> MeetingView.of(meeting, room)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Brings a topic to a meeting to come. For members. */
    public Decision<TopicId> bring(GroupId group, MeetingId meeting, TopicDraft draft) {
        TopicId id = TopicId.of(backstage.newId());
        return change(group, meeting, "bring topics", (room, found) -> {
                    Confidential<String> title =
                            backstage.file(draft.title(), room.tagFor(draft.audience(), Optional.of(found)));
                    return found.bring(new Topic(
                            id, actor.person(), title, draft.help(), draft.asked(), draft.urgency(), Optional.empty()));
                })
                .map(view -> id);
    }

    /**
     * Plans the agenda for those expected: check-ins on every step that is due and that all of them may know of, then
     * topics. Topics carried over from earlier meetings come first. For members.
     */
    public Decision<MeetingView> planAgenda(GroupId group, MeetingId meeting, ImmutableSet<PersonId> expected) {
        return backstage.decide(work -> inside(work, group, meeting, "plan agendas", (room, found) -> {
            AgendaRequest request = AgendaRequest.builder()
                    .on(found.on())
                    .length(found.time().length())
                    .format(found.format())
                    .attending(expected)
                    .leaving(leaving(room, found))
                    .steps(openSteps(work, room, expected).toList())
                    .topics(topics(room, found).toList())
                    .build();
            return AgendaPlanner.plan(request).then(found::follow).map(planned -> {
                work.replace(AggregateKind.MEETING, meeting, planned);
                return MeetingView.of(planned, room);
            });
        }));
    }

    /** Those who want a farewell and for whom no later meeting is planned before they go. */
    private static ImmutableSet<PersonId> leaving(Room room, Meeting meeting) {
        return room.group().memberships().stream()
                .filter(m -> m.isActiveAt(meeting.startsAt()))
                .filter(m -> m.departure()
                        .filter(d -> d.wantsFarewell()
                                && room.meetings().stream()
                                        .noneMatch(later -> later.state() == Meeting.State.SCHEDULED
                                                && later.startsAt().isAfter(meeting.startsAt())
                                                && later.startsAt().isBefore(d.at())))
                        .isPresent())
                .map(Membership::person)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<AgendaRequest.OpenStep> openSteps(Work work, Room room, ImmutableSet<PersonId> expected) {
        return work.children(AggregateKind.PLAN, room.group().id()).stream()
                .filter(plan -> plan.state() == ActionPlan.State.ACTIVE && room.permitsEach(expected, plan.tag()))
                .flatMap(plan -> plan.steps(StepState.OPEN).stream()
                        .map(step -> new AgendaRequest.OpenStep(step.id(), plan.owner(), step.due())));
    }

    /** Topics of this meeting, and those that earlier meetings carried over and nobody has brought up since. */
    private static Stream<AgendaRequest.TopicRequest> topics(Room room, Meeting meeting) {
        Stream<AgendaRequest.TopicRequest> carried = room.meetings().stream()
                .filter(m -> m.state() == Meeting.State.HELD && m.startsAt().isBefore(meeting.startsAt()))
                .flatMap(m -> m.topics().stream()
                        .filter(t -> t.outcome().equals(Optional.of(Topic.Outcome.CARRIED_OVER)))
                        .map(t -> request(t, meetingsBetween(room, m, meeting))));
        return Stream.concat(meeting.topics().stream().map(t -> request(t, 0)), carried);
    }

    private static int meetingsBetween(Room room, Meeting first, Meeting last) {
        return (int) room.meetings().stream()
                .filter(m -> m.state() == Meeting.State.HELD
                        && !m.startsAt().isBefore(first.startsAt())
                        && m.startsAt().isBefore(last.startsAt()))
                .count();
    }

    private static AgendaRequest.TopicRequest request(Topic topic, int waited) {
        return new AgendaRequest.TopicRequest(topic.id(), topic.by(), topic.asked(), topic.urgency(), waited);
    }

    /** Records that a meeting took place, who guided it and how each member took part. For members. */
    public Decision<MeetingView> hold(
            GroupId group, MeetingId meeting, PersonId moderator, Map<PersonId, Attendance> attendance) {
        return change(group, meeting, "record meetings", (room, found) -> {
            Optional<PersonId> stranger = attendance.keySet().stream()
                    .filter(person -> !room.group().members(found.startsAt()).contains(person)
                            && !room.group().members(room.world().now()).contains(person))
                    .findFirst();
            return stranger.<Decision<Meeting>>map(
                            person -> Decision.refuse(new GroupRefusal.NotAMember(group, person)))
                    .orElseGet(() -> found.hold(moderator, attendance));
        });
    }

    /** Says what became of a topic. For the member who brought it. */
    public Decision<MeetingView> conclude(GroupId group, MeetingId meeting, TopicId topic, Topic.Outcome outcome) {
        return change(
                group,
                meeting,
                "conclude topics",
                (room, found) ->
                        found.topics().stream().anyMatch(t -> t.id().equals(topic) && !t.by().equals(actor.person()))
                                ? Decision.refuse(new OfficeRefusal.NotAllowed(
                                        "conclude another's topic", "the member who brought it"))
                                : found.conclude(topic, outcome));
    }

    /** Calls a meeting off. For members and coordinators. */
    public Decision<MeetingView> cancel(GroupId group, MeetingId meeting) {
        return backstage.decide(work -> Room.enter(
                backstage,
                actor,
                work,
                group,
                room -> find(room, meeting)
                        .map(found -> found.cancel().map(canceled -> {
                            work.replace(AggregateKind.MEETING, meeting, canceled);
                            return MeetingView.of(canceled, room);
                        }))
                        .orElseGet(() -> notThere(meeting))));
    }

    private Decision<MeetingView> change(
            GroupId group, MeetingId meeting, String what, BiFunction<Room, Meeting, Decision<Meeting>> change) {
        return backstage.decide(work -> inside(
                work,
                group,
                meeting,
                what,
                (room, found) -> change.apply(room, found).map(changed -> {
                    work.replace(AggregateKind.MEETING, meeting, changed);
                    return MeetingView.of(changed, room);
                })));
    }

    private <T> Decision<T> inside(
            Work work, GroupId group, MeetingId meeting, String what, BiFunction<Room, Meeting, Decision<T>> change) {
        return Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly(what);
            }
            return find(room, meeting).map(found -> change.apply(room, found)).orElseGet(() -> notThere(meeting));
        });
    }

    private static Optional<Meeting> find(Room room, MeetingId meeting) {
        return room.meetings().stream().filter(m -> m.id().equals(meeting)).findFirst();
    }

    private static <T> Decision<T> notThere(MeetingId meeting) {
        return Decision.refuse(new OfficeRefusal.NotThere("meeting", meeting.value()));
    }
}
