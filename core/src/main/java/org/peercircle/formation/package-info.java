/**
 * Forming groups: rules, preferences, the search, and every way to ask why. No I/O, no threads of its own. Uses
 * {@code cohort}, {@code people} and what lies below.
 *
 * <p>How to read it: {@link org.peercircle.formation.FormationProblem} says what is asked, {@link
 * org.peercircle.formation.GroupFormer} answers, {@link org.peercircle.formation.Formation} explains.
 *
 * <p>How it works: {@code Search} anneals a {@code Seating}, which prices changes by one {@code Term} a rule; {@code
 * TabledPairs} holds the loop that time is spent in, {@code Cooling} finds the temperatures, {@code Resizing} lets sizes
 * move. {@code Dyads} and {@code Exhaustive} are exact, {@code RoundSearch} forms several rounds, {@code Diagnosis} asks
 * what can't be kept together, {@code Bounds} proves what no groups can exceed.
 */
@NullMarked
package org.peercircle.formation;

import org.jspecify.annotations.NullMarked;
