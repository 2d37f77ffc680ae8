package org.peercircle.persistence.spi;

import java.util.Comparator;

/**
 * Which record. Kind and id are case-sensitive ASCII, see {@link TenantId}; a key is never used again after deletion.
 * Keys are ordered by kind, then id, in byte order.
 */
public record RecordKey(String kind, String id) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::kind).thenComparing(RecordKey::id);

    /** Checks the texts. */
    public RecordKey {
        SpiText.check("kind", kind);
        SpiText.check("id", id);
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
