package org.peercircle.formation;

/**
 * How much worse, in temperatures, a change may be to pass: numbers that are spread exponentially, which makes accepting
 * by them Metropolis' rule, drawn beforehand so that a search takes no logarithms. {@link StrictMath} gives the same
 * ones on every machine (law F1).
 */
final class Thresholds {

    private static final int SIZE = 8192;

    private final double[] values = new double[SIZE];

    Thresholds(Chance chance) {
        for (int i = 0; i < SIZE; i++) {
            int j = chance.below(i + 1);
            values[i] = values[j];
            values[j] = -StrictMath.log((i + .5) / SIZE);
        }
    }

    /** All of them, in no order. Read only. */
    double[] values() {
        return values;
    }

    double at(int index) {
        return values[index];
    }

    double next(Chance chance) {
        return values[chance.below(SIZE)];
    }

    /** Where to begin reading {@code many} of them. */
    static int offset(Chance chance, int many) {
        return chance.below(SIZE - many + 1);
    }
}
