package org.peercircle.persistence.spi;

import java.util.Optional;

/**
 * Where keys are kept, in another place and another backup than the records: destroying a key is how content is
 * forgotten, and a key that comes back with a backup was never destroyed.
 *
 * <p>Every method may be called by many threads at once.
 */
public interface KeyVault {

    /** Returns a key; empty if there is none or it was destroyed. */
    Optional<WrappedKey> fetch(KeyRef ref);

    /**
     * Puts a key unless there is one, and returns the one that is there afterwards.
     *
     * @throws IllegalStateException if a key of this ref was destroyed; it is refused for ever
     */
    WrappedKey putIfAbsent(WrappedKey key);

    /** Destroys a key, if there is one, and remembers for ever that it did. */
    void destroy(KeyRef ref, String reason);
}
