package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.exercise.Exercise;
import org.peercircle.exercise.LookBack;
import org.peercircle.exercise.Reflection;
import org.peercircle.exercise.StarterProgram;
import org.peercircle.id.GroupId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;

/**
 * Exercises and what members wrote in them. What is written is its author's alone unless the exercise, or they, say
 * otherwise.
 *
 * <pre>{@code
 * desk.exercises().write(group, Exercises.IDEAL_DAY, answers);
 * }</pre>
 */
public final class ExerciseDesk {

    private final Backstage backstage;
    private final Actor actor;
    private final Shelf<Reflection> reflections;

    ExerciseDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
        this.reflections = new Shelf<>(
                backstage,
                actor,
                AggregateKind.REFLECTION,
                "reflection",
                Reflection::group,
                Reflection::owner,
                Reflection::tag);
    }

    /**
     * Gives a group's next meetings the formats and exercises of a starter program, as many as are scheduled. For
     * members.
     *
     * @return the meetings that got one, earliest first
     */
    public Decision<ImmutableList<MeetingView>> startWith(GroupId group, StarterProgram program) {
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly("choose what the group does");
            }
            ImmutableList<Meeting> next = room.scheduled();
            Decision<ImmutableList<MeetingView>> all = Decision.accept(ImmutableList.of());
            for (int i = 0; i < Math.min(next.size(), program.months().size()); i++) {
                Meeting meeting = next.get(i);
                StarterProgram.Month month = program.months().get(i);
                all = all.then(views -> meeting.take(
                                month.format(), month.exercise().map(Exercise::code))
                        .map(taken -> {
                            work.replace(AggregateKind.MEETING, meeting.id(), taken);
                            return ImmutableList.<MeetingView>builder()
                                    .addAll(views)
                                    .add(MeetingView.of(taken, room))
                                    .build();
                        }));
            }
            return all;
        }));
    }

    /** Writes down answers for whom the exercise says, which is oneself alone unless it says otherwise. For members. */
    public Decision<ReflectionView> write(
            GroupId group, Exercise exercise, List<Optional<Confidential<String>>> answers) {
        return write(group, exercise, answers, exercise.privacy());
    }

    /**
     * Writes down answers. For members.
     *
     * @param answers drafts, one for each of {@link Exercise#questions()} in order; empty to pass over one
     */
    public Decision<ReflectionView> write(
            GroupId group, Exercise exercise, List<Optional<Confidential<String>>> answers, Audience audience) {
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly("do exercises here");
            }
            ReflectionId id = ReflectionId.of(backstage.newId());
            Tag tag = room.tagFor(audience, Optional.empty());
            Reflection.Builder started = Reflection.builder()
                    .id(id)
                    .owner(actor.person())
                    .group(group)
                    .tag(tag)
                    .exercise(exercise)
                    .writtenAt(work.now());
            answers.forEach(a -> started.addAnswers(a.map(text -> backstage.file(text, tag))));
            return Reflection.write(started).map(written -> {
                work.create(AggregateKind.REFLECTION, id, written);
                return view(room, written);
            });
        }));
    }

    /** Chooses anew who may read what one wrote. For its author. */
    public Decision<ReflectionView> share(ReflectionId id, Audience audience) {
        return change(id, (room, reflection) -> {
            Tag tag = room.tagFor(audience, Optional.empty());
            Reflection shared = Reflection.builder()
                    .from(reflection)
                    .tag(tag)
                    .answers(reflection.answers().stream()
                            .map(a -> a.map(text -> Custody.retag(text, tag)))
                            .toList())
                    .later(reflection.later().stream()
                            .map(l -> new Reflection.Later(l.at(), Custody.retag(l.lookBack(), tag)))
                            .toList())
                    .build();
            return Decision.accept(shared, DomainEvent.of("reflection-shared", id, tag, Map.of()));
        });
    }

    /**
     * Says how what one wrote fits one's present path, months later or whenever one wants. For its author. Where the path
     * leads away from something they still want, {@link ReflectionView#asksForPlan} says so.
     */
    public Decision<ReflectionView> lookBack(ReflectionId id, LookBack lookBack) {
        return change(
                id,
                (room, reflection) -> reflection.lookBack(
                        backstage.file(Confidential.draftOf(lookBack), reflection.tag()),
                        lookBack.fits().size(),
                        room.work().now()));
    }

    /** Drafts a plan that grows out of what one wrote. For its author. */
    public Decision<PlanId> openPlan(ReflectionId id, PlanDraft draft, Audience audience) {
        return backstage.decide(work -> reflections.own(work, id, (room, reflection) -> {
            if (!room.isMember()) {
                return Room.membersOnly("draft plans here");
            }
            return new PlanDesk(backstage, actor)
                    .draftedFrom(room, id, draft, audience)
                    .map(plan -> {
                        work.replace(AggregateKind.REFLECTION, id, reflection.ledTo(plan.id()));
                        return plan.id();
                    });
        }));
    }

    /** Returns what somebody wrote that the actor may read. */
    public Decision<ReflectionView> view(ReflectionId id) {
        return reflections.read(id, this::view);
    }

    /** Returns what was written in a group that the actor may read, in the order of the ids. */
    public ImmutableList<ReflectionView> list(GroupId group) {
        return reflections.list(group, this::view);
    }

    private Decision<ReflectionView> change(
            ReflectionId id, BiFunction<Room, Reflection, Decision<Reflection>> change) {
        return reflections.change(id, change, this::view);
    }

    private ReflectionView view(Room room, Reflection reflection) {
        return ReflectionView.of(reflection, room, reflections.isOwn(reflection) ? path(room) : ImmutableList.of());
    }

    /** The goals that the actor lives by in the group. */
    private ImmutableList<String> path(Room room) {
        return room.work().children(AggregateKind.PLAN, room.group().id()).stream()
                .filter(p -> p.owner().equals(actor.person()) && p.state() == ActionPlan.State.ACTIVE)
                .flatMap(p -> room.read(p.current().goal().outcome()).stream())
                .collect(ImmutableList.toImmutableList());
    }
}
