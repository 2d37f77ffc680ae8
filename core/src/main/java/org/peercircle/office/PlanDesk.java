package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.Comparison;
import org.peercircle.plan.Correction;
import org.peercircle.plan.CourseChange;
import org.peercircle.plan.Hint;
import org.peercircle.plan.PlanLinter;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.plan.PlanRefusal;
import org.peercircle.plan.Report;
import org.peercircle.plan.Wording;

/**
 * Action plans. A plan is its owner's: the owner alone writes, and chooses who reads it and, apart from that, who reads
 * its goal. To everybody the owner did not choose, the program office first of all, it is not there.
 */
public final class PlanDesk {

    private final Backstage backstage;
    private final Actor actor;
    private final Shelf<ActionPlan> plans;

    PlanDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
        this.plans = new Shelf<>(
                backstage, actor, AggregateKind.PLAN, "plan", ActionPlan::group, ActionPlan::owner, ActionPlan::tag);
    }

    /** Drafts a plan in a group for an audience. For members. */
    public Decision<PlanId> draft(GroupId group, PlanDraft draft, Audience audience) {
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly("draft plans here");
            }
            Optional<TopicId> topic = draft.topic();
            Optional<PlanOrigin> origin = topic.flatMap(t -> ofTopic(room, t));
            return topic.isPresent() && origin.isEmpty()
                    ? Decision.refuse(new OfficeRefusal.NotThere(
                            "topic of yours", topic.orElseThrow().value()))
                    : drafted(room, draft, audience, origin).map(ActionPlan::id);
        }));
    }

    /** Drafts a plan that grew out of an exercise. */
    Decision<ActionPlan> draftedFrom(Room room, ReflectionId reflection, PlanDraft draft, Audience audience) {
        return drafted(room, draft, audience, Optional.of(new PlanOrigin.OfReflection(reflection)));
    }

    private Decision<ActionPlan> drafted(Room room, PlanDraft draft, Audience audience, Optional<PlanOrigin> origin) {
        PlanId id = PlanId.of(backstage.newId());
        Tag tag = room.tagFor(audience, Optional.empty());
        Tag goalTag = room.tagFor(draft.goalFor(), Optional.empty());
        ActionPlan.Builder started = ActionPlan.builder()
                .id(id)
                .owner(actor.person())
                .group(room.group().id())
                .tag(tag)
                .goalTag(goalTag)
                .origin(origin);
        PlanFiling filing = new PlanFiling(backstage, tag, goalTag, Optional.empty());
        return ActionPlan.draft(started, filing.content(draft), room.work().now())
                .map(plan -> {
                    room.work().create(AggregateKind.PLAN, id, plan);
                    return plan;
                });
    }

    private Optional<PlanOrigin> ofTopic(Room room, TopicId topic) {
        return room.meetings().stream()
                .filter(m -> m.topic(topic)
                        .filter(t -> t.by().equals(actor.person()))
                        .isPresent())
                .findFirst()
                .map(m -> new PlanOrigin.OfTopic(m.id(), topic));
    }

    /** Makes a draft the plan to live by. */
    public Decision<PlanView> activate(PlanId id) {
        return change(id, (room, plan) -> plan.activate(room.work().now()));
    }

    /** Says what became of a step, at a meeting or between two; the texts of the report are drafts. */
    public Decision<PlanView> checkIn(PlanId id, StepId step, Report report) {
        return change(
                id,
                (room, plan) -> plan.checkIn(
                        step,
                        PlanFiling.report(report, plan, room.work().now(), backstage),
                        room.work().now()));
    }

    /** Says whether the plan, as it stands, helped; if not, it asks for a change of course. */
    public Decision<PlanView> review(PlanId id, boolean helped) {
        return change(id, (room, plan) -> plan.review(helped, room.work().now()));
    }

    /** Changes the course of a plan, with what set it off and why. */
    public Decision<PlanView> correct(
            PlanId id, CourseDraft course, Correction.Trigger trigger, Confidential<String> reason) {
        return change(id, (room, plan) -> {
            PlanFiling filing = PlanFiling.of(plan, backstage);
            return plan.correct(
                    filing.change(course),
                    trigger,
                    filing.file(reason),
                    room.work().now());
        });
    }

    /** Carries a step on to another day, as the review at a meeting does with what is not done. */
    public Decision<PlanView> carry(PlanId id, StepId step, LocalDate due, Confidential<String> reason) {
        return correct(id, CourseDraft.Redate.of(step, due), Correction.Trigger.GROUP_REVIEW, reason);
    }

    /** Puts another step in the place of one that is not done, as the review at a meeting does. */
    public Decision<PlanView> rescope(PlanId id, StepId step, PlanDraft.StepDraft next, Confidential<String> reason) {
        return correct(id, new CourseDraft.ReplaceStep(step, next), Correction.Trigger.GROUP_REVIEW, reason);
    }

    /** Drops a step that no longer serves, as the review at a meeting does. */
    public Decision<PlanView> drop(PlanId id, StepId step, Confidential<String> reason) {
        return correct(id, new CourseDraft.DropStep(step), Correction.Trigger.GROUP_REVIEW, reason);
    }

    /** Adds what a rehearsal led to. */
    Decision<PlanView> commit(
            Work work, PlanId id, RehearsalId rehearsal, PlanDraft.StepDraft step, Confidential<String> reason) {
        return plans.own(work, id, (room, plan) -> {
            PlanFiling filing = PlanFiling.of(plan, backstage);
            return plan.correct(
                            new CourseChange.AddStep(filing.step(step, Optional.of(rehearsal))),
                            Correction.Trigger.REHEARSAL,
                            filing.file(reason),
                            work.now())
                    .map(changed -> saved(room, changed));
        });
    }

    /** Asks a member whom the plan is for to be the accountability partner of a step. */
    public Decision<PlanView> askPartner(PlanId id, StepId step, PersonId person) {
        return change(
                id,
                (room, plan) -> room.members().contains(person) && room.isMeantFor(person, plan.tag())
                        ? plan.askPartner(step, person, room.work().now())
                        : Decision.refuse(new PlanRefusal.NotToBeAsked(id, person)));
    }

    /** Answers whether one will be the accountability partner of a step. For the member who was asked. */
    public Decision<PlanView> answerPartner(PlanId id, StepId step, boolean yes) {
        return backstage.decide(work -> plans.with(
                work,
                id,
                (room, plan) -> plan.answerPartner(step, actor.person(), yes).map(answered -> saved(room, answered))));
    }

    /** Chooses anew who may read the plan, from now on; who may read its goal stays. */
    public Decision<PlanView> share(PlanId id, Audience audience) {
        return retagged(
                id, (room, plan) -> PlanFiling.retag(plan, room.tagFor(audience, Optional.empty()), plan.goalTag()));
    }

    /** Chooses anew who may read what the goal is, among those who may read the plan. */
    public Decision<PlanView> shareGoal(PlanId id, Audience audience) {
        return retagged(
                id, (room, plan) -> PlanFiling.retag(plan, plan.tag(), room.tagFor(audience, Optional.empty())));
    }

    private Decision<PlanView> retagged(PlanId id, BiFunction<Room, ActionPlan, ActionPlan> change) {
        return change(id, (room, plan) -> {
            ActionPlan shared = change.apply(room, plan);
            return Decision.accept(shared, DomainEvent.of("plan-shared", id, shared.tag(), Map.of()));
        });
    }

    /**
     * Takes a plan along to another group that its owner is now a member of. Whoever read it in the old one no longer
     * does, and the goal is its owner's alone again.
     */
    public Decision<PlanView> move(PlanId id, GroupId to, Audience audience) {
        return backstage.decide(work -> plans.own(
                work,
                id,
                (from, plan) -> Room.enter(backstage, actor, work, to, room -> {
                    if (!room.isMember()) {
                        return Room.membersOnly("bring plans here");
                    }
                    ActionPlan moved = ActionPlan.builder()
                            .from(PlanFiling.retag(
                                    plan,
                                    room.tagFor(audience, Optional.empty()),
                                    room.tagFor(Audience.JUST_ME, Optional.empty())))
                            .group(to)
                            .build();
                    return Decision.accept(
                            saved(room, moved), DomainEvent.of("plan-moved", id, moved.tag(), Map.of("to", to)));
                })));
    }

    /** Declares the goal reached. */
    public Decision<PlanView> achieve(PlanId id) {
        return change(id, (room, plan) -> plan.achieve(room.work().now()));
    }

    /** Returns a plan that the actor may read. */
    public Decision<PlanView> view(PlanId id) {
        return plans.read(id, this::view);
    }

    /** Returns the plans of a group that the actor may read, in the order of their ids. */
    public ImmutableList<PlanView> list(GroupId group) {
        return plans.list(group, this::view);
    }

    ImmutableList<PlanView> list(Room room) {
        return plans.in(room, this::view);
    }

    /**
     * Returns what would make a plan stronger, read as English. For its owner.
     *
     * @see #hints(PlanId, Wording)
     */
    public Decision<ImmutableList<Hint>> hints(PlanId id) {
        return hints(id, Wording.ENGLISH);
    }

    /** Returns what would make a plan stronger, read in a language. For its owner; nothing is refused for a hint. */
    public Decision<ImmutableList<Hint>> hints(PlanId id, Wording wording) {
        return plans.own(
                backstage.look(),
                id,
                (room, plan) ->
                        Decision.accept(new PlanLinter(wording, room.enoughCommitments()).hints(plan, room.reader())));
    }

    /**
     * Compares two revisions of a plan that the actor may read.
     *
     * @param one the number of either, from 1
     * @param other the number of the other
     * @return what became of each part between the earlier and the later one; a part that the actor may not read is
     *     missing
     */
    public Decision<ImmutableList<Comparison.Told>> compare(PlanId id, int one, int other) {
        return plans.read(id, (room, plan) -> Comparison.of(plan, one, other).told(room.reader()));
    }

    /** Returns the whole story of a plan that the actor may read, in order, with the rehearsals it had steps from. */
    public Decision<ImmutableList<StoryLine>> story(PlanId id) {
        return plans.read(id, (room, plan) -> StoryLine.of(plan, room));
    }

    private Decision<PlanView> change(PlanId id, BiFunction<Room, ActionPlan, Decision<ActionPlan>> change) {
        return plans.change(id, change, this::view);
    }

    private PlanView saved(Room room, ActionPlan plan) {
        return plans.save(room, plan.id(), plan, this::view);
    }

    private PlanView view(Room room, ActionPlan plan) {
        return PlanView.of(plan, room, room.work().today());
    }
}
