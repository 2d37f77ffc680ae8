package org.peercircle.quickstart;

import java.util.Locale;

/** The names of constants as people read them. */
final class Words {

    private Words() {}

    /** A name of the library's as a heading. */
    static String heading(String name) {
        String words = of(name).replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Such as: on leave. */
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
