package org.peercircle.meeting;

import java.time.LocalDate;

/** How somebody took part in one meeting. */
public record AttendanceRecord(LocalDate on, Attendance how) {}
