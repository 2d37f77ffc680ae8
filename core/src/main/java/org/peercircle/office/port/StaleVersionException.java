package org.peercircle.office.port;

import com.google.common.collect.ImmutableSet;

/** Somebody else changed an aggregate in the meantime; nothing was written. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableSet<AggregateKey<?>> keys;

    /** Names the aggregates that have moved on, at least one. */
    public StaleVersionException(ImmutableSet<AggregateKey<?>> keys) {
        super("Changed in the meantime: " + keys + ". Read again and decide anew.");
        this.keys = keys;
    }

    /** Returns the aggregates that have moved on. */
    public ImmutableSet<AggregateKey<?>> keys() {
        return keys;
    }
}
