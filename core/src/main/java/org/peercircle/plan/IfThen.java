package org.peercircle.plan;

import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.StepId;

/**
 * An if-then plan: when the cue comes, the response follows without a new decision (implementation intentions: d = 0.65
 * over 94 tests; research/practice.md, b7).
 *
 * @param cue "if …"
 * @param response "then I …"
 * @param target what it is for
 */
public record IfThen(IfThenId id, Confidential<String> cue, Confidential<String> response, Target target) {

    /** What an if-then plan is for. */
    public sealed interface Target {
        /** It gets round an obstacle. */
        record OfObstacle(ObstacleId obstacle) implements Target {}

        /** It fixes when and where of a step. */
        record OfStep(StepId step) implements Target {}
    }

    /** Whether it gets round this obstacle. */
    public boolean answers(ObstacleId obstacle) {
        return target.equals(new Target.OfObstacle(obstacle));
    }

    /** Whether it fixes when and where of this step. */
    public boolean fixes(StepId step) {
        return target.equals(new Target.OfStep(step));
    }

    IfThen of(StepId another) {
        return new IfThen(id, cue, response, new Target.OfStep(another));
    }
}
