package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;

/** How the confidential pieces within an aggregate become JSON, and come back. */
interface PieceCodec {

    <T> ObjectNode write(Confidential<T> piece, Function<? super T, ? extends JsonNode> value);

    <T> Confidential<T> read(JsonNode node, Function<JsonNode, T> value);

    default ObjectNode text(Confidential<String> piece) {
        return write(piece, JsonNodeFactory.instance::textNode);
    }

    default Confidential<String> text(JsonNode node) {
        return read(node, JsonNode::asText);
    }
}
