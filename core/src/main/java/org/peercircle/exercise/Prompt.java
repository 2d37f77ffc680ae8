package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.peercircle.internal.Arguments;

/**
 * One step of an exercise.
 *
 * @param words what to do, to whoever does it
 * @param length how long it takes, at least a minute
 * @param choices what to choose among or sort; empty for free words
 */
public record Prompt(Kind kind, String words, Duration length, ImmutableList<String> choices) {

    /** What one does. */
    public enum Kind {
        /** Think or read; nothing is kept. */
        THINK(false),
        /** Write. */
        WRITE(true),
        /** Choose among the choices and put them in order. */
        CHOOSE(true),
        /** Tell the group, or one other, as much as one likes; nothing is kept. */
        SHARE(false);

        private final boolean kept;

        Kind(boolean kept) {
            this.kept = kept;
        }
    }

    /** Checks what must hold. */
    public Prompt {
        Arguments.requireText(words, "words");
        Arguments.require(length.compareTo(Duration.ofMinutes(1)) >= 0, "length", "be at least a minute", length);
        Arguments.require(
                (kind == Kind.CHOOSE) == (choices.size() > 1),
                "choices",
                "be two or more just where one chooses",
                choices);
    }

    /** Returns a step without choices. */
    public static Prompt of(Kind kind, int minutes, String words) {
        return new Prompt(kind, words, Duration.ofMinutes(minutes), ImmutableList.of());
    }

    /** Whether what one writes or chooses is kept. */
    public boolean isAnswered() {
        return kind.kept;
    }
}
