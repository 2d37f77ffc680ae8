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

    /**
     * Checks what a feed is asked for; for adapters to call first.
     *
     * @throws IllegalArgumentException if the position is negative, or the limit not between 1 and 1000
     */
    public static void checkRequest(long after, int limit) {
        if (after < 0) {
            throw new IllegalArgumentException("after must not be negative, but was " + after);
        }
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit must be between 1 and 1000, but was " + limit);
        }
    }
}
