package org.peercircle.audit;

import com.google.common.base.Splitter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.peercircle.internal.Arguments;

/**
 * One link of the chain: that something happened, and nothing of what (law A3). Links can be shown to anybody and kept
 * anywhere; {@link #toLine} writes one as a line of text, {@link #parse} reads it.
 *
 * @param number 1 and up, without gaps
 * @param day in UTC
 * @param commitment a keyed hash of the detail; the key is in the detail
 * @param hash of this link and, through the hash before it, of all before it
 */
public record AuditLink(long number, LocalDate day, String commitment, String hash) {

    private static final int PARTS = 4;
    private static final String HASH = "[0-9a-f]{64}";

    /** Checks the numbers and the hashes' form. */
    public AuditLink {
        Arguments.require(number >= 1, "number", "be at least 1", number);
        Arguments.require(commitment.matches(HASH), "commitment", "be 64 digits of base 16", commitment);
        Arguments.require(hash.matches(HASH), "hash", "be 64 digits of base 16", hash);
    }

    /** Returns the link as a line of text, without its end. */
    public String toLine() {
        return number + " " + day + " " + commitment + " " + hash;
    }

    /**
     * Returns the link that a line shows.
     *
     * @throws IllegalArgumentException if it shows none
     */
    public static AuditLink parse(String line) {
        List<String> parts = Splitter.on(' ').splitToList(line);
        Arguments.require(parts.size() == PARTS, "line", "have a number, a day and two hashes", line);
        try {
            return new AuditLink(
                    Long.parseLong(parts.get(0)), LocalDate.parse(parts.get(1)), parts.get(2), parts.get(3));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("line must have a number, a day and two hashes, but was " + line, e);
        }
    }
}
