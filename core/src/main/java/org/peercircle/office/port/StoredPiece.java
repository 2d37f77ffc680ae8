package org.peercircle.office.port;

import org.peercircle.confidentiality.Confidential;

/**
 * One confidential piece of an aggregate, as it is kept.
 *
 * @param where the names that lead to it within the aggregate, such as {@code topics.title}
 * @param json its value as JSON text, as confidential as the piece itself
 */
public record StoredPiece(String where, Confidential<String> json) {}
