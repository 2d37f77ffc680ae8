/**
 * Stores that keep everything in a directory: the smallest adapter there is, and a key vault. Uses
 * {@code org.peercircle.persistence.spi} and the in-memory store, and nothing of the domain.
 */
@NullMarked
package org.peercircle.persistence.file;

import org.jspecify.annotations.NullMarked;
