package org.peercircle.plan;

import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/** What a member says of a step: at a meeting or between two. */
@Value.Immutable
@ValueStyle
public interface Report {

    /** Whether what was expected to stand in the way really did (WOOP's last question). */
    enum ObstacleMet {
        /** It was the one that had been expected. */
        AS_EXPECTED,
        /** It was another. */
        ANOTHER,
        /** Nothing stood in the way. */
        NONE
    }

    /** Returns what became of it. */
    CheckIn.Result result();

    /** Returns how confident they are now of getting there, from 1 to 10. */
    Optional<Integer> confidence();

    /** Returns what helped. */
    Optional<Confidential<String>> whatHelped();

    /** Returns what really stood in the way. */
    Optional<ObstacleMet> obstacle();

    /** Returns anything else. */
    Optional<Confidential<String>> note();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a report that says no more than this. */
    static Report of(CheckIn.Result result) {
        return builder().result(result).build();
    }

    /** Checks the confidence. */
    @Value.Check
    default void check() {
        confidence().ifPresent(c -> Arguments.requireBetween(1, c, 10, "confidence"));
    }

    /** Builds a report. */
    final class Builder extends ImmutableReport.Builder {
        Builder() {}
    }
}
