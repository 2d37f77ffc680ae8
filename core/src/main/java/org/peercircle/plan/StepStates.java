package org.peercircle.plan;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peercircle.id.StepId;

/** Where each step that a plan ever had stands, in one walk over its revisions and check-ins (law P5). */
final class StepStates {

    private StepStates() {}

    /** Linear in revisions, steps and check-ins. */
    static ImmutableMap<StepId, StepState> of(ActionPlan plan) {
        Map<StepId, StepState> states = new LinkedHashMap<>();
        int next = 0;
        for (Revision revision : plan.revisions()) {
            revision.correction().ifPresent(c -> c.fates().forEach((step, fate) -> states.put(step, after(fate))));
            revision.steps().forEach(s -> states.putIfAbsent(s.id(), StepState.OPEN));
            while (next < plan.checkIns().size() && plan.checkIns().get(next).revision() == revision.number()) {
                CheckIn said = plan.checkIns().get(next++);
                states.put(said.step(), after(said.result()));
            }
        }
        return ImmutableMap.copyOf(states);
    }

    private static StepState after(StepFate fate) {
        if (fate instanceof StepFate.Carried) {
            return StepState.OPEN;
        }
        return fate instanceof StepFate.Dropped ? StepState.DROPPED : StepState.REPLACED;
    }

    private static StepState after(CheckIn.Result result) {
        return switch (result) {
            case DONE -> StepState.DONE;
            case PARTLY -> StepState.OPEN;
            case MISSED -> StepState.MISSED;
        };
    }
}
