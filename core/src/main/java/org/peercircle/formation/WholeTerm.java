package org.peercircle.formation;

/** A rule that is measured over a whole row each time, whose last measure is kept: cost, the members of the row. */
abstract class WholeTerm extends Term {

    private final double[] current;

    WholeTerm(Seats seats) {
        super(seats);
        this.current = new double[seats.waitingRow() + 1];
    }

    /** Measures a row with one gone and one come. */
    abstract double measured(int row, int out, int in);

    @Override
    final double value(int row) {
        return current[row];
    }

    @Override
    final double change(int row, int out, int in) {
        return measured(row, out, in) - current[row];
    }

    @Override
    final void changed(int row, int out, int in) {
        current[row] = measured(row, NOBODY, NOBODY);
    }

    @Override
    final void rebuilt() {
        for (int row = 0; row < seats.waitingRow(); row++) {
            current[row] = measured(row, NOBODY, NOBODY);
        }
    }

    /** How many sit in a row with one gone and one come. */
    final int count(int row, int out, int in) {
        return seats.count(row) - (out == NOBODY ? 0 : 1) + (in == NOBODY ? 0 : 1);
    }
}
