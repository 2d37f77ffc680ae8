package org.peercircle.group;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.people.ReportingDuty;

/** From a vacancy to a member: offer, consent, acceptance. */
final class Admission {

    private Admission() {}

    static Decision<PeerGroup> invite(
            PeerGroup group,
            PersonId person,
            ReportingDuty duty,
            Optional<PersonId> moderator,
            Instant expiresAt,
            Instant at) {
        return Step.whileItLasts(group, at, () -> {
            Optional<GroupRefusal> against = against(group, person, duty, at);
            if (against.isPresent()) {
                return Decision.refuse(against.orElseThrow());
            }
            ConsentRule rule =
                    group.charter().orElseThrow().settings().consent().admitting();
            Invitation invitation = Invitation.open(person, Ballot.open(rule, at, expiresAt, moderator), expiresAt);
            return Decision.accept(
                    Step.changed(group, at).addInvitations(invitation).build(),
                    Step.event(group, "invited", Map.of("person", person, "at", at, "expires", expiresAt)));
        });
    }

    private static Optional<GroupRefusal> against(PeerGroup group, PersonId person, ReportingDuty duty, Instant at) {
        if (group.charter().isEmpty()) {
            return Optional.of(new GroupRefusal.NoCharter(group.id()));
        }
        if (group.members(at).contains(person)) {
            return Optional.of(new GroupRefusal.AlreadyMember(group.id(), person));
        }
        if (group.invitations().stream().anyMatch(i -> i.person().equals(person) && i.isOpen(at))) {
            return Optional.of(new GroupRefusal.AlreadyInvited(group.id(), person));
        }
        int members = group.members(at).size();
        int invited = group.openInvitations(at);
        if (members + invited >= group.sizing().max()) {
            return Optional.of(
                    new GroupRefusal.GroupIsFull(group.id(), group.name(), members, invited, group.sizing()));
        }
        return promisesTooMuch(group, person, duty);
    }

    /** The charter in force, or one the group is voting on, may promise what the newcomer can't keep. */
    private static Optional<GroupRefusal> promisesTooMuch(PeerGroup group, PersonId person, ReportingDuty duty) {
        boolean tooMuch =
                group.charter().filter(c -> c.settings().promisesTooMuch()).isPresent()
                        || group.proposals().stream()
                                .anyMatch(p -> p.isOpen()
                                        && p.motion() instanceof Motion.Amend amend
                                        && amend.settings().promisesTooMuch());
        return duty == ReportingDuty.MANDATORY && tooMuch
                ? Optional.of(new GroupRefusal.PromisesTooMuch(group.id(), ImmutableSet.of(person)))
                : Optional.empty();
    }

    static Decision<PeerGroup> vote(PeerGroup group, PersonId invited, PersonId voter, boolean yes, Instant at) {
        return ofInvited(group, invited, at, invitation -> {
            if (!group.asked(Optional.empty(), at).contains(voter)) {
                return Decision.refuse(new GroupRefusal.NotAsked(group.id(), voter));
            }
            Invitation voted = invitation.with(invitation.ballot().with(voter, yes));
            Decision<PeerGroup> cast = Decision.accept(
                    with(group, invitation, voted, at),
                    Step.secret(
                            group,
                            voter,
                            "vote-on-invitation",
                            Map.of("person", invited, "voter", voter, "yes", yes, "at", at)));
            return cast.then(g -> resolve(g, voted, at));
        });
    }

    static Decision<PeerGroup> accept(PeerGroup group, PersonId person, ReportingDuty duty, Instant at) {
        return ofInvited(group, person, at, invitation -> {
            Optional<GroupRefusal> tooMuch = promisesTooMuch(group, person, duty);
            if (tooMuch.isPresent()) {
                return Decision.refuse(tooMuch.orElseThrow());
            }
            Invitation accepted = invitation.whenAccepted();
            Decision<PeerGroup> said = Decision.accept(
                    with(group, invitation, accepted, at),
                    Step.event(group, "invitation-accepted", Map.of("person", person)));
            return said.then(g -> resolve(g, accepted, at));
        });
    }

    static Decision<PeerGroup> end(PeerGroup group, PersonId person, Invitation.State how, Instant at) {
        return ofInvited(group, person, at, invitation -> ended(group, invitation, how, at));
    }

    /** Lets the invited join, or ends the invitation, as far as it is decided. */
    static Decision<PeerGroup> resolve(PeerGroup group, Invitation invitation, Instant at) {
        return switch (invitation.ballot().outcome(group.asked(Optional.empty(), at), at)) {
            case OPEN -> Decision.accept(group);
            case REFUSED -> ended(group, invitation, Invitation.State.NOT_AGREED, at);
            case AGREED ->
                invitation.accepted()
                        ? ended(group, invitation, Invitation.State.JOINED, at)
                                .then(g -> Stays.join(g, invitation.person(), probationUntil(g, at), at))
                        : Decision.accept(group);
        };
    }

    private static Instant probationUntil(PeerGroup group, Instant at) {
        return group.charter()
                .map(c -> at.atOffset(ZoneOffset.UTC)
                        .plus(c.settings().probation())
                        .toInstant())
                .orElse(at);
    }

    private static Decision<PeerGroup> ended(PeerGroup group, Invitation invitation, Invitation.State how, Instant at) {
        return Decision.accept(
                with(group, invitation, invitation.ending(at, how), at),
                Step.event(group, "invitation-ended", Map.of("person", invitation.person(), "how", how, "at", at)));
    }

    private static PeerGroup with(PeerGroup group, Invitation old, Invitation next, Instant at) {
        return Step.changed(group, at)
                .invitations(Step.replaced(group.invitations(), old, next))
                .build();
    }

    private static Decision<PeerGroup> ofInvited(
            PeerGroup group, PersonId person, Instant at, Function<Invitation, Decision<PeerGroup>> change) {
        return Step.whileItLasts(
                group,
                at,
                () -> group.invitations().stream()
                        .filter(i -> i.person().equals(person) && i.isOpen(at))
                        .findFirst()
                        .map(change)
                        .orElseGet(() -> Decision.refuse(new GroupRefusal.NoInvitation(group.id(), person))));
    }
}
