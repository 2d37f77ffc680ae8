package org.peercircle.formation;

import com.google.common.collect.ImmutableList;

/**
 * What one preference makes of a formation.
 *
 * @param score weighted, summed over groups
 * @param bound a proved upper bound on it
 * @param byGroup the score of each group
 */
public record RuleScore(String name, double weight, double score, double bound, ImmutableList<Double> byGroup) {}
