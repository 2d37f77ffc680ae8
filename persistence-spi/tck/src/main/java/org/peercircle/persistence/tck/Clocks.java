package org.peercircle.persistence.tck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for clocks in the byte code of a store: its class, and those of its package and below that it leads to. */
final class Clocks {

    /** Names as they stand in the constants of a class that reads the time of day. */
    private static final List<String> NAMES = List.of(
            "currentTimeMillis",
            "java/time/Clock",
            "java/time/InstantSource",
            "java/util/Date",
            "CURRENT_TIMESTAMP",
            "now()",
            "localtimestamp");

    private Clocks() {}

    /** Returns the clocks that are read, each as class and name. */
    static List<String> readBy(Class<?> store) throws IOException {
        List<String> found = new ArrayList<>();
        String inside = store.getPackageName().replace('.', '/') + "/";
        Set<String> seen = new HashSet<>();
        Deque<String> toLookAt = new ArrayDeque<>(List.of(store.getName().replace('.', '/')));
        while (!toLookAt.isEmpty()) {
            String name = toLookAt.remove();
            if (seen.add(name)) {
                String constants = constants(store, name);
                NAMES.stream().filter(constants::contains).forEach(clock -> found.add(name + " reads " + clock));
                Matcher others =
                        Pattern.compile(Pattern.quote(inside) + "[\\w$/]+").matcher(constants);
                while (others.find()) {
                    toLookAt.add(others.group());
                }
            }
        }
        return found;
    }

    private static String constants(Class<?> near, String name) throws IOException {
        try (InputStream bytes = near.getResourceAsStream("/" + name + ".class")) {
            return bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
