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

    /** Destroys a key, if there is one, and remembers for ever that it did; the first reason stands. */
    void destroy(KeyRef ref, String reason);

    /**
     * Whether a key was ever destroyed, as opposed to never known. By default it goes through {@link #destroyed}; a vault with
     * many should know better.
     */
    default boolean isDestroyed(KeyRef ref) {
        Optional<PageRequest> next = Optional.of(PageRequest.first(1000));
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<DestroyedKey> page = destroyed(request);
            if (page.items().stream().anyMatch(key -> key.ref().equals(ref))) {
                return true;
            }
            next = page.next().map(request::after);
        }
        return false;
    }

    /**
     * Returns a page of the keys that were ever destroyed, in the order of their refs. Kept elsewhere than the vault's own
     * backups, this list is what {@link #replay} needs after one of these was restored.
     *
     * @param page the cursor is the last ref of the page before
     */
    Page<DestroyedKey> destroyed(PageRequest page);

    /**
     * Destroys again what was destroyed before: to be called with the list as it was kept, before anything is opened from a
     * vault that was restored from a backup (law L27).
     */
    default void replay(Iterable<DestroyedKey> ledger) {
        for (DestroyedKey key : ledger) {
            destroy(key.ref(), key.reason());
        }
    }
}
