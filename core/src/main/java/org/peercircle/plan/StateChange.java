package org.peercircle.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A plan entered a state.
 *
 * @param revision the revision in force from then on
 * @param until the day a pause is to end, if that was said
 */
public record StateChange(ActionPlan.State to, int revision, Instant at, Optional<LocalDate> until) {}
