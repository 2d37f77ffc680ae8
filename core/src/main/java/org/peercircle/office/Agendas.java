package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.group.Membership;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.AgendaRequest;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;

/** Gathers what an agenda is planned from. */
final class Agendas {

    private Agendas() {}

    static AgendaRequest request(
            Room room, Meeting meeting, ImmutableSet<PersonId> expected, Optional<TopicId> putFirst) {
        return AgendaRequest.builder()
                .on(meeting.on())
                .length(meeting.time().length())
                .format(meeting.format())
                .attending(expected)
                .leaving(leaving(room, meeting))
                .steps(openSteps(room, expected, meeting.on()).toList())
                .topics(WaitingTopics.before(room, meeting).requests().toList())
                .putFirst(putFirst)
                .build();
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

    /** A step without a day is asked about at every meeting. */
    private static Stream<AgendaRequest.OpenStep> openSteps(Room room, ImmutableSet<PersonId> expected, LocalDate day) {
        return room.work().children(AggregateKind.PLAN, room.group().id()).stream()
                .filter(plan -> plan.state() == ActionPlan.State.ACTIVE && room.permitsEach(expected, plan.tag()))
                .flatMap(plan -> plan.openSteps().stream()
                        .map(step -> new AgendaRequest.OpenStep(
                                step.id(), plan.owner(), step.due().orElse(day))));
    }
}
