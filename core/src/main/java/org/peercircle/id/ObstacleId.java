package org.peercircle.id;

/**
 * An obstacle in the way of a plan's goal.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record ObstacleId(String value) implements Comparable<ObstacleId> {

    /** Checks the text of the id. */
    public ObstacleId {
        IdText.check("obstacle id", value);
    }

    /** Returns the id with this text. */
    public static ObstacleId of(String value) {
        return new ObstacleId(value);
    }

    @Override
    public int compareTo(ObstacleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
