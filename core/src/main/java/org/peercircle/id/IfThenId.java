package org.peercircle.id;

/**
 * An if-then plan; one that stays keeps its id through every revision.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record IfThenId(String value) implements Comparable<IfThenId> {

    /** Checks the text of the id. */
    public IfThenId {
        IdText.check("if-then id", value);
    }

    /** Returns the id with this text. */
    public static IfThenId of(String value) {
        return new IfThenId(value);
    }

    @Override
    public int compareTo(IfThenId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
