package org.peercircle.persistence.spi;

/** One program of one institution. It is in every call; nothing is ever shared between tenants. */
public record TenantId(String value) {

    /** Checks the text: 1 to 120 printable ASCII characters without space, slash, backslash or quote. */
    public TenantId {
        SpiText.check("tenant", value);
    }
}
