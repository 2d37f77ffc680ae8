package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.Stream;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.NextStep;

/**
 * What an actor sees of meetings beside the meetings themselves.
 *
 * @param topics those that the actor may know of; an agenda was planned for others, too
 * @param steps the same of steps
 * @param reminder what members promise each other, and who of them must pass certain things on (law X4)
 */
record Sight(ImmutableSet<TopicId> topics, ImmutableSet<StepId> steps, ImmutableList<String> reminder) {

    private static final Sight NONE = new Sight(ImmutableSet.of(), ImmutableSet.of(), ImmutableList.of());

    /**
     * Returns what the actor may know of.
     *
     * @param shown the meetings whose agendas are to be shown, as they are after what was just done
     */
    static Sight in(Room room, Collection<Meeting> shown) {
        if (!room.isAcknowledgedMember()) {
            return NONE;
        }
        ImmutableSet<TopicId> topics = Stream.concat(room.meetings().stream(), shown.stream())
                .flatMap(m -> m.topics().stream())
                .filter(t -> room.mayKnowOf(t.title()))
                .map(t -> t.id())
                .collect(ImmutableSet.toImmutableSet());
        boolean asked = shown.stream()
                .flatMap(m -> m.agenda().stream())
                .flatMap(a -> a.items().stream())
                .anyMatch(item -> item.step().isPresent());
        return new Sight(topics, asked ? steps(room) : ImmutableSet.of(), Promise.reminder(room));
    }

    private static ImmutableSet<StepId> steps(Room room) {
        return room.work().aside().children(AggregateKind.PLAN, room.group().id()).stream()
                .filter(plan -> room.permits(plan.tag()))
                .flatMap(plan -> plan.revisions().stream())
                .flatMap(revision -> revision.steps().stream())
                .map(NextStep::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    Agenda shown(Agenda agenda) {
        return agenda.showing(topics, steps);
    }
}
