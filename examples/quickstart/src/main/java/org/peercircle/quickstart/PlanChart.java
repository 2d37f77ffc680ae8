package org.peercircle.quickstart;

import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.tag;

import com.google.common.collect.ImmutableList;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peercircle.id.StepId;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PlanView;
import org.peercircle.office.StoryLine;
import org.peercircle.plan.CheckIn;

/**
 * Draws half a year of a plan: how sure its owner was, each step from when it was promised to what became of it, the
 * changes of course, and the conversation that was practiced.
 */
final class PlanChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int LEFT = 300;
    private static final int RIGHT = 980;
    private static final int WIDTH = 1000;
    private static final int TOP = 40;
    private static final int CURVE = 70;
    private static final int ROW = 32;

    private final YearReport.PlanStory story;
    private final Instant from;
    private final Instant until;
    private final Map<StepId, PlanView.StepView> steps = new LinkedHashMap<>();
    private final Map<StepId, Instant> promised = new LinkedHashMap<>();
    private final Map<StepId, Instant> ended = new LinkedHashMap<>();

    PlanChart(YearReport.PlanStory story) {
        this.story = story;
        ImmutableList<MeetingView> meetings = story.meetings();
        this.from = meetings.get(0).startsAt().minus(Duration.ofDays(6));
        this.until = meetings.get(meetings.size() - 1).startsAt().plus(Duration.ofDays(12));
        for (PlanView.RevisionView revision : story.plan().revisions()) {
            for (PlanView.StepView step : revision.steps()) {
                steps.put(step.id(), step);
                promised.putIfAbsent(step.id(), revision.at());
            }
            revision.correction()
                    .ifPresent(c -> c.fates().keySet().stream()
                            .filter(id -> revision.steps().stream().noneMatch(s -> s.id().equals(id)))
                            .forEach(id -> ended.put(id, revision.at())));
        }
        story.plan().checkIns().stream()
                .filter(c -> c.result() == CheckIn.Result.DONE)
                .forEach(c -> ended.put(c.step(), c.at()));
    }

    DomContent svg() {
        int height = TOP + CURVE + ROW * steps.size() + 34;
        ContainerTag<?> svg = tag("svg")
                .attr("viewBox", "0 0 " + WIDTH + " " + height)
                .attr("role", "img")
                .attr("aria-label", "Half a year of one plan")
                .withClass("lanes plan");
        story.meetings().forEach(m -> meeting(svg, m, height));
        changes(svg, height);
        curve(svg);
        int row = 0;
        for (PlanView.StepView step : steps.values()) {
            step(svg, step, TOP + CURVE + ROW * row++);
        }
        rehearsed(svg, height);
        return svg;
    }

    private void meeting(ContainerTag<?> svg, MeetingView meeting, int height) {
        int x = x(meeting.startsAt());
        svg.with(
                vertical(x, TOP - 8, height - 24, "tick"),
                text(x, 14, "month", "middle", meeting.on().format(DAY)),
                text(x, height - 8, "month", "middle", meeting.format().code().equals("rehearsal") ? "rehearsal" : ""));
    }

    /** A line down through everything for each change of course, with its number in the story. */
    private void changes(ContainerTag<?> svg, int height) {
        int number = 0;
        for (StoryLine line : story.lines()) {
            if (line.kind() == StoryLine.Kind.CHANGED_COURSE) {
                int x = x(line.at());
                number++;
                svg.with(
                        vertical(x, TOP - 2, height - 24, "change"),
                        tag("circle")
                                .attr("cx", x)
                                .attr("cy", TOP - 10)
                                .attr("r", 9)
                                .withClass("change")
                                .with(title(line)),
                        text(x, TOP - 6, "on", "middle", String.valueOf(number)));
            }
        }
    }

    private void curve(ContainerTag<?> svg) {
        svg.with(
                text(LEFT - 12, TOP + 24, "", "end", "How sure, 1 to 10"),
                tag("line")
                        .attr("x1", LEFT)
                        .attr("x2", RIGHT)
                        .attr("y1", TOP + CURVE - 10)
                        .attr("y2", TOP + CURVE - 10)
                        .withClass("tick"));
        List<String> points = new ArrayList<>();
        List<DomContent> dots = new ArrayList<>();
        for (PlanView.CheckInView said : story.plan().checkIns()) {
            said.confidence().ifPresent(c -> {
                int x = x(said.at());
                int y = TOP + CURVE - 10 - c * (CURVE - 18) / 10;
                points.add(x + "," + y);
                dots.add(tag("circle").attr("cx", x).attr("cy", y).attr("r", 4).withClass("sure"));
                dots.add(text(x + 7, y - 4, "number", "start", String.valueOf(c)));
            });
        }
        svg.with(tag("polyline").attr("points", String.join(" ", points)).withClass("sure"))
                .with(dots);
    }

    private void step(ContainerTag<?> svg, PlanView.StepView step, int y) {
        Instant start = promised.getOrDefault(step.id(), from);
        Instant end = ended.getOrDefault(step.id(), until);
        svg.with(
                text(LEFT - 12, y + 19, "", "end", short40(step.what())),
                tag("rect")
                        .attr("x", x(start))
                        .attr("y", y + 6)
                        .attr("width", Math.max(4, x(end) - x(start)))
                        .attr("height", ROW - 14)
                        .attr("rx", 5)
                        .withClass("promise " + step.state())
                        .with(tag("title")
                                .withText(step.sentence() + ". "
                                        + Words.of(step.state().name()) + ".")));
        step.due().ifPresent(due -> svg.with(due(due, y)));
        for (PlanView.CheckInView said : story.plan().checkIns()) {
            if (said.step().equals(step.id())) {
                svg.with(tag("circle")
                        .attr("cx", x(said.at()))
                        .attr("cy", y + ROW / 2 - 1)
                        .attr("r", 5.5)
                        .withClass("said " + said.result())
                        .with(tag("title")
                                .withText(day(said.at()) + ": "
                                        + Words.of(said.result().name())
                                        + said.note().map(n -> ". " + n).orElse(""))));
            }
        }
    }

    /** A small flag on the day by which a step was to be done. */
    private DomContent due(LocalDate due, int y) {
        int x = x(due.atTime(12, 0).toInstant(ZoneOffset.UTC));
        return tag("path")
                .attr("d", "M" + x + " " + (y + 3) + "v" + (ROW - 8) + "M" + x + " " + (y + 3) + "l8 4l-8 4")
                .withClass("due")
                .with(tag("title").withText("By " + due));
    }

    private void rehearsed(ContainerTag<?> svg, int height) {
        int y = height - 30;
        for (StoryLine line : story.lines()) {
            if (line.kind() == StoryLine.Kind.REHEARSED || line.kind() == StoryLine.Kind.TOLD) {
                int x = x(line.at());
                svg.with(tag("path")
                        .attr("d", "M" + x + " " + (y - 8) + "l8 8l-8 8l-8 -8z")
                        .withClass(line.kind() == StoryLine.Kind.TOLD ? "talk held" : "talk")
                        .with(title(line)));
            }
        }
    }

    static DomContent legend() {
        return tag("p").withClass("legend soft")
                .with(rawHtml("<i class=\"key promise DONE\"></i> done <i class=\"key promise REPLACED\"></i> replaced"
                        + " <i class=\"key dot said PARTLY\"></i> partly <i class=\"key dot said MISSED\"></i> missed"
                        + " <i class=\"key dot said DONE\"></i> reported done"
                        + " <i class=\"key dot change\"></i> course changed"
                        + " <i class=\"key talk\"></i> conversation practiced"
                        + " <i class=\"key talk held\"></i> and held <i class=\"key flag\">⚑</i> by when"));
    }

    private static DomContent title(StoryLine line) {
        return tag("title")
                .withText(day(line.at()) + ": " + line.what()
                        + line.words().map(w -> ". “" + w + "”").orElse(""));
    }

    private static ContainerTag<?> vertical(int x, int y1, int y2, String what) {
        return tag("line")
                .attr("x1", x)
                .attr("x2", x)
                .attr("y1", y1)
                .attr("y2", y2)
                .withClass(what);
    }

    private static ContainerTag<?> text(int x, int y, String what, String anchor, String words) {
        return tag("text")
                .attr("x", x)
                .attr("y", y)
                .attr("text-anchor", anchor)
                .withClass(what)
                .withText(words);
    }

    private static String short40(String words) {
        return words.length() <= 40 ? words : words.substring(0, 39) + "…";
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).format(DAY);
    }

    private int x(Instant at) {
        double share = (double) Duration.between(from, at).toMinutes()
                / Duration.between(from, until).toMinutes();
        return LEFT + (int) Math.round(Math.max(0, Math.min(1, share)) * (RIGHT - LEFT));
    }
}
