package org.peercircle.moderation;

import java.time.Instant;
import org.peercircle.id.PersonId;

/**
 * A meeting that was held, seen as a turn that was served.
 *
 * @param at when the meeting began
 * @param moderator who really guided it, whoever was planned
 */
public record HeldTurn(Instant at, PersonId moderator) {}
