package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.StepId;

/**
 * One version of a plan. It never changes; a course correction makes the next.
 *
 * @param number 1 and up
 * @param content its steps are those new in this revision and those carried into it
 * @param correction how it came from the one before; empty for the first
 */
public record Revision(int number, Instant at, PlanContent content, Optional<Correction> correction) {

    /** Returns the goal. */
    public Goal goal() {
        return content.goal();
    }

    /** Returns what stands in the way. */
    public ImmutableList<Obstacle> obstacles() {
        return content.obstacles();
    }

    /** Returns the steps. */
    public ImmutableList<NextStep> steps() {
        return content.steps();
    }

    /** Returns the step with this id, if it belongs to the revision. */
    public Optional<NextStep> step(StepId id) {
        return content.step(id);
    }
}
