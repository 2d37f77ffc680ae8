package org.peercircle.formation;

/** How near the mean of a number in each row is to the mean of all; a row's sum is kept. */
final class BalanceTerm extends SummedTerm {

    /** By entrant; {@link Double#NaN} for no answer. */
    private final double[] amounts;

    private final NumberRange range;
    private final double factor;
    private final double[] sums;
    private final int[] answers;

    BalanceTerm(Seats seats, double[] amounts, NumberRange range, double factor) {
        super(seats);
        this.amounts = amounts;
        this.range = range;
        this.factor = factor;
        this.sums = new double[seats.waitingRow() + 1];
        this.answers = new int[seats.waitingRow() + 1];
    }

    @Override
    double value(int row) {
        return factor * range.balance(sums[row], answers[row]);
    }

    @Override
    double change(int row, int out, int in) {
        double sum = sums[row] + amount(in) - amount(out);
        return factor * range.balance(sum, answers[row] + answered(in) - answered(out)) - value(row);
    }

    @Override
    double most() {
        return factor;
    }

    @Override
    void sumUp(int row) {
        int[] members = seats.members(row);
        double sum = 0;
        int known = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            sum += amount(members[k]);
            known += answered(members[k]);
        }
        sums[row] = sum;
        answers[row] = known;
    }

    private double amount(int entrant) {
        return answered(entrant) == 0 ? 0 : amounts[entrant];
    }

    private int answered(int entrant) {
        return entrant == NOBODY || Double.isNaN(amounts[entrant]) ? 0 : 1;
    }
}
