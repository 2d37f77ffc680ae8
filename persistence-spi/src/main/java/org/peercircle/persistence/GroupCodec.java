package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.peercircle.confidentiality.Owner;
import org.peercircle.group.Acknowledgement;
import org.peercircle.group.Ballot;
import org.peercircle.group.CommunitySpace;
import org.peercircle.group.Departure;
import org.peercircle.group.Invitation;
import org.peercircle.group.Leave;
import org.peercircle.group.Membership;
import org.peercircle.group.Motion;
import org.peercircle.group.PeerGroup;
import org.peercircle.group.Proposal;
import org.peercircle.group.SizeConsent;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.office.port.AggregateKind;

/** Groups as JSON. */
final class GroupCodec implements AggregateCodec<PeerGroup> {

    @Override
    public AggregateKind<PeerGroup> kind() {
        return AggregateKind.GROUP;
    }

    @Override
    public String parent(PeerGroup value, String program) {
        return value.cohort().value();
    }

    @Override
    public ImmutableList<String> scope(PeerGroup value, String program) {
        return ImmutableList.of(SealedPieces.part(program, Owner.of(value.id())));
    }

    @Override
    public Optional<GroupId> group(PeerGroup value) {
        return Optional.of(value.id());
    }

    @Override
    public JsonObject write(PeerGroup value, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("id", value.id().value())
                .put("program", value.program().value())
                .put("cohort", value.cohort().value())
                .put("name", value.name())
                .put("changedAt", value.changedAt());
        node.set("sizing", CohortCodec.write(value.sizing()));
        node.set("memberships", Json.array(value.memberships(), m -> write(m, pieces)));
        node.set("charters", Json.array(value.charters(), c -> CharterCodec.write(c, pieces)));
        node.set("acknowledgements", Json.array(value.acknowledgements(), GroupCodec::write));
        node.set("invitations", Json.array(value.invitations(), GroupCodec::write));
        node.set("proposals", Json.array(value.proposals(), p -> write(p, pieces)));
        Json.putOptional(node, "space", value.space(), GroupCodec::write);
        Json.putOptional(
                node,
                "sizeConsent",
                value.sizeConsent(),
                c -> Json.object().put("at", c.at()).put("members", c.members()));
        node.set("rota", TurnCodec.write(value.rota()));
        Json.putOptional(node, "termUntil", value.termUntil(), Json::text);
        Json.putOptional(node, "endedAt", value.endedAt(), Json::text);
        return node;
    }

    @Override
    public PeerGroup read(JsonNode node, PieceCodec pieces) {
        return PeerGroup.builder()
                .id(GroupId.of(Json.text(node, "id")))
                .program(ProgramId.of(Json.text(node, "program")))
                .cohort(CohortId.of(Json.text(node, "cohort")))
                .name(Json.text(node, "name"))
                .changedAt(instant(node, "changedAt"))
                .sizing(CohortCodec.sizing(node.required("sizing")))
                .memberships(Json.list(node, "memberships", m -> membership(m, pieces)))
                .charters(Json.list(node, "charters", c -> CharterCodec.charter(c, pieces)))
                .acknowledgements(Json.list(
                        node,
                        "acknowledgements",
                        a -> new Acknowledgement(
                                person(a, "person"), a.required("version").asInt(), instant(a, "at"))))
                .invitations(Json.list(node, "invitations", GroupCodec::invitation))
                .proposals(Json.list(node, "proposals", p -> proposal(p, pieces)))
                .space(Json.optional(node, "space", GroupCodec::space))
                .sizeConsent(Json.optional(
                        node,
                        "sizeConsent",
                        c -> new SizeConsent(
                                instant(c, "at"), c.required("members").asInt())))
                .rota(TurnCodec.rota(node.required("rota")))
                .termUntil(Json.optional(node, "termUntil", n -> LocalDate.parse(n.asText())))
                .endedAt(Json.optional(node, "endedAt", n -> Instant.parse(n.asText())))
                .build();
    }

    private static JsonObject write(Membership stay, PieceCodec pieces) {
        JsonObject node = Json.object();
        node.put("person", stay.person().value())
                .put("joinedAt", stay.joinedAt())
                .put("probationUntil", stay.probationUntil())
                .put("countsFrom", stay.countsFrom());
        node.set("leaves", Json.array(stay.leaves(), l -> {
            JsonObject leave = Json.object().put("from", l.from());
            Json.putOptional(leave, "until", l.until(), Json::text);
            Json.putOptional(leave, "reason", l.reason(), pieces::text);
            return leave;
        }));
        Json.putOptional(node, "departure", stay.departure(), d -> {
            JsonObject departure = Json.object()
                    .put("at", d.at())
                    .put("kind", d.kind().name())
                    .put("keepsSpace", d.keepsSpace())
                    .put("wantsFarewell", d.wantsFarewell());
            Json.putOptional(departure, "reason", d.reason(), pieces::text);
            return departure;
        });
        return node;
    }

    private static Membership membership(JsonNode node, PieceCodec pieces) {
        return Membership.builder()
                .person(person(node, "person"))
                .joinedAt(instant(node, "joinedAt"))
                .probationUntil(instant(node, "probationUntil"))
                .countsFrom(instant(node, "countsFrom"))
                .leaves(Json.list(
                        node,
                        "leaves",
                        l -> new Leave(
                                instant(l, "from"),
                                Json.optional(l, "until", n -> Instant.parse(n.asText())),
                                Json.optional(l, "reason", pieces::text))))
                .departure(Json.optional(
                        node,
                        "departure",
                        d -> new Departure(
                                instant(d, "at"),
                                Departure.Kind.valueOf(Json.text(d, "kind")),
                                d.required("keepsSpace").asBoolean(),
                                d.required("wantsFarewell").asBoolean(),
                                Json.optional(d, "reason", pieces::text))))
                .build();
    }

