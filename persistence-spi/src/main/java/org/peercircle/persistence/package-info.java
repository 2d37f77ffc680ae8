/**
 * The bridge from the core's typed port to any record store: {@link org.peercircle.persistence.RecordRepository}, which
 * encodes and seals aggregates, and {@link org.peercircle.persistence.Sealing}.
 */
@NullMarked
package org.peercircle.persistence;

import org.jspecify.annotations.NullMarked;
