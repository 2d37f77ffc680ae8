package org.peercircle.id;

/**
 * One meeting of one group.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record MeetingId(String value) implements Comparable<MeetingId> {

    /** Checks the text of the id. */
    public MeetingId {
        IdText.check("meeting id", value);
    }

    /** Returns the id with this text. */
    public static MeetingId of(String value) {
        return new MeetingId(value);
    }

    @Override
    public int compareTo(MeetingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
