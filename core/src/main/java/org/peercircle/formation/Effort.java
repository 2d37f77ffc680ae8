package org.peercircle.formation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.peercircle.internal.Arguments;

/**
 * How hard to look. Effort is counted in moves, so that the same problem, seed and effort give the same groups on any
 * machine (law F1); a time limit is there too, and a result says that it was used.
 *
 * @param moves how many changes to price, 0 to 10¹²
 * @param seed of all chance in the search
 * @param limit a time after which the search stops whatever is left to try
 * @param starts how many searches share the moves, of which the best counts, 1 to 1,000; empty for as many as suit the
 *     problem. Only several can use several threads
 */
public record Effort(long moves, long seed, Optional<Duration> limit, OptionalInt starts) {

    private static final long MOST_MOVES = 1_000_000_000_000L;

    /** Checks the bounds. */
    public Effort {
        Arguments.requireBetween(0, moves, MOST_MOVES, "moves");
        limit.ifPresent(time -> Arguments.require(!time.isNegative(), "limit", "not be negative", time));
        starts.ifPresent(many -> Arguments.requireBetween(1, many, 1_000, "starts"));
    }

    /** Returns the effort of this many moves, with seed 1. */
    public static Effort moves(long moves) {
        return new Effort(moves, 1, Optional.empty(), OptionalInt.empty());
    }

    /** Returns the effort of one search for this long, with seed 1; it paces itself by the clock. */
    public static Effort time(Duration time) {
        return moves(MOST_MOVES).within(time).withStarts(1);
    }

    boolean isUnbounded() {
        return moves == MOST_MOVES;
    }

    /** Returns this effort with another seed. */
    public Effort withSeed(long other) {
        return new Effort(moves, other, limit, starts);
    }

    /** Returns this effort with a time limit. */
    public Effort within(Duration time) {
        return new Effort(moves, seed, Optional.of(time), starts);
    }

    /** Returns this effort shared by so many searches. */
    public Effort withStarts(int many) {
        return new Effort(moves, seed, limit, OptionalInt.of(many));
    }
}
