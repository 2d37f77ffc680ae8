/**
 * Decisions, refusals and events: the shape of every answer the domain gives. Uses {@code confidentiality} for the tag
 * of an event.
 */
@NullMarked
package org.peercircle.decision;

import org.jspecify.annotations.NullMarked;
