package org.peercircle.id;

/**
 * A cohort: people at one career stage in one run of the program.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record CohortId(String value) implements Comparable<CohortId> {

    /** Checks the text of the id. */
    public CohortId {
        IdText.check("cohort id", value);
    }

    /** Returns the id with this text. */
    public static CohortId of(String value) {
        return new CohortId(value);
    }

    @Override
    public int compareTo(CohortId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
