package org.peercircle.formation;

/**
 * At which temperatures a search is worth its time. A quick pass from far too hot to far too cold tells how much the
 * merit wavers at each; the search then cools through the range in which it does, evenly in the logarithm. The measure
 * is that of constant thermodynamic speed: the deviation of the merit over the temperature (Salamon and others 1988).
 */
final class Cooling {

    /** Shares of the greatest wavering at which a temperature is too hot, or too cold, to be worth more time. */
    private static final double TOO_HOT = .8;

    private static final double TOO_COLD = .4;

    /**
     * Bounds of the range, in typical changes, whatever the quick pass says: one that is paced by the clock can be over
     * before Java has warmed up, and have seen only the cold end.
     */
    private static final double HOT_AT_LEAST = .3;

    private static final double COLD_AT_MOST = .14;

    private static final int LEVELS = 48;
    private static final double HOTTEST = 3;
    private static final double COLDEST = .003;

    private final double typical;
    private final double[] sums = new double[LEVELS];
    private final double[] squares = new double[LEVELS];
    private final double[] firsts = new double[LEVELS];
    private final long[] seen = new long[LEVELS];
    private double hot;
    private double cold;

    /**
     * Makes a cooling that knows nothing yet.
     *
     * @param typical what a change at random does to the merit
     */
    Cooling(double typical) {
        this.typical = typical;
        this.hot = typical;
        this.cold = typical / 30;
    }

    /** The temperature of the quick pass when this much of it is done. */
    double probe(double done) {
        return temperature(level(done));
    }

    /** Notes the merit in the quick pass. */
    void note(double done, double merit) {
        int level = level(done);
        if (seen[level] == 0) {
            firsts[level] = merit;
        }
        double change = merit - firsts[level];
        sums[level] += change;
        squares[level] += change * change;
        seen[level]++;
    }

    /** Settles on the range, after the quick pass. */
    void settle() {
        double[] wavering = new double[LEVELS];
        double most = 0;
        for (int level = 0; level < LEVELS; level++) {
            wavering[level] = (raw(Math.max(0, level - 1)) + raw(level) + raw(Math.min(LEVELS - 1, level + 1))) / 3;
            most = Math.max(most, wavering[level]);
        }
        if (most == 0) {
            return;
        }
        int first = 0;
        while (wavering[first] < TOO_HOT * most) {
            first++;
        }
        int last = LEVELS - 1;
        while (wavering[last] < TOO_COLD * most) {
            last--;
        }
        hot = typical * Math.max(HOT_AT_LEAST, power(HOTTEST, COLDEST, (double) first / LEVELS));
        cold = typical * Math.min(COLD_AT_MOST, power(HOTTEST, COLDEST, (last + 1.0) / LEVELS));
    }

    /** The temperature when this much of the search is done. */
    double at(double done) {
        return power(hot, cold, done);
    }

    private double raw(int level) {
        if (seen[level] < 2) {
            return 0;
        }
        double mean = sums[level] / seen[level];
        double variance = Math.max(0, squares[level] / seen[level] - mean * mean);
        return Math.sqrt(variance) / temperature(level);
    }

    private double temperature(int level) {
        return typical * power(HOTTEST, COLDEST, (level + .5) / LEVELS);
    }

    private static int level(double done) {
        return Math.min(LEVELS - 1, (int) (done * LEVELS));
    }

    /** {@link StrictMath}, so that it is the same on every machine (law F1). */
    private static double power(double from, double to, double share) {
        return from * StrictMath.pow(to / from, share);
    }
}
