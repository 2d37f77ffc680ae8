package org.peercircle.confidentiality.custody;

import java.util.Optional;

/**
 * The content of a piece as it came out of a store: opened each time somebody who may read it does, and never before.
 *
 * @param <T> what is in it
 */
public interface SealedContent<T> {

    /** Returns the content; empty once it was erased. */
    Optional<T> open();

    /** Whether it was erased; says so without opening it. */
    boolean isErased();
}
