package org.peercircle.persistence.spi;

/**
 * Which record. Kind and id are case-sensitive ASCII, see {@link TenantId}; a key is never used again after deletion.
 * Keys are ordered by kind, then id, in byte order.
 */
public record RecordKey(String kind, String id) implements Comparable<RecordKey> {

    /** Checks the texts. */
    public RecordKey {
        SpiText.check("kind", kind);
        SpiText.check("id", id);
    }

    @Override
    public int compareTo(RecordKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? id.compareTo(other.id) : byKind;
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
