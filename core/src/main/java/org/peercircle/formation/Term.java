package org.peercircle.formation;

/**
 * One rule or preference over arrays: what it makes of a row, and what would change if one left and one came. Units of a
 * must, or a share of the score.
 */
abstract class Term {

    /** Stands for nobody who leaves or comes. */
    static final int NOBODY = -1;

    final Seats seats;

    Term(Seats seats) {
        this.seats = seats;
    }

    /** What the rule makes of a row as it is. */
    abstract double value(int row);

    /**
     * What would be added to {@link #value} if {@code out} left the row and {@code in} came; either may be {@link
     * #NOBODY}. Changes nothing.
     */
    abstract double change(int row, int out, int in);

    /** Told after a row has changed. */
    void changed(int row, int out, int in) {}

    /** Told after everybody was seated anew. */
    void rebuilt() {}

    /** Whether those who wait are asked about, too. */
    boolean asksWhoWaits() {
        return false;
    }

    /** Whether it matters which group is which. */
    boolean knowsGroups() {
        return false;
    }

    /** Whether a row's value can only grow when more people come. */
    boolean onlyGrows() {
        return false;
    }

    /** No row's value is greater. */
    double most() {
        return Double.POSITIVE_INFINITY;
    }
}
