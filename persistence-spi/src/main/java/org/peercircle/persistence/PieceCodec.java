package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.GroupId;
import org.peercircle.id.PieceId;

/**
 * Confidential pieces as JSON: the tag in the open within the record, the value sealed under its owners' keys and those
 * of the group it was said in.
 *
 * @param place the record in which the pieces lie
 * @param group the group they were said in, if any
 */
record PieceCodec(Sealing sealing, String place, Optional<GroupId> group) {

    <T> ObjectNode write(Confidential<T> piece, Function<? super T, ? extends JsonNode> value) {
        if (piece.isDraft()) {
            throw new IllegalArgumentException("pieces must be filed before they are stored, but one was a draft");
        }
        ObjectNode node = Json.object();
        node.put("piece", piece.piece().value()).put("version", piece.version());
        node.set("tag", TagCodec.write(piece.tag()));
        if (!piece.existence().equals(piece.tag())) {
            node.set("existence", TagCodec.write(piece.existence()));
        }
        byte[] plain = Json.bytes(value.apply(Custody.unwrap(piece)));
        node.put("sealed", sealing.seal(scope(piece.tag()), placeOf(piece.piece(), piece.version()), plain));
        return node;
    }

    <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value) {
        PieceId id = PieceId.of(Json.text(node, "piece"));
        int version = node.required("version").asInt();
        Tag tag = TagCodec.read(node.required("tag"));
        Tag existence = Json.optional(node, "existence", TagCodec::read).orElse(tag);
        try {
            byte[] sealed = node.required("sealed").binaryValue();
            JsonNode plain = Json.parse(sealing.open(placeOf(id, version), sealed));
            return Custody.restore(id, version, tag, existence, value.apply(plain));
        } catch (IOException e) {
            throw new UncheckedIOException("piece " + id + " has no sealed value", e);
        }
    }

    ObjectNode text(Confidential<String> piece) {
        return write(piece, JsonNodeFactory.instance::textNode);
    }

    Confidential<String> text(JsonNode node) {
        return read(node, JsonNode::asText);
    }

    private String placeOf(PieceId id, int version) {
        return place + " piece " + id + " version " + version;
    }

    private ImmutableList<String> scope(Tag tag) {
        ImmutableList.Builder<String> parts = ImmutableList.builder();
        tag.policies().stream()
                .map(policy -> part(policy.owner()))
                .sorted(Comparator.naturalOrder())
                .forEach(parts::add);
        group.ifPresent(g -> parts.add(part(Owner.of(g))));
        return parts.build();
    }

    static String part(Owner owner) {
        return owner instanceof Owner.OfPerson person
                ? "person " + person.person()
                : "group " + ((Owner.OfGroup) owner).group();
    }
}
