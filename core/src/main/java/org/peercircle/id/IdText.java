package org.peercircle.id;

import com.google.common.base.CharMatcher;

/** What every id's text must be: short, printable, safe in a path, a key and a log line. */
final class IdText {

    static final int MAX_LENGTH = 80;

    private static final CharMatcher ALLOWED = CharMatcher.inRange('A', 'Z')
            .or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("._~@:+-"))
            .precomputed();

    private IdText() {}

    static void check(String what, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !ALLOWED.matchesAllOf(value)) {
            throw new IllegalArgumentException(what + " must be 1 to " + MAX_LENGTH
                    + " characters of A-Z a-z 0-9 . _ ~ @ : + -, but was \"" + value + "\"");
        }
    }
}
