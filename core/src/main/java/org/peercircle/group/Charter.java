package org.peercircle.group;

import java.time.Instant;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.internal.Arguments;

/**
 * What a group agreed.
 *
 * @param version 1 and up; each amendment is the next
 * @param words owned by the group as a whole
 * @param adoptedAt since when it holds
 */
public record Charter(int version, Confidential<CharterWords> words, CharterSettings settings, Instant adoptedAt) {

    /** Checks the version. */
    public Charter {
        Arguments.require(version >= 1, "version", "be at least 1", version);
    }
}
