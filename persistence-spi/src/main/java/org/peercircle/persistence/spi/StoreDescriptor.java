package org.peercircle.persistence.spi;

import java.util.Set;

/**
 * What a store is and can do. The kit tests what is declared, and that what is not declared is refused.
 *
 * @param level the level of this interface the store implements; 1 is the first
 * @param name for people, such as {@code in memory}
 * @param maxOps most ops in a commit, at least 64
 * @param maxPayloadBytes largest payload, at least 1 MiB
 * @param capabilities what it can beyond the five methods
 * @param feedDelay what besides a slow poll can hold up the feed, such as a transaction of somebody else's that stays open,
 *     in a sentence for operators; empty if nothing can (law L18)
 */
public record StoreDescriptor(
        int level, String name, int maxOps, int maxPayloadBytes, Set<Capability> capabilities, String feedDelay) {

    /** The level of this interface. */
    public static final int CURRENT_LEVEL = 1;

    /** What a store may be able to do. */
    public enum Capability {
        /**
         * What was applied survives a process that is killed at any moment (law L22); the machine too, as far as the store's
         * own settings go.
         */
        DURABLE,
        /** {@link RecordStore#prune} works (law L28). */
        PRUNES,
        /** A commit made while the host's transaction runs is part of it (law L20). */
        JOINS
    }

    /** Checks the limits and copies the capabilities. */
    public StoreDescriptor {
        if (maxOps < 64 || maxPayloadBytes < 1 << 20) {
            throw new IllegalArgumentException("limits must be at least 64 ops and 1 MiB, but were " + maxOps + " and "
                    + maxPayloadBytes + " bytes");
        }
        capabilities = Set.copyOf(capabilities);
    }

    /** Returns the descriptor of a store of the current level whose feed nothing can hold up. */
    public static StoreDescriptor of(String name, int maxOps, int maxPayloadBytes, Set<Capability> capabilities) {
        return new StoreDescriptor(CURRENT_LEVEL, name, maxOps, maxPayloadBytes, capabilities, "");
    }

    /** Whether the store can do this. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /**
     * Refuses a commit that is larger than this store takes; for adapters to call first.
     *
     * @throws IllegalArgumentException if it has more ops, or a larger payload
     */
    public void check(Commit commit) {
        if (commit.ops().size() > maxOps) {
            throw new IllegalArgumentException("a commit must have at most " + maxOps + " ops, but had "
                    + commit.ops().size());
        }
        for (RecordOp op : commit.ops()) {
            int size = op.written().map(c -> c.payload().size()).orElse(0);
            if (size > maxPayloadBytes) {
                throw new IllegalArgumentException("the payload of " + op.key() + " must have at most "
                        + maxPayloadBytes + " bytes, but had " + size);
            }
        }
    }
}
