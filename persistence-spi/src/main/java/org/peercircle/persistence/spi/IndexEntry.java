package org.peercircle.persistence.spi;

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
        /** Checks name and length. */
        public Text {
            SpiText.check("index name", name);
            int bytes = value.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_TEXT_BYTES) {
                throw new IllegalArgumentException(
                        "index text must have at most " + MAX_TEXT_BYTES + " bytes, but had " + bytes);
            }
        }
    }

    /** A whole number; dates and instants are encoded so by the bridge. */
    record Whole(String name, long value) implements IndexEntry {
        /** Checks the name. */
        public Whole {
            SpiText.check("index name", name);
        }
    }

    /**
     * Compares the values of two entries of one name: numbers before texts, numbers by size, texts by unsigned UTF-8
     * bytes.
     */
    static int compareValues(IndexEntry one, IndexEntry other) {
        if (one instanceof Whole a) {
            return other instanceof Whole b ? Long.compare(a.value(), b.value()) : -1;
        }
        Text a = (Text) one;
        return other instanceof Text b
                ? Arrays.compareUnsigned(
                        a.value().getBytes(StandardCharsets.UTF_8), b.value().getBytes(StandardCharsets.UTF_8))
                : 1;
    }
}
