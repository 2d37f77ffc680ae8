package org.peercircle.persistence.spi;

/**
 * A record as it stands.
 *
 * @param version 1 when created, one more each time it is replaced
 */
public record StoredRecord(RecordKey key, long version, RecordContent content) {}
