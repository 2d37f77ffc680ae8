package org.peercircle.persistence.spi;

/**
 * A key that was destroyed, as remembered for ever.
 *
 * @param reason as given when it was destroyed
 */
public record DestroyedKey(KeyRef ref, String reason) {}
