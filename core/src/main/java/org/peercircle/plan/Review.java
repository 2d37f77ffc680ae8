package org.peercircle.plan;

import java.time.Instant;

/**
 * Whether a revision helped, as its owner says.
 *
 * @param revision the revision it is about
 */
public record Review(int revision, Instant at, boolean helped) {}
