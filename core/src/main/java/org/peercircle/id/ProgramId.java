package org.peercircle.id;

/**
 * One mentoring program of one institution; the tenant of everything stored.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record ProgramId(String value) implements Comparable<ProgramId> {

    /** Checks the text of the id. */
    public ProgramId {
        IdText.check("program id", value);
    }

    /** Returns the id with this text. */
    public static ProgramId of(String value) {
        return new ProgramId(value);
    }

    @Override
    public int compareTo(ProgramId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
