package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;

/**
 * The facts on which a disclosure is decided, as they stood at one instant. The office reads them together with the
 * data, for each call anew: no decision outlives its world (law C14). What is not in it is not known, and what is not
 * known is not disclosed (law C5).
 */
public final class World {

    private final Instant now;
    private final ImmutableMap<GroupId, ImmutableListMultimap<PersonId, Stay>> stays;
    private final ImmutableMap<GroupId, ImmutableSet<PersonId>> members;
    private final ImmutableMap<MeetingId, ImmutableSet<PersonId>> present;
    private final ImmutableMap<CohortId, ImmutableSet<PersonId>> cohorts;
    private final ImmutableSetMultimap<ProgramId, PersonId> officers;
    private final ImmutableSetMultimap<PersonId, PersonId> powerOver;
    private final ImmutableSetMultimap<PersonId, PersonId> conflicts;
    private final ImmutableSet<PersonId> relationsKnown;
    private final ImmutableSet<PersonId> erased;
    private final ImmutableListMultimap<PieceId, Release> releases;
    private final Instant keptFrom;

    private World(Builder b) {
        this.now = b.now;
        this.stays = ImmutableMap.copyOf(b.stays);
        this.members = membersAt(b.now, b.stays);
        this.present = ImmutableMap.copyOf(b.present);
        this.cohorts = ImmutableMap.copyOf(b.cohorts);
        this.officers = b.officers.build();
        this.powerOver = b.powerOver.build();
        this.conflicts = b.conflicts.build();
        this.relationsKnown = b.relationsKnown.build();
        this.erased = b.erased.build();
        this.releases = b.releases.build();
        this.keptFrom = b.keptFrom;
    }

    /**
     * One stay of a person in a group.
     *
     * @param joinedAt inclusive
     * @param leftAt exclusive; empty while the person is a member
     * @param keepsSpace whether the person keeps the community space after leaving
     * @param acknowledged whether the person has said yes to the group's charter as it stands; until then nothing that
     *     other members said is opened to them
     */
    public record Stay(
            PersonId person, Instant joinedAt, Optional<Instant> leftAt, boolean keepsSpace, boolean acknowledged) {

        boolean isActiveAt(Instant time) {
            return !joinedAt.isAfter(time) && (leftAt.isEmpty() || time.isBefore(leftAt.orElseThrow()));
        }

        boolean hasEndedBy(Instant time) {
            return leftAt.isPresent() && !leftAt.orElseThrow().isAfter(time);
        }
    }

    /** Returns a builder of the world at {@code now}. */
    public static Builder at(Instant now) {
        return new Builder(now);
    }

    /** Returns the instant at which the facts hold. */
    public Instant now() {
        return now;
    }

    /** Returns the instant before which nobody reads what people wrote; what a group has as a whole does not grow old. */
    public Instant keptFrom() {
        return keptFrom;
    }

    boolean knowsGroup(GroupId group) {
        return stays.containsKey(group);
    }

    boolean knowsAttendance(MeetingId meeting) {
        return present.containsKey(meeting);
    }

    boolean knowsRelationsOf(PersonId person) {
        return relationsKnown.contains(person);
    }

    boolean isErased(PersonId person) {
        return erased.contains(person);
    }

    /** Whether it was written too long ago to be read by anybody (law E6). What a group has as a whole does not grow old. */
    public boolean isPast(Confidential<?> piece) {
        return piece.filedAt().isBefore(keptFrom)
                && piece.tag().policies().stream().anyMatch(p -> p.owner() instanceof Owner.OfPerson);
    }

    /** The tag with all that owners released of this very version of a piece, as far as it reaches this reader. */
    Tag released(Confidential<?> piece, Tag tag, PersonId reader) {
        Tag wider = tag;
        for (Release release : releases.get(piece.piece())) {
            if (release.holdsFor(piece, now)) {
                wider = wider.widened(release.owner(), release.reaching(reader));
            }
        }
        return wider;
    }

    /** Returns whom a piece is about, as one of its owners declared when they wrote it or when they released it. */
    public ImmutableSet<PersonId> concernedIn(Confidential<?> piece, PersonId owner) {
        return Stream.concat(
                        piece.tag().policies().stream()
                                .filter(policy -> policy.owner().equals(Owner.of(owner)))
                                .flatMap(policy -> policy.concerns().stream()),
                        releases.get(piece.piece()).stream()
                                .filter(release -> release.owner().equals(owner) && release.holdsFor(piece, now))
                                .flatMap(release -> release.concerns().stream()))
                .collect(ImmutableSet.toImmutableSet());
    }

    boolean isMember(GroupId group, PersonId person) {
        return currentStay(group, person) != null;
    }

    /** Whether a member has yet to say yes to the group's charter. */
    boolean owesAcknowledgement(GroupId group, PersonId person) {
        Stay stay = currentStay(group, person);
        return stay != null && !stay.acknowledged();
    }

    boolean isMemberSince(GroupId group, PersonId person, Instant time) {
        Stay stay = currentStay(group, person);
        return stay != null && !stay.joinedAt().isAfter(time);
    }

    boolean hasLeft(GroupId group, PersonId person) {
        for (Stay stay : staysOf(group, person)) {
            if (stay.hasEndedBy(now)) {
                return !isMember(group, person);
            }
        }
        return false;
    }

    boolean wasPresent(Atom.Present at, PersonId person) {
        ImmutableSet<PersonId> there = present.get(at.meeting());
        return there != null && there.contains(person) && isMemberSince(at.group(), person, at.start());
    }

