package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is written, against the library's own way to write maps and lists. */
class JsonObjectProperties {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(-1L << 35, 1L << 35).map(Instant::ofEpochSecond),
                Arbitraries.longs().between(0, 1L << 40).map(Instant::ofEpochMilli),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
        return Arbitraries.recursive(
                () -> simple,
                inner -> Arbitraries.oneOf(
                        simple,
                        inner.list().ofMaxSize(5),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), inner)
                                .ofMaxSize(12)),
                3);
    }

    @Property(tries = 500)
    void it_is_written_as_a_map_would_be(@ForAll("values") Object value) throws IOException {
        assertThat(new String(Json.bytes(written(value)), StandardCharsets.UTF_8))
                .isEqualTo(PLAIN.writeValueAsString(plain(value)));
        assertThat(Json.tree(written(value))).isEqualTo(PLAIN.readTree(PLAIN.writeValueAsBytes(plain(value))));
    }

    /** Maps as the objects under test. */
    private static Object written(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObject object = Json.object();
            map.forEach((name, field) -> object.set(name.toString(), written(field)));
            return object;
        }
        return value instanceof List<?> list ? Json.array(list, JsonObjectProperties::written) : value;
    }

    /** Times and bytes as the texts that they are in JSON. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, field) -> plain.put(name.toString(), plain(field)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value instanceof Instant time ? time.toString() : value;
    }

    @Example
    void what_is_long_is_written_whole() {
        String text = "ä".repeat(50_000);
        assertThat(Json.tree(Json.object().put("text", text).put("n", 1)))
                .isEqualTo(
                        JsonNodeFactory.instance.objectNode().put("text", text).put("n", 1));
    }

    @Example
    void trees_and_nothing_have_their_place() {
        List<@Nullable Object> values =
                Arrays.asList(null, JsonNodeFactory.instance.objectNode().put("a", true));
        assertThat(new String(Json.bytes(values), StandardCharsets.UTF_8)).isEqualTo("[null,{\"a\":true}]");
        assertThat(Json.pretty(Json.object().put("a", "b"))).isEqualTo("{\n  \"a\" : \"b\"\n}");
    }

    @Example
    void what_json_does_not_know_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.bytes(Json.object().set("a", new StringBuilder("secret"))))
                .withMessageContaining("StringBuilder")
                .withMessageNotContaining("secret");
    }
}
