package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
 * @param due empty where it has no day
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
        Optional<LocalDate> due,
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

    static ImmutableList<OpenCommitment> in(Room room, LocalDate today) {
        int cap = room.enoughCommitments();
        ImmutableSet<PersonId> members = room.members();
        ImmutableList<ActionPlan> plans = room
                .work()
                .children(AggregateKind.PLAN, room.group().id())
                .stream()
                .filter(p ->
                        p.state() == ActionPlan.State.ACTIVE && members.contains(p.owner()) && room.permits(p.tag()))
                .collect(ImmutableList.toImmutableList());
        Map<PersonId, Integer> open = new HashMap<>();
        plans.forEach(p -> open.merge(p.owner(), p.unfinished().size(), Integer::sum));
        return plans.stream()
                .flatMap(plan -> plan.unfinished().stream().map(step -> {
                    Optional<PersonId> partner = plan.partnerOf(step);
                    int openOfOwner = open.getOrDefault(plan.owner(), 0);
                    return new OpenCommitment(
                            plan.id(),
                            step.id(),
                            plan.owner(),
                            text(step, room),
                            step.due(),
                            step.isOverdueOn(today),
                            partner,
                            partner.filter(p -> !members.contains(p)).isPresent(),
                            openOfOwner,
                            openOfOwner > cap);
                }))
                .sorted(Comparator.comparing(OpenCommitment::owner)
                        .thenComparing(c -> c.due().orElse(LocalDate.MAX))
                        .thenComparing(OpenCommitment::step))
                .collect(ImmutableList.toImmutableList());
    }

    /** A step carries its plan's tag, so whoever may know of the plan may read it. */
    private static String text(NextStep step, Room room) {
        return room.read(step.what()).orElse("");
    }
}
