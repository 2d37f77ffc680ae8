package org.peercircle.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seats and what the rules make of them while a search runs. A change is priced before it is made; each row's broken
 * units and score are kept, and measured anew when the row changes, so that no error adds up (law F3).
 */
final class Seating {

    private final Seats seats;
    private final int groups;
    /** By row. Where it does not matter which group is which, rows may exchange bounds, and the groups they stand for. */
    private final GroupBounds[] bounds;

    private final int[] groupAt;
    private final Term[] musts;
    private final Term[] mustsOfWaiting;
    private final Term[] wishes;
    private final Optional<TabledPairs> table;
    private final double[] slack;
    private final int[] brokenIn;
    private final double[] scoreIn;
    private final Term[] wishesBesideTable;
    private final double mostBesideTable;
    private final boolean interchangeable;
    private int broken;
    private double score;
    private double brokenWeight;
    private double waitingWeight;
    private int brokenChange;
    private int waitingChange;
    private double scoreChange;

    Seating(FormationProblem problem, List<Entrant> entrants) {
        this.groups = problem.bounds().size();
        this.seats = new Seats(entrants.size(), groups);
        this.bounds = problem.bounds().toArray(new GroupBounds[0]);
        this.groupAt = new int[groups];
        MustTerms mustTerms = new MustTerms(entrants, seats);
        this.musts = problem.musts().stream().map(mustTerms::compile).toArray(Term[]::new);
        this.mustsOfWaiting = Arrays.stream(musts).filter(Term::asksWhoWaits).toArray(Term[]::new);
        List<Term> wishTerms = new WishTerms(entrants, seats).compile(problem.wishes());
        this.wishes = wishTerms.toArray(new Term[0]);
        this.table = wishTerms.stream()
                .filter(TabledPairs.class::isInstance)
                .map(TabledPairs.class::cast)
                .findFirst();
        this.wishesBesideTable = wishTerms.stream()
                .filter(t -> table.isEmpty() || t != table.orElseThrow())
                .toArray(Term[]::new);
        this.mostBesideTable =
                Arrays.stream(wishesBesideTable).mapToDouble(Term::most).sum();
        this.slack = new double[groups + 1];
        this.brokenIn = new int[groups + 1];
        this.scoreIn = new double[groups + 1];
        this.interchangeable = Stream.of(musts).noneMatch(Term::knowsGroups);
        for (int g = 0; g < groups; g++) {
            groupAt[g] = g;
        }
        measureAll();
    }

    int size() {
        return seats.people();
    }

    int groups() {
        return groups;
    }

    int rowOf(int entrant) {
        return seats.rowOf(entrant);
    }

    int count(int row) {
        return seats.count(row);
    }

    int[] members(int row) {
        return seats.members(row);
    }

    /** The row in which those who wait sit. */
    int waitingRow() {
        return groups;
    }

    int waiting() {
        return seats.count(groups);
    }

    int broken() {
        return broken;
    }

    double score() {
        return score;
    }

    int brokenIn(int row) {
        return brokenIn[row];
    }

    double scoreIn(int row) {
        return scoreIn[row];
    }

    /** How many units a group breaks that nobody who comes can mend. */
    int brokenForGood(int row) {
        int units = Math.max(0, seats.count(row) - bounds[row].max());
        for (Term must : musts) {
            units += must.onlyGrows() ? (int) must.value(row) : 0;
        }
        return units;
    }

    Score total() {
        return new Score(broken, waiting(), score);
    }

    boolean hasMusts() {
        return musts.length > 0;
    }

    boolean isInterchangeable() {
        return interchangeable;
    }

    GroupBounds bounds(int row) {
        return bounds[row];
    }

    boolean hasRoom(int row) {
        return row == groups || seats.count(row) < bounds[row].max();
    }

    boolean canSpare(int row) {
        return row == groups || seats.count(row) > bounds[row].min();
    }

    /** Says what one broken unit and one who waits cost, in score. */
    void weigh(double ofBroken, double ofWaiting) {
        brokenWeight = ofBroken;
        waitingWeight = ofWaiting;
        for (int row = 0; row <= groups; row++) {
            relax(row);
        }
    }

    /** What there is to gain: the score, less the cost of what is broken and of those who wait. */
    double merit() {
        return score - brokenWeight * broken - waitingWeight * waiting();
    }

    /** Prices a swap of two entrants of different rows, and returns what it would add to the merit. */
    double priceSwap(int one, int other) {
        int rowOfOne = seats.rowOf(one);
        int rowOfOther = seats.rowOf(other);
        brokenChange = unitsChange(rowOfOne, one, other) + unitsChange(rowOfOther, other, one);
        scoreChange = shareChange(rowOfOne, one, other) + shareChange(rowOfOther, other, one);
        waitingChange = 0;
        return meritChange();
    }

    /** Prices a move to another row, and returns what it would add to the merit. */
    double priceMove(int entrant, int row) {
        int from = seats.rowOf(entrant);
        brokenChange = unitsChange(from, entrant, Term.NOBODY)
                + unitsChange(row, Term.NOBODY, entrant)
                + outside(from, -1)
                - outside(from, 0)
                + outside(row, 1)
                - outside(row, 0);
        scoreChange = shareChange(from, entrant, Term.NOBODY) + shareChange(row, Term.NOBODY, entrant);
        waitingChange = (row == groups ? 1 : 0) - (from == groups ? 1 : 0);
        return meritChange();
    }

