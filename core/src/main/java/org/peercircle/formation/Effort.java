package org.peercircle.formation;

import java.time.Duration;
import java.util.Optional;
import org.peercircle.internal.Arguments;

/**
 * How hard to look. Effort is counted in moves, so that the same problem, seed and effort give the same groups on any
 * machine (law F1); a time limit is there too, and a result says that it was used.
 *
 * @param moves how many moves to try, 0 to 10¹²
 * @param seed of all chance in the search
 * @param limit a time after which the search stops whatever is left to try
 */
public record Effort(long moves, long seed, Optional<Duration> limit) {

    /** Checks the bounds. */
    public Effort {
        Arguments.requireBetween(0, moves, 1_000_000_000_000L, "moves");
    }

    /** Returns the effort of this many moves, with seed 1. */
    public static Effort moves(long moves) {
        return new Effort(moves, 1, Optional.empty());
    }

    /** Returns this effort with another seed. */
    public Effort withSeed(long other) {
        return new Effort(moves, other, limit);
    }

    /** Returns this effort with a time limit. */
    public Effort within(Duration time) {
        return new Effort(moves, seed, Optional.of(time));
    }
}
