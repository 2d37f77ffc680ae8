package org.peercircle.internal;

import java.time.Period;

/** Callers' mistakes in the one shape of the library: {@code <argument> must <rule>, but was <value>}. */
public final class Arguments {

    private Arguments() {}

    /** Throws unless {@code holds}. */
    public static void require(boolean holds, String argument, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(argument + " must " + rule + ", but was " + value);
        }
    }

    /** Throws unless {@code value} lies in {@code [min, max]}. */
    public static void requireBetween(long min, long value, long max, String argument) {
        require(min <= value && value <= max, argument, "be between " + min + " and " + max, value);
    }

    /** Throws unless {@code length} is positive. */
    public static void requireAtLeastADay(Period length, String argument) {
        require(!length.isZero() && !length.isNegative(), argument, "be at least a day", length);
    }

    /** Throws unless {@code text} has something other than white space; the text itself is not confidential. */
    public static void requireText(String text, String argument) {
        require(!text.isBlank(), argument, "not be blank", "\"" + text + "\"");
    }

    /** Checks a text that people read: not blank, and no longer than so many characters. */
    public static void requireText(String text, int most, String name) {
        requireText(text, name);
        require(text.length() <= most, name, "have at most " + most + " characters", text.length());
    }
}
