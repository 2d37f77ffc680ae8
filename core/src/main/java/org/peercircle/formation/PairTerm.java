package org.peercircle.formation;

/** The value of pairs that share a row: their sum, or their mean. */
abstract class PairTerm extends Term {

    /** The value of a pair of entrants, weighted; the same in both orders. */
    interface PairValue {
        double of(int one, int other);
    }

    /** What a pair term makes of the sum of its pairs. */
    enum Kind {
        /** The sum itself. */
        SUM,
        /** The sum over the number of pairs. */
        MEAN
    }

    private final Kind kind;
    private final double alone;
    final double[] sums;

    /**
     * Makes a term.
     *
     * @param alone the mean of a row without pairs; the most a mean can be
     */
    PairTerm(Seats seats, Kind kind, double alone) {
        super(seats);
        this.kind = kind;
        this.alone = alone;
        this.sums = new double[seats.waitingRow() + 1];
    }

    final Kind kind() {
        return kind;
    }

    /** The value of one pair. */
    abstract double pair(int one, int other);

    /** The sum of an entrant's values with the members of a row other than themself. */
    abstract double near(int row, int entrant);

    @Override
    final double value(int row) {
        return share(sums[row], seats.count(row));
    }

    @Override
    final double change(int row, int out, int in) {
        int count = seats.count(row);
        double sum = sums[row];
        int left = count;
        if (out != NOBODY) {
            sum -= near(row, out);
            left--;
        }
        if (in != NOBODY) {
            sum += near(row, in) - (out == NOBODY ? 0 : pair(out, in));
            left++;
        }
        return share(sum, left) - share(sums[row], count);
    }

    @Override
    final double most() {
        return kind == Kind.MEAN ? alone : Double.POSITIVE_INFINITY;
    }

    private double share(double sum, int count) {
        if (kind == Kind.SUM) {
            return sum;
        }
        return count < 2 ? alone : sum / Pairs.of(count);
    }

    /** By how much one unit of a row's sum counts. */
    final double factor(int row) {
        int count = seats.count(row);
        return kind == Kind.SUM ? 1 : count < 2 ? 0 : 1.0 / Pairs.of(count);
    }
}
