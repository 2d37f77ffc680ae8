package org.peercircle.internal;

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

    /** Throws unless {@code text} has something other than white space; the text itself is not confidential. */
    public static void requireText(String text, String argument) {
        require(!text.isBlank(), argument, "not be blank", "\"" + text + "\"");
    }
}
