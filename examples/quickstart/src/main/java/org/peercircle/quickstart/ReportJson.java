package org.peercircle.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.peercircle.office.FormationProposal;

/** What the office may know, for a program: who, where and when, never what was said. */
final class ReportJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportJson() {}

    static String of(YearReport report) {
        FormationProposal proposal = report.proposal();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("seed", report.seed()).put("people", report.people());
        ObjectNode formation = root.putObject("formation");
        formation
                .put("outcome", proposal.outcome().name())
                .put("privateRulesKept", proposal.privateRulesKept())
                .put("score", report.score())
                .put("upperBound", proposal.upperBound());
        proposal.broken().forEach(formation.putArray("broken")::add);
        ArrayNode scores = formation.putArray("preferences");
        proposal.scores()
                .forEach(s -> scores.addObject()
                        .put("name", s.name())
                        .put("weight", s.weight())
                        .put("score", s.score())
                        .put("bound", s.bound()));
        ArrayNode groups = root.putArray("groups");
        for (YearReport.GroupYear group : report.groups()) {
            ObjectNode node = groups.addObject();
            node.put("name", group.name()).put("meets", group.slot()).put("canAttend", group.canAttend());
            ArrayNode members = node.putArray("members");
            group.members().forEach(m -> members.add(m.value()));
            ArrayNode meetings = node.putArray("meetings");
            for (int i = 0; i < group.meetings().size(); i++) {
                meetings.addObject()
                        .put("on", group.meetings().get(i).on().toString())
                        .put("startsAt", group.meetings().get(i).startsAt().toString())
                        .put("moderator", group.moderators().get(i).moderator().value())
                        .put("held", group.moderators().get(i).held());
            }
        }
        ArrayNode waiting = root.putArray("waiting");
        report.lateComers().forEach(w -> waiting.add(w.value()));
        ArrayNode left = root.putArray("left");
        left.add(report.story().leaver().value());
        report.life().left().forEach(l -> left.add(l.value()));
        ArrayNode signals = root.putArray("signals");
        report.life()
                .noted()
                .forEach(n -> signals.addObject()
                        .put("on", n.on().toString())
                        .put("group", n.group())
                        .put("message", n.message()));
        report.notEnrolled().forEach(root.putArray("notEnrolled")::add);
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }
}
