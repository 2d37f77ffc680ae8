package org.peercircle.confidentiality.custody;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;

/**
 * The one place where content is filed, sealed, unsealed, and where viewers are made. Exported to the persistence
 * bridge only, so that every use is found by searching for this name; an architecture test lists its callers (law J5).
 */
public final class Custody extends Confidential.Keeper {

    private static final PersonId ENGINE = PersonId.of("~engine");

    private Custody() {}

    /** Files what was written at a time, a draft or a newer version of a piece, under an id with its tags. */
    public static <T> Confidential<T> file(
            Confidential<T> piece, PieceId id, int version, Tag tag, Tag existence, Instant at) {
        return refiled(piece, id, version, tag, existence, at);
    }

    /** Files a draft that was written at a time, with an existence as confidential as its content. */
    public static <T> Confidential<T> file(Confidential<T> piece, PieceId id, Tag tag, Instant at) {
        return refiled(piece, id, 1, tag, tag, at);
    }

    /** Files a piece again under its id, one version on, with another tag. */
    public static <T> Confidential<T> retag(Confidential<T> piece, Tag tag) {
        return refiled(piece, piece.piece(), piece.version() + 1, tag, tag, piece.filedAt());
    }

    /**
     * Returns the plaintext, for sealing before it reaches a store.
     *
     * @throws IllegalStateException if it was erased
     */
    public static <T> T unwrap(Confidential<T> piece) {
        return valueOf(piece)
                .orElseThrow(() -> new IllegalStateException(
                        "piece " + piece.piece() + " was erased; ask isErased before it is unwrapped"));
    }

    /** Whether nothing but its id and version is left of a piece. */
    public static boolean isErased(Confidential<?> piece) {
        return wasErased(piece);
    }

    /** Returns what is left of a piece whose keys were destroyed: nobody reads it, nor knows of it (law E8). */
    public static <T> Confidential<T> erased(PieceId id, int version) {
        return erasedPiece(id, version);
    }

    /** Returns a piece as it was stored. */
    public static <T> Confidential<T> restore(
            PieceId id, int version, Tag tag, Tag existence, Instant filedAt, SealedContent<T> content) {
        return pieceOf(id, version, tag, existence, filedAt, content);
    }

    /** Returns the content of a piece as it is kept, for storing it again as it is; empty once it was erased. */
    public static <T> Optional<SealedContent<T>> content(Confidential<T> piece) {
        return contentOf(piece);
    }

    /** Returns the viewer that is this person in this capacity. */
    public static Viewer viewer(PersonId person, Capacity capacity, Purpose purpose) {
        if (capacity == Capacity.ENGINE) {
            throw new IllegalArgumentException("capacity must be a person's, but was ENGINE");
        }
        return viewerOf(person, capacity, purpose);
    }

    /** Returns the engine as a viewer for operating or reporting; it has no other purpose. */
    public static Viewer engine(Purpose purpose) {
        if (!enginePurposes().contains(purpose)) {
            throw new IllegalArgumentException("purpose must be one of " + enginePurposes() + ", but was " + purpose);
        }
        return viewerOf(ENGINE, Capacity.ENGINE, purpose);
    }
}
