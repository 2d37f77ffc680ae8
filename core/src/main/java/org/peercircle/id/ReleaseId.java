package org.peercircle.id;

/**
 * What an owner released of something they said.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record ReleaseId(String value) implements Comparable<ReleaseId> {

    /** Checks the text of the id. */
    public ReleaseId {
        IdText.check("release id", value);
    }

    /** Returns the id with this text. */
    public static ReleaseId of(String value) {
        return new ReleaseId(value);
    }

    @Override
    public int compareTo(ReleaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
