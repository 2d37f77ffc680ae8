package org.peercircle.persistence.spi;

import java.util.Optional;

/**
 * Which page.
 *
 * @param limit most items, 1 to 1000
 * @param after the cursor of the page before; empty for the first
 */
public record PageRequest(int limit, Optional<String> after) {

    /** Checks the limit. */
    public PageRequest {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit must be between 1 and 1000, but was " + limit);
        }
    }

    /** Returns the request for a first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /** Returns the request for the page after a cursor. */
    public PageRequest after(String cursor) {
        return new PageRequest(limit, Optional.of(cursor));
    }
}
