package org.peercircle.quickstart;

import java.util.Locale;

/** The names of constants as people read them. */
final class Words {

    private Words() {}

    /** Such as: on leave. */
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
