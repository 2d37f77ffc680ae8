package org.peercircle.formation;

/**
 * A must that a formation breaks.
 *
 * @param group numbered from 0, or {@link FormationProblem#WAITING}
 * @param units how badly, in the rule's own units
 */
public record Breach(Must must, int group, int units) {}
