package org.peercircle.group;

import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.ModerationRule;

/**
 * What a charter settles that the program office may see: when and how the group meets.
 *
 * @param format the usual format; each meeting may have another
 * @param officeSeesAttendance whether the office sees who attended, never why not
 */
public record CharterSettings(
        MeetingFormat format,
        ConfidentialityRule confidentiality,
        AttendanceRule attendance,
        ModerationRule moderation,
        Cadence cadence,
        MeetingTime time,
        boolean officeSeesAttendance) {}
