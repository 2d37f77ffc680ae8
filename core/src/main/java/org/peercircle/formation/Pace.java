package org.peercircle.formation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How far one search has come: by moves, or by the clock where a limit asks for it. Only when the clock turns out to be
 * the nearer end does it count, and then the result is cut short.
 */
final class Pace {

    /** So early the clock says little of whether the moves will do: the first ones of a program are its slowest. */
    private static final double EARLY = .03;

    private final long budget;
    private final boolean unbounded;
    private final BooleanSupplier stop;
    private final InstantSource clock;
    private final Instant began;
    private final Optional<Duration> limit;
    private boolean cutShort;

    /**
     * Makes a pace that begins now.
     *
     * @param unbounded whether the moves are as many as will fit into the limit
     */
    Pace(long budget, boolean unbounded, BooleanSupplier stop, InstantSource clock, Optional<Duration> limit) {
        this.budget = budget;
        this.unbounded = unbounded;
        this.stop = stop;
        this.clock = clock;
        this.began = clock.instant();
        this.limit = limit;
    }

    /** Returns how much is done, from 0 to 1, where the search ends. */
    double done(long moves) {
        if (stop.getAsBoolean()) {
            cutShort = true;
            return 1;
        }
        double byMoves = budget == 0 ? 1 : Math.min(1, (double) moves / budget);
        double byClock = limit.map(this::used).orElse(0.0);
        if (byClock > byMoves && (unbounded || byClock > EARLY)) {
            cutShort = true;
            return Math.min(1, byClock);
        }
        return byMoves;
    }

    /**
     * Goes on with work that is of no use before it is done.
     *
     * @throws CancellationException if it is to stop, or the time is over
     */
    void goOn() {
        if (stop.getAsBoolean() || limit.filter(whole -> used(whole) >= 1).isPresent()) {
            throw new CancellationException("stopped before it was done");
        }
    }

    private double used(Duration whole) {
        return whole.isZero()
                ? 1
                : (double) Duration.between(began, clock.instant()).toNanos() / whole.toNanos();
    }

    boolean wasCutShort() {
        return cutShort;
    }
}
