package org.peercircle.quickstart;

import static j2html.TagCreator.b;
import static j2html.TagCreator.body;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.peercircle.formation.Clash;
import org.peercircle.formation.RuleScore;
import org.peercircle.id.PersonId;
import org.peercircle.office.FormationProposal;
import org.peercircle.office.PersonView;
import org.peercircle.report.SuppressedTable;

/** The page a coordinator looks at: one file, nothing loaded from anywhere. */
final class Page {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    private final YearReport report;
    private final ImmutableMap<String, String> colors;

    private Page(YearReport report) {
        this.report = report;
        this.colors = colors(report);
    }

    static String of(YearReport report) {
        return "<!DOCTYPE html>\n" + new Page(report).page().render() + "\n";
    }

    private DomContent page() {
        PlanSection plan = new PlanSection(report);
        return html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                title("Peer mentoring groups"),
                                style(rawHtml(css()))),
                        body(main(
                                intro(),
                                facts(),
                                rules(),
                                groups(),
                                moderators(),
                                firstMeeting(),
                                plan.picture(),
                                plan.told(),
                                plan.seen(),
                                plan.promised(),
                                seat(),
                                turns(),
                                life(),
                                signals(),
                                counts())))
                .withLang("en");
    }

    private DomContent intro() {
        return div(
                h1("Peer mentoring groups: a year at a glance"),
                p("Who sits where and why, who guides when, and one plan's story. Click a name for the reason of a seat.")
                        .withClass("lead"));
    }

    private DomContent facts() {
        FormationProposal proposal = report.proposal();
        int seated = proposal.groups().stream().mapToInt(ImmutableList::size).sum();
        return div(
                        fact(seated, "people seated"),
                        fact(proposal.groups().size(), "groups"),
                        fact(proposal.waiting().size() + report.lateComers().size(), "on the waitlist"),
                        fact(proposal.broken().size(), "open rules broken"),
                        fact(proposal.privateRulesKept() ? "kept" : "not all kept", "private rules"),
                        fact(percent(report.score() / proposal.upperBound()), "of a proved upper bound on the score"))
                .withClass("facts");
    }

    private static DomContent fact(Object number, String what) {
        return div(b(String.valueOf(number)), span(what)).withClass("fact");
    }

    private DomContent rules() {
        FormationProposal proposal = report.proposal();
        return div(
                h2("Where the score comes from"),
                div(table(
                                thead(tr(th("Preference"), th("Weight"), th("Score"), th("At most"))),
                                tbody(each(
                                        proposal.scores(),
                                        s -> tr(
                                                td(s.name()),
                                                td(number(s.weight())),
                                                td(number(s.score())),
                                                td(number(s.bound())))))))
                        .withClass("scroll"),
                scoresByGroup(),
                ul(
                        each(proposal.findings(), f -> li(f.message())),
                        each(proposal.broken(), broken -> li("Broken in " + broken)),
                        each(proposal.clashes(), this::clash),
                        each(report.notEnrolled(), n -> li(n))));
    }

    private DomContent clash(Clash clash) {
        return li(
                text(clash.message()),
                ul(each(clash.causes(), cause -> li(cause)), each(clash.waysOut(), way -> li(way.message()))));
    }

    /** A table of shades: what each preference makes of each group, the darker the better. */
    private DomContent scoresByGroup() {
        FormationProposal proposal = report.proposal();
        List<String> names = report.groups().stream()
                .map(YearReport.GroupYear::name)
                .limit(proposal.groups().size())
                .toList();
        return div(
                p("Each group by each preference, from 0 to 1; the darker, the better.")
                        .withClass("soft"),
                div(table(
                                thead(tr(th("Preference"), each(names, name -> th(name)))),
                                tbody(each(
                                        proposal.scores(),
                                        s -> tr(td(s.name()), each(s.byGroup(), share -> shade(s, share)))))))
                        .withClass("scroll"));
    }

    private static DomContent shade(RuleScore rule, double share) {
        double score = share * rule.byGroup().size() / rule.weight();
        double alpha = Math.max(0, Math.min(1, score));
        return td(number(score))
                .withStyle(String.format(
                        Locale.ROOT,
                        "background:rgba(11,110,110,%.2f);color:%s",
                        .08 + .8 * alpha,
                        alpha > .55 ? "#fff" : "inherit"));
    }

    private DomContent groups() {
        return div(h2("Groups"), div(each(report.groups(), this::card)).withClass("cards"));
    }

    private DomContent card(YearReport.GroupYear group) {
        return div(
                        h3(group.name()),
                        p(group.slot() + " · " + group.canAttend() + " of "
                                        + group.members().size() + " can always come")
                                .withClass("soft"),
                        mix(group.members()),
                        each(group.members(), this::member))
                .withClass("card");
    }

    /** A bar of the group's departments, a piece a member. */
    private DomContent mix(ImmutableList<PersonId> members) {
        List<String> departments =
                members.stream().map(m -> department(report.person(m))).sorted().toList();
        ContainerTag<?> svg = tag("svg")
                .attr("viewBox", "0 0 " + departments.size() + " 1")
                .attr("preserveAspectRatio", "none")
                .attr("role", "img")
                .attr("aria-label", departments.stream().distinct().count() + " departments")
                .withClass("mix");
        for (int i = 0; i < departments.size(); i++) {
            svg.with(tag("rect")
                    .attr("x", i)
                    .attr("width", "1")
                    .attr("height", "1")
                    .attr("fill", colors.get(departments.get(i)))
                    .with(tag("title").withText(departments.get(i))));
        }
        return svg;
    }

    private DomContent member(PersonId id) {
        PersonView person = report.person(id);
        ImmutableList<String> why = report.proposal().why().getOrDefault(id, ImmutableList.of("Took a seat later."));
        List<String> lines = new ArrayList<>(why);
        ImmutableList<String> alternatives = report.proposal().alternatives().getOrDefault(id, ImmutableList.of());
        return details(
                summary(
                        span().withClass("dot").withStyle("background:" + colors.get(department(person))),
                        tag("bdi").withText(person.name()),
                        span(department(person)
                                        + (person.labs().isEmpty() ? "" : " · " + String.join(", ", person.labs())))
                                .withClass("dept")),
                ul(each(lines, line -> li(line))),
                alternatives.isEmpty()
                        ? span()
                        : div(
                                p("The best other seats there are:").withClass("soft"),
                                ul(each(alternatives, alternative -> li(named(alternative))))));
    }

    /** The library speaks of people by id; a page shows names. */
    private String named(String sentence) {
        String marker = "Changing places with ";
        int start = sentence.indexOf(marker);
        if (start < 0) {
            return sentence;
        }
        String rest = sentence.substring(start + marker.length());
        String id = rest.split("[ ,]", 2)[0];
        PersonView person = report.who().get(PersonId.of(id));
        return person == null ? sentence : marker + person.name() + rest.substring(id.length());
    }

    private DomContent moderators() {
        YearReport.GroupYear first = report.groups().get(0);
        return div(
                h2("Who guides when"),
                p("Held meetings are shaded. The rest is what happens if nothing changes; point at a name for the reason.")
                        .withClass("soft"),
                div(table(
                                thead(tr(th("Group"), each(first.moderators(), m -> th(m.on().format(MONTH))))),
                                tbody(each(
                                        report.groups(), g -> tr(td(b(g.name())), each(g.moderators(), this::turn))))))
                        .withClass("scroll"));
    }

    private DomContent turn(YearReport.Moderation turn) {
        String backup =
                turn.backup().map(id -> " Backup: " + report.name(id) + ".").orElse("");
        return td(tag("bdi").withText(report.name(turn.moderator())))
                .withClass(turn.held() ? "held" : "")
                .withTitle(turn.on().format(DAY) + ". " + turn.why() + backup);
    }

    private DomContent firstMeeting() {
        return div(
                h2("A first meeting"),
                div(
                                h3("The agenda in " + report.story().group()),
                                each(report.story().agenda(), line -> div(line)))
                        .withClass("panel"));
    }

    private DomContent seat() {
        YearReport.Story story = report.story();
        return div(
                h2("A seat is filled"),
                p(report.name(story.leaver()) + " left " + story.group() + ". "
                        + story.newcomer()
                                .map(n -> report.name(n) + " took the seat.")
                                .orElse("Nobody on the waitlist fits.")),
                ul(each(
                        story.suggestions(),
                        s -> li(
                                b(report.name(s.person())),
                                span(s.keepsRules() ? " keeps every rule; " : " would break a rule; "),
                                span("the score changes by " + String.format(Locale.ROOT, "%+.4f", s.gain()) + ". "),
                                span(String.join(" ", s.lines())).withClass("soft")))));
    }

    private DomContent turns() {
        TurnChart chart = new TurnChart(report);
        return div(
                h2("Twelve turns in " + report.life().group() + ", as its members see them"),
                p("Two exchanged their turns, one did not come, one asked to be passed over, and one joined late. The"
                                + " program office sees who guided, and nothing of why.")
                        .withClass("soft"),
                TurnChart.legend(),
                div(chart.svg()).withClass("scroll"),
                chart.reasons());
    }

    private DomContent life() {
        return div(
                h2("A year in " + report.life().group() + ", as its members see it"),
                p("Who was in the group when, and who was there. The program office never sees a leave, and nobody's"
                                + " reason is anybody else's.")
                        .withClass("soft"),
                Lanes.legend(),
                div(Lanes.of(report)).withClass("scroll"));
    }

    private DomContent signals() {
        YearReport.Life life = report.life();
        return div(
                h2("What the coordinator saw, and was advised"),
                p("Signals only: nothing happens by itself. " + life.left().size()
                                + " people left the two smallest groups.")
                        .withClass("soft"),
                div(table(
                                thead(tr(th("When"), th("Group"), th("Signal"))),
                                tbody(each(
                                        life.noted(),
                                        n -> tr(
                                                td(n.on().format(DAY)),
                                                td(b(n.group())),
                                                td(n.person()
                                                                        .map(who -> report.name(who) + " ")
                                                                        .orElse("")
                                                                + n.message())
                                                        .withClass("wrap"))))))
                        .withClass("scroll"),
                life.advised()
                        .<DomContent>map(name ->
                                div(h3("What " + name + " could do"), ul(each(life.advice(), a -> li(a.message())))))
                        .orElse(div()));
    }

    private DomContent counts() {
        return div(
                h2("What the office can count"),
                p("Who sits where it knows. What members do it sees in numbers behind which are enough people of enough groups;"
                                + " where there are too few, it says so and not why.")
                        .withClass("soft"),
                div(rawHtml(report.counts().seats().asHtml())).withClass("scroll"),
                each(
                        report.counts().shown().entrySet(),
                        shown -> div(
                                h3(Words.heading(shown.getKey().name())),
                                shown.getValue().isAccepted()
                                        ? picture(shown.getValue().orElseThrow().table())
                                        : p(shown.getValue().refusals().get(0).message()))));
    }

    /** Within a page a picture needs no namespace. */
    private static DomContent picture(SuppressedTable shown) {
        String svg = shown.asSvg().replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
        return div(
                div(rawHtml(svg)).withClass("scroll"),
                div(rawHtml(shown.asHtml())).withClass("scroll"));
    }

    private static String department(PersonView person) {
        return person.departments().isEmpty() ? "—" : String.join(", ", person.departments());
    }

    /** A color a department, evenly round the wheel in two shades. */
    private static ImmutableMap<String, String> colors(YearReport report) {
        TreeMap<String, String> byDepartment = new TreeMap<>();
        report.who().values().forEach(p -> byDepartment.put(department(p), ""));
        int i = 0;
        for (String name : List.copyOf(byDepartment.keySet())) {
            int hue = 360 * i / byDepartment.size();
            byDepartment.put(name, "hsl(" + hue + " 55% " + (i % 2 == 0 ? 45 : 62) + "%)");
            i++;
        }
        return ImmutableMap.copyOf(byDepartment);
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).format(DAY);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String css() {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
