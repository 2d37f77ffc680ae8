package org.peercircle.persistence.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A value under which a record is found. A record may have several, also of one name. */
public sealed interface IndexEntry {

    /** The longest text, in UTF-8 bytes. */
    int MAX_TEXT_BYTES = 200;

    /** Returns the name of the index. */
    String name();

    /** A text; compared as unsigned UTF-8 bytes. */
    record Text(String name, String value) implements IndexEntry {
        /** Checks name, length and form. */
        public Text {
            SpiText.check("index name", name);
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw new IllegalArgumentException(
                        "index text must have at most " + MAX_TEXT_BYTES + " bytes, but had " + bytes.length);
            }
            if (!new String(bytes, StandardCharsets.UTF_8).equals(value)) {
                throw new IllegalArgumentException("index text must be well-formed, but had half a surrogate pair");
            }
        }

        @Override
        public byte[] toSortableBytes() {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(1 + text.length).put((byte) 2).put(text).array();
        }
    }

    /** A whole number; dates and instants are encoded so by the bridge. */
    record Whole(String name, long value) implements IndexEntry {
        /** Checks the name. */
        public Whole {
            SpiText.check("index name", name);
        }

        @Override
        public byte[] toSortableBytes() {
            return ByteBuffer.allocate(1 + Long.BYTES)
                    .put((byte) 1)
                    .putLong(value ^ Long.MIN_VALUE)
                    .array();
        }
    }

    /**
     * Returns the value as bytes that, compared without sign, are in the order of the values: numbers before texts, numbers
     * by size, texts by their UTF-8 bytes. For adapters over stores that order bytes.
     */
    byte[] toSortableBytes();

    /**
     * Compares the values of two entries of one name: numbers before texts, numbers by size, texts by unsigned UTF-8
     * bytes.
     */
    static int compareValues(IndexEntry one, IndexEntry other) {
        return Arrays.compareUnsigned(one.toSortableBytes(), other.toSortableBytes());
    }
}
