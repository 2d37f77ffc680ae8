package org.peercircle.formation;

/** Pairs whose values are computed when asked for: no memory, and the cost of a change is the members of the row. */
final class DirectPairs extends PairTerm {

    private final PairValue value;

    DirectPairs(Seats seats, Kind kind, double alone, PairValue value) {
        super(seats, kind, alone);
        this.value = value;
    }

    @Override
    double pair(int one, int other) {
        return value.of(one, other);
    }

    @Override
    double near(int row, int entrant) {
        int[] members = seats.members(row);
        double sum = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            if (members[k] != entrant) {
                sum += value.of(entrant, members[k]);
            }
        }
        return sum;
    }

    @Override
    void changed(int row, int out, int in) {
        if (row != seats.waitingRow()) {
            sums[row] = sum(row);
        }
    }

    @Override
    void rebuilt() {
        for (int row = 0; row < seats.waitingRow(); row++) {
            sums[row] = sum(row);
        }
    }

    private double sum(int row) {
        int[] members = seats.members(row);
        double sum = 0;
        for (int k = 1, count = seats.count(row); k < count; k++) {
            for (int l = 0; l < k; l++) {
                sum += value.of(members[k], members[l]);
            }
        }
        return sum;
    }
}
