package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Obligation;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;

/** Tags as JSON. */
final class TagCodec {

    private TagCodec() {}

    static JsonObject write(Tag tag) {
        JsonObject node = Json.object();
        node.set("policies", Json.array(tag.policies(), TagCodec::write));
        node.set("purposes", Json.array(tag.purposes(), Json::text));
        node.set("obligations", Json.array(tag.obligations(), Json::text));
        return node;
    }

    static Tag read(JsonNode node) {
        return new Tag(
                ImmutableSet.copyOf(Json.list(node, "policies", TagCodec::policy)),
                ImmutableSet.copyOf(Json.list(node, "purposes", n -> Purpose.valueOf(n.asText()))),
                ImmutableSet.copyOf(Json.list(node, "obligations", n -> Obligation.valueOf(n.asText()))));
    }

    private static JsonObject write(Policy policy) {
        JsonObject node = Json.object();
        if (policy.owner() instanceof Owner.OfPerson person) {
            node.put("person", person.person().value());
        } else if (policy.owner() instanceof Owner.OfGroup group) {
            node.put("group", group.group().value());
        }
        node.set("audience", Json.array(policy.audience(), TagCodec::write));
        node.set("concerns", Json.array(policy.concerns(), Json::text));
        return node;
    }

    private static Policy policy(JsonNode node) {
        Owner owner = node.has("person")
                ? Owner.of(PersonId.of(Json.text(node, "person")))
                : Owner.of(GroupId.of(Json.text(node, "group")));
        return new Policy(
                owner,
                ImmutableSet.copyOf(Json.list(node, "audience", TagCodec::atom)),
                ImmutableSet.copyOf(Json.list(node, "concerns", n -> PersonId.of(n.asText()))));
    }

    static JsonObject write(Atom atom) {
        JsonObject node = Json.object();
        if (atom instanceof Atom.Named named) {
            node.put("is", "named").put("of", named.person().value());
        } else if (atom instanceof Atom.NamedDespite named) {
            node.put("is", "named-despite").put("of", named.person().value());
        } else if (atom instanceof Atom.MembersAsOf asOf) {
            node.put("is", "members-as-of").put("of", asOf.group().value()).put("at", asOf.time());
        } else if (atom instanceof Atom.Members members) {
            node.put("is", "members").put("of", members.group().value());
        } else if (atom instanceof Atom.Present present) {
            node.put("is", "present")
                    .put("of", present.meeting().value())
                    .put("group", present.group().value())
                    .put("at", present.start());
        } else if (atom instanceof Atom.Space space) {
            node.put("is", "space").put("of", space.group().value());
        } else if (atom instanceof Atom.Cohort cohort) {
            node.put("is", "cohort").put("of", cohort.cohort().value());
        } else if (atom instanceof Atom.Office office) {
            node.put("is", "office").put("of", office.program().value());
        } else if (atom instanceof Atom.Anyone) {
            node.put("is", "anyone");
        } else if (atom instanceof Atom.Nobody) {
            node.put("is", "nobody");
        }
        return node;
    }

    static Atom atom(JsonNode node) {
        String of = node.path("of").asText();
        return switch (Json.text(node, "is")) {
            case "named" -> new Atom.Named(PersonId.of(of));
            case "named-despite" -> new Atom.NamedDespite(PersonId.of(of));
            case "members-as-of" -> new Atom.MembersAsOf(GroupId.of(of), Instant.parse(Json.text(node, "at")));
            case "members" -> new Atom.Members(GroupId.of(of));
            case "present" ->
                new Atom.Present(
                        MeetingId.of(of), GroupId.of(Json.text(node, "group")), Instant.parse(Json.text(node, "at")));
            case "space" -> new Atom.Space(GroupId.of(of));
            case "cohort" -> new Atom.Cohort(CohortId.of(of));
            case "office" -> new Atom.Office(ProgramId.of(of));
            case "anyone" -> new Atom.Anyone();
            case "nobody" -> new Atom.Nobody();
            // A relationship that this version does not know must not let anybody in.
            default ->
                throw new IllegalArgumentException(
                        "audience must be one this version knows, but was " + Json.text(node, "is"));
        };
    }
}
