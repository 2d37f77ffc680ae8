package org.peercircle.formation;

/** Sets of people who are to sit together, or wait together. Unit: one member who misses one other of their set. */
final class TogetherTerm extends Term {

    private final int[][] sets;
    private final int[][] setsOf;

    TogetherTerm(Seats seats, int[][] sets, int[][] setsOf) {
        super(seats);
        this.sets = sets;
        this.setsOf = setsOf;
    }

    @Override
    double value(int row) {
        int missing = 0;
        for (int[] set : sets) {
            int here = here(set, row);
            missing += here * (set.length - here);
        }
        return missing;
    }

    @Override
    double change(int row, int out, int in) {
        int change = 0;
        if (out != NOBODY) {
            for (int set : setsOf[out]) {
                change += missing(set, row, -1 + (belongs(in, set) ? 1 : 0));
            }
        }
        if (in != NOBODY) {
            for (int set : setsOf[in]) {
                change += belongs(out, set) ? 0 : missing(set, row, 1);
            }
        }
        return change;
    }

    private int missing(int set, int row, int more) {
        int size = sets[set].length;
        int here = here(sets[set], row);
        return (here + more) * (size - here - more) - here * (size - here);
    }

    private int here(int[] set, int row) {
        int here = 0;
        for (int member : set) {
            here += seats.rowOf(member) == row ? 1 : 0;
        }
        return here;
    }

    private boolean belongs(int entrant, int set) {
        if (entrant != NOBODY) {
            for (int own : setsOf[entrant]) {
                if (own == set) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    boolean asksWhoWaits() {
        return true;
    }
}
