package org.peercircle.persistence.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.WrappedKey;

/** A vault that lasts as long as the process, for tests and demonstrations. */
public final class InMemoryKeyVault implements KeyVault {

    private final Map<KeyRef, WrappedKey> keys = new HashMap<>();
    private final NavigableMap<String, DestroyedKey> destroyed = new TreeMap<>();

    /** Makes an empty vault. */
    public InMemoryKeyVault() {}

    @Override
    public synchronized Optional<WrappedKey> fetch(KeyRef ref) {
        return Optional.ofNullable(keys.get(ref));
    }

    @Override
    public synchronized WrappedKey putIfAbsent(WrappedKey key) {
        if (destroyed.containsKey(key.ref().value())) {
            throw new IllegalStateException("key " + key.ref().value() + " was destroyed and can't come back");
        }
        WrappedKey before = keys.putIfAbsent(key.ref(), key);
        return before == null ? key : before;
    }

    @Override
    public synchronized void destroy(KeyRef ref, String reason) {
        keys.remove(ref);
        destroyed.putIfAbsent(ref.value(), new DestroyedKey(ref, reason));
    }

    @Override
    public synchronized boolean isDestroyed(KeyRef ref) {
        return destroyed.containsKey(ref.value());
    }

    @Override
    public synchronized Page<DestroyedKey> destroyed(PageRequest page) {
        List<DestroyedKey> rest = destroyed.tailMap(page.after().orElse(""), false).values().stream()
                .toList();
        List<DestroyedKey> shown = rest.subList(0, Math.min(rest.size(), page.limit()));
        return new Page<>(
                shown,
                shown.size() < rest.size()
                        ? Optional.of(shown.get(shown.size() - 1).ref().value())
                        : Optional.empty());
    }
}
