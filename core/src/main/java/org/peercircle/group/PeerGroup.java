package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeAssessment;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.World;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.moderation.Candidate;

/**
 * People who meet over months. Who was a member at any instant is exact and kept for ever, for what one may read
 * depends on it.
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

    /** Returns what the group agreed; empty until it did. */
    Optional<Charter> charter();

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
                        .map(person -> Membership.from(person, at))
                        .toList())
                .build();
    }

    /** Takes somebody in. */
    default Decision<PeerGroup> join(PersonId person, Instant at) {
        if (at.isBefore(lastChange())) {
            return Decision.refuse(new GroupRefusal.OutOfOrder(id()));
        }
        ImmutableSet<PersonId> now = members(at);
        if (now.contains(person)) {
            return Decision.refuse(new GroupRefusal.AlreadyMember(id(), person));
        }
        if (now.size() >= sizing().max()) {
            return Decision.refuse(new GroupRefusal.GroupIsFull(id(), name(), now.size(), sizing()));
        }
        return Decision.accept(
                builder().from(this).addMemberships(Membership.from(person, at)).build(),
                event("member-joined", Map.of("person", person)));
    }

    /**
     * Ends somebody's membership.
     *
     * @param keepsSpace whether they want to keep the community space
     * @param reason for the leaver alone
     */
    default Decision<PeerGroup> depart(
            PersonId person, Instant at, boolean keepsSpace, Optional<Confidential<String>> reason) {
        if (at.isBefore(lastChange())) {
            return Decision.refuse(new GroupRefusal.OutOfOrder(id()));
        }
        if (!members(at).contains(person)) {
            return Decision.refuse(new GroupRefusal.NotAMember(id(), person));
        }
        return Decision.accept(
                builder()
                        .from(this)
                        .memberships(memberships().stream()
                                .map(m -> m.person().equals(person) && m.isActiveAt(at)
                                        ? new Membership(person, m.joinedAt(), Optional.of(at), keepsSpace, reason)
                                        : m)
                                .toList())
                        .build(),
                event("member-departed", Map.of("person", person)));
    }

    /** Adopts a charter, the first or the next. */
    default Decision<PeerGroup> adopt(Confidential<CharterWords> words, CharterSettings settings) {
        int version = charter().map(c -> c.version() + 1).orElse(1);
        return Decision.accept(
                builder()
                        .from(this)
                        .charter(new Charter(version, words, settings))
                        .build(),
                event("charter-adopted", Map.of("version", version)));
    }

    /** Returns who is a member at this instant, in the order in which they joined. */
    default ImmutableSet<PersonId> members(Instant at) {
        return memberships().stream()
                .filter(m -> m.isActiveAt(at))
                .map(Membership::person)
                .collect(ImmutableSet.toImmutableSet());
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

    /** Returns what the group's size is under its rule. */
    default SizeAssessment assess(Instant at) {
        return sizing().assess(members(at).size());
    }

    /** Returns how many seats are free, up to the preferred size. */
    default int vacancies(Instant at) {
        return Math.max(0, sizing().preferred() - members(at).size());
    }

    /** Returns the members at this instant as those who may moderate. */
    default ImmutableList<Candidate> candidates(Instant at) {
        return memberships().stream()
                .filter(m -> m.isActiveAt(at))
                .map(m -> new Candidate(m.person(), m.joinedAt(), true))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns every stay as a fact for disclosure. */
    default ImmutableList<World.Stay> stays() {
        return memberships().stream().map(Membership::stay).collect(ImmutableList.toImmutableList());
    }

    /** Returns who may know that the group exists, who is in it and when it meets. */
    default Tag officeFact() {
        return Tag.officeFact(Owner.of(id()), program(), new Atom.Members(id()));
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

    private Instant lastChange() {
        return memberships().stream()
                .flatMap(m -> Stream.concat(Stream.of(m.joinedAt()), m.leftAt().stream()))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private DomainEvent event(String type, Map<String, ?> facts) {
        return DomainEvent.of(type, id(), officeFact(), facts);
    }

    /** Builds a group as it was stored; new ones come from {@link #found}. */
    final class Builder extends ImmutablePeerGroup.Builder {
        Builder() {}
    }
}