    /** The total after the change priced last. */
    Score priced() {
        return new Score(broken + brokenChange, waiting() + waitingChange, score + scoreChange);
    }

    private double meritChange() {
        return scoreChange - brokenWeight * brokenChange - waitingWeight * waitingChange;
    }

    private int unitsChange(int row, int out, int in) {
        int change = 0;
        for (Term must : row == groups ? mustsOfWaiting : musts) {
            change += (int) must.change(row, out, in);
        }
        return change;
    }

    private double shareChange(int row, int out, int in) {
        double change = 0;
        if (row != groups) {
            for (Term wish : wishes) {
                change += wish.change(row, out, in);
            }
        }
        return change;
    }

    /**
     * Returns the first entrant from {@code from} on whose swap with {@code one} may pass, or the number of people; all
     * entrants of other rows may where no table of pairs is kept.
     */
    int nextSwap(int one, int from, Thresholds thresholds, int offset, double temperature) {
        if (table.isPresent()) {
            return table.orElseThrow().nextSwap(one, from, slack, thresholds, offset, temperature);
        }
        int row = seats.rowOf(one);
        int next = from;
        while (next < size() && seats.rowOf(next) == row) {
            next++;
        }
        return next;
    }

    /** Whether all swaps of one entrant can be looked through at little cost. */
    boolean screensSwaps() {
        return table.isPresent();
    }

    /** Swaps two entrants of different rows. */
    void swap(int one, int other) {
        int rowOfOne = seats.rowOf(one);
        int rowOfOther = seats.rowOf(other);
        seats.swap(one, other);
        changed(rowOfOne, one, other);
        changed(rowOfOther, other, one);
    }

    /** Moves an entrant to another row. */
    void move(int entrant, int row) {
        int from = seats.rowOf(entrant);
        seats.move(entrant, row);
        changed(from, entrant, Term.NOBODY);
        changed(row, Term.NOBODY, entrant);
    }

    /** Copies the row of each entrant. */
    void copyTo(int[] rows) {
        System.arraycopy(seats.rows(), 0, rows, 0, rows.length);
    }

    /** Copies the group that each row stands for. */
    void copyGroupsTo(int[] other) {
        System.arraycopy(groupAt, 0, other, 0, groups);
    }

    /** Seats everybody as in an earlier copy. */
    void seat(int[] rows) {
        seats.seat(rows);
        measureAll();
    }

    /** Gives each row the bounds of another: of the row {@code from[row]}. */
    void exchangeBounds(int[] from) {
        boolean any = false;
        for (int row = 0; row < groups; row++) {
            any |= from[row] != row;
        }
        if (!any) {
            return;
        }
        GroupBounds[] old = bounds.clone();
        int[] oldGroups = groupAt.clone();
        for (int row = 0; row < groups; row++) {
            bounds[row] = old[from[row]];
            groupAt[row] = oldGroups[from[row]];
        }
        for (int row = 0; row < groups; row++) {
            measure(row);
        }
    }

    /** Lets each row stand for a group, as in an earlier copy. */
    void standFor(int[] groupOfRow) {
        int[] rowOfGroup = new int[groups];
        for (int row = 0; row < groups; row++) {
            rowOfGroup[groupAt[row]] = row;
        }
        int[] from = new int[groups];
        for (int row = 0; row < groups; row++) {
            from[row] = rowOfGroup[groupOfRow[row]];
        }
        exchangeBounds(from);
    }

    /** Returns the numbers of those in a group, or of those who wait, smallest first. */
    List<Integer> group(int group) {
        int row = groups;
        for (int r = 0; r < groups; r++) {
            row = groupAt[r] == group ? r : row;
        }
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < seats.count(row); i++) {
            sorted.add(seats.members(row)[i]);
        }
        sorted.sort(null);
        return sorted;
    }

    private void changed(int row, int out, int in) {
        for (Term must : musts) {
            must.changed(row, out, in);
        }
        for (Term wish : wishes) {
            wish.changed(row, out, in);
        }
        measure(row);
    }

    private void measureAll() {
        for (Term must : musts) {
            must.rebuilt();
        }
        for (Term wish : wishes) {
            wish.rebuilt();
        }
        broken = 0;
        score = 0;
        Arrays.fill(brokenIn, 0);
        Arrays.fill(scoreIn, 0);
        for (int row = 0; row <= groups; row++) {
            measure(row);
        }
    }

    private void measure(int row) {
        int brokenNow = outside(row, 0);
        for (Term must : row == groups ? mustsOfWaiting : musts) {
            brokenNow += (int) must.value(row);
        }
        double scoreNow = 0;
        if (row != groups) {
            for (Term wish : wishes) {
                scoreNow += wish.value(row);
            }
        }
        broken += brokenNow - brokenIn[row];
        brokenIn[row] = brokenNow;
        score += scoreNow - scoreIn[row];
        scoreIn[row] = scoreNow;
        relax(row);
    }

    /** Works out what a row could gain at best by all that is not in the table of pairs. */
    private void relax(int row) {
        double gain = 0;
        if (row != groups) {
            gain = mostBesideTable;
            for (Term wish : wishesBesideTable) {
                gain -= wish.value(row);
            }
        }
        slack[row] = brokenWeight * brokenIn[row] + gain;
    }

    /** By how many a row with {@code more} members would be outside its bounds. */
    int outside(int row, int more) {
        if (row == groups) {
            return 0;
        }
        int count = seats.count(row) + more;
        return Math.max(0, bounds[row].min() - count) + Math.max(0, count - bounds[row].max());
    }
}
