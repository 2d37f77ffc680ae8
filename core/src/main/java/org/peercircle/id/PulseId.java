package org.peercircle.id;

/**
 * A pulse survey of a cohort.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record PulseId(String value) implements Comparable<PulseId> {

    /** Checks the text of the id. */
    public PulseId {
        IdText.check("pulse id", value);
    }

    /** Returns the id with this text. */
    public static PulseId of(String value) {
        return new PulseId(value);
    }

    @Override
    public int compareTo(PulseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
