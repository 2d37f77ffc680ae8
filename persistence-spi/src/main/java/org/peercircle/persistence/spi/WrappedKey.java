package org.peercircle.persistence.spi;

/** A key, wrapped under a key that is not in the vault. */
public record WrappedKey(KeyRef ref, Payload bytes) {}
