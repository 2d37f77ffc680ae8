package org.peercircle.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The small part of a JSON library that the codecs use. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonObject object() {
        return new JsonObject();
    }

    static <T> List<Object> array(Collection<T> items, Function<? super T, ?> write) {
        List<Object> array = new ArrayList<>(items.size());
        for (T item : items) {
            array.add(write.apply(item));
        }
        return array;
    }

    static String text(Object value) {
        return value.toString();
    }

    static <T> void putOptional(JsonObject node, String name, Optional<T> value, Function<? super T, ?> write) {
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

    static void putTexts(JsonObject node, String name, Map<String, String> texts) {
        JsonObject object = object();
        texts.forEach(object::put);
        node.set(name, object);
    }

    /** Returns texts by their names, in the order in which they stand; none if there are none. */
    static ImmutableMap<String, String> texts(JsonNode node, String name) {
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        for (Map.Entry<String, JsonNode> text : node.path(name).properties()) {
            texts.put(text.getKey(), text.getValue().asText());
        }
        return texts.buildOrThrow();
    }

    /** Returns a value, as {@link JsonObject#set} takes it, as JSON. */
    static byte[] bytes(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            JsonObject.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    /** Returns a value as it will be written, again and again. */
    static SerializableString written(Object value) {
        return new SerializedString(new String(bytes(value), StandardCharsets.UTF_8));
    }

    /** Returns a value as JSON for people to read. */
    static String pretty(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            JsonObject.write(value, out.useDefaultPrettyPrinter());
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can always be written", e);
        }
        return text.toString();
    }

    /** Returns a value as it will be read when it is written. */
    static JsonNode tree(@Nullable Object value) {
        return parse(bytes(value));
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("payload must be JSON, but was not", e);
        }
    }
}
