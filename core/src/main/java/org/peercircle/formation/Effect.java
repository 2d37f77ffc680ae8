package org.peercircle.formation;

/** What a change would do. */
public record Effect(Change change, Score before, Score after) {

    /** Returns what the change adds to the preference score; negative when it costs. */
    public double gain() {
        return after.preference() - before.preference();
    }

    /** Returns how many more units of musts it would break; negative when it mends some. */
    public int moreBroken() {
        return after.broken() - before.broken();
    }
}
