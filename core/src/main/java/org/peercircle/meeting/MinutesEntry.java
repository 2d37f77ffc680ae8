package org.peercircle.meeting;

import java.time.Instant;
import org.peercircle.id.PersonId;

/**
 * Minutes as somebody recorded them. A correction is another entry; nothing is overwritten, and the last one holds.
 *
 * @param by who recorded them
 */
public record MinutesEntry(PersonId by, Instant at, Minutes minutes) {}
