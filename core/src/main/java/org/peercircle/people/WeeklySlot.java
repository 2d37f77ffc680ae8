package org.peercircle.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time to meet that comes back on a weekday.
 *
 * @param start on the wall clock of {@code zone}
 */
public record WeeklySlot(DayOfWeek day, LocalTime start, Duration length, ZoneId zone) {

    /** Whether somebody can meet then on this day, which must be one of the slot's weekday. */
    boolean suits(Availability availability, LocalDate on) {
        return availability.covers(on.atTime(start).atZone(zone).toInstant(), length);
    }
}
