package org.peercircle.id;

/**
 * A next step of a plan; a carried step keeps its id through every revision.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record StepId(String value) implements Comparable<StepId> {

    /** Checks the text of the id. */
    public StepId {
        IdText.check("step id", value);
    }

    /** Returns the id with this text. */
    public static StepId of(String value) {
        return new StepId(value);
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
