package org.peercircle.confidentiality;

import java.util.Optional;

/**
 * Somebody who reads, in the world as it is now. Handed to what puts content into words, so that a sentence holds what
 * this viewer may read and nothing else.
 */
public record Reader(Viewer viewer, World world) {

    /** Returns the value if the viewer may read it, else empty: exactly as if it were not there. */
    public <T> Optional<T> read(Confidential<T> piece) {
        return Disclosure.open(piece, viewer, world);
    }
}
