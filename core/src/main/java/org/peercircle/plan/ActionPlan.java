package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.GroupId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * A member's plan: a goal, the obstacles in its way, the next steps, what became of them, and how the plan changed.
 *
 * <p>Revisions, check-ins and reviews are only ever added; progress is derived from them. A plan is its owner's: who
 * may read it is in {@link #tag()}, which only the owner changes.
 */
@Value.Immutable
@ValueStyle
public interface ActionPlan {

    /** The states of a plan. */
    enum State {
        /** Being written. */
        DRAFT,
        /** Being lived. */
        ACTIVE,
        /** The goal is reached. */
        ACHIEVED,
        /** Given up on purpose: a success when the goal no longer serves. */
        SET_ASIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Returns the id. */
    PlanId id();

    /** Returns whose plan it is. */
    PersonId owner();

    /** Returns the group it answers to. */
    GroupId group();

    /** Returns who may read it and know of it. */
    Tag tag();

    /** Returns the state. */
    State state();

    /** Returns every revision, oldest first, at least one. */
    ImmutableList<Revision> revisions();

    /** Returns every check-in, in the order in which they were said. */
    ImmutableList<CheckIn> checkIns();

    /** Returns every review, in the order in which they were said. */
    ImmutableList<Review> reviews();

    /** Returns who was asked to be an accountability partner, in order. */
    ImmutableList<PartnerRequest> partnerRequests();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Drafts a plan. */
    static Decision<ActionPlan> draft(PlanId id, PersonId owner, GroupId group, Tag tag, Draft draft, Instant at) {
        Revision first = new Revision(1, at, draft.goal(), draft.obstacles(), draft.steps(), Optional.empty());
        return refusalOf(id, draft, ImmutableList.of(), ImmutableSet.of()).orElseGet(() -> {
            ActionPlan plan = builder()
                    .id(id)
                    .owner(owner)
                    .group(group)
                    .tag(tag)
                    .state(State.DRAFT)
                    .addRevisions(first)
                    .build();
            return Decision.accept(plan, plan.event("plan-drafted", Map.of()));
        });
    }

    /** Returns the revision in force. */
    default Revision current() {
        return revisions().get(revisions().size() - 1);
    }

    /** Makes the draft the plan to live by. */
    default Decision<ActionPlan> activate() {
        if (state() != State.DRAFT) {
            return wrongState(State.DRAFT);
        }
        if (steps(StepState.OPEN).isEmpty()) {
            return Decision.refuse(new PlanRefusal.NoOpenStep(id()));
        }
        return Decision.accept(in(State.ACTIVE), event("plan-activated", Map.of()));
    }

    /** Records what became of an open or missed step. */
    default Decision<ActionPlan> checkIn(
            StepId step, CheckIn.Result result, Optional<Confidential<String>> note, Instant at) {
        if (state() != State.ACTIVE) {
            return wrongState(State.ACTIVE);
        }
        if (unfinished().stream().noneMatch(s -> s.id().equals(step))) {
            return Decision.refuse(new PlanRefusal.StepNotOpen(id(), step));
        }
        CheckIn checkIn = new CheckIn(step, current().number(), at, result, note);
        return Decision.accept(
                builder().from(this).addCheckIns(checkIn).build(), event("checked-in", Map.of("step", step)));
    }

    /** Records whether the revision in force helped. */
    default Decision<ActionPlan> review(boolean helped, Instant at) {
        if (state() != State.ACTIVE) {
            return wrongState(State.ACTIVE);
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .addReviews(new Review(current().number(), at, helped))
                        .build(),
                event("plan-reviewed", Map.of()));
    }

    /**
     * Corrects the course: a new revision, with the reason, in which every step that is not done is carried, replaced or
     * dropped by name (law P2).
     */
    default Decision<ActionPlan> correct(Correction correction, Draft draft, Instant at) {
        if (state() != State.ACTIVE) {
            return wrongState(State.ACTIVE);
        }
        ImmutableSet<StepId> unfinished =
                unfinished().stream().map(NextStep::id).collect(ImmutableSet.toImmutableSet());
        ImmutableSet<StepId> named = correction.fates().keySet();
        ImmutableSet<StepId> fresh = draft.steps().stream().map(NextStep::id).collect(ImmutableSet.toImmutableSet());
        Set<StepId> unknown = new HashSet<>(Sets.difference(named, unfinished));
        correction.fates().values().stream()
                .filter(fate -> fate instanceof StepFate.ReplacedBy by && !fresh.contains(by.step()))
                .forEach(fate -> unknown.add(((StepFate.ReplacedBy) fate).step()));
        if (!named.containsAll(unfinished) || !unknown.isEmpty()) {
            return Decision.refuse(new PlanRefusal.StepsUnaccounted(
                    id(), Sets.difference(unfinished, named).immutableCopy(), ImmutableSet.copyOf(unknown)));
        }
        ImmutableList<NextStep> carried = unfinished().stream()
                .filter(s -> correction.fates().get(s.id()) instanceof StepFate.Carried)
                .collect(ImmutableList.toImmutableList());
        return refusalOf(id(), draft, carried, usedIds()).orElseGet(() -> {
            Revision next = new Revision(
                    current().number() + 1,
                    at,
                    draft.goal(),
                    draft.obstacles(),
                    ImmutableList.<NextStep>builder()
                            .addAll(carried)
                            .addAll(draft.steps())
                            .build(),
                    Optional.of(correction));
            return Decision.accept(
                    builder().from(this).addRevisions(next).build(),
                    event("course-corrected", Map.of("revision", next.number())));
        });
    }

    /** Asks somebody to be the accountability partner of a step; they are once they say yes. */
    default Decision<ActionPlan> askPartner(StepId step, PersonId person, Instant at) {
        if (unfinished().stream().noneMatch(s -> s.id().equals(step))) {
            return Decision.refuse(new PlanRefusal.StepNotOpen(id(), step));
        }
        if (person.equals(owner()) || partnerRequests().stream().anyMatch(r -> r.isOpenFor(step, person))) {
            return Decision.refuse(new PlanRefusal.NotToBeAsked(id(), person));
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .addPartnerRequests(new PartnerRequest(step, person, at, Optional.empty()))
                        .build(),
                event("partner-asked", Map.of("step", step, "person", person)));
    }

    /** Records what somebody who was asked to be an accountability partner says. */
    default Decision<ActionPlan> answerPartner(StepId step, PersonId person, boolean yes) {
        if (partnerRequests().stream().noneMatch(r -> r.isOpenFor(step, person))) {
            return Decision.refuse(new PlanRefusal.NotToBeAsked(id(), person));
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .partnerRequests(partnerRequests().stream()
                                .map(r -> r.isOpenFor(step, person) ? r.answered(yes) : r)
                                .toList())
                        .build(),
                event("partner-answered", Map.of("step", step, "person", person)));
    }

    /** Returns who asks about a step: whoever last said yes, else whom the plan names. */
    default Optional<PersonId> partnerOf(NextStep step) {
        return partnerRequests().reverse().stream()
                .filter(r -> r.step().equals(step.id()) && r.answer().equals(Optional.of(true)))
                .findFirst()
                .map(PartnerRequest::person)
                .or(step::partner);
    }

    /** Declares the goal reached. */
    default Decision<ActionPlan> achieve() {
        return state() == State.ACTIVE
                ? Decision.accept(in(State.ACHIEVED), event("plan-achieved", Map.of()))
                : wrongState(State.ACTIVE);
    }

    /** Gives the plan up on purpose. */
    default Decision<ActionPlan> setAside() {
        return state() == State.ACTIVE
                ? Decision.accept(in(State.SET_ASIDE), event("plan-set-aside", Map.of()))
                : wrongState(State.ACTIVE);
    }

    /** Returns where a step stands; empty if the plan never had it. */
    default Optional<StepState> stateOf(StepId step) {
        Optional<Revision> lastWithIt = revisions().reverse().stream()
                .filter(r -> r.step(step).isPresent())
                .findFirst();
        return lastWithIt.map(revision -> {
            if (checkIns().stream().anyMatch(c -> c.step().equals(step) && c.result() == CheckIn.Result.DONE)) {
                return StepState.DONE;
            }
            if (revision.number() < current().number()) {
                Correction after =
                        revisions().get(revision.number()).correction().orElseThrow();
                return after.fates().get(step) instanceof StepFate.ReplacedBy ? StepState.REPLACED : StepState.DROPPED;
            }
            Optional<CheckIn> latest = checkIns().reverse().stream()
                    .filter(c -> c.step().equals(step) && c.revision() == revision.number())
                    .findFirst();
            return latest.filter(c -> c.result() == CheckIn.Result.MISSED).isPresent()
                    ? StepState.MISSED
                    : StepState.OPEN;
        });
    }

    /** Returns the steps of the current revision in this state. */
    default ImmutableList<NextStep> steps(StepState wanted) {
        return current().steps().stream()
                .filter(s -> stateOf(s.id()).orElseThrow() == wanted)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the steps of the current revision that are not done. */
    default ImmutableList<NextStep> unfinished() {
        return current().steps().stream()
                .filter(s -> stateOf(s.id()).orElseThrow() != StepState.DONE)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns how far the plan has come. */
    default Progress progress(LocalDate today) {
        ImmutableSet<StepId> all = allSteps().map(NextStep::id).collect(ImmutableSet.toImmutableSet());
        int overdue = (int) steps(StepState.OPEN).stream()
                .filter(s -> s.due().isBefore(today))
                .count();
        int done = count(all, StepState.DONE);
        int open = count(all, StepState.OPEN);
        int missed = count(all, StepState.MISSED);
        return new Progress(done, open, missed, all.size() - done - open - missed, overdue);
    }

    /** Returns what the plan asks its owner for; nothing unless it is active. */
    default ImmutableSet<PlanPrompt> prompts() {
        if (state() != State.ACTIVE) {
            return ImmutableSet.of();
        }
        ImmutableSet.Builder<PlanPrompt> prompts = ImmutableSet.builder();
        if (steps(StepState.OPEN).isEmpty()) {
            prompts.add(PlanPrompt.NEXT_STEP);
        }
        Optional<Review> latest = reviews().reverse().stream().findFirst();
        if (latest.filter(r -> !r.helped() && r.revision() == current().number())
                .isPresent()) {
            prompts.add(PlanPrompt.COURSE_CORRECTION);
        }
        return prompts.build();
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(!revisions().isEmpty(), "revisions", "hold at least one", revisions());
        for (int i = 0; i < revisions().size(); i++) {
            Arguments.require(
                    revisions().get(i).number() == i + 1
                            && revisions().get(i).correction().isPresent() == i > 0,
                    "revisions",
                    "be numbered from 1, each but the first with its correction",
                    revisions().get(i).number());
        }
    }

    private static Optional<Decision<ActionPlan>> refusalOf(
            PlanId plan, Draft draft, ImmutableList<NextStep> carried, ImmutableSet<String> used) {
        Set<String> taken = new HashSet<>(used);
        // An obstacle that is still there keeps its id from revision to revision; a step that is new may not.
        Set<String> inDraft = new HashSet<>();
        for (Obstacle obstacle : draft.obstacles()) {
            if (!inDraft.add(obstacle.id().value())) {
                return Optional.of(Decision.refuse(
                        new PlanRefusal.IdTaken(plan, obstacle.id().value())));
            }
        }
        for (NextStep step : draft.steps()) {
            if (!taken.add(step.id().value())) {
                return Optional.of(
                        Decision.refuse(new PlanRefusal.IdTaken(plan, step.id().value())));
            }
        }
        ImmutableSet<ObstacleId> obstacles =
                draft.obstacles().stream().map(Obstacle::id).collect(ImmutableSet.toImmutableSet());
        return Stream.concat(draft.steps().stream(), carried.stream())
                .flatMap(s -> s.answers().stream())
                .filter(o -> !obstacles.contains(o))
                .findFirst()
                .map(o -> Decision.refuse(new PlanRefusal.NoSuchObstacle(plan, o)));
    }

    private Stream<NextStep> allSteps() {
        return revisions().stream().flatMap(r -> r.steps().stream());
    }

    private ImmutableSet<String> usedIds() {
        return allSteps().map(s -> s.id().value()).collect(ImmutableSet.toImmutableSet());
    }

    private int count(Set<StepId> all, StepState wanted) {
        return (int)
                all.stream().filter(s -> stateOf(s).orElseThrow() == wanted).count();
    }

    private ActionPlan in(State next) {
        return builder().from(this).state(next).build();
    }

    private Decision<ActionPlan> wrongState(State needed) {
        return Decision.refuse(new PlanRefusal.WrongState(id(), state(), needed));
    }

    private DomainEvent event(String type, Map<String, ?> facts) {
        return DomainEvent.of(type, id(), tag(), facts);
    }

    /** Builds a plan as it was stored; new ones come from {@link #draft}. */
    final class Builder extends ImmutableActionPlan.Builder {
        Builder() {}
    }
}
