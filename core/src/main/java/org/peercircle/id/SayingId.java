package org.peercircle.id;

/**
 * What somebody said, without who; known to its author alone.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record SayingId(String value) implements Comparable<SayingId> {

    /** Checks the text of the id. */
    public SayingId {
        IdText.check("saying id", value);
    }

    /** Returns the id with this text. */
    public static SayingId of(String value) {
        return new SayingId(value);
    }

    @Override
    public int compareTo(SayingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
