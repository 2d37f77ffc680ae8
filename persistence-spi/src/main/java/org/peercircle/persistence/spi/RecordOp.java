package org.peercircle.persistence.spi;

import java.util.Optional;

/** One part of a commit. There is no "check absent": absence is asserted by creating a reservation record. */
public sealed interface RecordOp {

    /** Returns the record it is about. */
    RecordKey key();

    /** Returns the version at which the record must stand; 0 for one that must never have been there. */
    long expected();

    /** Returns what the record is to hold; empty where the op writes nothing. */
    Optional<RecordContent> written();

    /** Makes a record at version 1. Conflicts if the key exists or ever existed. */
    record Create(RecordKey key, RecordContent content) implements RecordOp {
        @Override
        public long expected() {
            return 0;
        }

        @Override
        public Optional<RecordContent> written() {
            return Optional.of(content);
        }
    }

    /** Replaces a record that stands at the expected version. */
    record Replace(RecordKey key, long expected, RecordContent content) implements RecordOp {
        @Override
        public Optional<RecordContent> written() {
            return Optional.of(content);
        }
    }

    /** Deletes a record that stands at the expected version, for ever. */
    record Delete(RecordKey key, long expected) implements RecordOp {
        @Override
        public Optional<RecordContent> written() {
            return Optional.empty();
        }
    }

    /** Changes nothing; the commit holds only if the record stands at the expected version when it is applied. */
    record Check(RecordKey key, long expected) implements RecordOp {
        @Override
        public Optional<RecordContent> written() {
            return Optional.empty();
        }
    }
}
