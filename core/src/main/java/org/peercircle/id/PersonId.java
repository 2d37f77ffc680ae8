package org.peercircle.id;

/**
 * A person the program knows: a participant, a coordinator, or a supervisor who takes no part.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record PersonId(String value) implements Comparable<PersonId> {

    /** Checks the text of the id. */
    public PersonId {
        IdText.check("person id", value);
    }

    /** Returns the id with this text. */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
