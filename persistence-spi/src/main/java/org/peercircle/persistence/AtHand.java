package org.peercircle.persistence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is quickly made anew and more quickly found: when there is too much of it, all is forgotten. To find something takes a
 * fraction of what it takes in a cache that keeps count of what was used last. Safe for use by many threads.
 */
final class AtHand<K, V> {

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final int most;

    AtHand(int most) {
        this.most = most;
    }

    @Nullable
    V find(K key) {
        return known.get(key);
    }

    void put(K key, V value) {
        if (known.size() >= most) {
            known.clear();
        }
        known.put(key, value);
    }
}
