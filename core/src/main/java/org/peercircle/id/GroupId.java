package org.peercircle.id;

/**
 * A peer group.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record GroupId(String value) implements Comparable<GroupId> {

    /** Checks the text of the id. */
    public GroupId {
        IdText.check("group id", value);
    }

    /** Returns the id with this text. */
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
