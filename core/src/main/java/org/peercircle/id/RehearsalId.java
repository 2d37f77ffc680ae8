package org.peercircle.id;

/**
 * A rehearsal of a hard conversation.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record RehearsalId(String value) implements Comparable<RehearsalId> {

    /** Checks the text of the id. */
    public RehearsalId {
        IdText.check("rehearsal id", value);
    }

    /** Returns the id with this text. */
    public static RehearsalId of(String value) {
        return new RehearsalId(value);
    }

    @Override
    public int compareTo(RehearsalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
