package org.peercircle.quickstart;

import static j2html.TagCreator.a;
import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peercircle.office.PlanView;
import org.peercircle.office.Promise;
import org.peercircle.office.StoryLine;
import org.peercircle.rehearsal.Progression;

/** One plan's half year on the page: the picture, the story in order, what changed, and who sees it. */
final class PlanSection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final YearReport report;
    private final YearReport.PlanStory story;

    PlanSection(YearReport report) {
        this.report = report;
        this.story = report.plan();
    }

    DomContent picture() {
        return div(
                h2("Half a year of one plan"),
                p("Played through in " + report.story().group() + " with made-up content, as its owner, "
                        + report.name(story.owner())
                        + ", sees it. Members see what was promised and reported, and not the"
                        + " goal unless its owner shares it. The program office never sees any of it."),
                PlanChart.legend(),
                div(new PlanChart(story).svg()).withClass("scroll"));
    }

    DomContent told() {
        return div(
                h3("The whole story, in order"),
                ol(each(
                                story.lines(),
                                line -> li(
                                        tag("time")
                                                .withText(LocalDate.ofInstant(line.at(), ZoneOffset.UTC)
                                                        .format(DAY)),
                                        line(line))))
                        .withClass("story"),
                h3("Its first version and its last"),
                ul(each(story.compared(), line -> li(line))),
                h3("The conversation, practiced"),
                p("“" + story.rehearsal().brief().ask() + "”, said to "
                        + story.rehearsal().brief().counterpart() + ", whom another member played. "
                        + progression()));
    }

    private static DomContent line(StoryLine line) {
        return div(
                b(line.what()),
                line.words().<DomContent>map(w -> p("“" + w + "”")).orElse(span()),
                ul(each(line.details(), d -> li(d))));
    }

    private String progression() {
        Progression progression = story.rehearsal().progression().orElseThrow();
        return "From round to round, on a scale from −2 to 2, peers found it clear "
                + marks(progression, Progression.Point::clarity) + " and firm "
                + marks(progression, Progression.Point::firmness) + ". Only the speaker sees this.";
    }

    private static String marks(Progression progression, Function<Progression.Point, OptionalDouble> mark) {
        return progression.points().stream()
                .flatMapToDouble(p -> mark.apply(p).stream())
                .mapToObj(d -> String.format(Locale.ROOT, "%+.0f", d).replace('-', '−'))
                .collect(Collectors.joining(", then "));
    }

    /** The same plan at the same time, side by side, as each of them gets it from the same call. */
    DomContent seen() {
        return div(
                h2("One plan, as each of them sees it"),
                p(
                        "The same call for the same plan, at the end of the half year. To whom it is not shown it is not there:"
                                + " the answer is the one for a plan that never was."),
                div(each(story.views(), this::card)).withClass("views"),
                p(
                        text("All that is kept of the owner, "),
                        a("as they would take it along").withHref(Outputs.TAKEN_ALONG + ".html"),
                        text(" (and "),
                        a("as JSON").withHref(Outputs.TAKEN_ALONG + ".json"),
                        text("): it is theirs to ask for, and nobody else's.")));
    }

    /** What they were told before they wrote. */
    DomContent promised() {
        Promise promise = story.promise();
        return div(
                h2("What members are promised"),
                p(
                        "In the library's own words, from the group's charter and its members as they are; a host shows it beside"
                                + " every field in which somebody writes."),
                div(
                                promise("Among us", promise.amongMembers()),
                                promise("Who reads what you write", promise.readers()),
                                promise("The program office", promise.office()),
                                promise("What no software can promise", promise.limits()))
                        .withClass("views"));
    }

    private static DomContent promise(String what, ImmutableList<String> sentences) {
        return div(h3(what), ul(each(sentences, s -> li(s)))).withClass("view");
    }

    private DomContent card(YearReport.Seen seen) {
        return div(
                        h3(seen.who()),
                        seen.plan()
                                .<DomContent>map(this::plan)
                                .orElseGet(() -> p(seen.what()).withClass("no")))
                .withClass("view");
    }

    private DomContent plan(PlanView plan) {
        ImmutableList<DomContent> told = plan.checkIns().stream()
                .flatMap(c -> c.note().stream())
                .map(note -> li("“" + note + "”"))
                .collect(ImmutableList.toImmutableList());
        return div(
                plan.current()
                        .goal()
                        .<DomContent>map(g -> p(b("Goal: "), text(g.outcome())))
                        .orElseGet(() -> p("The goal is not shared.").withClass("no")),
                p(b("Steps:")),
                ul(each(plan.current().steps(), s -> li(s.what()))),
                p(b("Told at check-ins: "), text(plan.checkIns().size() + " reports")),
                told.isEmpty() ? p("None of what was said.").withClass("no") : ul(each(told, note -> note)));
    }
}
