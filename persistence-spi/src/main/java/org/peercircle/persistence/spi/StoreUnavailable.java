package org.peercircle.persistence.spi;

import java.io.Serial;

/** The store can't be reached; a commit was certainly not applied and will not be. */
public final class StoreUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Wraps the driver's own trouble. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
