package org.peercircle.id;

/**
 * What the law demands of a program.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record LegalMatterId(String value) implements Comparable<LegalMatterId> {

    /** Checks the text of the id. */
    public LegalMatterId {
        IdText.check("legal matter id", value);
    }

    /** Returns the id with this text. */
    public static LegalMatterId of(String value) {
        return new LegalMatterId(value);
    }

    @Override
    public int compareTo(LegalMatterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
