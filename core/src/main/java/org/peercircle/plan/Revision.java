package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.StepId;

/**
 * One version of a plan. It never changes; a course correction makes the next.
 *
 * @param number 1 and up
 * @param steps those new in this revision and those carried into it
 * @param correction how it came from the one before; empty for the first
 */
public record Revision(
        int number,
        Instant at,
        Goal goal,
        ImmutableList<Obstacle> obstacles,
        ImmutableList<NextStep> steps,
        Optional<Correction> correction) {

    /** Returns the step with this id, if it belongs to the revision. */
    public Optional<NextStep> step(StepId id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