    boolean hasSpace(GroupId group, PersonId person) {
        if (isMember(group, person)) {
            return true;
        }
        for (Stay stay : staysOf(group, person)) {
            if (stay.hasEndedBy(now) && stay.keepsSpace()) {
                return true;
            }
        }
        return false;
    }

    boolean isInCohort(CohortId cohort, PersonId person) {
        return cohorts.getOrDefault(cohort, ImmutableSet.of()).contains(person);
    }

    boolean isOfficer(ProgramId program, PersonId person) {
        return officers.containsEntry(program, person);
    }

    boolean hasPowerOver(PersonId holder, PersonId subject) {
        return powerOver.containsEntry(holder, subject);
    }

    boolean inConflict(PersonId one, PersonId other) {
        return conflicts.containsEntry(one, other);
    }

    /** Everybody who is a member of the group now; empty when the group is not known. */
    ImmutableSet<PersonId> membersOf(GroupId group) {
        return members.getOrDefault(group, ImmutableSet.of());
    }

    /** Once for a world, so that no decision takes longer the more people came and went. */
    private static ImmutableMap<GroupId, ImmutableSet<PersonId>> membersAt(
            Instant now, Map<GroupId, ImmutableListMultimap<PersonId, Stay>> stays) {
        ImmutableMap.Builder<GroupId, ImmutableSet<PersonId>> all = ImmutableMap.builder();
        stays.forEach((group, ofGroup) -> {
            ImmutableSet.Builder<PersonId> members = ImmutableSet.builder();
            ofGroup.forEach((person, stay) -> {
                if (stay.isActiveAt(now)) {
                    members.add(person);
                }
            });
            all.put(group, members.build());
        });
        return all.buildOrThrow();
    }

    private @Nullable Stay currentStay(GroupId group, PersonId person) {
        // By number, since this is asked for every piece of every page, and an iterator is something to allocate.
        ImmutableList<Stay> all = staysOf(group, person);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isActiveAt(now)) {
                return all.get(i);
            }
        }
        return null;
    }

    private ImmutableList<Stay> staysOf(GroupId group, PersonId person) {
        ImmutableListMultimap<PersonId, Stay> all = stays.get(group);
        return all == null ? ImmutableList.of() : all.get(person);
    }

    /** Collects the facts of one instant. Not safe for use by several threads. */
    public static final class Builder {

        private final Instant now;
        private final Map<GroupId, ImmutableListMultimap<PersonId, Stay>> stays = new LinkedHashMap<>();
        private final Map<MeetingId, ImmutableSet<PersonId>> present = new LinkedHashMap<>();
        private final Map<CohortId, ImmutableSet<PersonId>> cohorts = new LinkedHashMap<>();
        private final ImmutableSetMultimap.Builder<ProgramId, PersonId> officers = ImmutableSetMultimap.builder();
        private final ImmutableSetMultimap.Builder<PersonId, PersonId> powerOver = ImmutableSetMultimap.builder();
        private final ImmutableSetMultimap.Builder<PersonId, PersonId> conflicts = ImmutableSetMultimap.builder();
        private final ImmutableSet.Builder<PersonId> relationsKnown = ImmutableSet.builder();
        private final ImmutableSet.Builder<PersonId> erased = ImmutableSet.builder();
        private final ImmutableListMultimap.Builder<PieceId, Release> releases = ImmutableListMultimap.builder();

        private Instant keptFrom = Instant.MIN;

        private Builder(Instant now) {
            this.now = now;
        }

        /** Adds all stays in a group, past ones included; the group's membership is then known. */
        public Builder group(GroupId group, Iterable<Stay> all) {
            ImmutableListMultimap.Builder<PersonId, Stay> byPerson = ImmutableListMultimap.builder();
            all.forEach(stay -> byPerson.put(stay.person(), stay));
            stays.put(group, byPerson.build());
            return this;
        }

        /** Adds who was present, late included, at a meeting. */
        public Builder attendance(MeetingId meeting, Iterable<PersonId> there) {
            present.put(meeting, ImmutableSet.copyOf(there));
            return this;
        }

        /** Adds who is in a cohort. */
        public Builder cohort(CohortId cohort, Iterable<PersonId> people) {
            cohorts.merge(
                    cohort,
                    ImmutableSet.copyOf(people),
                    (known, more) -> Sets.union(known, more).immutableCopy());
            return this;
        }

        /** Adds who works in the program office. */
        public Builder officer(ProgramId program, PersonId person) {
            officers.put(program, person);
            return this;
        }

        /** Says that {@code holder} supervises, evaluates, hires or decides on {@code subject} at this instant. */
        public Builder power(PersonId holder, PersonId subject) {
            powerOver.put(holder, subject);
            return this;
        }

        /** Says that a conflict between two people is declared, by either side. */
        public Builder conflict(PersonId one, PersonId other) {
            conflicts.put(one, other).put(other, one);
            return this;
        }

        /** Says that every power relation over, and conflict of, this person has been added. */
        public Builder relationsKnown(PersonId person) {
            relationsKnown.add(person);
            return this;
        }

        /** Says that this person was erased. */
        public Builder erased(PersonId person) {
            erased.add(person);
            return this;
        }

        /** Says that nobody reads what people wrote before this; without it, nothing is too old. */
        public Builder keptFrom(Instant time) {
            keptFrom = time;
            return this;
        }

        /** Adds what an owner released. */
        public Builder release(Release release) {
            releases.put(release.piece(), release);
            return this;
        }

        /** Returns the world. */
        public World build() {
            return new World(this);
        }
    }
}
