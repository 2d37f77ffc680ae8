package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.confidentiality.custody.SealedContent;
import org.peercircle.id.GroupId;
import org.peercircle.id.PieceId;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.Payload;

/**
 * Pieces of one record: the tag in the open within the record, and the value sealed under its owners' keys and those of the
 * group it was said in. Of one whose key was destroyed, the id and version are left (law E8). A piece that was read stays
 * sealed until it is opened, and is stored again as the bytes it came in. Not safe for use by several threads.
 */
final class SealedPieces implements PieceCodec {

    private static final String ERASED = "erased";

    private final Sealing sealing;
    private final String program;
    private final String place;
    private final Optional<GroupId> group;
    private final Set<KeyRef> keys = new HashSet<>();
    private boolean areAllSealed = true;

    /**
     * Makes a codec for one record.
     *
     * @param program whose people's keys they are
     * @param place the record in which the pieces lie
     * @param group the group they were said in, if any; for reading, it does not matter
     */
    SealedPieces(Sealing sealing, String program, String place, Optional<GroupId> group) {
        this.sealing = sealing;
        this.program = program;
        this.place = place;
        this.group = group;
    }

    /** Content as it is in the store. */
    private record Kept<T>(
            Sealing sealing, String place, ImmutableList<KeyRef> keys, Payload bytes, Function<JsonNode, T> value)
            implements SealedContent<T> {

        @Override
        public Optional<T> open() {
            return SealedContentException.unlessErased(() -> sealing.open(place, keys, bytes.toBytes()))
                    .map(plain -> value.apply(Json.parse(plain)));
        }

        @Override
        public boolean isErased() {
            return !sealing.hasKeys(place, keys);
        }

        boolean isSealedFor(Sealing other, String itsPlace, List<String> scope) {
            return sealing == other && place.equals(itsPlace) && sealing.isSealedFor(scope, bytes.toBytes());
        }
    }

    @Override
    public <T> JsonObject write(Confidential<T> piece, Function<? super T, ?> value) {
        if (piece.isDraft()) {
            throw new IllegalArgumentException("pieces must be filed before they are stored, but one was a draft");
        }
        Optional<byte[]> sealed = Custody.content(piece).flatMap(content -> sealed(piece, content, value));
        if (sealed.isEmpty()) {
            return tombstone(piece);
        }
        keys.addAll(Sealing.keysOf(place, sealed.orElseThrow()));
        JsonObject node = head(piece);
        node.put("at", piece.filedAt());
        node.set("tag", TagCodec.write(piece.tag()));
        if (!piece.existence().equals(piece.tag())) {
            node.set("existence", TagCodec.write(piece.existence()));
        }
        return node.set("sealed", sealed.orElseThrow());
    }

    private static JsonObject head(Confidential<?> piece) {
        return Json.object().put("piece", piece.piece().value()).put("version", piece.version());
    }

    private static JsonObject tombstone(Confidential<?> piece) {
        return head(piece).put(ERASED, true);
    }

    /** Returns a codec that writes these pieces as erased, and all others as this one does. */
    PieceCodec without(Set<PieceId> gone) {
        return new PieceCodec() {
            @Override
            public <T> JsonObject write(Confidential<T> piece, Function<? super T, ?> value) {
                return gone.contains(piece.piece()) ? tombstone(piece) : SealedPieces.this.write(piece, value);
            }

            @Override
            public <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value) {
                return SealedPieces.this.read(node, value);
            }
        };
    }

    /** Nothing if the key was destroyed since the piece was read. */
    private <T> Optional<byte[]> sealed(Confidential<T> piece, SealedContent<T> content, Function<? super T, ?> value) {
        String where = placeOf(piece.piece(), piece.version());
        ImmutableList<String> scope = scope(piece.tag());
        if (content instanceof Kept<T> kept && kept.isSealedFor(sealing, where, scope)) {
            return kept.isErased() ? Optional.empty() : Optional.of(kept.bytes.toBytes());
        }
        areAllSealed = false;
        return content.open()
                .map(plain -> Json.bytes(value.apply(plain)))
                .flatMap(plain -> SealedContentException.unlessErased(() -> sealing.seal(scope, where, plain)));
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
            String where = placeOf(id, version);
            byte[] bytes = node.required("sealed").binaryValue();
            ImmutableList<KeyRef> needed = Sealing.keysOf(where, bytes);
            if (!sealing.hasKeys(where, needed)) {
                return Custody.erased(id, version);
            }
            keys.addAll(needed);
            return Custody.restore(
                    id,
                    version,
                    tag,
                    existence,
                    Instant.parse(Json.text(node, "at")),
                    new Kept<>(sealing, where, needed, Payload.of(bytes), value));
        } catch (IOException e) {
            throw new UncheckedIOException("piece " + id + " has no sealed value", e);
        }
    }

    /** Returns the keys that it takes to open what was written or read so far, the erased left out. */
    Set<KeyRef> keys() {
        return keys;
    }

    /** Whether the content of every piece that was written so far had come out of the store just as it is. */
    boolean areAllSealed() {
        return areAllSealed;
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
