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
        for (int shift = (TIME_CHARS - 1) * 5; shift >= 0; shift -= 5) {
            text.append(ALPHABET[(int) (millis >>> shift) & 31]);
        }
        for (int i = 0; i < CHANCE_CHARS; i++) {
            text.append(ALPHABET[random.nextInt(32)]);
        }
        return text.toString();
    }
}
