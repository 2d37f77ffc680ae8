package org.peercircle.persistence;

import java.io.Serial;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sealed record did not open: erased, moved, cut or altered. The message holds no content. */
public final class SealedContentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Trouble {
        /** A key was destroyed: the content is erased. */
        ERASED,
        /** A key is not in the vault, and was not destroyed either: it is another vault, or a part of one. */
        KEYLESS,
        /** The bytes are not what was sealed, or not where it was sealed. */
        ALTERED
    }

    private final Trouble trouble;

    SealedContentException(Trouble trouble, String where, @Nullable Throwable cause) {
        super(
                switch (trouble) {
                    case ERASED -> "The content of " + where + " was erased; its key is gone for ever.";
                    case KEYLESS ->
                        "The vault has no key for the content of " + where
                                + ", and never destroyed it. Use the vault and the root key with which it was sealed.";
                    case ALTERED ->
                        "The content of " + where + " is not what was sealed there. Restore the record from a backup.";
                },
                cause);
        this.trouble = trouble;
    }

    /** Returns what was opened or sealed; empty if that was erased. */
    static <T> Optional<T> unlessErased(Supplier<T> sealed) {
        try {
            return Optional.of(sealed.get());
        } catch (SealedContentException e) {
            if (e.trouble == Trouble.ERASED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns what is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
