package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;

/**
 * A piece that the actor may read.
 *
 * @param version which version of it, for {@link ReleaseDesk#release}
 * @param owners whose it is; of what is a group's as a whole, its members
 * @param kind what it is part of, such as {@code plan}
 * @param where which part, such as {@code revisions.goal.outcome}
 * @param json its value as JSON text
 */
public record ReadablePiece(
        PieceId piece, int version, ImmutableSet<PersonId> owners, String kind, String where, String json) {

    /** Shows where it is, and nothing of what it says. */
    @Override
    public String toString() {
        return piece + " " + kind + " " + where + " Confidential[…]";
    }
}
