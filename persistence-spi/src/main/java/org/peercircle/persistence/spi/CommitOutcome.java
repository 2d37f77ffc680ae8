package org.peercircle.persistence.spi;

import java.util.Set;

/** What became of a commit. Only faults are exceptions. */
public sealed interface CommitOutcome {

    /** Applied now. */
    record Applied(Durability durability) implements CommitOutcome {}

    /** Applied before, under the same id and fingerprint; nothing more was done. */
    record Replayed() implements CommitOutcome {}

    /**
     * Nothing was done; the commit id is still free.
     *
     * @param keys at least one that does not stand as expected
     */
    record Conflict(Set<RecordKey> keys) implements CommitOutcome {
        /** Copies the keys, of which there is at least one. */
        public Conflict {
            keys = Set.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("keys must hold at least one, but were empty");
            }
        }
    }

    /** The id was used for another commit; nothing was done. */
    record CommitIdMisused() implements CommitOutcome {}

    /** How lasting an applied commit is. */
    enum Durability {
        /** As lasting as the store is. */
        DURABLE,
        /** Lasting once the host's own transaction commits. */
        WITH_HOST_TRANSACTION
    }
}
