package org.peercircle.persistence.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.WrappedKey;

/** A vault that lasts as long as the process, for tests and demonstrations. */
public final class InMemoryKeyVault implements KeyVault {

    private final Map<KeyRef, WrappedKey> keys = new HashMap<>();
    private final Map<KeyRef, String> destroyed = new HashMap<>();

    /** Makes an empty vault. */
    public InMemoryKeyVault() {}

    @Override
    public synchronized Optional<WrappedKey> fetch(KeyRef ref) {
        return Optional.ofNullable(keys.get(ref));
    }

    @Override
    public synchronized WrappedKey putIfAbsent(WrappedKey key) {
        if (destroyed.containsKey(key.ref())) {
            throw new IllegalStateException("key " + key.ref().value() + " was destroyed and can't come back");
        }
        WrappedKey before = keys.putIfAbsent(key.ref(), key);
        return before == null ? key : before;
    }

    @Override
    public synchronized void destroy(KeyRef ref, String reason) {
        keys.remove(ref);
        destroyed.putIfAbsent(ref, reason);
    }
}
