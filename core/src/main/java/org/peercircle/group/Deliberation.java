package org.peercircle.group;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProposalId;

/** What the group agrees to, by its own rules: proposals, votes, charters and the yes to them. */
final class Deliberation {

    private Deliberation() {}

    static Decision<PeerGroup> propose(
            PeerGroup group,
            ProposalId id,
            Motion motion,
            PersonId by,
            Optional<PersonId> moderator,
            ImmutableSet<PersonId> bound,
            Instant closesAt,
            Instant at) {
        return Step.whileItLasts(group, at, () -> {
            Optional<GroupRefusal> against = against(group, motion, bound, at);
            if (against.isPresent()) {
                return Decision.refuse(against.orElseThrow());
            }
            ConsentRule rule =
                    motion.ruleOf(group.charter().orElseThrow().settings().consent());
            Proposal proposal =
                    new Proposal(id, by, motion, Ballot.open(rule, at, closesAt, moderator), Optional.empty());
            return Decision.accept(
                    Step.changed(group, at).addProposals(proposal).build(),
                    Step.within(
                            group,
                            "proposal-made",
                            Map.of("proposal", id, "motion", motion.code(), "by", by, "at", at)));
        });
    }

    private static Optional<GroupRefusal> against(
            PeerGroup group, Motion motion, ImmutableSet<PersonId> bound, Instant at) {
        if (group.charter().isEmpty()) {
            return Optional.of(new GroupRefusal.NoCharter(group.id()));
        }
        Optional<PersonId> stranger =
                motion.concerned().filter(p -> !group.members(at).contains(p));
        if (stranger.isPresent()) {
            return Optional.of(new GroupRefusal.NotAMember(group.id(), stranger.orElseThrow()));
        }
        boolean asked = group.proposals().stream()
                .anyMatch(p -> p.isOpen()
                        && p.motion().code().equals(motion.code())
                        && p.motion().concerned().equals(motion.concerned()));
        if (asked) {
            return Optional.of(new GroupRefusal.AlreadyProposed(group.id(), motion.code()));
        }
        return motion instanceof Motion.Amend amend ? tooMuch(group, amend.settings(), bound) : Optional.empty();
    }

    private static Optional<GroupRefusal> tooMuch(
            PeerGroup group, CharterSettings settings, ImmutableSet<PersonId> bound) {
        return settings.promisesTooMuch() && !bound.isEmpty()
                ? Optional.of(new GroupRefusal.PromisesTooMuch(group.id(), bound))
                : Optional.empty();
    }

    static Decision<PeerGroup> vote(PeerGroup group, ProposalId id, PersonId voter, boolean yes, Instant at) {
        return Step.whileItLasts(group, at, () -> {
            Optional<Proposal> open = group.proposals().stream()
                    .filter(p -> p.id().equals(id)
                            && p.isOpen()
                            && at.isBefore(p.ballot().closesAt()))
                    .findFirst();
            if (open.isEmpty()) {
                return Decision.refuse(new GroupRefusal.NoProposal(group.id(), id));
            }
            Proposal proposal = open.orElseThrow();
            if (!group.asked(proposal.motion().concerned(), at).contains(voter)) {
                return Decision.refuse(new GroupRefusal.NotAsked(group.id(), voter));
            }
            Proposal voted = proposal.with(proposal.ballot().with(voter, yes));
            Decision<PeerGroup> cast = Decision.accept(
                    with(group, proposal, voted, at),
                    Step.secret(
                            group, voter, "vote-cast", Map.of("proposal", id, "voter", voter, "yes", yes, "at", at)));
            return cast.then(g -> resolve(g, voted, at));
        });
    }

    static Decision<PeerGroup> settle(PeerGroup group, Instant at) {
        return Step.whileItLasts(group, at, () -> {
            Decision<PeerGroup> settled = Decision.accept(group);
            for (Invitation invitation : group.invitations()) {
                if (invitation.isOpen(at)) {
                    settled = settled.then(g -> Admission.resolve(g, invitation, at));
                }
            }
            for (Proposal proposal : group.proposals()) {
                if (proposal.isOpen()) {
                    settled =
                            settled.then(g -> g.endedAt().isPresent() ? Decision.accept(g) : resolve(g, proposal, at));
                }
            }
            return settled;
        });
    }

