package org.peercircle.persistence.spi;

/** One part of a commit. There is no "check absent": absence is asserted by creating a reservation record. */
public sealed interface RecordOp {

    /** Returns the record it is about. */
    RecordKey key();

    /** Makes a record at version 1. Conflicts if the key exists or ever existed. */
    record Create(RecordKey key, RecordContent content) implements RecordOp {}

    /** Replaces a record that stands at the expected version. */
    record Replace(RecordKey key, long expected, RecordContent content) implements RecordOp {}

    /** Deletes a record that stands at the expected version, for ever. */
    record Delete(RecordKey key, long expected) implements RecordOp {}

    /** Changes nothing; the commit holds only if the record stands at the expected version when it is applied. */
    record Check(RecordKey key, long expected) implements RecordOp {}
}
