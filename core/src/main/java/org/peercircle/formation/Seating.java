package org.peercircle.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who sits where while a search runs: entrants are numbers, groups are arrays, and each group's broken units and score
 * are kept. A change is made, looked at, and taken back if it is no good; only the two groups it touches are measured
 * again, each from scratch, so that no error adds up (law F3).
 */
final class Seating {

    private final int n;
    private final int groups;
    private final GroupBounds[] bounds;
    private final GroupMeasure[] musts;
    private final GroupMeasure[] wishes;
    /** The last row holds those who wait. */
    private final int[][] members;

    private final int[] counts;
    private final int[] groupOf;
    private final int[] placeOf;
    private final int[] brokenIn;
    private final double[] scoreOf;
    private int broken;
    private double score;

    Seating(FormationProblem problem, List<Entrant> entrants) {
        this.n = entrants.size();
        this.groups = problem.bounds().size();
        this.bounds = problem.bounds().toArray(new GroupBounds[0]);
        CompiledMusts compiledMusts = new CompiledMusts(entrants);
        this.musts = problem.musts().stream().map(compiledMusts::compile).toArray(GroupMeasure[]::new);
        this.wishes =
                new CompiledWishes(entrants, groups).compile(problem.wishes()).toArray(new GroupMeasure[0]);
        this.members = new int[groups + 1][];
        for (int g = 0; g < groups; g++) {
            members[g] = new int[Math.min(n, bounds[g].max() + 1)];
        }
        members[groups] = new int[n];
        this.counts = new int[groups + 1];
        this.groupOf = new int[n];
        this.placeOf = new int[n];
        this.brokenIn = new int[groups + 1];
        this.scoreOf = new double[groups + 1];
        for (int i = 0; i < n; i++) {
            add(i, groups);
        }
        measureAll();
    }

    int size() {
        return n;
    }

    int groups() {
        return groups;
    }

    int groupOf(int entrant) {
        return groupOf[entrant];
    }

    /** The row in which those who wait sit. */
    int waitingRow() {
        return groups;
    }

    int waiting() {
        return counts[groups];
    }

    int broken() {
        return broken;
    }

    double score() {
        return score;
    }

    boolean hasRoom(int row) {
        return row == groups || counts[row] < bounds[row].max();
    }

    boolean canSpare(int row) {
        return row == groups || counts[row] > bounds[row].min();
    }

    /** Swaps two entrants of different rows. */
    void swap(int one, int other) {
        int rowOfOne = groupOf[one];
        int rowOfOther = groupOf[other];
        int place = placeOf[one];
        put(one, rowOfOther, placeOf[other]);
        put(other, rowOfOne, place);
        measure(rowOfOne);
        measure(rowOfOther);
    }

    /** Moves an entrant to another row. */
    void move(int entrant, int row) {
        int from = groupOf[entrant];
        int last = members[from][counts[from] - 1];
        put(last, from, placeOf[entrant]);
        counts[from]--;
        add(entrant, row);
        measure(from);
        measure(row);
    }

    /** Copies the row of each entrant. */
    void copyTo(int[] rows) {
        System.arraycopy(groupOf, 0, rows, 0, n);
    }

    /** Seats everybody as in an earlier copy. */
    void seat(int[] rows) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            add(i, rows[i]);
        }
        measureAll();
    }

    /** Returns the numbers in a row, smallest first. */
    List<Integer> row(int row) {
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < counts[row]; i++) {
            sorted.add(members[row][i]);
        }
        sorted.sort(null);
        return sorted;
    }

    private void add(int entrant, int row) {
        if (counts[row] == members[row].length) {
            members[row] = Arrays.copyOf(members[row], counts[row] * 2 + 1);
        }
        put(entrant, row, counts[row]++);
    }

    private void put(int entrant, int row, int place) {
        members[row][place] = entrant;
        groupOf[entrant] = row;
        placeOf[entrant] = place;
    }

    private void measureAll() {
        broken = 0;
        score = 0;
        Arrays.fill(brokenIn, 0);
        Arrays.fill(scoreOf, 0);
        for (int row = 0; row <= groups; row++) {
            measure(row);
        }
    }

    private void measure(int row) {
        int group = row == groups ? FormationProblem.WAITING : row;
        int brokenNow = group < 0
                ? 0
                : Math.max(0, bounds[row].min() - counts[row]) + Math.max(0, counts[row] - bounds[row].max());
        for (GroupMeasure must : musts) {
            brokenNow += (int) must.of(group, members[row], counts[row]);
        }
        double scoreNow = 0;
        if (group >= 0) {
            for (GroupMeasure wish : wishes) {
                scoreNow += wish.of(group, members[row], counts[row]);
            }
        }
        broken += brokenNow - brokenIn[row];
        brokenIn[row] = brokenNow;
        score += scoreNow - scoreOf[row];
        scoreOf[row] = scoreNow;
    }
}
