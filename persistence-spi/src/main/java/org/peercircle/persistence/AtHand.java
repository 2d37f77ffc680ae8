package org.peercircle.persistence;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is more quickly found than made anew, in two generations: what is found moves to the young one, and when that is full
 * or old, what only the one before it has is forgotten. To find something takes a fraction of what it takes in a cache that
 * keeps count of what was used last. Safe for use by many threads.
 */
final class AtHand<K, V> {

    private static final long LASTS = Duration.ofMinutes(5).toNanos();

    private final long most;
    private final ToLongFunction<? super V> weight;
    private volatile Generation<K, V> young = new Generation<>(Map.of());

    private static final class Generation<K, V> {
        private final Map<K, V> known = new ConcurrentHashMap<>();
        private final Map<K, V> before;
        private final AtomicLong weight = new AtomicLong();
        private final long began = System.nanoTime();

        Generation(Map<K, V> before) {
            this.before = before;
        }

        boolean isOver(long most) {
            return weight.get() > most || System.nanoTime() - began > LASTS;
        }
    }

    /**
     * Makes a memory for so much.
     *
     * @param most the weight of all that is remembered, all in all
     */
    AtHand(long most, ToLongFunction<? super V> weight) {
        this.most = most / 2;
        this.weight = weight;
    }

    @Nullable
    V find(K key) {
        Generation<K, V> now = current();
        V value = now.known.get(key);
        if (value == null) {
            value = now.before.get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return value;
    }

    /** Finds a value, or makes it; of two who make it at once, the later's is remembered. */
    V findOrMake(K key, Function<? super K, ? extends V> make) {
        V known = find(key);
        if (known != null) {
            return known;
        }
        V made = make.apply(key);
        put(key, made);
        return made;
    }

    void put(K key, V value) {
        Generation<K, V> now = current();
        V replaced = now.known.put(key, value);
        now.weight.addAndGet(weight.applyAsLong(value) - (replaced == null ? 0 : weight.applyAsLong(replaced)));
    }

    private Generation<K, V> current() {
        Generation<K, V> now = young;
        return now.isOver(most) ? next() : now;
    }

    private synchronized Generation<K, V> next() {
        if (young.isOver(most)) {
            young = new Generation<>(young.known);
        }
        return young;
    }

    /** Forgets everything. */
    synchronized void clear() {
        young = new Generation<>(Map.of());
    }
}
