package org.peercircle.persistence.spi;

/** Which key; opaque, so that a list of keys tells nobody whose they are. */
public record KeyRef(String value) {

    /** Checks the text. */
    public KeyRef {
        SpiText.check("key ref", value);
    }
}
