package org.peercircle.quickstart;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** Which column of a roster is what. */
final class Mapping {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of(
            "id",
            "name",
            "stage",
            "department",
            "lab",
            "supervisor",
            "zone",
            "availability",
            "interests",
            "stages",
            "eligible",
            "undisclosed");
    private static final ImmutableSet<String> FAMILIES = ImmutableSet.of("identity", "number", "separator", "constant");
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
    private static final Splitter PLUS = Splitter.on(" + ").trimResults().omitEmptyStrings();

    private final ImmutableMap<String, String> entries;

    private Mapping(ImmutableMap<String, String> entries) {
        this.entries = entries;
    }

    /** Reads a mapping; a key that is not known is an error, never passed over. */
    static Mapping read(Reader reader) {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new RosterException(new RosterProblem(
                    0, "", "mapping", "lines of the form key = column", "Mend the mapping file: " + e.getMessage()));
        }
        ImmutableMap.Builder<String, String> entries = ImmutableMap.builder();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            int dot = key.indexOf('.');
            if (!(dot < 0 ? FIELDS.contains(key) : FAMILIES.contains(key.substring(0, dot)))) {
                throw new RosterException(new RosterProblem(
                        0,
                        "mapping",
                        key,
                        "one of " + FIELDS + " or " + FAMILIES + " with a name after a dot",
                        "Mend the key in the mapping file."));
            }
            entries.put(key, properties.getProperty(key).trim());
        }
        return new Mapping(entries.buildOrThrow());
    }

    /** Returns the columns that a field is made of; none if it is not mapped. */
    ImmutableList<String> columns(String field) {
        return Optional.ofNullable(entries.get(field))
                .map(columns -> ImmutableList.copyOf(PLUS.split(columns)))
                .orElse(ImmutableList.of());
    }

    /** Returns the columns of a family such as {@code identity}, by the name after the dot. */
    ImmutableMap<String, String> family(String family) {
        ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
        entries.forEach((key, column) -> {
            if (key.startsWith(family + ".")) {
                members.put(key.substring(family.length() + 1), column);
            }
        });
        return members.buildOrThrow();
    }

    Optional<String> constant(String field) {
        return Optional.ofNullable(entries.get("constant." + field));
    }

    /** Returns what parts the values of a set; a semicolon unless the mapping says otherwise. */
    Splitter separator(String field) {
        return Splitter.on(entries.getOrDefault("separator." + field, ";"))
                .trimResults()
                .omitEmptyStrings();
    }

    ImmutableSet<String> list(String key) {
        return ImmutableSet.copyOf(COMMAS.split(entries.getOrDefault(key, "")));
    }
}
