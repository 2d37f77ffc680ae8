package org.peercircle.id;

/**
 * A piece: one authored unit of confidential content.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record PieceId(String value) implements Comparable<PieceId> {

    /** Checks the text of the id. */
    public PieceId {
        IdText.check("piece id", value);
    }

    /** Returns the id with this text. */
    public static PieceId of(String value) {
        return new PieceId(value);
    }

    @Override
    public int compareTo(PieceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
