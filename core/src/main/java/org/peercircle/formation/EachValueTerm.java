package org.peercircle.formation;

/**
 * A rule over how many members of a row have each value of a trait, and how many of these mind. Only the values of who
 * comes and who leaves are counted again.
 */
abstract class EachValueTerm extends Term {

    private final Values values;

    EachValueTerm(Seats seats, Values values) {
        super(seats);
        this.values = values;
    }

    /** The units for a value that {@code count} members have, 1 or more, of whom {@code minding} mind. */
    abstract int units(int count, int minding);

    /** Whether somebody minds how many there are. */
    boolean minds(int entrant) {
        return true;
    }

    @Override
    final double value(int row) {
        int[] members = seats.members(row);
        int sum = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            for (int code : values.of(members[k])) {
                sum += isFirst(row, k, code) ? unitsOf(row, code, NOBODY, NOBODY) : 0;
            }
        }
        return sum;
    }

    private boolean isFirst(int row, int place, int code) {
        int[] members = seats.members(row);
        for (int k = 0; k < place; k++) {
            if (values.has(members[k], code)) {
                return false;
            }
        }
        return true;
    }

    @Override
    final double change(int row, int out, int in) {
        int change = 0;
        if (out != NOBODY) {
            for (int code : values.of(out)) {
                change += unitsOf(row, code, out, in) - unitsOf(row, code, NOBODY, NOBODY);
            }
        }
        if (in != NOBODY) {
            for (int code : values.of(in)) {
                if (out == NOBODY || !values.has(out, code)) {
                    change += unitsOf(row, code, out, in) - unitsOf(row, code, NOBODY, NOBODY);
                }
            }
        }
        return change;
    }

    private int unitsOf(int row, int code, int out, int in) {
        int[] members = seats.members(row);
        int have = 0;
        int minding = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            int member = members[k];
            if (member != out && values.has(member, code)) {
                have++;
                minding += minds(member) ? 1 : 0;
            }
        }
        if (in != NOBODY && values.has(in, code)) {
            have++;
            minding += minds(in) ? 1 : 0;
        }
        return have == 0 ? 0 : units(have, minding);
    }
}
