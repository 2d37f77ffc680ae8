/**
 * Forming groups: rules, preferences, the search, and every way to ask why. No I/O, no threads of its own. Uses
 * {@code cohort}, {@code people} and what lies below.
 *
 * <p>How to read it: {@link org.peercircle.formation.FormationProblem} says what is asked, {@link
 * org.peercircle.formation.GroupFormer} answers, {@link org.peercircle.formation.Formation} explains.
 */
@NullMarked
package org.peercircle.formation;

import org.jspecify.annotations.NullMarked;
