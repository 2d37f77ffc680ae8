package org.peercircle.persistence.spi;

import java.io.Serial;

/** Whether a commit was applied, or still will be, is not known. Only submitting it again under its id tells. */
public final class OutcomeUnknown extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Wraps the driver's own trouble. */
    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
