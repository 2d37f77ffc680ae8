package org.peercircle.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON that is to be written: what is put in comes out, in that order. Nothing in it can be looked up; a tree in
 * which it can takes longer to make than to write. Not safe for use by several threads.
 */
final class JsonObject {

    private static final int FEW = 16;

    /** Times come again and again, and to print one takes longer than to find it. */
    private static final AtHand<Instant, String> TIMES = new AtHand<>(10_000, time -> 1);

    /** Names and values by turns. */
    private @Nullable Object[] fields = new @Nullable Object[FEW];

    private int size;

    JsonObject put(String name, String value) {
        return set(name, value);
    }

    JsonObject put(String name, long value) {
        return set(name, value);
    }

    JsonObject put(String name, double value) {
        return set(name, value);
    }

    JsonObject put(String name, boolean value) {
        return set(name, value);
    }

    JsonObject put(String name, Instant value) {
        return set(name, value);
    }

    /**
     * Adds a field.
     *
     * @param value a text, a number, a truth value, a time, bytes, an object, a list of these, a tree, what {@link
     *     Json#written} returned, or null
     */
    JsonObject set(String name, @Nullable Object value) {
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, 2 * size);
        }
        fields[size++] = name;
        fields[size++] = value;
        return this;
    }

    /** Writes any value that an object may have. */
    static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof JsonObject object) {
            object.write(out);
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (value instanceof Instant time) {
            out.writeString(TIMES.findOrMake(time, Instant::toString));
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else if (value instanceof SerializableString written) {
            out.writeRawValue(written);
        } else if (value instanceof JsonNode tree) {
            out.writeTree(tree);
        } else if (value == null) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException("value must be one that JSON knows, but was a " + value.getClass());
        }
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < size; i += 2) {
            out.writeFieldName((String) fields[i]);
            write(fields[i + 1], out);
        }
        out.writeEndObject();
    }
}
