/**
 * Pulse surveys: scales, answers, scores, and what may be shown of them. Answers are for nobody; whatever leaves the
 * package went through disclosure control. Uses {@code confidentiality}, {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.pulse;

import org.jspecify.annotations.NullMarked;
