package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
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
 * Pieces with the tag in the open within the record, and the value sealed under its owners' keys and those of the group it
 * was said in. Of one whose key was destroyed, the id and version are left (law E8).
 *
 * @param program whose people's keys they are
 * @param place the record in which the pieces lie
 * @param group the group they were said in, if any
 */
record SealedPieces(Sealing sealing, String program, String place, Optional<GroupId> group) implements PieceCodec {

    private static final String ERASED = "erased";

    @Override
    public <T> ObjectNode write(Confidential<T> piece, Function<? super T, ? extends JsonNode> value) {
        if (piece.isDraft()) {
            throw new IllegalArgumentException("pieces must be filed before they are stored, but one was a draft");
        }
        ObjectNode node = Json.object().put("piece", piece.piece().value()).put("version", piece.version());
        Optional<byte[]> sealed = Custody.isErased(piece)
                ? Optional.empty()
                : sealed(piece, Json.bytes(value.apply(Custody.unwrap(piece))));
        if (sealed.isEmpty()) {
            return node.put(ERASED, true);
        }
        node.set("tag", TagCodec.write(piece.tag()));
        if (!piece.existence().equals(piece.tag())) {
            node.set("existence", TagCodec.write(piece.existence()));
        }
        return node.put("sealed", sealed.orElseThrow());
    }

    /** Nothing if the key was destroyed since the piece was read. */
    private Optional<byte[]> sealed(Confidential<?> piece, byte[] plain) {
        return SealedContentException.unlessErased(
                () -> sealing.seal(scope(piece.tag()), placeOf(piece.piece(), piece.version()), plain));
    }

    @Override
    public <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value) {
        PieceId id = PieceId.of(Json.text(node, "piece"));
        int version = node.required("version").asInt();
        if (node.has(ERASED)) {
            return Custody.erased(id, version);
        }
        Tag tag = TagCodec.read(node.required("tag"));
        Tag existence = Json.optional(node, "existence", TagCodec::read).orElse(tag);
        try {
            byte[] sealed = node.required("sealed").binaryValue();
            return SealedContentException.unlessErased(() -> sealing.open(placeOf(id, version), sealed))
                    .map(plain -> Custody.restore(id, version, tag, existence, value.apply(Json.parse(plain))))
                    .orElseGet(() -> Custody.erased(id, version));
        } catch (IOException e) {
            throw new UncheckedIOException("piece " + id + " has no sealed value", e);
        }
    }

    private String placeOf(PieceId id, int version) {
        return place + " piece " + id + " version " + version;
    }

    private ImmutableList<String> scope(Tag tag) {
        ImmutableList.Builder<String> parts = ImmutableList.builder();
        tag.policies().stream()
                .map(policy -> part(program, policy.owner()))
                .sorted(Comparator.naturalOrder())
                .forEach(parts::add);
        group.ifPresent(g -> parts.add(part(program, Owner.of(g))));
        return parts.build();
    }

    /** A person's key is of one program: forgotten in one, they are what they were in another. */
    static String part(String program, Owner owner) {
        return owner instanceof Owner.OfPerson person
                ? "person " + program + "/" + person.person()
                : "group " + program + "/" + ((Owner.OfGroup) owner).group();
    }
}
