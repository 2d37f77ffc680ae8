package org.peercircle.plan;

import org.peercircle.id.StepId;

/** What a course correction does with a step that is not done (law P2). */
public sealed interface StepFate {

    /** It stays, and is open again if it was missed. */
    record Carried() implements StepFate {}

    /** Another step takes its place. */
    record ReplacedBy(StepId step) implements StepFate {}

    /** It no longer serves. */
    record Dropped() implements StepFate {}
}
