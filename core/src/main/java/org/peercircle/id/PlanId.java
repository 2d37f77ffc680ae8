package org.peercircle.id;

/**
 * A member's action plan.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record PlanId(String value) implements Comparable<PlanId> {

    /** Checks the text of the id. */
    public PlanId {
        IdText.check("plan id", value);
    }

    /** Returns the id with this text. */
    public static PlanId of(String value) {
        return new PlanId(value);
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