    private static Decision<PeerGroup> resolve(PeerGroup group, Proposal proposal, Instant at) {
        return switch (proposal.ballot().outcome(group.asked(proposal.motion().concerned(), at), at)) {
            case OPEN -> Decision.accept(group);
            case REFUSED -> settled(group, proposal, false, at);
            case AGREED -> settled(group, proposal, true, at).then(g -> effect(g, proposal.motion(), at));
        };
    }

    private static Decision<PeerGroup> settled(PeerGroup group, Proposal proposal, boolean agreed, Instant at) {
        return Decision.accept(
                with(group, proposal, proposal.settling(at, agreed), at),
                Step.within(group, "proposal-settled", Map.of("proposal", proposal.id(), "agreed", agreed, "at", at)));
    }

    /** What an agreed motion does. */
    private static Decision<PeerGroup> effect(PeerGroup group, Motion motion, Instant at) {
        if (motion instanceof Motion.Remove remove) {
            Departure.Kind kind = remove.forAbsence() ? Departure.Kind.LAPSED : Departure.Kind.REMOVED;
            Departure departure = new Departure(at, kind, false, false, Optional.empty());
            return group.membership(remove.person(), at).isPresent()
                    ? Stays.depart(group, remove.person(), departure, at)
                    : Decision.accept(group);
        }
        if (motion instanceof Motion.Amend amend) {
            return adopted(group, amend.words(), amend.settings(), at);
        }
        if (motion instanceof Motion.ContinueAsIs) {
            int members = group.members(at).size();
            return Decision.accept(
                    Step.changed(group, at)
                            .sizeConsent(new SizeConsent(at, members))
                            .build(),
                    Step.event(group, "size-agreed", Map.of("members", members, "at", at)));
        }
        if (motion instanceof Motion.Recontract recontract) {
            return Decision.accept(
                    Step.changed(group, at).termUntil(recontract.until()).build(),
                    termAgreed(group, recontract.until()));
        }
        return Stays.end(group, motion instanceof Motion.BecomeAlumniCircle, at);
    }

    static DomainEvent termAgreed(PeerGroup group, LocalDate until) {
        return Step.event(group, "term-agreed", Map.of("until", until));
    }

    static Decision<PeerGroup> adopt(
            PeerGroup group,
            Confidential<CharterWords> words,
            CharterSettings settings,
            ImmutableSet<PersonId> bound,
            Instant at) {
        return Step.whileItLasts(
                group,
                at,
                () -> tooMuch(group, settings, bound)
                        .<Decision<PeerGroup>>map(Decision::refuse)
                        .orElseGet(() -> adopted(group, words, settings, at)));
    }

    private static Decision<PeerGroup> adopted(
            PeerGroup group, Confidential<CharterWords> words, CharterSettings settings, Instant at) {
        int version = group.charters().size() + 1;
        return Decision.accept(
                Step.changed(group, at)
                        .addCharters(new Charter(version, words, settings, at))
                        .build(),
                Step.event(group, "charter-adopted", Map.of("version", version, "at", at)));
    }

    static Decision<PeerGroup> acknowledge(PeerGroup group, PersonId person, Instant at) {
        return Step.whileItLasts(group, at, () -> {
            if (group.charter().isEmpty()) {
                return Decision.refuse(new GroupRefusal.NoCharter(group.id()));
            }
            if (!group.members(at).contains(person)) {
                return Decision.refuse(new GroupRefusal.NotAMember(group.id(), person));
            }
            int version = group.charter().orElseThrow().version();
            if (group.hasAcknowledged(person, at)) {
                return Decision.refuse(new GroupRefusal.NothingToAcknowledge(group.id(), version));
            }
            return Decision.accept(
                    Step.changed(group, at)
                            .addAcknowledgements(new Acknowledgement(person, version, at))
                            .build(),
                    Step.within(group, "charter-acknowledged", Map.of("person", person, "version", version, "at", at)));
        });
    }

    private static PeerGroup with(PeerGroup group, Proposal old, Proposal next, Instant at) {
        return Step.changed(group, at)
                .proposals(Step.replaced(group.proposals(), old, next))
                .build();
    }
}
