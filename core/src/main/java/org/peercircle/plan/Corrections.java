package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.peercircle.decision.Refusal;
import org.peercircle.id.StepId;

/** What a change of course makes of a plan: the fate of each step that is not done, and what the plan says then. */
final class Corrections {

    private final ActionPlan plan;
    private final CourseChange change;
    private final ImmutableSet<StepId> unfinished;
    private final PlanContent fresh;
    private final ImmutableMap<StepId, StepFate> fates;
    private final PlanContent content;

    Corrections(ActionPlan plan, CourseChange change) {
        this.plan = plan;
        this.change = change;
        this.unfinished = ids(plan.unfinished());
        this.fresh = change.content(plan);
        this.fates = allFates();
        this.content = whole();
    }

    ImmutableMap<StepId, StepFate> fates() {
        return fates;
    }

    PlanContent content() {
        return content;
    }

    /** Returns why it can't be made, if so. */
    Optional<Refusal> against() {
        return againstFates()
                .or(this::againstAnswer)
                .or(() -> Contents.againstSteps(
                        plan.id(), fresh.steps(), plan.stepStates().keySet()))
                .or(() -> Contents.against(plan.id(), content));
    }

    private ImmutableMap<StepId, StepFate> allFates() {
        ImmutableMap<StepId, StepFate> said = change.fates(plan);
        if (!change.carriesTheRest()) {
            return said;
        }
        ImmutableMap.Builder<StepId, StepFate> all = ImmutableMap.builder();
        unfinished.stream().filter(s -> !said.containsKey(s)).forEach(s -> all.put(s, new StepFate.Carried()));
        return all.putAll(said).buildOrThrow();
    }

    /** What is carried and what is new. An if-then plan for a step that is gone goes with it. */
    private PlanContent whole() {
        PlanContent all = PlanContent.builder()
                .from(fresh)
                .steps(ImmutableList.<NextStep>builder()
                        .addAll(plan.unfinished().stream()
                                .filter(s -> fates.get(s.id()) instanceof StepFate.Carried)
                                .toList())
                        .addAll(fresh.steps())
                        .build())
                .build();
        ImmutableList<IfThen> old = plan.current().content().answers();
        return PlanContent.builder()
                .from(all)
                .answers(all.answers().stream()
                        .filter(a -> all.holdsTargetOf(a) || !old.contains(a))
                        .toList())
                .build();
    }

    private Optional<Refusal> againstFates() {
        ImmutableSet<StepId> added = ids(fresh.steps());
        Set<StepId> unknown = new HashSet<>(Sets.difference(fates.keySet(), unfinished));
        if (change.carriesTheRest()) {
            return unknown.stream().sorted().findFirst().map(s -> new PlanRefusal.StepNotOpen(plan.id(), s));
        }
        fates.values().stream()
                .filter(fate -> fate instanceof StepFate.ReplacedBy by && !added.contains(by.step()))
                .forEach(fate -> unknown.add(((StepFate.ReplacedBy) fate).step()));
        return fates.keySet().containsAll(unfinished) && unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlanRefusal.StepsUnaccounted(
                        plan.id(),
                        Sets.difference(unfinished, fates.keySet()).immutableCopy(),
                        ImmutableSet.copyOf(unknown)));
    }

    private Optional<Refusal> againstAnswer() {
        return change instanceof CourseChange.ReplaceAnswer answer
                ? answer.old()
                        .filter(old ->
                                plan.current().content().answers().stream().noneMatch(a -> a.id().equals(old)))
                        .map(old -> new PlanRefusal.NoSuchAnswer(plan.id(), old))
                : Optional.empty();
    }

    private static ImmutableSet<StepId> ids(ImmutableList<NextStep> steps) {
        return steps.stream().map(NextStep::id).collect(ImmutableSet.toImmutableSet());
    }
}
