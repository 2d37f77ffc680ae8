package org.peercircle.quickstart;

import static j2html.TagCreator.body;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.small;
import static j2html.TagCreator.style;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Tag;
import org.peercircle.office.Logged;
import org.peercircle.office.PersonExport;
import org.peercircle.people.Participant;

/** What one person takes along, as a page for that person to read. */
final class TakenAlong {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
            + "padding:0 1rem;color:#222}h2{margin-top:2rem;border-bottom:1px solid #ccc}dt{font-weight:600;margin-top:.8rem}"
            + "dd{margin:0 0 0 1rem}small{color:#595959;display:block}ul{padding-left:1.2rem}";

    private TakenAlong() {}

    static String page(PersonExport export) {
        ImmutableListMultimap<String, PersonExport.Written> byKind =
                Multimaps.index(export.pieces(), piece -> piece.kind());
        String name =
                export.registered().map(r -> r.name()).orElse(export.person().value());
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width,initial-scale=1"),
                                        title("What is kept of " + name),
                                        style(STYLE)),
                                body(
                                        h1("What is kept of " + name),
                                        p("All of it, as of " + day(export.at())
                                                + ". Nobody but you can ask for this page; the program office can't."),
                                        h2("As you were registered"),
                                        ul(each(export.registered().stream().toList(), TakenAlong::registered)),
                                        h2("Where you were"),
                                        ul(
                                                each(export.places(), TakenAlong::place),
                                                each(export.stays(), TakenAlong::stay)),
                                        h2("Meetings"),
                                        ul(each(export.attendance(), TakenAlong::attended)),
                                        each(byKind.keySet(), kind -> section(kind, byKind.get(kind))),
                                        h2("What the log says of you"),
                                        export.log().isEmpty()
                                                ? p(
                                                        "Nothing: nobody passed on what you said, or asked for what they may not see.")
                                                : ul(each(export.log(), TakenAlong::logged))))
                        .withLang("en")
                        .render()
                + "\n";
    }

    private static DomContent place(PersonExport.Place place) {
        return li(place.name() + ", since " + day(place.since()) + ": " + Words.of(place.status()));
    }

    private static DomContent stay(PersonExport.Stay stay) {
        return li("Group " + stay.name() + ", from " + day(stay.from())
                + stay.until().map(until -> " to " + day(until)).orElse(""));
    }

    private static DomContent attended(PersonExport.Attended at) {
        return li(day(at.start()) + ": " + Words.of(at.how().name()));
    }

    private static DomContent logged(Logged line) {
        return li(day(line.at()) + ": " + happened(line));
    }

    private static String happened(Logged line) {
        return switch (line.what()) {
            case ERASED -> "You were erased.";
            case SAFETY_DISCLOSURE ->
                line.by() + " passed on what you had said, to " + line.facts().get("recipient") + ".";
            case RELEASED ->
                "You let more people read something: " + line.facts().get("to") + ".";
            case RELEASE_REVOKED -> "You took that back.";
            case LEGAL_DISCLOSURE ->
                "By order (" + line.facts().get("ground") + "), what you had said was handed out to "
                        + line.facts().get("recipient") + ".";
            case LEGAL_HOLD ->
                "By order (" + line.facts().get("ground") + "), what you said is kept until "
                        + line.facts().get("kept-until") + ".";
            case OFFICE_REFUSED ->
                "The program office (" + line.by() + ") asked for a "
                        + line.facts().get("what") + " of yours that it may not see, and did not get it.";
        };
    }

    private static DomContent registered(Participant participant) {
        return each(
                li(participant.name() + ", " + participant.stage().name()),
                each(participant.affiliations(), a -> li(Words.of(a.kind().name()) + ": " + a.unit())),
                each(
                        participant.powers(),
                        power -> li(power.holder() + " " + Words.of(power.kind().name()) + " you")));
    }

    private static DomContent section(String kind, ImmutableList<PersonExport.Written> pieces) {
        return div(
                h2(Words.heading(kind)),
                dl(each(
                        pieces,
                        piece -> div(dt(path(piece.where())), dd(value(piece.json()), small(readers(piece)))))));
    }

    /** Such as: obstacles, what. */
    private static String path(String where) {
        return Splitter.on('.')
                .splitToStream(where)
                .filter(name -> !name.equals("revisions"))
                .map(TakenAlong::spaced)
                .collect(Collectors.joining(", "));
    }

    private static String spaced(String name) {
        return Words.of(CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name));
    }

    private static DomContent value(String json) {
        try {
            return shown(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an export holds JSON", e);
        }
    }

    private static DomContent shown(JsonNode node) {
        if (node.isObject()) {
            return ul(each(
                    node.properties(), field -> li(text(spaced(field.getKey()) + ": "), shown(field.getValue()))));
        }
        return node.isArray() && !node.isEmpty()
                ? ul(each(ImmutableList.copyOf(node), item -> li(shown(item))))
                : text(node.isArray() ? "none" : node.asText());
    }

    private static String readers(PersonExport.Written piece) {
        return (piece.isOwn() ? "Read by you" : "Written for you, and read by its author") + also(piece.tag()) + ".";
    }

    private static String also(Tag tag) {
        return tag.policies().stream()
                .flatMap(policy -> policy.audience().stream())
                .map(TakenAlong::who)
                .distinct()
                .map(who -> " and " + who)
                .collect(Collectors.joining());
    }

    private static String who(Atom atom) {
        if (atom instanceof Atom.Named named) {
            return named.person().value();
        }
        if (atom instanceof Atom.NamedDespite named) {
            return named.person().value();
        }
        if (atom instanceof Atom.MembersAsOf members) {
            return "those in the group since " + day(members.time()) + " or before";
        }
        if (atom instanceof Atom.Members) {
            return "the group, newcomers too";
        }
        if (atom instanceof Atom.Present present) {
            return "those who were there on " + day(present.start());
        }
        if (atom instanceof Atom.Space) {
            return "the group and its alumni";
        }
        if (atom instanceof Atom.Cohort) {
            return "the cohort";
        }
        if (atom instanceof Atom.Office) {
            return "the program office";
        }
        return atom instanceof Atom.Anyone ? "anybody" : "no other person: only counted or used to form groups";
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }
}
