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

    /** Copies the index. */
    public RecordContent {
        index = List.copyOf(index);
    }
}
