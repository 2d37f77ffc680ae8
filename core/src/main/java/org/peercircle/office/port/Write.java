package org.peercircle.office.port;

/** One part of a commit. */
public sealed interface Write {

    /** Returns the aggregate it is about. */
    AggregateKey<?> key();

    /** Makes a new aggregate. */
    record Create(AggregateKey<?> key, Object value) implements Write {}

    /** Replaces an aggregate that stands at this version. */
    record Replace(AggregateKey<?> key, Object value, long expected) implements Write {}

    /** Deletes an aggregate that stands at this version, for ever. */
    record Delete(AggregateKey<?> key, long expected) implements Write {}

    /** Changes nothing, and holds the commit to an aggregate standing at this version. */
    record Check(AggregateKey<?> key, long expected) implements Write {}
}
