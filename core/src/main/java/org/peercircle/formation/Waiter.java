package org.peercircle.formation;

import org.peercircle.id.PersonId;

/** Somebody who found no seat, and why. */
public record Waiter(PersonId person, Reason reason) {

    /** Why somebody waits. */
    public enum Reason {
        /** The groups take fewer people than there are. */
        NO_SEAT("The groups take fewer people than there are."),
        /** There is a seat, but taking it would break a rule. */
        RULES("A seat is free, but taking it would break a rule.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        /** Returns the reason as a sentence. */
        public String message() {
            return message;
        }
    }
}
