package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.StepId;

/**
 * What the carry-over review at a meeting makes of a step that is not done. Each is a course correction in small: a new
 * revision with the reason, in which every other step is carried (law P2). A step that is done is checked in instead.
 */
public sealed interface Settlement {

    /** Returns why, in the owner's words. */
    Confidential<String> reason();

    /** It stays as it is, for another day, under the id of a new step. */
    record Carried(LocalDate due, StepId next, Confidential<String> reason) implements Settlement {}

    /** Another step takes its place. */
    record Rescoped(NextStep next, Confidential<String> reason) implements Settlement {}

    /** It no longer serves. */
    record Dropped(Confidential<String> reason) implements Settlement {}

    /** Returns the plan after this, or why not. */
    default Decision<ActionPlan> on(ActionPlan plan, StepId step, Instant at) {
        Optional<NextStep> found =
                plan.unfinished().stream().filter(s -> s.id().equals(step)).findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(new PlanRefusal.StepNotOpen(plan.id(), step));
        }
        Optional<NextStep> next = next(plan, found.orElseThrow());
        ImmutableMap.Builder<StepId, StepFate> fates = ImmutableMap.builder();
        plan.unfinished().stream()
                .filter(s -> !s.id().equals(step))
                .forEach(s -> fates.put(s.id(), new StepFate.Carried()));
        fates.put(step, next.<StepFate>map(n -> new StepFate.ReplacedBy(n.id())).orElse(new StepFate.Dropped()));
        Draft draft = new Draft(
                plan.current().goal(),
                plan.current().obstacles(),
                next.map(ImmutableList::of).orElse(ImmutableList.of()));
        return plan.correct(new Correction(reason(), fates.buildOrThrow()), draft, at);
    }

    private Optional<NextStep> next(ActionPlan plan, NextStep step) {
        if (this instanceof Carried carried) {
            return Optional.of(new NextStep(
                    carried.next(),
                    step.what(),
                    carried.due(),
                    step.whenAndWhere(),
                    step.answers(),
                    plan.partnerOf(step)));
        }
        return this instanceof Rescoped rescoped ? Optional.of(rescoped.next()) : Optional.empty();
    }
}
