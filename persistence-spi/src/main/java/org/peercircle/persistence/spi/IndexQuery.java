package org.peercircle.persistence.spi;

/**
 * Asks for the records of a kind with an entry between two values of one index, both inclusive. For equality both are
 * the same.
 */
public record IndexQuery(String kind, IndexEntry from, IndexEntry to) {

    /** Checks that both ends are of one index. */
    public IndexQuery {
        SpiText.check("kind", kind);
        if (!from.name().equals(to.name()) || IndexEntry.compareValues(from, to) > 0) {
            throw new IllegalArgumentException(
                    "to must be of the index of from and not before it, but was " + to.name());
        }
    }

    /** Returns the query for one value. */
    public static IndexQuery equal(String kind, IndexEntry value) {
        return new IndexQuery(kind, value, value);
    }

    /** Whether an entry lies in the range. */
    public boolean matches(IndexEntry entry) {
        return entry.name().equals(from.name())
                && IndexEntry.compareValues(from, entry) <= 0
                && IndexEntry.compareValues(entry, to) <= 0;
    }
}
