package org.peercircle.plan;

import com.google.common.collect.ImmutableList;

/**
 * What a new plan, or the next revision of one, is to hold.
 *
 * @param steps new ones only
 */
public record Draft(Goal goal, ImmutableList<Obstacle> obstacles, ImmutableList<NextStep> steps) {}
