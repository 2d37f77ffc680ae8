package org.peercircle.id;

/**
 * What a member wrote in an exercise.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record ReflectionId(String value) implements Comparable<ReflectionId> {

    /** Checks the text of the id. */
    public ReflectionId {
        IdText.check("reflection id", value);
    }

    /** Returns the id with this text. */
    public static ReflectionId of(String value) {
        return new ReflectionId(value);
    }

    @Override
    public int compareTo(ReflectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
