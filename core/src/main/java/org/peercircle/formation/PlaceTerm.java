package org.peercircle.formation;

/** Rules that name groups: people who stay in one, and groups that stay as they are. Unit: one person out of place. */
abstract class PlaceTerm extends Term {

    PlaceTerm(Seats seats) {
        super(seats);
    }

    /** The units that somebody's sitting in a row adds to it; negative where they belong. */
    abstract int units(int row, int entrant);

    @Override
    double value(int row) {
        int[] members = seats.members(row);
        int sum = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            sum += units(row, members[k]);
        }
        return sum;
    }

    @Override
    final double change(int row, int out, int in) {
        return (in == NOBODY ? 0 : units(row, in)) - (out == NOBODY ? 0 : units(row, out));
    }

    @Override
    final boolean knowsGroups() {
        return true;
    }

    /** People who stay in a group. */
    static final class Pinned extends PlaceTerm {
        /** By entrant; {@link #ANYWHERE} for all others. */
        private final int[] rows;

        static final int ANYWHERE = Integer.MIN_VALUE;

        Pinned(Seats seats, int[] rows) {
            super(seats);
            this.rows = rows;
        }

        @Override
        int units(int row, int entrant) {
            return rows[entrant] != ANYWHERE && rows[entrant] != row ? 1 : 0;
        }

        @Override
        boolean asksWhoWaits() {
            return true;
        }

        @Override
        boolean onlyGrows() {
            return true;
        }
    }

    /** Groups that stay as they are. */
    static final class Unchanged extends PlaceTerm {
        /** By entrant the row they belong in; by row how many belong there, or -1 where the rule says nothing. */
        private final int[] home;

        private final int[] belonging;

        Unchanged(Seats seats, int[] home, int[] belonging) {
            super(seats);
            this.home = home;
            this.belonging = belonging;
        }

        @Override
        double value(int row) {
            return belonging[row] < 0 ? 0 : belonging[row] + super.value(row);
        }

        @Override
        int units(int row, int entrant) {
            return belonging[row] < 0 ? 0 : home[entrant] == row ? -1 : 1;
        }
    }
}
