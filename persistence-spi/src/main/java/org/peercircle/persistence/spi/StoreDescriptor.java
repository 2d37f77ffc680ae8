package org.peercircle.persistence.spi;

/**
 * What a store is and can do.
 *
 * @param level the level of this interface the store implements; 1 is the first
 * @param name for people, such as {@code in memory}
 * @param maxOps most ops in a commit, at least 64
 * @param maxPayloadBytes largest payload, at least 1 MiB
 * @param prunes whether {@link RecordStore#prune} is supported
 */
public record StoreDescriptor(int level, String name, int maxOps, int maxPayloadBytes, boolean prunes) {

    /** The level of this interface. */
    public static final int CURRENT_LEVEL = 1;

    /** Checks the limits. */
    public StoreDescriptor {
        if (maxOps < 64 || maxPayloadBytes < 1 << 20) {
            throw new IllegalArgumentException("limits must be at least 64 ops and 1 MiB, but were " + maxOps + " and "
                    + maxPayloadBytes + " bytes");
        }
    }
}
