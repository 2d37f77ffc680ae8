package org.peercircle.formation;

/**
 * A reason, found by arithmetic before any search, why the musts can't all be kept.
 *
 * @param rule the rule in words
 * @param message the cause in people's words, and the cheapest repair
 */
public record Finding(String rule, String message) {}
