/**
 * What an adapter author implements: {@link org.peercircle.persistence.spi.RecordStore}, five methods and an optional
 * sixth, and, with confidential content, {@link org.peercircle.persistence.spi.KeyVault}. No domain type and no type of
 * another library is in it.
 */
@NullMarked
package org.peercircle.persistence.spi;

import org.jspecify.annotations.NullMarked;
