package org.peercircle.id;

/**
 * A topic a member brings to a meeting.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record TopicId(String value) implements Comparable<TopicId> {

    /** Checks the text of the id. */
    public TopicId {
        IdText.check("topic id", value);
    }

    /** Returns the id with this text. */
    public static TopicId of(String value) {
        return new TopicId(value);
    }

    @Override
    public int compareTo(TopicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
