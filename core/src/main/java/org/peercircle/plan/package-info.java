/**
 * Action plans: goals, obstacles, if-then plans, next steps, reports, changes of course, and what can be derived from
 * them: how a plan goes, what to remind of, what would make it stronger, its story. Uses {@code confidentiality},
 * {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.plan;

import org.jspecify.annotations.NullMarked;
