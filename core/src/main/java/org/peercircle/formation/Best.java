package org.peercircle.formation;

/**
 * The best seats a search has seen, by the exact order of {@link Score}. What changes is noted, so that keeping a new best
 * costs no more than the changes since the last.
 */
final class Best {

    private final Seating seating;
    private final int[] rows;
    private final int[] groupOfRow;
    private final int[] changed;
    private int changes;
    private Score score;

    Best(Seating seating) {
        this.seating = seating;
        this.rows = new int[seating.size()];
        this.groupOfRow = new int[seating.groups()];
        this.changed = new int[seating.size()];
        this.score = seating.total();
        seating.copyTo(rows);
        seating.copyGroupsTo(groupOfRow);
    }

    Score score() {
        return score;
    }

    /** Notes that somebody changed their row. */
    void note(int entrant) {
        if (changes < changed.length) {
            changed[changes] = entrant;
        }
        changes++;
    }

    /** Keeps the seats if they are the best so far. Rounding makes a score differ in its last bits; that is not better. */
    boolean keepIfBetter() {
        int broken = seating.broken();
        int waiting = seating.waiting();
        boolean better = broken != score.broken()
                ? broken < score.broken()
                : waiting != score.waiting()
                        ? waiting < score.waiting()
                        : seating.score() > score.preference() + 1e-12 * Math.abs(score.preference());
        if (better) {
            keep();
        }
        return better;
    }

    private void keep() {
        score = seating.total();
        if (changes > changed.length) {
            seating.copyTo(rows);
        } else {
            for (int i = 0; i < changes; i++) {
                rows[changed[i]] = seating.rowOf(changed[i]);
            }
        }
        changes = 0;
        if (seating.isInterchangeable()) {
            seating.copyGroupsTo(groupOfRow);
        }
    }

    /** Seats everybody as they sat at best. */
    void restore() {
        seating.standFor(groupOfRow);
        seating.seat(rows);
        changes = 0;
    }
}
