package org.peercircle.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.peercircle.id.PersonId;

/**
 * A meeting was moved.
 *
 * @param from the day on which it was to be
 * @param fromTime the time at which it was to be
 * @param by who moved it
 */
public record Move(LocalDate from, MeetingTime fromTime, PersonId by, Instant at) {}
