package org.peercircle.formation;

import java.util.Arrays;

/**
 * Who sits where, in arrays: entrants and rows are numbers; a row is a group, the last one those who wait. Knows nothing
 * of rules.
 */
final class Seats {

    private final int people;
    private final int waitingRow;
    private final int[][] members;
    private final int[] counts;
    private final int[] rowOf;
    private final int[] placeOf;

    /** Seats everybody among those who wait. */
    Seats(int people, int groups) {
        this.people = people;
        this.waitingRow = groups;
        this.members = new int[groups + 1][0];
        this.counts = new int[groups + 1];
        this.rowOf = new int[people];
        this.placeOf = new int[people];
        for (int i = 0; i < people; i++) {
            add(i, groups);
        }
    }

    int people() {
        return people;
    }

    int waitingRow() {
        return waitingRow;
    }

    int rowOf(int entrant) {
        return rowOf[entrant];
    }

    int count(int row) {
        return counts[row];
    }

    /** The members of a row, of which only the first {@link #count} count. Read only. */
    int[] members(int row) {
        return members[row];
    }

    /** The row of each entrant. Read only. */
    int[] rows() {
        return rowOf;
    }

    void swap(int one, int other) {
        int rowOfOne = rowOf[one];
        int place = placeOf[one];
        put(one, rowOf[other], placeOf[other]);
        put(other, rowOfOne, place);
    }

    void move(int entrant, int row) {
        int from = rowOf[entrant];
        int last = members[from][--counts[from]];
        put(last, from, placeOf[entrant]);
        add(entrant, row);
    }

    void seat(int[] rows) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < people; i++) {
            add(i, rows[i]);
        }
    }

    private void add(int entrant, int row) {
        if (counts[row] == members[row].length) {
            members[row] = Arrays.copyOf(members[row], counts[row] * 2 + 4);
        }
        put(entrant, row, counts[row]++);
    }

    private void put(int entrant, int row, int place) {
        members[row][place] = entrant;
        rowOf[entrant] = row;
        placeOf[entrant] = place;
    }
}
