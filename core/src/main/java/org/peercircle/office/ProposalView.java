package org.peercircle.office;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.group.Motion;
import org.peercircle.group.Proposal;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProposalId;

/**
 * What the group is asked, as a member sees it.
 *
 * @param motion the stable name of the kind of motion
 * @param about whom it is about, if anybody
 * @param words the words proposed, for an amendment
 * @param settings the settings proposed, for an amendment
 * @param rule how it is agreed, in words
 * @param agreed what came of it; empty while it is open
 * @param mine how the actor voted; nobody sees how others did
 */
public record ProposalView(
        ProposalId id,
        PersonId by,
        String motion,
        Optional<PersonId> about,
        Optional<CharterWords> words,
        Optional<CharterSettings> settings,
        String rule,
        Instant closesAt,
        Optional<Boolean> agreed,
        Optional<Boolean> mine) {

    static ProposalView of(Proposal proposal, Room room) {
        Optional<Motion.Amend> amend =
                proposal.motion() instanceof Motion.Amend amendment ? Optional.of(amendment) : Optional.empty();
        return new ProposalView(
                proposal.id(),
                proposal.by(),
                proposal.motion().code(),
                proposal.motion().concerned(),
                amend.flatMap(a -> room.read(a.words())),
                amend.map(Motion.Amend::settings),
                proposal.ballot().rule().words(),
                proposal.ballot().closesAt(),
                proposal.settled().map(Proposal.Settled::agreed),
                Optional.ofNullable(proposal.ballot().votes().get(room.actor().person())));
    }
}
