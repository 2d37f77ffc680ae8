package org.peercircle.plan;

/** What an active plan asks its owner for. */
public enum PlanPrompt {
    /** No step is open (law P1). */
    NEXT_STEP("Every step is done or missed. What will you do next?"),
    /** The owner said that it did not help (law P4). */
    COURSE_CORRECTION("You said this plan did not help. What would you change?"),
    /** A pause has lasted as long as it was to. */
    RESUME("This plan was to rest until now. Will you take it up, rest longer, or let it go?");

    private final String message;

    PlanPrompt(String message) {
        this.message = message;
    }

    /** Returns the question. */
    public String message() {
        return message;
    }
}
