package org.peercircle.formation;

import java.util.function.IntUnaryOperator;

/** A rule over how many members of a row have one property; the count is kept, so a change costs nothing to price. */
final class CountTerm extends Term {

    private final boolean[] has;
    private final IntUnaryOperator units;
    private final int[] counts;

    CountTerm(Seats seats, boolean[] has, IntUnaryOperator units) {
        super(seats);
        this.has = has;
        this.units = units;
        this.counts = new int[seats.waitingRow() + 1];
    }

    @Override
    double value(int row) {
        return units.applyAsInt(counts[row]);
    }

    @Override
    double change(int row, int out, int in) {
        return units.applyAsInt(counts[row] + one(in) - one(out)) - units.applyAsInt(counts[row]);
    }

    @Override
    void changed(int row, int out, int in) {
        counts[row] += one(in) - one(out);
    }

    @Override
    void rebuilt() {
        for (int row = 0; row < counts.length; row++) {
            counts[row] = 0;
        }
        for (int i = 0; i < has.length; i++) {
            counts[seats.rowOf(i)] += one(i);
        }
    }

    private int one(int entrant) {
        return entrant != NOBODY && has[entrant] ? 1 : 0;
    }
}
