package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercircle.confidentiality.custody.SealedContent;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;

/**
 * A value that only those its tag admits can read. There is no getter: it opens through {@link Disclosure} for a
 * viewer, or not at all. Its string form is a constant; it is not serializable; the value is hidden from reflective
 * serializers by being transient (laws J1, J2).
 *
 * <p>A host wraps what a member typed with {@link #draft}; nobody can open a draft. The office files it under its
 * author, with the tag the author chose.
 *
 * <p>Two pieces are equal when their id and version are, whatever they hold.
 *
 * @param <T> what is held; should be immutable
 */
public final class Confidential<T> {

    /** The longest text of one piece, in characters. */
    public static final int MAX_TEXT = 20_000;

    private static final PieceId UNFILED = PieceId.of("unfiled");

    private final PieceId piece;
    private final int version;
    private final Tag tag;
    private final Tag existence;
    private final Instant filedAt;
    /** Null once it was erased. */
    private final transient @Nullable SealedContent<T> value;

    private Confidential(
            PieceId piece, int version, Tag tag, Tag existence, Instant filedAt, @Nullable SealedContent<T> value) {
        if (!existence.flowsTo(tag)) {
            throw new IllegalArgumentException(
                    "existence must be no stricter than the tag, but was stricter for piece " + piece);
        }
        this.piece = piece;
        this.version = version;
        this.tag = tag;
        this.existence = existence;
        this.filedAt = filedAt;
        this.value = value;
    }

    private static <T> Confidential<T> holding(
            PieceId piece, int version, Tag tag, Tag existence, Instant filedAt, T value) {
        return new Confidential<>(
                piece, version, tag, existence, filedAt, new AtHand<>(Objects.requireNonNull(value, "value")));
    }

    /** What is left of a piece when it was erased: that it was there, which nobody may know either (law E8). */
    private static <T> Confidential<T> erased(PieceId piece, int version) {
        return new Confidential<>(piece, version, Tag.sealed(), Tag.sealed(), Instant.EPOCH, null);
    }

    /**
     * Wraps a text that a member typed, until the office files it. Leading and trailing white space is dropped.
     *
     * @throws IllegalArgumentException if the text is blank or longer than {@link #MAX_TEXT}; the message holds none of
     *     it
     */
    public static Confidential<String> draft(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TEXT) {
            throw new IllegalArgumentException("text must have 1 to " + MAX_TEXT
                    + " characters besides surrounding white space, but had " + stripped.length());
        }
        return draftOf(stripped);
    }

    /** Wraps any value until the office files it. */
    public static <T> Confidential<T> draftOf(T value) {
        return holding(UNFILED, 0, Tag.sealed(), Tag.sealed(), Instant.EPOCH, value);
    }

    /** Returns the id of the piece; the same for every draft. */
    public PieceId piece() {
        return piece;
    }

    /** Returns the version of the piece: 0 for a draft, then 1 and up. */
    public int version() {
        return version;
    }

    /** Returns who the content is for. */
    public Tag tag() {
        return tag;
    }

    /** Returns who may know that the piece exists. */
    public Tag existence() {
        return existence;
    }

    /** Returns when it was written: what is only filed for others, in the same words, stays as old as it is. */
    public Instant filedAt() {
        return filedAt;
    }

    /** Whether the piece has not been filed under an author yet. */
    public boolean isDraft() {
        return version == 0;
    }

    /**
     * Returns what {@code change} makes of the value, as confidential as it is (law C4); nothing of what was erased. What is
     * sealed is changed each time it is opened.
     */
    public <U> Confidential<U> map(Function<? super T, ? extends U> change) {
        if (value instanceof AtHand<T> atHand) {
            return holding(piece, version, tag, existence, filedAt, change.apply(atHand.value));
        }
        return value == null
                ? erased(piece, version)
                : new Confidential<>(piece, version, tag, existence, filedAt, new Changed<>(value, change));
    }

    /** Returns this value filed anew; only custody does that. What was erased stays so. */
    Confidential<T> filed(PieceId under, int newVersion, Tag newTag, Tag newExistence, Instant at) {
        return value == null
                ? erased(under, newVersion)
                : new Confidential<>(under, newVersion, newTag, newExistence, at, value);
    }

    /** Returns the value; empty once it was erased. */
    Optional<T> value() {
        return value == null ? Optional.empty() : value.open();
    }

    /** What was typed or made in this process, and not yet sealed. */
    private static final class AtHand<T> implements SealedContent<T> {

        private final transient T value;

        AtHand(T value) {
            this.value = value;
        }

        @Override
        public Optional<T> open() {
            return Optional.of(value);
        }

        @Override
        public boolean isErased() {
            return false;
        }
    }

    /** What becomes of sealed content once it is opened. */
    private record Changed<T, U>(SealedContent<T> before, Function<? super T, ? extends U> change)
            implements SealedContent<U> {

        @Override
        public Optional<U> open() {
            return before.open().map(change);
        }

        @Override
        public boolean isErased() {
            return before.isErased();
        }
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Confidential<?> that
                && !isDraft()
                && piece.equals(that.piece)
                && version == that.version;
    }

    @Override
    public int hashCode() {
        return piece.hashCode() * 31 + version;
    }

    @Override
    public String toString() {
        return "Confidential[…]";
    }

    /** The ways in that only custody has; sealed so that no other class can take them. */
    public abstract static sealed class Keeper permits org.peercircle.confidentiality.custody.Custody {

        /** For custody alone. */
        protected Keeper() {}

        /** Returns the value itself; empty once it was erased. */
        protected static <T> Optional<T> valueOf(Confidential<T> piece) {
            return piece.value();
        }

        /** Whether it was erased; it is not opened to tell. */
        protected static boolean wasErased(Confidential<?> piece) {
            return piece.value == null || piece.value.isErased();
        }

        /** Returns the content as it is kept; empty once it was erased. */
        protected static <T> Optional<SealedContent<T>> contentOf(Confidential<T> piece) {
            return Optional.ofNullable(piece.value);
        }

        /** Returns a filed piece whose content is sealed. */
        protected static <T> Confidential<T> pieceOf(
                PieceId id, int version, Tag tag, Tag existence, Instant filedAt, SealedContent<T> content) {
            return new Confidential<>(id, version, tag, existence, filedAt, content);
        }

        /** Returns what is left of an erased piece. */
        protected static <T> Confidential<T> erasedPiece(PieceId id, int version) {
            return erased(id, version);
        }

        /** Returns a piece filed anew. */
        protected static <T> Confidential<T> refiled(
                Confidential<T> piece, PieceId id, int version, Tag tag, Tag existence, Instant at) {
            return piece.filed(id, version, tag, existence, at);
        }

        /** Returns a viewer. */
        protected static Viewer viewerOf(PersonId person, Capacity capacity, Purpose purpose) {
            return new Viewer(person, capacity, purpose);
        }

        /** Returns the purposes an engine may read for. */
        protected static ImmutableSet<Purpose> enginePurposes() {
            return ImmutableSet.of(Purpose.OPERATE, Purpose.REPORT);
        }
    }
}
