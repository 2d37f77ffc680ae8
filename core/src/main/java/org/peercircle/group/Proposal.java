package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProposalId;

/**
 * A motion put to a group.
 *
 * @param by who put it
 * @param settled what came of it, and when; empty while it is open
 */
public record Proposal(ProposalId id, PersonId by, Motion motion, Ballot ballot, Optional<Settled> settled) {

    /** What came of a motion. */
    public record Settled(Instant at, boolean agreed) {}

    Proposal with(Ballot changed) {
        return new Proposal(id, by, motion, changed, settled);
    }

    Proposal settling(Instant at, boolean agreed) {
        return new Proposal(id, by, motion, ballot, Optional.of(new Settled(at, agreed)));
    }

    /** Whether it is not settled. */
    public boolean isOpen() {
        return settled.isEmpty();
    }
}
