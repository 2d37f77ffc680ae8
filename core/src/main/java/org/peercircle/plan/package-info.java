/**
 * Action plans: goals, obstacles, next steps, check-ins, course corrections. Uses {@code confidentiality},
 * {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.plan;

import org.jspecify.annotations.NullMarked;
