package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.office.port.StoredPiece;

/** Takes pieces as they come by when an aggregate is written, and remembers where each of them is. */
final class CollectedPieces implements PieceCodec {

    private static final String NUMBER = "collected";

    private final List<Confidential<String>> pieces = new ArrayList<>();

    private CollectedPieces() {}

    /** Returns a collection for what has no pieces. */
    static CollectedPieces none() {
        return new CollectedPieces();
    }

    /** Returns all pieces of an aggregate, as JSON text. */
    static <A> ImmutableList<StoredPiece> of(AggregateCodec<A> codec, A aggregate) {
        CollectedPieces collected = new CollectedPieces();
        ImmutableList.Builder<StoredPiece> found = ImmutableList.builder();
        collected.find(Json.tree(codec.write(aggregate, collected)), "", found);
        return found.build();
    }

    @Override
    public <T> JsonObject write(Confidential<T> piece, Function<? super T, ?> value) {
        if (Custody.isErased(piece)) {
            return Json.object();
        }
        pieces.add(piece.map(plain -> new String(Json.bytes(value.apply(plain)), StandardCharsets.UTF_8)));
        return Json.object().put(NUMBER, pieces.size() - 1);
    }

    @Override
    public <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value) {
        throw new UnsupportedOperationException("pieces are only collected from what is written");
    }

    /** By names alone: a number among others would tell how many there are of these. */
    private void find(JsonNode node, String where, ImmutableList.Builder<StoredPiece> found) {
        if (node.has(NUMBER)) {
            found.add(new StoredPiece(where, pieces.get(node.get(NUMBER).asInt())));
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            find(field.getValue(), where.isEmpty() ? field.getKey() : where + "." + field.getKey(), found);
        }
        if (node.isArray()) {
            node.forEach(child -> find(child, where, found));
        }
    }
}
