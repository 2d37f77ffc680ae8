package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.office.port.ProgramCommit;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.introspector.BeanAccess;
import org.yaml.snakeyaml.representer.Representer;

/**
 * No way by which programs print, log or serialize objects holds what somebody said (law J3). On the class path, where no
 * module keeps a serializer out, and with Java's own packages open to it.
 */
class LeaksTest {

    private static final String CANARY = "canary-5d1f";
    /** Kryo marks the last letter. */
    private static final String SEEN = CANARY.substring(0, CANARY.length() - 1);

    private static final List<Object> KEPT = new ArrayList<>();
    private static final Map<Class<?>, List<Object>> REACHED = new LinkedHashMap<>();

    /** A way out. */
    enum Channel {
        STRING {
            @Override
            String print(Object value) {
                return "" + value;
            }
        },
        EXCEPTION {
            @Override
            String print(Object value) {
                return new IllegalStateException("in the way: " + value).toString();
            }
        },
        JACKSON {
            @Override
            String print(Object value) throws Exception {
                return new ObjectMapper()
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .writeValueAsString(value);
            }
        },
        JACKSON_FIELDS {
            @Override
            String print(Object value) throws Exception {
                return new ObjectMapper()
                        .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .writeValueAsString(value);
            }
        },
        GSON {
            @Override
            String print(Object value) {
                return new Gson().toJson(value);
            }
        },
        SNAKEYAML {
            @Override
            String print(Object value) {
                Yaml yaml = new Yaml(new Representer(new DumperOptions()));
                yaml.setBeanAccess(BeanAccess.FIELD);
                return yaml.dump(value);
            }
        },
        KRYO {
            @Override
            String print(Object value) {
                Kryo kryo = new Kryo();
                kryo.setRegistrationRequired(false);
                kryo.setReferences(true);
                Output output = new Output(1 << 16, -1);
                kryo.writeClassAndObject(output, value);
                return new String(output.toBytes(), StandardCharsets.ISO_8859_1);
            }
        },
        XSTREAM {
            @Override
            String print(Object value) {
                return new XStream().toXML(value);
            }
        },
        JAVA {
            @Override
            String print(Object value) throws Exception {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
                    output.writeObject(value);
                }
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        },
        REFLECTION_STRING {
            @Override
            String print(Object value) {
                return new ReflectionToStringBuilder(value, ToStringStyle.MULTI_LINE_STYLE).toString();
            }
        },
        COMPARISON {
            @Override
            String print(Object value) {
                try {
                    Assertions.assertThat(value).isEqualTo("something else");
                    return "";
                } catch (AssertionError e) {
                    return String.valueOf(e.getMessage());
                }
            }
        };

        abstract String print(Object value) throws Exception;

        /** What comes out of it; an exception that it ends in is something that comes out. */
        String out(Object value) {
            try {
                return print(value);
            } catch (Exception | StackOverflowError e) {
                StringBuilder all = new StringBuilder();
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    all.append(cause);
                }
                return all.toString();
            }
        }
    }

    /** What a program without this library would hold. */
    static final class Plain implements Serializable {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("unused")
        private final String said = CANARY;

        @Override
        public String toString() {
            return "Plain[" + said + "]";
        }

        public String getSaid() {
            return said;
        }
    }

    @BeforeAll
    static void play_a_year_in_which_every_word_is_a_canary() {
        Keeping keeping = new Keeping();
        for (long seed = 1; seed <= 12; seed++) {
            Stage stage = new Stage(keeping);
            List<Act> script = Act.script(Onlooker.NEWCOMER, new Random(seed), 60);
            for (int n = 0; n < script.size(); n++) {
                stage.wait(n, script.get(n));
                // Views are made for those who may read them; refusals must hold nothing.
                KEPT.addAll(stage.play(script.get(n), CANARY, CANARY).refusals());
            }
            keeping.reset();
        }
        reach();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void J3_no_channel_holds_what_was_said(Channel channel) {
        assertThat(channel.out(new Plain())).as("the channel works").contains(SEEN);
        REACHED.forEach((type, values) -> values.forEach(
                value -> assertThat(channel.out(value)).as(type.getName()).doesNotContain(SEEN)));
        assertThat(channel.out(Confidential.draft(CANARY))).doesNotContain(SEEN);
    }

    @Test
    void J3_every_kind_of_thing_that_holds_words_was_reached() {
        Set<String> holders = new TreeSet<>();
        REACHED.forEach((type, values) -> {
            if (Stream.of(type.getDeclaredFields())
                    .anyMatch(f -> f.getGenericType().getTypeName().contains("Confidential"))) {
                holders.add(type.getSimpleName());
            }
        });
        assertThat(holders)
                .contains(
                        "Topic",
                        "Goal",
                        "Obstacle",
                        "IfThen",
                        "ImmutableNextStep",
                        "ImmutableReport",
                        "Correction",
                        "Brief",
                        "ImmutableReflection",
                        "Charter",
                        "ImmutableParticipant",
                        "ImmutableRound",
                        "Answers",
                        "Leave",
                        "Note")
                .hasSizeGreaterThanOrEqualTo(16);
    }

    /** Goes through all that was kept, and keeps a few of each of the library's own types. */
    private static void reach() {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(KEPT);
        while (!open.isEmpty()) {
            Object next = open.remove();
            if (next == null || next instanceof Enum || next instanceof Class || !seen.add(next)) {
                continue;
            }
            String name = next.getClass().getName();
            if (name.startsWith("org.peercircle.") && !name.contains(".tck.")) {
                List<Object> some = REACHED.computeIfAbsent(next.getClass(), c -> new ArrayList<>());
                if (some.size() < 4) {
                    some.add(next);
                }
            }
            if (!(next instanceof Confidential)) {
                parts(next).forEach(open::add);
            }
        }
    }

    private static Stream<Object> parts(Object of) {
        if (of instanceof Object[] array) {
            return Stream.of(array).filter(o -> o != null);
        }
        List<Object> parts = new ArrayList<>();
        for (Class<?> type = of.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object part = field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())
                        ? null
                        : valueOf(field, of);
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return parts.stream();
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException | RuntimeException e) {
            return null;
        }
    }

    /** Keeps everything that is ever committed, events too. */
    private static final class Keeping extends HandedOn {

        Keeping() {
            super(new PlainRepository());
        }

        void reset() {
            to = new PlainRepository();
        }

        @Override
        public void commit(ProgramCommit commit) {
            KEPT.add(commit);
            super.commit(commit);
        }
    }
}
