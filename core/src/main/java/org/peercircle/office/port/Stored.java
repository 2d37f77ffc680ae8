package org.peercircle.office.port;

/**
 * An aggregate as it stands in the store.
 *
 * @param version 1 when created, one more each time it is replaced
 */
public record Stored<A>(AggregateKey<A> key, A value, long version) {}
