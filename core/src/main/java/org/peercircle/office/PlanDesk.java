package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.PlanRefusal;
import org.peercircle.plan.Settlement;
import org.peercircle.plan.StepFate;

/**
 * Action plans. A plan is its owner's: the owner alone writes, and chooses who reads. To everybody the owner did not
 * choose, the program office first of all, it is not there.
 */
public final class PlanDesk {

    private final Backstage backstage;
    private final Actor actor;

    PlanDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Drafts a plan in a group for an audience. For members. */
    public Decision<PlanId> draft(GroupId group, PlanDraft draft, Audience audience) {
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly("draft plans here");
            }
            PlanId id = PlanId.of(backstage.newId());
            Tag tag = room.tagFor(audience, Optional.empty());
            return ActionPlan.draft(id, actor.person(), group, tag, PlanFiling.file(draft, tag, backstage), work.now())
                    .map(plan -> {
                        work.create(AggregateKind.PLAN, id, plan);
                        return id;
                    });
        }));
    }

    /** Makes a draft the plan to live by. */
    public Decision<PlanView> activate(PlanId id) {
        return change(id, (work, plan) -> plan.activate());
    }

    /** Says what became of a step. */
    public Decision<PlanView> checkIn(
            PlanId id, StepId step, CheckIn.Result result, Optional<Confidential<String>> note) {
        return change(
                id,
                (work, plan) -> plan.checkIn(step, result, note.map(n -> backstage.file(n, plan.tag())), work.now()));
    }

    /** Says whether the plan, as it stands, helped; if not, it asks for a course correction. */
    public Decision<PlanView> review(PlanId id, boolean helped) {
        return change(id, (work, plan) -> plan.review(helped, work.now()));
    }

    /**
     * Corrects the course.
     *
     * @param fates what becomes of each step that is not done; a step replaced is named with its number in the draft,
     *     from 1
     */
    public Decision<PlanView> correct(PlanId id, Confidential<String> reason, Map<StepId, Fate> fates, PlanDraft next) {
        return change(id, (work, plan) -> {
            var draft = PlanFiling.file(next, plan.tag(), backstage);
            ImmutableMap.Builder<StepId, StepFate> byId = ImmutableMap.builder();
            fates.forEach((step, fate) -> byId.put(
                    step, fate.with(number -> draft.steps().get(number - 1).id())));
            Correction correction = new Correction(backstage.file(reason, plan.tag()), byId.buildOrThrow());
            return plan.correct(correction, draft, work.now());
        });
    }

    /** What is to become of a step that is not done. */
    public sealed interface Fate {
        /** It stays. */
        record Carry() implements Fate {}

        /** The draft's step of this number, from 1, takes its place. */
        record ReplaceBy(int number) implements Fate {}

        /** It no longer serves. */
        record Drop() implements Fate {}

        /** Returns the fate with the id of the step that replaces it. */
        private StepFate with(Function<Integer, StepId> numbered) {
            if (this instanceof ReplaceBy by) {
                return new StepFate.ReplacedBy(numbered.apply(by.number()));
            }
            return this instanceof Carry ? new StepFate.Carried() : new StepFate.Dropped();
        }
    }

    /** Carries a step on to another day, as the review at a meeting does with what is not done. */
    public Decision<PlanView> carry(PlanId id, StepId step, LocalDate due, Confidential<String> reason) {
        return settle(
                id,
                step,
                plan -> new Settlement.Carried(due, StepId.of(backstage.newId()), backstage.file(reason, plan.tag())));
    }

    /** Puts another step in the place of one that is not done. */
    public Decision<PlanView> rescope(PlanId id, StepId step, PlanDraft.StepDraft next, Confidential<String> reason) {
        return settle(
                id,
                step,
                plan -> new Settlement.Rescoped(
                        PlanFiling.file(next, plan, backstage), backstage.file(reason, plan.tag())));
    }

    /** Drops a step that no longer serves. */
    public Decision<PlanView> drop(PlanId id, StepId step, Confidential<String> reason) {
        return settle(id, step, plan -> new Settlement.Dropped(backstage.file(reason, plan.tag())));
    }

    private Decision<PlanView> settle(PlanId id, StepId step, Function<ActionPlan, Settlement> how) {
        return change(id, (work, plan) -> how.apply(plan).on(plan, step, work.now()));
    }

    /** Asks a member who may read the plan to be the accountability partner of a step. */
    public Decision<PlanView> askPartner(PlanId id, StepId step, PersonId person) {
        return backstage.decide(work -> owned(work, id, (room, plan) -> {
            boolean canAsk = room.group().members(work.now()).contains(person)
                    && room.permitsEach(ImmutableSet.of(person), plan.tag());
            return canAsk
                    ? plan.askPartner(step, person, work.now()).map(asked -> saved(work, room, asked))
                    : Decision.refuse(new PlanRefusal.NotToBeAsked(id, person));
        }));
    }

    /** Answers whether one will be the accountability partner of a step. For the member who was asked. */
    public Decision<PlanView> answerPartner(PlanId id, StepId step, boolean yes) {
        return backstage.decide(work -> visible(work, id)
                .map(seen -> seen.plan()
                        .answerPartner(step, actor.person(), yes)
                        .map(answered -> saved(work, seen.room(), answered)))
                .orElseGet(() -> notThere(id)));
    }

    private PlanView saved(Work work, Room room, ActionPlan plan) {
        work.replace(AggregateKind.PLAN, plan.id(), plan);
        return PlanView.of(plan, room, backstage.today());
    }

    /** Chooses anew who may read the plan, from now on. */
    public Decision<PlanView> share(PlanId id, Audience audience) {
        return backstage.decide(work -> owned(work, id, (room, plan) -> {
            ActionPlan shared = PlanFiling.retag(plan, room.tagFor(audience, Optional.empty()));
            return Decision.accept(
                    saved(work, room, shared), DomainEvent.of("plan-shared", id, shared.tag(), Map.of()));
        }));
    }

    /** Declares the goal reached. */
    public Decision<PlanView> achieve(PlanId id) {
        return change(id, (work, plan) -> plan.achieve());
    }

    /** Gives the plan up on purpose. */
    public Decision<PlanView> setAside(PlanId id) {
        return change(id, (work, plan) -> plan.setAside());
    }

    /** Returns a plan that the actor may read. */
    public Decision<PlanView> view(PlanId id) {
        Work work = backstage.look();
        return visible(work, id)
                .map(seen -> Decision.accept(PlanView.of(seen.plan(), seen.room(), backstage.today())))
                .orElseGet(() -> notThere(id));
    }

    /** Returns the plans of a group that the actor may read, in the order of their ids. */
    public ImmutableList<PlanView> list(GroupId group) {
        Work work = backstage.look();
        return Room.openForOwn(backstage, actor, work, group).stream()
                .flatMap(room -> work.children(AggregateKind.PLAN, group).stream()
                        .filter(plan -> room.permits(plan.tag()))
                        .map(plan -> PlanView.of(plan, room, backstage.today())))
                .collect(ImmutableList.toImmutableList());
    }

    private record Seen(Room room, ActionPlan plan) {}

    private Optional<Seen> visible(Work work, PlanId id) {
        return work.find(AggregateKind.PLAN, id)
                .flatMap(plan -> Room.openForOwn(backstage, actor, work, plan.group())
                        .filter(room -> room.permits(plan.tag()))
                        .map(room -> new Seen(room, plan)));
    }

    private Decision<PlanView> change(PlanId id, BiFunction<Work, ActionPlan, Decision<ActionPlan>> change) {
        return backstage.decide(work ->
                owned(work, id, (room, plan) -> change.apply(work, plan).map(changed -> saved(work, room, changed))));
    }

    private Decision<PlanView> owned(Work work, PlanId id, BiFunction<Room, ActionPlan, Decision<PlanView>> change) {
        Optional<Seen> seen = visible(work, id);
        if (seen.isEmpty()) {
            return notThere(id);
        }
        ActionPlan plan = seen.orElseThrow().plan();
        return !actor.isCoordinator() && plan.owner().equals(actor.person())
                ? change.apply(seen.orElseThrow().room(), plan)
                : Decision.refuse(new OfficeRefusal.NotAllowed("change another's plan", "its owner"));
    }

    private static <T> Decision<T> notThere(PlanId id) {
        return Decision.refuse(new OfficeRefusal.NotThere("plan", id.value()));
    }
}
