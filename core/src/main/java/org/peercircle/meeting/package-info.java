/**
 * Meetings: when, in what format, on what agenda, who was there and in what role. Uses {@code moderation}, for roles,
 * {@code confidentiality}, {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.meeting;

import org.jspecify.annotations.NullMarked;
