package org.peercircle.plan;

import java.time.Instant;
import org.peercircle.id.StepId;

/**
 * What became of a step, as its owner said it. Never changed; a later one says more (law P3).
 *
 * @param revision the revision in force when it was said
 */
public record CheckIn(StepId step, int revision, Instant at, Report report) {

    /** What became of it. */
    public enum Result {
        /** Done. */
        DONE,
        /** Partly; it stays open. */
        PARTLY,
        /** Not done. */
        MISSED
    }

    /** Returns what became of it. */
    public Result result() {
        return report.result();
    }
}
