package org.peercircle.formation;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Pairs that are not to share a row. Unit: one pair. */
abstract class ApartTerm extends Term {

    ApartTerm(Seats seats) {
        super(seats);
    }

    /** With how many members of a row, {@code but} not counted, somebody is not to sit. */
    abstract int conflicts(int entrant, int row, int but);

    @Override
    final double value(int row) {
        int[] members = seats.members(row);
        int ends = 0;
        for (int k = 0, count = seats.count(row); k < count; k++) {
            ends += conflicts(members[k], row, NOBODY);
        }
        // Each pair was counted at both its ends.
        return ends >> 1;
    }

    @Override
    final double change(int row, int out, int in) {
        return (in == NOBODY ? 0 : conflicts(in, row, out)) - (out == NOBODY ? 0 : conflicts(out, row, NOBODY));
    }

    @Override
    boolean onlyGrows() {
        return true;
    }

    /** Pairs that are named. Cost: how many are named for one person. */
    static final class Named extends ApartTerm {
        private final int[][] others;

        Named(Seats seats, int[][] others) {
            super(seats);
            this.others = others;
        }

        @Override
        int conflicts(int entrant, int row, int but) {
            int conflicts = 0;
            for (int other : others[entrant]) {
                conflicts += other != but && seats.rowOf(other) == row ? 1 : 0;
            }
            return conflicts;
        }
    }

    /** Pairs found by looking at the two. Cost: the members of the row. */
    private abstract static class LookedAt extends ApartTerm {
        LookedAt(Seats seats) {
            super(seats);
        }

        abstract boolean clash(int one, int other);

        @Override
        final int conflicts(int entrant, int row, int but) {
            int[] members = seats.members(row);
            int conflicts = 0;
            for (int k = 0, count = seats.count(row); k < count; k++) {
                int other = members[k];
                conflicts += other != entrant && other != but && clash(entrant, other) ? 1 : 0;
            }
            return conflicts;
        }
    }

    /** Pairs that share a value. */
    static final class Sharing extends LookedAt {
        private final Values values;

        Sharing(Seats seats, Values values) {
            super(seats);
            this.values = values;
        }

        @Override
        boolean clash(int one, int other) {
            return values.share(one, other);
        }
    }

    /** Pairs that a host says clash. */
    static final class Told extends LookedAt {
        private final List<Entrant> entrants;
        private final BiPredicate<Entrant, Entrant> test;

        Told(Seats seats, List<Entrant> entrants, BiPredicate<Entrant, Entrant> test) {
            super(seats);
            this.entrants = entrants;
            this.test = test;
        }

        @Override
        boolean clash(int one, int other) {
            // A host's test may depend on the order of its arguments; slow and fast evaluation hand it the same one.
            return test.test(entrants.get(Math.min(one, other)), entrants.get(Math.max(one, other)));
        }
    }

    /** Returns by entrant whom the pairs keep them from; pairs with a stranger are passed over. */
    static int[][] adjacency(int people, Iterable<int[]> pairs) {
        IntStream.Builder[] others = new IntStream.Builder[people];
        for (int i = 0; i < people; i++) {
            others[i] = IntStream.builder();
        }
        for (int[] pair : pairs) {
            others[pair[0]].add(pair[1]);
            others[pair[1]].add(pair[0]);
        }
        int[][] adjacency = new int[people][];
        for (int i = 0; i < people; i++) {
            adjacency[i] = others[i].build().toArray();
        }
        return adjacency;
    }
}
