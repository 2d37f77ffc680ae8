package org.peercircle.id;

import java.util.random.RandomGenerator;

/** Ten characters of time and sixteen of chance in an alphabet that sorts like its values. */
final class TimeOrderedText {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_CHARS = 10;
    private static final int CHANCE_CHARS = 16;

    private TimeOrderedText() {}

    static String of(long millis, RandomGenerator random) {
        StringBuilder text = new StringBuilder(TIME_CHARS + CHANCE_CHARS);
        append(text, millis, TIME_CHARS);
        // A secure source takes as long for one character as for many.
        append(text, random.nextLong(), CHANCE_CHARS / 2);
        append(text, random.nextLong(), CHANCE_CHARS / 2);
        return text.toString();
    }

    private static void append(StringBuilder text, long bits, int chars) {
        for (int shift = (chars - 1) * 5; shift >= 0; shift -= 5) {
            text.append(ALPHABET[(int) (bits >>> shift) & 31]);
        }
    }
}
