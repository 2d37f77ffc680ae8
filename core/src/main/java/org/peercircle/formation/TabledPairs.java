package org.peercircle.formation;

import java.util.Arrays;

/**
 * Pairs whose values stand in a table, with the sum of each entrant's values over each row kept up to date: a change is
 * priced in a few array reads, and made in time linear in the number of people (Lai and Hao 2016). All swaps of one
 * person are screened in one pass over memory.
 */
final class TabledPairs extends PairTerm {

    /** How many swaps are priced at once. */
    private static final int BLOCK = 128;

    private final double[][] table;
    /** By row, then entrant. Those who wait have nobody near, so their row stays zero. */
    private final double[][] near;

    private final double[] own;
    private final double[] factors;
    private final double[] entering;
    private final double[] priced = new double[BLOCK];

    TabledPairs(Seats seats, Kind kind, double alone, PairValue value) {
        super(seats, kind, alone);
        int n = seats.people();
        this.table = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                table[i][j] = value.of(i, j);
                table[j][i] = table[i][j];
            }
        }
        this.near = new double[seats.waitingRow() + 1][n];
        this.own = new double[n];
        this.factors = new double[seats.waitingRow() + 1];
        this.entering = new double[seats.waitingRow() + 1];
    }

    /** How many doubles the tables take. */
    static long size(long people, long groups) {
        return people * (people + groups + 1);
    }

    @Override
    double pair(int one, int other) {
        return table[one][other];
    }

    @Override
    double near(int row, int entrant) {
        return near[row][entrant];
    }

    @Override
    void changed(int row, int out, int in) {
        if (row == seats.waitingRow()) {
            forget(in);
            return;
        }
        double[] here = near[row];
        if (out != NOBODY && in != NOBODY) {
            double[] gone = table[out];
            double[] come = table[in];
            for (int k = 0; k < here.length; k++) {
                here[k] += come[k] - gone[k];
            }
        } else if (out != NOBODY) {
            double[] gone = table[out];
            for (int k = 0; k < here.length; k++) {
                here[k] -= gone[k];
            }
        } else {
            double[] come = table[in];
            for (int k = 0; k < here.length; k++) {
                here[k] += come[k];
            }
        }
        sumUp(row);
    }

    private void forget(int entrant) {
        if (entrant != NOBODY) {
            own[entrant] = 0;
        }
    }

    private void sumUp(int row) {
        int[] members = seats.members(row);
        double[] here = near[row];
        double ends = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            own[members[k]] = here[members[k]];
            ends += here[members[k]];
        }
        sums[row] = ends / 2;
        factors[row] = factor(row);
    }

    @Override
    void rebuilt() {
        Arrays.fill(own, 0);
        for (int row = 0; row < seats.waitingRow(); row++) {
            double[] here = near[row];
            Arrays.fill(here, 0);
            int[] members = seats.members(row);
            for (int k = 0, count = seats.count(row); k < count; k++) {
                double[] come = table[members[k]];
                for (int i = 0; i < here.length; i++) {
                    here[i] += come[i];
                }
            }
            sumUp(row);
        }
    }

    /**
     * Returns the first entrant from {@code from} on, in another row, whose swap with {@code one} may pass: what it adds
     * to the score by pairs, and by all else at best, is above minus the temperature times the entrant's threshold.
     *
     * @param slack by row, what all else could add at best
     * @return the number of people when there is none
     */
    int nextSwap(int one, int from, double[] slack, Thresholds thresholds, int offset, double temperature) {
        int[] rows = seats.rows();
        int row = rows[one];
        double[] leaving = near[row];
        double ownFactor = factors[row];
        double fixed = slack[row] - leaving[one] * ownFactor;
        for (int r = 0; r < entering.length; r++) {
            entering[r] = near[r][one] * factors[r] + slack[r] + fixed;
        }
        double[] pairs = table[one];
        double[] wanted = thresholds.values();
        int n = rows.length;
        // Where all are seated a sum counts the same in every row, and no row has to be looked up.
        boolean plainSums = kind() == Kind.SUM && seats.count(seats.waitingRow()) == 0;
        for (int start = from; start < n; start += BLOCK) {
            int end = Math.min(n, start + BLOCK);
            if (plainSums) {
                priceSums(leaving, pairs, wanted, offset, start, end, temperature);
            } else {
                priceMeans(leaving, pairs, wanted, offset, start, end, temperature, ownFactor, rows);
            }
            for (int j = start; j < end; j++) {
                int other = rows[j];
                if (priced[j - start] + entering[other] > 0 && other != row) {
                    return j;
                }
            }
        }
        return n;
    }

    /** Straight over arrays in order, so that the JIT computes several at a time. */
    private void priceSums(
            double[] leaving, double[] pairs, double[] wanted, int offset, int start, int end, double temperature) {
        double[] into = priced;
        double[] alone = own;
        for (int j = start; j < end; j++) {
            into[j - start] = leaving[j] - 2 * pairs[j] - alone[j] + temperature * wanted[offset + j];
        }
    }

    private void priceMeans(
            double[] leaving,
            double[] pairs,
            double[] wanted,
            int offset,
            int start,
            int end,
            double temperature,
            double ownFactor,
            int[] rows) {
        for (int j = start; j < end; j++) {
            priced[j - start] = (leaving[j] - pairs[j]) * ownFactor
                    - (own[j] + pairs[j]) * factors[rows[j]]
                    + temperature * wanted[offset + j];
        }
    }
}
