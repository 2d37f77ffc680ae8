package org.peercircle.quickstart;

import static j2html.TagCreator.b;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Served;

/** Draws who guided which meeting and whose turn it was, a row a person and a column a meeting. */
final class TurnChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int LEFT = 190;
    private static final int COLUMN = 66;
    private static final int ROW = 28;
    private static final int TOP = 26;

    private final YearReport report;
    private final ImmutableList<YearReport.TurnTaken> turns;
    private final ImmutableList<PersonId> people;

    TurnChart(YearReport report) {
        this.report = report;
        this.turns = report.life().turns();
        this.people =
                turns.stream().flatMap(t -> t.members().stream()).distinct().collect(ImmutableList.toImmutableList());
    }

    DomContent svg() {
        int width = LEFT + COLUMN * turns.size();
        int height = TOP + ROW * people.size() + 6;
        ContainerTag<?> svg = tag("svg")
                .attr("viewBox", "0 0 " + width + " " + height)
                .attr("role", "img")
                .attr(
                        "aria-label",
                        "Who guided the meetings of " + report.life().group())
                .withClass("lanes turns");
        for (int row = 0; row < people.size(); row++) {
            svg.with(tag("text")
                    .attr("x", LEFT - 14)
                    .attr("y", y(row) + 5)
                    .attr("text-anchor", "end")
                    .withText(report.name(people.get(row))));
        }
        for (int column = 0; column < turns.size(); column++) {
            draw(svg, turns.get(column), x(column));
        }
        return svg;
    }

    private void draw(ContainerTag<?> svg, YearReport.TurnTaken turn, int x) {
        svg.with(tag("text")
                .attr("x", x)
                .attr("y", 14)
                .attr("text-anchor", "middle")
                .withClass("month")
                .withText(turn.on().format(DAY)));
        for (PersonId member : turn.members()) {
            svg.with(tag("rect")
                    .attr("x", x - COLUMN / 2 + 2)
                    .attr("y", y(people.indexOf(member)) - ROW / 2 + 2)
                    .attr("width", COLUMN - 4)
                    .attr("height", ROW - 4)
                    .withClass("cell"));
        }
        int guided = y(people.indexOf(turn.served().person()));
        instead(turn)
                .map(people::indexOf)
                .filter(row -> row >= 0)
                .ifPresent(row -> svg.with(
                        tag("line")
                                .attr("x1", x)
                                .attr("x2", x)
                                .attr("y1", y(row))
                                .attr("y2", guided)
                                .withClass("handed"),
                        mark(x, y(row), "whose", "It was " + report.name(people.get(row)) + "'s turn.")));
        svg.with(mark(x, guided, "guided", report.name(turn.served().person()) + ": " + turn.why(report::name)));
        turn.timekeeper()
                .ifPresent(p -> svg.with(tag("rect")
                        .attr("x", x - 4)
                        .attr("y", y(people.indexOf(p)) - 4)
                        .attr("width", 8)
                        .attr("height", 8)
                        .withClass("keeper")
                        .with(tag("title").withText(report.name(p) + " kept time."))));
    }

    /** Whose turn it was, where somebody else guided. */
    private static Optional<PersonId> instead(YearReport.TurnTaken turn) {
        return turn.served().how() == Served.How.OWN_TURN
                ? Optional.empty()
                : Optional.of(turn.served().turnOf());
    }

    private static ContainerTag<?> mark(int x, int y, String what, String words) {
        return tag("circle")
                .attr("cx", x)
                .attr("cy", y)
                .attr("r", 8)
                .withClass(what)
                .with(tag("title").withText(words));
    }

    private static int x(int column) {
        return LEFT + COLUMN * column + COLUMN / 2;
    }

    private static int y(int row) {
        return TOP + ROW * row + ROW / 2;
    }

    static DomContent legend() {
        return tag("p").withClass("legend soft")
                .with(rawHtml(
                        "<i class=\"key dot guided\"></i> guided <i class=\"key dot whose\"></i> whose turn it was"
                                + " <i class=\"key keeper\"></i> kept time <i class=\"key cell\"></i> member"));
    }

    /** A sentence a meeting, and for a newcomer's first turn that it is one. */
    DomContent reasons() {
        return ol(each(
                        turns,
                        t -> li(
                                tag("time").withText(t.on().format(DAY)),
                                b(report.name(t.served().person())),
                                span(" " + t.why(report::name) + newcomer(t)).withClass("soft"))))
                .withClass("reasons");
    }

    private String newcomer(YearReport.TurnTaken turn) {
        PersonId guide = turn.served().person();
        ImmutableSet<PersonId> founders = turns.get(0).members();
        boolean first = turns.stream()
                .filter(t -> t.served().person().equals(guide))
                .findFirst()
                .filter(turn::equals)
                .isPresent();
        return first && !founders.contains(guide) ? " Joined later, and waited behind those who were here before." : "";
    }
}
