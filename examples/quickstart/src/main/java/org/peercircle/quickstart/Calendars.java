package org.peercircle.quickstart;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.MeetingView;

/** A group's meetings as iCalendar, in UTC: when and that, never what. */
final class Calendars {

    private Calendars() {}

    static String of(YearReport.GroupYear group) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Peercircle//Quickstart//EN");
        Instant first = group.meetings().get(0).startsAt();
        for (MeetingView meeting : group.meetings()) {
            VEvent event = new VEvent();
            event.setUid(meeting.id() + "@peercircle");
            event.setSequence(meeting.sequence());
            if (meeting.state() == Meeting.State.CANCELED) {
                event.setStatus(Status.cancelled());
            }
            event.setSummary("Peer group " + group.name());
            event.setDateStart(Date.from(meeting.startsAt()));
            event.setDateEnd(Date.from(meeting.startsAt().plus(meeting.time().length())));
            event.setDateTimeStamp(Date.from(first));
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }
}
