package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.group.Charter;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.NextStep;

/**
 * A step that is not done, as the carry-over review at a meeting goes through it: it is done, carried, re-scoped or
 * dropped, and never just forgotten.
 *
 * @param isOverdue whether its day has passed
 * @param partner who asks about it, if anybody
 * @param partnerHasLeft whether that one is no longer a member, so that somebody else is to be asked
 * @param openOfOwner how many the owner has, as far as the actor may know
 * @param isOverCap whether these are more than the charter says are enough
 */
public record OpenCommitment(
        PlanId plan,
        StepId step,
        PersonId owner,
        String what,
        LocalDate due,
        boolean isOverdue,
        Optional<PersonId> partner,
        boolean partnerHasLeft,
        int openOfOwner,
        boolean isOverCap) {

    /** Hides the text: a view may be printed by accident. */
    @Override
    public String toString() {
        return "OpenCommitment{" + step + "}";
    }

    static ImmutableList<OpenCommitment> in(Work work, Room room, LocalDate today) {
        int cap = room.group()
                .charter()
                .map(Charter::settings)
                .map(s -> s.openCommitments())
                .orElse(Integer.MAX_VALUE);
        ImmutableList<ActionPlan> plans = work
                .children(AggregateKind.PLAN, room.group().id())
                .stream()
                .filter(p -> p.state() == ActionPlan.State.ACTIVE
                        && room.permits(p.tag())
                        && room.group().members(room.world().now()).contains(p.owner()))
                .collect(ImmutableList.toImmutableList());
        Map<PersonId, Integer> open = new HashMap<>();
        plans.forEach(p -> open.merge(p.owner(), p.unfinished().size(), Integer::sum));
        return plans.stream()
                .flatMap(plan -> of(plan, room, today, open.getOrDefault(plan.owner(), 0), cap))
                .sorted(Comparator.comparing(OpenCommitment::owner)
                        .thenComparing(OpenCommitment::due)
                        .thenComparing(OpenCommitment::step))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<OpenCommitment> of(ActionPlan plan, Room room, LocalDate today, int open, int cap) {
        return plan.unfinished().stream().map(step -> {
            Optional<PersonId> partner = plan.partnerOf(step);
            return new OpenCommitment(
                    plan.id(),
                    step.id(),
                    plan.owner(),
                    text(step, room),
                    step.due(),
                    step.due().isBefore(today),
                    partner,
                    partner.filter(p ->
                                    !room.group().members(room.world().now()).contains(p))
                            .isPresent(),
                    open,
                    open > cap);
        });
    }

    /** A step carries its plan's tag, so whoever may know of the plan may read it. */
    private static String text(NextStep step, Room room) {
        return room.read(step.what()).orElse("");
    }
}
