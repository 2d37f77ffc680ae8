package org.peercircle.formation;

/**
 * How far a search has come. Reported about a hundred times a search, from the thread that searches.
 *
 * @param moves tried so far
 * @param ofMoves to try in all
 * @param best the best score so far
 */
public record FormationProgress(long moves, long ofMoves, Score best) {}
