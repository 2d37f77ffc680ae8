package org.peercircle.plan;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * A member's plan: a goal, the obstacles in its way, the next steps, what became of them, and how the plan changed.
 *
 * <p>Revisions, check-ins, reviews and changes of state are only ever added; where the plan stands is derived from them.
 * A plan is its owner's: who may read it is in {@link #tag()}, and who may read its goal in {@link #goalTag()}; only the
 * owner changes either.
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
        /** At rest; nothing is asked. */
        PAUSED,
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

    /**
     * Returns who may read, and know of, what was said at this time of how it goes: of those who may read the plan, whoever
     * it was said to.
     */
    default Tag checkInTag(Instant at) {
        return tag().saidAt(at);
    }

    /** Returns who may read what the goal is; nobody can who may not read the plan. */
    Tag goalTag();

    /** Returns what it grew out of. */
    Optional<PlanOrigin> origin();

    /** Returns every state it entered after it was drafted, oldest first. */
    ImmutableList<StateChange> stateChanges();

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

    /**
     * Drafts a plan.
     *
     * @param started whose it is, where, and who may read it
     */
    static Decision<ActionPlan> draft(Builder started, PlanContent content, Instant at) {
        ActionPlan plan = started.addRevisions(new Revision(1, at, content, Optional.empty()))
                .build();
        Optional<Refusal> against = Contents.againstSteps(plan.id(), content.steps(), ImmutableSet.of())
                .or(() -> Contents.against(plan.id(), content));
        return against.<Decision<ActionPlan>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(plan, plan.event("plan-drafted", Map.of())));
    }

    /** Returns the state. */
    default State state() {
        return lastChange().map(StateChange::to).orElse(State.DRAFT);
    }

    private Optional<StateChange> lastChange() {
        return stateChanges().isEmpty()
                ? Optional.empty()
                : Optional.of(stateChanges().get(stateChanges().size() - 1));
    }

    /** Returns the revision in force. */
    default Revision current() {
        return revisions().get(revisions().size() - 1);
    }

    /** Makes the draft the plan to live by. */
    default Decision<ActionPlan> activate(Instant at) {
        if (state() != State.DRAFT) {
            return wrongState(State.DRAFT);
        }
        if (openSteps().isEmpty()) {
            return Decision.refuse(new PlanRefusal.NoOpenStep(id()));
        }
        return entering(State.ACTIVE, "plan-activated", at);
    }

    /** Records what became of an open or missed step. */
    default Decision<ActionPlan> checkIn(StepId step, Report report, Instant at) {
        if (state() != State.ACTIVE) {
            return wrongState(State.ACTIVE);
        }
        if (isFinished(step)) {
            return Decision.refuse(new PlanRefusal.StepNotOpen(id(), step));
        }
        CheckIn checkIn = new CheckIn(step, current().number(), at, report);
        return Decision.accept(
                builder().from(this).addCheckIns(checkIn).build(), event("checked-in", Map.of("step", step)));
    }

    /** Records whether the revision in force helped; if not, the plan asks for a change of course (law P4). */
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
     * Changes the course: a new revision, with what set it off and why, in which every step that is not done is carried,
     * replaced or dropped by name (law P2).
     */
    default Decision<ActionPlan> correct(
            CourseChange change, Correction.Trigger trigger, Confidential<String> reason, Instant at) {
        if (!change.possibleIn().contains(state())) {
            return wrongState(change.possibleIn().asList().get(0));
        }
        Corrections made = new Corrections(this, change);
        Optional<Refusal> against = made.against();
        if (against.isPresent()) {
            return Decision.refuse(against.orElseThrow());
        }
        int number = current().number() + 1;
        Correction correction = new Correction(change.kind(), trigger, reason, made.fates());
        Builder next =
                builder().from(this).addRevisions(new Revision(number, at, made.content(), Optional.of(correction)));
        change.leadsTo().ifPresent(state -> next.addStateChanges(new StateChange(state, number, at, change.until())));
        return Decision.accept(
                next.build(), event("course-corrected", Map.of("revision", number, "kind", change.kind())));
    }

    /** Asks somebody to be the accountability partner of a step; they are once they say yes. */
    default Decision<ActionPlan> askPartner(StepId step, PersonId person, Instant at) {
        if (isFinished(step)) {
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
    default Decision<ActionPlan> achieve(Instant at) {
        return state() == State.ACTIVE ? entering(State.ACHIEVED, "plan-achieved", at) : wrongState(State.ACTIVE);
    }

    /** Returns where every step that the plan ever had stands. */
    @Value.Lazy
    default ImmutableMap<StepId, StepState> stepStates() {
        return StepStates.of(this);
    }

    /** Returns where a step stands; empty if the plan never had it. */
    default Optional<StepState> stateOf(StepId step) {
        return Optional.ofNullable(stepStates().get(step));
    }

    /** Returns the steps of the current revision of which nothing was reported that ends them. */
    @Value.Lazy
    default ImmutableList<NextStep> openSteps() {
        return current().steps().stream()
                .filter(s -> stepStates().get(s.id()) == StepState.OPEN)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the steps of the current revision that are not done. */
    default ImmutableList<NextStep> unfinished() {
        return current().steps().stream().filter(s -> !isFinished(s.id())).collect(ImmutableList.toImmutableList());
    }

    private boolean isFinished(StepId step) {
        return current().step(step).isEmpty() || stepStates().get(step) == StepState.DONE;
    }

    /** Returns how far the plan has come. */
    default Progress progress(LocalDate today) {
        int overdue =
                (int) openSteps().stream().filter(s -> s.isOverdueOn(today)).count();
        Multiset<StepState> states = EnumMultiset.create(stepStates().values(), StepState.class);
        int done = states.count(StepState.DONE);
        int open = states.count(StepState.OPEN);
        int missed = states.count(StepState.MISSED);
        return new Progress(done, open, missed, states.size() - done - open - missed, overdue);
    }

    /** Returns how it goes; empty unless it is being lived, or its goal is reached. */
    default Optional<Outlook> outlook(LocalDate today) {
        return Outlook.of(this, today);
    }

    /** Returns what the plan asks its owner for; nothing unless it is active, or rests too long. */
    default ImmutableSet<PlanPrompt> prompts(LocalDate today) {
        ImmutableSet.Builder<PlanPrompt> prompts = ImmutableSet.builder();
        if (restsUntil().filter(d -> !today.isBefore(d)).isPresent()) {
            prompts.add(PlanPrompt.RESUME);
        }
        if (state() != State.ACTIVE) {
            return prompts.build();
        }
        if (openSteps().isEmpty()) {
            prompts.add(PlanPrompt.NEXT_STEP);
        }
        Optional<Review> latest = reviews().reverse().stream().findFirst();
        if (latest.filter(r -> !r.helped() && r.revision() == current().number())
                .isPresent()) {
            prompts.add(PlanPrompt.COURSE_CORRECTION);
        }
        return prompts.build();
    }

    /** Returns the day on which its rest is to end; empty unless it rests, and where that was left open. */
    default Optional<LocalDate> restsUntil() {
        return state() == State.PAUSED ? lastChange().flatMap(StateChange::until) : Optional.empty();
    }

    /** Returns everything that happened to it, in order. */
    default ImmutableList<Episode> story() {
        return Episode.of(this);
    }

    /** Returns what to remind of from one day to another, both included, if nothing is reported in between. */
    default ImmutableList<PlanReminder> reminders(LocalDate from, LocalDate to) {
        return PlanReminder.of(this, from, to);
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

    private Decision<ActionPlan> entering(State next, String type, Instant at) {
        StateChange entered = new StateChange(next, current().number(), at, Optional.empty());
        return Decision.accept(builder().from(this).addStateChanges(entered).build(), event(type, Map.of()));
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
