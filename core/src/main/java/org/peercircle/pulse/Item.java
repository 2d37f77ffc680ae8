package org.peercircle.pulse;

import org.peercircle.internal.Arguments;

/**
 * One question of a scale.
 *
 * @param code a name unique in the survey
 * @param words the statement that one agrees with or not
 * @param isReversed whether agreement speaks against what the scale measures
 */
public record Item(String code, String words, boolean isReversed) {

    /** Checks that there is something to ask. */
    public Item {
        Arguments.requireText(code, "code");
        Arguments.requireText(words, "words");
    }

    /** Returns a question where agreement speaks for it. */
    public static Item of(String code, String words) {
        return new Item(code, words, false);
    }

    /** Returns a question where agreement speaks against it. */
    public static Item reversed(String code, String words) {
        return new Item(code, words, true);
    }
}
