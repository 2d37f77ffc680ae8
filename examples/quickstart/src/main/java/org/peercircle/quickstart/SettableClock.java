package org.peercircle.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that the program moves through the year. */
final class SettableClock implements InstantSource {

    private Instant now;

    SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on to an instant, or a moment further if that has passed. */
    void moveTo(Instant then) {
        now = then.isAfter(now) ? then : now.plus(Duration.ofSeconds(1));
    }
}
