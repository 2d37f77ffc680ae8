package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;

/** How the confidential pieces within an aggregate become JSON, and come back. */
interface PieceCodec {

    <T> JsonObject write(Confidential<T> piece, Function<? super T, ?> value);

    <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value);

    default JsonObject text(Confidential<String> piece) {
        return write(piece, text -> text);
    }

    default Confidential<String> text(JsonNode node) {
        return read(node, JsonNode::asText);
    }
}
