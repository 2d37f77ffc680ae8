package org.peercircle.office;

import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;

/**
 * Something its author wrote about a person who has been erased since, for the author to look at again (law E9).
 *
 * @param kind what it is part of, such as {@code plan}
 * @param id the id of that
 * @param where which part, such as {@code revisions.goal.outcome}
 * @param about who was erased
 */
public record PieceToReview(String kind, String id, String where, PieceId piece, PersonId about) {}
