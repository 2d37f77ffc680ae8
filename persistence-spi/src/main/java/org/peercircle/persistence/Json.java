package org.peercircle.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The small part of a JSON library that the codecs use. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(Collection<T> items, Function<? super T, ? extends JsonNode> write) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    static JsonNode text(Object value) {
        return JsonNodeFactory.instance.textNode(value.toString());
    }

    static <T> void putOptional(
            ObjectNode node, String name, Optional<T> value, Function<? super T, ? extends JsonNode> write) {
        value.ifPresent(present -> node.set(name, write.apply(present)));
    }

    static <T> Optional<T> optional(JsonNode node, String name, Function<JsonNode, T> read) {
        return node.hasNonNull(name) ? Optional.of(read.apply(node.get(name))) : Optional.empty();
    }

    static <T> ImmutableList<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
        ImmutableList.Builder<T> items = ImmutableList.builder();
        node.path(name).forEach(item -> items.add(read.apply(item)));
        return items.build();
    }

    /** Returns the text under a name that must be there. */
    static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    static void putTexts(ObjectNode node, String name, Map<String, String> texts) {
        ObjectNode object = node.putObject(name);
        texts.forEach(object::put);
    }

    /** Returns texts by their names, in the order in which they stand; none if there are none. */
    static ImmutableMap<String, String> texts(JsonNode node, String name) {
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        for (Map.Entry<String, JsonNode> text : node.path(name).properties()) {
            texts.put(text.getKey(), text.getValue().asText());
        }
        return texts.buildOrThrow();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("payload must be JSON, but was not", e);
        }
    }
}
