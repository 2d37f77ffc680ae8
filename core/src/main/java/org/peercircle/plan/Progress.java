package org.peercircle.plan;

/**
 * How far a plan has come, counted over every step it ever had.
 *
 * @param overdue open and due before today
 */
public record Progress(int done, int open, int missed, int setAside, int overdue) {

    /** Returns all steps. */
    public int total() {
        return done + open + missed + setAside;
    }
}
