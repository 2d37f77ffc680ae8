package org.peercircle.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.peercircle.internal.Arguments;

/**
 * The time of day at which a group meets. Lunch stays at lunch when clocks change: the instant follows the wall clock.
 *
 * @param start on the wall clock of {@code zone}
 * @param length whole minutes, 15 minutes to 8 hours
 */
public record MeetingTime(LocalTime start, Duration length, ZoneId zone) {

    /** Checks the length. */
    public MeetingTime {
        Arguments.requireBetween(15, length.toMinutes(), 480, "length in minutes");
        Arguments.require(
                length.toSecondsPart() == 0 && length.toNanosPart() == 0, "length", "be whole minutes", length);
    }

    /** Returns the instant at which the meeting of this day begins; a time that a clock change skips moves on by it. */
    public Instant startOn(LocalDate day) {
        return day.atTime(start).atZone(zone).toInstant();
    }

    /** Returns the time in words, such as {@code 12:00–13:30 Europe/Berlin}. */
    public String words() {
        return start + "–" + start.plus(length) + " " + zone.getId();
    }
}
