package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeSignal;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.World;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.moderation.Arrangement;
import org.peercircle.moderation.Candidate;
import org.peercircle.moderation.Rota;
import org.peercircle.people.ReportingDuty;

/**
 * People who meet over months. Who was a member at any instant is exact and kept for ever, for what one may read
 * depends on it. What happens to members is in the group's hands: it agrees by its own rules to newcomers, amendments
 * and endings; what the program office does is to offer.
 *
 * <p>Operations take the instant at which they happen, never before the last change.
 */
@Value.Immutable
@ValueStyle
public interface PeerGroup {

    /** Returns the id. */
    GroupId id();

    /** Returns the program. */
    ProgramId program();

    /** Returns the cohort. */
    CohortId cohort();

    /** Returns the name by which it is shown. */
    String name();

    /** Returns how large it may be and should be. */
    GroupSizing sizing();

    /** Returns every stay, in the order in which they began. */
    ImmutableList<Membership> memberships();

    /** Returns every version of what the group agreed, oldest first; empty until it did. */
    ImmutableList<Charter> charters();

    /** Returns every yes to a version of the charter, oldest first. */
    ImmutableList<Acknowledgement> acknowledgements();

    /** Returns every invitation, oldest first. */
    ImmutableList<Invitation> invitations();

    /** Returns every proposal, oldest first. */
    ImmutableList<Proposal> proposals();

    /** Returns the community space, if one was opened. */
    Optional<CommunitySpace> space();

    /** Returns the group's word that it goes on at a size outside its rule. */
    Optional<SizeConsent> sizeConsent();

    /** Returns the first day after the group's term; empty while it is open-ended. */
    Optional<LocalDate> termUntil();

    /** Returns what members have arranged about their turns. */
    @Value.Default
    default Rota rota() {
        return Rota.EMPTY;
    }

    /** Returns when the group ended. */
    Optional<Instant> endedAt();

    /** Returns when something last changed. */
    Instant changedAt();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Founds a group with its first members. */
    static PeerGroup found(
            GroupId id,
            ProgramId program,
            CohortId cohort,
            String name,
            GroupSizing sizing,
            Collection<PersonId> members,
            Instant at) {
        return builder()
                .id(id)
                .program(program)
                .cohort(cohort)
                .name(name)
                .sizing(sizing)
                .memberships(members.stream()
                        .map(person -> Membership.from(person, at, at))
                        .toList())
                .changedAt(at)
                .build();
    }

    /** Returns this group with a term, for when it is founded; later ones are agreed. */
    default PeerGroup until(Optional<LocalDate> end) {
        return builder().from(this).termUntil(end).build();
    }

