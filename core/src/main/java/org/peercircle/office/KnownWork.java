package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.Stream;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.NextStep;

/** The topics and steps of a group that an actor may know of: agendas were planned for others, too. */
record KnownWork(ImmutableSet<TopicId> topics, ImmutableSet<StepId> steps) {

    private static final KnownWork NONE = new KnownWork(ImmutableSet.of(), ImmutableSet.of());

    /**
     * Returns what the actor may know of.
     *
     * @param shown the meetings whose agendas are to be shown, as they are after what was just done
     */
    static KnownWork in(Room room, Collection<Meeting> shown) {
        if (!room.isAcknowledgedMember()) {
            return NONE;
        }
        ImmutableSet<TopicId> topics = Stream.concat(room.meetings().stream(), shown.stream())
                .flatMap(m -> m.topics().stream())
                .filter(t -> room.permits(t.title().existence()))
                .map(t -> t.id())
                .collect(ImmutableSet.toImmutableSet());
        boolean asked = shown.stream()
                .flatMap(m -> m.agenda().stream())
                .flatMap(a -> a.items().stream())
                .anyMatch(item -> item.step().isPresent());
        return new KnownWork(topics, asked ? steps(room) : ImmutableSet.of());
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

    boolean knowsAll(Agenda agenda) {
        return shown(agenda).equals(agenda);
    }
}
