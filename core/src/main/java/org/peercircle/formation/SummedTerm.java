package org.peercircle.formation;

/** A rule that keeps sums of each row, which are made anew when the row changes, so that no rounding adds up (law F3). */
abstract class SummedTerm extends Term {

    SummedTerm(Seats seats) {
        super(seats);
    }

    /** Sums up a row as it is; never the one of those who wait. */
    abstract void sumUp(int row);

    @Override
    final void changed(int row, int out, int in) {
        if (row != seats.waitingRow()) {
            sumUp(row);
        }
    }

    @Override
    final void rebuilt() {
        for (int row = 0; row < seats.waitingRow(); row++) {
            sumUp(row);
        }
    }
}