    /** Returns what happened when the group was founded. */
    default ImmutableList<DomainEvent> founding() {
        return Stream.concat(
                        memberships().stream().map(m -> Stays.joined(this, m)),
                        termUntil().stream().map(end -> Deliberation.termAgreed(this, end)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns since when it is over: it ended, or the last of its members left. */
    default Optional<Instant> overSince(Instant now) {
        boolean isEmpty = memberships().stream().noneMatch(m -> m.isActiveAt(now));
        return endedAt()
                .or(() -> memberships().stream()
                        .flatMap(m -> m.leftAt().stream())
                        .filter(left -> isEmpty)
                        .max(Comparator.naturalOrder()));
    }

    /** Whether the term is over, in UTC, and the group has neither agreed on another nor ended. */
    default boolean isPastTerm(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return endedAt().isEmpty()
                && termUntil().filter(end -> !today.isBefore(end)).isPresent();
    }

    /**
     * Adopts the first charter; later ones are proposed and agreed.
     *
     * @param bound members with a {@link ReportingDuty#MANDATORY} duty to report
     */
    default Decision<PeerGroup> adopt(
            Confidential<CharterWords> words, CharterSettings settings, ImmutableSet<PersonId> bound, Instant at) {
        return charter().isPresent()
                ? Decision.refuse(new GroupRefusal.CharterInForce(
                        id(), charter().orElseThrow().version()))
                : Deliberation.adopt(this, words, settings, bound, at);
    }

    /**
     * Offers a seat. The person joins once the group agrees and they accept, in either order.
     *
     * @param duty the invited person's duty to report
     * @param moderator who decides, where the charter leaves it to the moderator
     * @param expiresAt after {@code at}, exclusive
     */
    default Decision<PeerGroup> invite(
            PersonId person, ReportingDuty duty, Optional<PersonId> moderator, Instant expiresAt, Instant at) {
        return Admission.invite(this, person, duty, moderator, expiresAt, at);
    }

    /** Records a member's vote on taking somebody in; the first no under a rule of no veto ends the invitation. */
    default Decision<PeerGroup> vote(PersonId invited, PersonId voter, boolean yes, Instant at) {
        return Admission.vote(this, invited, voter, yes, at);
    }

    /** Records that an invited person accepts; they join at once if the group has agreed. */
    default Decision<PeerGroup> accept(PersonId person, ReportingDuty duty, Instant at) {
        return Admission.accept(this, person, duty, at);
    }

    /** Records that an invited person declines. */
    default Decision<PeerGroup> decline(PersonId person, Instant at) {
        return Admission.end(this, person, Invitation.State.DECLINED, at);
    }

    /** Takes an invitation back. */
    default Decision<PeerGroup> withdrawInvitation(PersonId person, Instant at) {
        return Admission.end(this, person, Invitation.State.WITHDRAWN, at);
    }

    /** Ends somebody's membership, now or on a later day of their choice; until then they are a member. */
    default Decision<PeerGroup> depart(PersonId person, Departure departure, Instant at) {
        return Stays.depart(this, person, departure, at);
    }

    /** Ends all that somebody who is erased has in the group, ended or not: membership, space and invitation. */
    default Decision<PeerGroup> erase(PersonId person, Instant at) {
        return Stays.erase(this, person, at);
    }

    /**
     * Begins a leave, now or later. The seat stays, and meetings missed are no absence.
     *
     * @param until exclusive; empty until it is known
     * @param reason for the member alone
     */
    default Decision<PeerGroup> goOnLeave(
            PersonId person, Instant from, Optional<Instant> until, Optional<Confidential<String>> reason, Instant at) {
        return Stays.goOnLeave(this, person, new Leave(from, until, reason), at);
    }

    /** Ends a leave. */
    default Decision<PeerGroup> comeBack(PersonId person, Instant at) {
        return Stays.comeBack(this, person, at);
    }

    /** Starts a member's attendance record anew, as when somebody who lapsed comes again. */
    default Decision<PeerGroup> startAnew(PersonId person, Instant at) {
        return Stays.startAnew(this, person, at);
    }

    /**
     * Puts a motion to the group.
     *
     * @param moderator who decides, where the charter leaves it to the moderator
     * @param bound members with a {@link ReportingDuty#MANDATORY} duty to report
     * @param closesAt after {@code at}, exclusive
     */
    default Decision<PeerGroup> propose(
            ProposalId proposal,
            Motion motion,
            PersonId by,
            Optional<PersonId> moderator,
            ImmutableSet<PersonId> bound,
            Instant closesAt,
            Instant at) {
        return Deliberation.propose(this, proposal, motion, by, moderator, bound, closesAt, at);
    }

    /** Records a member's vote on a proposal; what it settles takes effect at once. */
    default Decision<PeerGroup> vote(ProposalId proposal, PersonId voter, boolean yes, Instant at) {
        return Deliberation.vote(this, proposal, voter, yes, at);
    }

    /** Settles what the passing of time has decided: objections that never came, votes that are closed. */
    default Decision<PeerGroup> settle(Instant at) {
        return Deliberation.settle(this, at);
    }

    /** Records a member's yes to the charter as it stands. */
    default Decision<PeerGroup> acknowledge(PersonId person, Instant at) {
        return Deliberation.acknowledge(this, person, at);
    }

    /** Arranges a member's turns; known to the group, never to the office (law M8). */
    default Decision<PeerGroup> arrange(Arrangement what, Instant at) {
        return Stays.arrange(this, what, at);
    }

    /** Opens a community space, or moves it elsewhere, where nobody is yet. */
    default Decision<PeerGroup> openSpace(CommunitySpace.Kind kind, String address, Instant at) {
        CommunitySpace opened = new CommunitySpace(kind, address, ImmutableMap.of());
        return Step.whileItLasts(
                this,
                at,
                () -> Decision.accept(
                        Step.changed(this, at).space(opened).build(),
                        Step.event(this, "space-opened", Map.of("kind", kind, "address", address))));
    }

    /** Records changes that the host has applied to the space. Recording them twice changes nothing. */
    default Decision<PeerGroup> applied(Collection<CommunitySpace.Change> changes) {
        return space().<Decision<PeerGroup>>map(now -> Decision.accept(
                        PeerGroup.builder().from(this).space(now.after(changes)).build(),
                        Step.event(this, "space-applied", Map.of("changes", changes.size()))))
                .orElseGet(() -> Decision.refuse(new GroupRefusal.NoSpace(id())));
    }

    /** Takes an alumnus out of the space, as they wish. */
    default Decision<PeerGroup> leaveSpace(PersonId person, Instant at) {
        return Stays.leaveSpace(this, person, at);
    }

    /** Returns the charter in force. */
    default Optional<Charter> charter() {
        return charters().isEmpty()
                ? Optional.empty()
                : Optional.of(charters().get(charters().size() - 1));
    }

    /** Whether the person has said yes to the charter in force within a year; before there is one, everybody has. */
    default boolean hasAcknowledged(PersonId person, Instant now) {
        Optional<Charter> inForce = charter();
        if (inForce.isEmpty()) {
            return true;
        }
        int version = inForce.orElseThrow().version();
        for (Acknowledgement said : acknowledgements()) {
            if (said.version() == version && said.person().equals(person) && said.holdsAt(now)) {
                return true;
            }
        }
        return false;
    }

    /** Returns who is a member at this instant, in the order in which they joined. */
    default ImmutableSet<PersonId> members(Instant at) {
        ImmutableSet.Builder<PersonId> members = ImmutableSet.builder();
        for (Membership membership : memberships()) {
            if (membership.isActiveAt(at)) {
                members.add(membership.person());
            }
        }
        return members.build();
    }

    /** Returns the stay during which the person is a member at this instant. */
    default Optional<Membership> membership(PersonId person, Instant at) {
        return memberships().stream()
                .filter(m -> m.person().equals(person) && m.isActiveAt(at))
                .findFirst();
    }

    /** Returns what the person is to the group at this instant; empty if nothing yet. */
    default Optional<MembershipStatus> status(PersonId person, Instant now) {
        return timeline(person, now).stream()
                .filter(i ->
                        !i.from().isAfter(now) && i.until().map(now::isBefore).orElse(true))
                .reduce((earlier, later) -> later)
                .map(MembershipInterval::status);
    }

    /** Returns the person's whole time with the group, in order: invited, on probation, active, on leave, gone. */
    default ImmutableList<MembershipInterval> timeline(PersonId person, Instant now) {
        Stream<MembershipInterval> invited = invitations().stream()
                .filter(i -> i.person().equals(person))
                .map(i -> new MembershipInterval(
                        person,
                        MembershipStatus.INVITED,
                        i.ballot().openedAt(),
                        i.isOpen(now) ? Optional.empty() : Optional.of(i.end())));
        return Stream.concat(
                        invited,
                        memberships().stream()
                                .filter(m -> m.person().equals(person))
                                .flatMap(m -> m.intervals().stream()))
                .sorted(Comparator.comparing(MembershipInterval::from))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns who is asked when the group decides: members, save those on leave or on probation. Where nobody is left,
     * all members are.
     *
     * @param concerned whom it is about, who is not asked
     */
    default ImmutableSet<PersonId> asked(Optional<PersonId> concerned, Instant now) {
        ImmutableSet<PersonId> settled = memberships().stream()
                .filter(m -> m.statusAt(now).equals(Optional.of(MembershipStatus.ACTIVE)))
                .map(Membership::person)
                .filter(p -> !concerned.equals(Optional.of(p)))
                .collect(ImmutableSet.toImmutableSet());
        return settled.isEmpty()
                ? members(now).stream()
                        .filter(p -> !concerned.equals(Optional.of(p)))
                        .collect(ImmutableSet.toImmutableSet())
                : settled;
    }

    /** Returns those who left by this instant and kept the community space. */
    default ImmutableSet<PersonId> alumni(Instant at) {
        ImmutableSet<PersonId> members = members(at);
        return memberships().stream()
                .filter(m -> m.keepsSpace()
                        && m.leftAt().filter(left -> !left.isAfter(at)).isPresent())
                .map(Membership::person)
                .filter(person -> !members.contains(person))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns what the host is to change in the community space; empty where there is none. */
    default ImmutableList<CommunitySpace.Change> spaceChanges(Instant now) {
        Map<PersonId, CommunitySpace.Role> roster = new HashMap<>();
        alumni(now).forEach(person -> roster.put(person, CommunitySpace.Role.ALUMNUS));
        members(now).forEach(person -> roster.put(person, CommunitySpace.Role.MEMBER));
        return space().map(s -> s.changesTo(roster)).orElse(ImmutableList.of());
    }

    /**
     * Returns what the group's size says. People on leave hold their seats.
     *
     * @param meetings when meetings were held, in any order
     */
    default SizeSignal sizeSignal(SizeWatch watch, Collection<Instant> meetings, Instant now) {
        SizeSignal signal = watch.look(
                sizing(),
                meetings.stream().sorted().map(m -> members(m).size()).toList(),
                members(now).size());
        return sizeConsent().filter(c -> c.holdsFor(signal)).isPresent()
                ? new SizeSignal(signal.size(), signal.members(), signal.sizing(), signal.meetings(), false)
                : signal;
    }

    /** Returns how many seats are free, up to the preferred size; those offered to somebody are not. */
    default int vacancies(Instant at) {
        return Math.max(0, sizing().preferred() - members(at).size() - openInvitations(at));
    }

    /** Returns how many seats are offered and not taken. */
    default int openInvitations(Instant at) {
        return (int) invitations().stream().filter(i -> i.isOpen(at)).count();
    }

    /** Returns the members at this instant as those who may take turns; nobody does while on leave. */
    default ImmutableList<Candidate> candidates(Instant at) {
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builder();
        for (Membership membership : memberships()) {
            if (membership.isActiveAt(at)) {
                candidates.add(membership.candidate(rota().awayOf(membership.person())));
            }
        }
        return candidates.build();
    }

    /** Returns every stay as a fact for disclosure at this instant. */
    default ImmutableList<World.Stay> stays(Instant now) {
        ImmutableList.Builder<World.Stay> stays = ImmutableList.builder();
        for (Membership membership : memberships()) {
            stays.add(membership.stay(hasAcknowledged(membership.person(), now)));
        }
        return stays.build();
    }

    /** Returns who may know that the group exists, who is in it and when it meets. */
    @Value.Lazy
    default Tag officeFact() {
        return Tag.officeFact(Owner.of(id()), program(), new Atom.Members(id()));
    }

    /** Returns who may know of the community space: its people, and the office, which runs it. */
    default Tag spaceFact() {
        return Tag.officeFact(Owner.of(id()), program(), new Atom.Space(id()));
    }

    /** Returns who may know what is for the group alone, and never for the office. */
    @Value.Lazy
    default Tag groupFact() {
        return Tag.content(Policy.of(Owner.of(id()), new Atom.Members(id())));
    }

    /** Checks what must hold: nobody is in the group twice at once. */
    @Value.Check
    default void check() {
        Arguments.requireText(name(), "name");
        Map<PersonId, Membership> last = new HashMap<>();
        for (Membership stay : memberships()) {
            Membership before = last.put(stay.person(), stay);
            if (before != null) {
                Arguments.require(
                        before.leftAt()
                                .filter(left -> !left.isAfter(stay.joinedAt()))
                                .isPresent(),
                        "memberships",
                        "of one person not overlap",
                        stay.person());
            }
        }
    }

    /** Builds a group as it was stored; new ones come from {@link #found}. */
    final class Builder extends ImmutablePeerGroup.Builder {
        Builder() {}
    }
}
