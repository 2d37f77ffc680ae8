package org.peercircle.plan;

import java.util.Optional;

/**
 * What became of one part of a plan between two revisions.
 *
 * @param before the part in the earlier one, if it was there
 * @param after the part in the later one, if it is there; of a step that was done, the one that took its place and was
 *     done instead, if one did
 * @param <T> what kind of part
 */
public record Difference<T>(How how, Optional<T> before, Optional<T> after) {

    /** What became of it. */
    public enum How {
        /** It is new. */
        ADDED,
        /** It stayed as it was. */
        CARRIED,
        /** It is there in other words, for another day, or something else took its place. */
        CHANGED,
        /** It was done in between. */
        DONE,
        /** It is gone. */
        REMOVED
    }

    static <T> Difference<T> added(T after) {
        return new Difference<>(How.ADDED, Optional.empty(), Optional.of(after));
    }

    static <T> Difference<T> removed(T before) {
        return new Difference<>(How.REMOVED, Optional.of(before), Optional.empty());
    }

    static <T> Difference<T> between(T before, T after) {
        return new Difference<>(
                before.equals(after) ? How.CARRIED : How.CHANGED, Optional.of(before), Optional.of(after));
    }
}
