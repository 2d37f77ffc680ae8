/**
 * Contract tests for adapter authors: extend {@link org.peercircle.persistence.tck.RecordStoreContract} for a store, and
 * {@link org.peercircle.persistence.tck.ConfidentialityContract} for all that stands on it. Uses the public API only, as a
 * host does.
 *
 * <p>How the second works: {@code Act} draws a script, {@code Stage} plays it, {@code Onlooker} says what of it somebody
 * must not notice, {@code Seen} is all they can get, and {@code TwoWorlds} compares.
 */
@NullMarked
package org.peercircle.persistence.tck;

import org.jspecify.annotations.NullMarked;
