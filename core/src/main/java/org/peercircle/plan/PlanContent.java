package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.StepId;
import org.peercircle.internal.ValueStyle;

/**
 * What a plan says in one version of it. Handed in for a new version, its steps are the new ones only; those that are
 * carried are named by the correction.
 */
@Value.Immutable
@ValueStyle
public interface PlanContent {

    /** Returns the goal. */
    Goal goal();

    /** Returns what stands in the way. */
    ImmutableList<Obstacle> obstacles();

    /** Returns the obstacle that matters most, one of {@link #obstacles()}. */
    Optional<ObstacleId> mainObstacle();

    /** Returns the if-then plans. */
    ImmutableList<IfThen> answers();

    /** Returns the ways forward that were thought of. */
    ImmutableList<ConsideredOption> options();

    /** Returns the steps. */
    ImmutableList<NextStep> steps();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the step with this id, if it is there. */
    default Optional<NextStep> step(StepId id) {
        return steps().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** Returns the obstacle with this id, if it is there. */
    default Optional<Obstacle> obstacle(ObstacleId id) {
        return obstacles().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Whether an if-then plan's target is there. */
    default boolean holdsTargetOf(IfThen answer) {
        return answer.target() instanceof IfThen.Target.OfObstacle of
                ? obstacle(of.obstacle()).isPresent()
                : step(((IfThen.Target.OfStep) answer.target()).step()).isPresent();
    }

    /** Builds what a plan says. */
    final class Builder extends ImmutablePlanContent.Builder {
        Builder() {}
    }
}
