package org.peercircle.formation;

import java.util.Arrays;

/** The numbers that everybody has under a trait: their mean, and the width from least to greatest. */
record NumberRange(double mean, double width) {

    static NumberRange of(double[] numbers) {
        double least = Arrays.stream(numbers).min().orElse(0);
        double greatest = Arrays.stream(numbers).max().orElse(0);
        return new NumberRange(Arrays.stream(numbers).average().orElse(0), greatest - least);
    }

    /** How near the mean of a group is to the mean of all, 0 to 1; 1 where nobody has a number. */
    double balance(double sum, int numbers) {
        return numbers == 0 || width == 0 ? 1 : Math.max(0, 1 - Math.abs(sum / numbers - mean) / width);
    }
}
