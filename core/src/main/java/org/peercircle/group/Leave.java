package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.internal.Arguments;

/**
 * A time away that is neither absence nor an end; the seat stays. Never shown outside the group.
 *
 * @param from inclusive
 * @param until exclusive; empty until it is known
 * @param reason for the member alone
 */
public record Leave(Instant from, Optional<Instant> until, Optional<Confidential<String>> reason) {

    /** Checks the order of the ends. */
    public Leave {
        Arguments.require(until.map(u -> !u.isBefore(from)).orElse(true), "until", "not be before " + from, until);
    }

    /** Whether it ended before it began to matter. */
    boolean isEmpty() {
        return until.equals(Optional.of(from));
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && until.map(time::isBefore).orElse(true);
    }

    Leave endingAt(Instant end) {
        return new Leave(from, Optional.of(end), reason);
    }
}
