package org.peercircle.persistence.spi;

import java.util.List;

/**
 * What a record holds.
 *
 * @param index under what it is found
 * @param codecTag how the payload is encoded, {@code kind;schema;format}; opaque to the store
 * @param payload opaque to the store
 */
public record RecordContent(List<IndexEntry> index, String codecTag, Payload payload) {

    /** Copies the index, and checks the tag: 1 to 120 characters as in {@link TenantId}. */
    public RecordContent {
        SpiText.check("codec tag", codecTag);
        index = List.copyOf(index);
    }
}
