package org.peercircle.quickstart;

import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.tag;

import com.google.common.collect.ImmutableList;
import j2html.tags.ContainerTag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peercircle.group.MembershipInterval;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.office.MeetingView;

/** Draws who was in a group when, a lane a person, with what they made of each meeting. */
final class Lanes {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final int LEFT = 190;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 26;
    private static final int TOP = 24;

    private final YearReport report;
    private final Instant from;
    private final Instant until;

    private Lanes(YearReport report) {
        ImmutableList<MeetingView> meetings = report.life().meetings();
        this.report = report;
        this.from = meetings.get(0).startsAt().minus(Duration.ofDays(14));
        this.until = meetings.get(meetings.size() - 1).startsAt().plus(Duration.ofDays(14));
    }

    static ContainerTag<?> of(YearReport report) {
        return new Lanes(report).svg();
    }

    private ContainerTag<?> svg() {
        Map<PersonId, ImmutableList<MembershipInterval>> lanes = report.life().lanes();
        int height = TOP + HEIGHT * lanes.size() + 6;
        ContainerTag<?> svg = tag("svg")
                .attr("viewBox", "0 0 " + WIDTH + " " + height)
                .attr("role", "img")
                .attr("aria-label", "Members of " + report.life().group() + " over the year")
                .withClass("lanes");
        for (MeetingView meeting : report.life().meetings()) {
            int x = x(meeting.startsAt());
            svg.with(
                    tag("line")
                            .attr("x1", x)
                            .attr("x2", x)
                            .attr("y1", TOP - 4)
                            .attr("y2", height - 4)
                            .withClass("tick"),
                    tag("text")
                            .attr("x", x)
                            .attr("y", 13)
                            .attr("text-anchor", "middle")
                            .withClass("month")
                            .withText(meeting.on().format(MONTH)));
        }
        int y = TOP;
        for (Map.Entry<PersonId, ImmutableList<MembershipInterval>> lane : lanes.entrySet()) {
            draw(svg, lane.getKey(), lane.getValue(), y);
            y += HEIGHT;
        }
        return svg;
    }

    private void draw(ContainerTag<?> svg, PersonId person, List<MembershipInterval> intervals, int y) {
        svg.with(tag("text")
                .attr("x", LEFT - 10)
                .attr("y", y + 16)
                .attr("text-anchor", "end")
                .withText(report.name(person)));
        for (MembershipInterval interval : intervals) {
            int x1 = x(interval.from());
            int x2 = x(interval.until().orElse(until));
            if (x2 > x1) {
                svg.with(tag("rect")
                        .attr("x", x1)
                        .attr("y", y + 4)
                        .attr("width", x2 - x1)
                        .attr("height", HEIGHT - 10)
                        .withClass("lane " + interval.status())
                        .with(tag("title").withText(words(interval))));
            }
        }
        for (MeetingView meeting : report.life().meetings()) {
            Attendance how = meeting.attendance().get(person);
            if (how != null) {
                svg.with(tag("circle")
                        .attr("cx", x(meeting.startsAt()))
                        .attr("cy", y + HEIGHT / 2 - 1)
                        .attr("r", 4.5)
                        .withClass("dot " + how.how())
                        .with(tag("title").withText(Words.of(how.how().name()) + " on " + meeting.on())));
            }
        }
    }

    private static String words(MembershipInterval interval) {
        String since = Words.of(interval.status().name()) + " since " + day(interval.from());
        return interval.until().map(end -> since + ", until " + day(end)).orElse(since);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Where an instant lies; what is before or after the year lies at its edge. */
    private int x(Instant at) {
        Instant shown = at.isBefore(from) ? from : at.isAfter(until) ? until : at;
        double share = (double) Duration.between(from, shown).toHours()
                / Duration.between(from, until).toHours();
        return LEFT + (int) Math.round(share * (WIDTH - LEFT));
    }

    static ContainerTag<?> legend() {
        return tag("p").withClass("legend soft")
                .with(rawHtml("<i class=\"key ACTIVE\"></i> member <i class=\"key ON_LEAVE\"></i> on leave"
                        + " <i class=\"key ALUMNUS\"></i> alumni"
                        + " <i class=\"key dot PRESENT\"></i> there <i class=\"key dot LATE\"></i> late"
                        + " <i class=\"key dot EXCUSED\"></i> excused <i class=\"key dot ABSENT\"></i> absent"));
    }
}
