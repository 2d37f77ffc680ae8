package org.peercircle.rehearsal;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;

/**
 * What happened in the real conversation, as the speaker tells it.
 *
 * @param words in their own words
 */
public record Aftermath(Outcome outcome, Optional<Confidential<String>> words, Instant at) {

    /** What came of it. */
    public enum Outcome {
        /** They got what they asked for. */
        GRANTED,
        /** They got some of it. */
        PARTLY_GRANTED,
        /** They did not get it. */
        REFUSED,
        /** The answer is still open. */
        OPEN,
        /** They decided not to have the conversation. */
        NOT_HELD
    }
}
