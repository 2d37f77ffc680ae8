package org.peercircle.office.port;

import org.jspecify.annotations.Nullable;

/** The store can't be reached, or did not say whether it applied a commit. Trying again under the same id is safe. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps the store's own trouble once. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