    private static JsonObject write(Acknowledgement said) {
        return Json.object()
                .put("person", said.person().value())
                .put("version", said.version())
                .put("at", said.at());
    }

    private static JsonObject write(Ballot ballot) {
        JsonObject node = Json.object().put("openedAt", ballot.openedAt()).put("closesAt", ballot.closesAt());
        node.set("rule", CharterCodec.write(ballot.rule()));
        Json.putOptional(node, "decider", ballot.decider(), Json::text);
        node.set(
                "votes",
                Json.array(
                        ballot.votes().entrySet(),
                        v -> Json.object().put("voter", v.getKey().value()).put("yes", v.getValue())));
        return node;
    }

    private static Ballot ballot(JsonNode node) {
        ImmutableMap.Builder<PersonId, Boolean> votes = ImmutableMap.builder();
        node.required("votes")
                .forEach(v -> votes.put(person(v, "voter"), v.required("yes").asBoolean()));
        return new Ballot(
                CharterCodec.consent(node.required("rule")),
                instant(node, "openedAt"),
                instant(node, "closesAt"),
                Json.optional(node, "decider", n -> PersonId.of(n.asText())),
                votes.buildOrThrow());
    }

    private static JsonObject write(Invitation invitation) {
        JsonObject node = Json.object()
                .put("person", invitation.person().value())
                .put("expiresAt", invitation.expiresAt())
                .put("accepted", invitation.accepted());
        node.set("ballot", write(invitation.ballot()));
        Json.putOptional(
                node,
                "ended",
                invitation.ended(),
                e -> Json.object().put("at", e.at()).put("how", e.how().name()));
        return node;
    }

    private static Invitation invitation(JsonNode node) {
        return new Invitation(
                person(node, "person"),
                ballot(node.required("ballot")),
                instant(node, "expiresAt"),
                node.required("accepted").asBoolean(),
                Json.optional(
                        node,
                        "ended",
                        e -> new Invitation.Ended(instant(e, "at"), Invitation.State.valueOf(Json.text(e, "how")))));
    }

    private static JsonObject write(Proposal proposal, PieceCodec pieces) {
        JsonObject node = Json.object()
                .put("id", proposal.id().value())
                .put("by", proposal.by().value());
        node.set("motion", write(proposal.motion(), pieces));
        node.set("ballot", write(proposal.ballot()));
        Json.putOptional(
                node,
                "settled",
                proposal.settled(),
                s -> Json.object().put("at", s.at()).put("agreed", s.agreed()));
        return node;
    }

    private static Proposal proposal(JsonNode node, PieceCodec pieces) {
        return new Proposal(
                ProposalId.of(Json.text(node, "id")),
                person(node, "by"),
                motion(node.required("motion"), pieces),
                ballot(node.required("ballot")),
                Json.optional(
                        node,
                        "settled",
                        s -> new Proposal.Settled(
                                instant(s, "at"), s.required("agreed").asBoolean())));
    }

    private static JsonObject write(Motion motion, PieceCodec pieces) {
        JsonObject node = Json.object().put("is", motion.code());
        if (motion instanceof Motion.Remove remove) {
            node.put("person", remove.person().value());
        } else if (motion instanceof Motion.Amend amend) {
            node.set("words", CharterCodec.words(amend.words(), pieces));
            node.set("settings", CharterCodec.write(amend.settings()));
        } else if (motion instanceof Motion.Recontract recontract) {
            node.put("until", recontract.until().toString());
        }
        return node;
    }

    private static Motion motion(JsonNode node, PieceCodec pieces) {
        return switch (Json.text(node, "is")) {
            case "remove" -> new Motion.Remove(person(node, "person"), false);
            case "lapse" -> new Motion.Remove(person(node, "person"), true);
            case "amend" ->
                new Motion.Amend(
                        CharterCodec.words(node.required("words"), pieces),
                        CharterCodec.settings(node.required("settings")));
            case "continue-as-is" -> new Motion.ContinueAsIs();
            case "recontract" -> new Motion.Recontract(LocalDate.parse(Json.text(node, "until")));
            case "disband" -> new Motion.Disband();
            case "become-alumni-circle" -> new Motion.BecomeAlumniCircle();
            default ->
                throw new IllegalArgumentException(
                        "motion must be one this version knows, but was " + Json.text(node, "is"));
        };
    }

    private static JsonObject write(CommunitySpace space) {
        JsonObject node = Json.object().put("kind", space.kind().name()).put("address", space.address());
        node.set(
                "applied",
                Json.array(
                        space.applied().entrySet(),
                        (Map.Entry<PersonId, CommunitySpace.Role> e) -> Json.object()
                                .put("person", e.getKey().value())
                                .put("role", e.getValue().name())));
        return node;
    }

    private static CommunitySpace space(JsonNode node) {
        ImmutableMap.Builder<PersonId, CommunitySpace.Role> applied = ImmutableMap.builder();
        node.required("applied")
                .forEach(e -> applied.put(person(e, "person"), CommunitySpace.Role.valueOf(Json.text(e, "role"))));
        return new CommunitySpace(
                CommunitySpace.Kind.valueOf(Json.text(node, "kind")),
                Json.text(node, "address"),
                applied.buildOrThrow());
    }

    private static PersonId person(JsonNode node, String name) {
        return PersonId.of(Json.text(node, name));
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(Json.text(node, name));
    }
}
