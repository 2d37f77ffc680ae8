package org.peercircle.id;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Where new ids come from. A host may hand in its own; each call must give a text never given before in the program.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface IdSource {

    /** Returns the text of a new id, valid for every id type of this package. */
    String next();

    /**
     * Returns ids of 26 characters that sort by creation time to the millisecond and end in 80 random bits.
     *
     * @param random must be safe for use by many threads, as {@link java.security.SecureRandom} is
     */
    static IdSource timeOrdered(Clock clock, RandomGenerator random) {
        return () -> TimeOrderedText.of(clock.millis(), random);
    }

    /** Returns ids {@code prefix1, prefix2, …}: the same in every run, for tests, demonstrations and imports. */
    static IdSource counting(String prefix) {
        IdText.check("prefix", prefix);
        AtomicLong last = new AtomicLong();
        return () -> prefix + last.incrementAndGet();
    }
}
