package org.peercircle.cohort;

/** One way to deal with people who find no seat, with what it costs. */
public sealed interface WayOut {

    /** Returns the way out as a sentence for a coordinator. */
    String message();

    /** Some wait for a seat. */
    record Wait(int people) implements WayOut {
        @Override
        public String message() {
            return people == 1 ? "One person waits for a seat." : people + " people wait for a seat.";
        }
    }

    /** Find more people, so that one more group can open. */
    record Recruit(int people, int groups) implements WayOut {
        @Override
        public String message() {
            return "Recruit " + people + " more, for " + groups + (groups == 1 ? " group." : " groups.");
        }
    }

    /** Allow larger groups. */
    record RaiseMaximum(int by, int max) implements WayOut {
        @Override
        public String message() {
            return "Allow groups of " + (max + by) + " instead of at most " + max + ".";
        }
    }

    /** Allow smaller groups. */
    record LowerMinimum(int by, int min) implements WayOut {
        @Override
        public String message() {
            return "Allow groups of " + (min - by) + " instead of at least " + min + ".";
        }
    }
}
