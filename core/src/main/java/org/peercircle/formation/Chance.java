package org.peercircle.formation;

/**
 * Chance that is the same on every machine and Java version for the same seed (law F1): Vigna's SplitMix64. Not for
 * secrets.
 */
final class Chance {

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0, inclusive, to {@code bound}, exclusive. */
    int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A number from 0, inclusive, to 1, exclusive. */
    double share() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }
}
