package org.peercircle.formation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A host's criterion over sums of numbers; a row's sums are kept. One thread at a time. */
final class SumsTerm extends SummedTerm {

    private final double[][] numbers;
    private final Preference.GroupSums criterion;
    private final double factor;
    private final double[][] sums;
    private final double[] asked;

    SumsTerm(Seats seats, List<Entrant> entrants, Preference.GroupSums criterion, double factor) {
        super(seats);
        this.criterion = criterion;
        this.factor = factor;
        List<ToDoubleFunction<Entrant>> kinds = criterion.numbers();
        this.numbers = entrants.stream()
                .map(entrant -> kinds.stream()
                        .mapToDouble(number -> number.applyAsDouble(entrant))
                        .toArray())
                .toArray(double[][]::new);
        this.sums = new double[seats.waitingRow() + 1][kinds.size()];
        this.asked = new double[kinds.size()];
    }

    @Override
    double value(int row) {
        return score(row, NOBODY, NOBODY);
    }

    @Override
    double change(int row, int out, int in) {
        return score(row, out, in) - value(row);
    }

    private double score(int row, int out, int in) {
        int count = seats.count(row) - (out == NOBODY ? 0 : 1) + (in == NOBODY ? 0 : 1);
        for (int s = 0; s < asked.length; s++) {
            asked[s] = sums[row][s] - (out == NOBODY ? 0 : numbers[out][s]) + (in == NOBODY ? 0 : numbers[in][s]);
        }
        return factor * criterion.score(count, asked);
    }

    @Override
    double most() {
        return factor;
    }

    @Override
    void sumUp(int row) {
        int[] members = seats.members(row);
        double[] sum = sums[row];
        for (int s = 0; s < sum.length; s++) {
            sum[s] = 0;
            for (int k = 0, count = seats.count(row); k < count; k++) {
                sum[s] += numbers[members[k]][s];
            }
        }
    }
}
