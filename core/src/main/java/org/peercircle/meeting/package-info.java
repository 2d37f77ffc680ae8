/**
 * Meetings: when, in what format, on what agenda, and who was there. Uses {@code confidentiality}, {@code decision} and
 * {@code id}.
 */
@NullMarked
package org.peercircle.meeting;

import org.jspecify.annotations.NullMarked;
