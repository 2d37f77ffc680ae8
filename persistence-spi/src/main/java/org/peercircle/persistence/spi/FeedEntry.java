package org.peercircle.persistence.spi;

import java.util.List;
import java.util.Map;

/**
 * One applied commit.
 *
 * @param position rises strictly along the feed; need not be dense
 * @param versions the version each written record came to; a deleted one is not among them
 */
public record FeedEntry(long position, String commitId, Map<RecordKey, Long> versions, List<Payload> events) {

    /** Copies the collections. */
    public FeedEntry {
        versions = Map.copyOf(versions);
        events = List.copyOf(events);
    }
}
