package org.peercircle.persistence.spi;

import java.util.List;
import java.util.Optional;

/**
 * Some items of many.
 *
 * @param next the cursor of the next page; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
