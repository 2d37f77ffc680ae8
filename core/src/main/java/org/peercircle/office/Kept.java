package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Saying;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.people.Participant;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.rehearsal.Rehearsal;

/**
 * Goes through every confidential piece that a program keeps, each with the world in which it is decided who reads it.
 * What an actor may not read comes by, too: whoever goes through must ask {@code Disclosure}.
 */
record Kept(Backstage backstage, Work work, Actor actor) {

    /**
     * A piece, and what it is part of.
     *
     * @param whole who may know of what it is part of: a goal shared with the group is not there for it while the plan is not
     */
    record Part(String kind, String id, Tag whole, StoredPiece piece, World world) {
        Tag tag() {
            return piece.json().tag();
        }

        ReadablePiece readable(ImmutableSet<PersonId> owners, String json) {
            return new ReadablePiece(piece.json().piece(), piece.json().version(), owners, kind, piece.where(), json);
        }

        boolean isOf(PersonId person) {
            return tag().policies().stream().anyMatch(policy -> policy.owner().equals(Owner.of(person)));
        }

        /** Returns the value if the viewer may read it for no other reason than that an owner released it. */
        Optional<String> openReleased(Viewer viewer) {
            return Disclosure.decide(viewer, tag(), world).isPermit()
                    ? Optional.empty()
                    : Disclosure.open(piece.json(), viewer, world);
        }

        /**
         * Returns the value if the viewer is named as one of its readers: what was said at a meeting, whoever may know of the
         * meeting; a part of what is somebody's own, such as a plan, only with that.
         */
        Optional<String> openNamed(Viewer viewer) {
            boolean isNamed = tag().policies().stream()
                    .flatMap(policy -> policy.audience().stream())
                    .anyMatch(atom -> atom.equals(new Atom.Named(viewer.person()))
                            || atom.equals(new Atom.NamedDespite(viewer.person())));
            boolean isOfAll = whole.policies().stream().allMatch(policy -> policy.owner() instanceof Owner.OfGroup);
            return isNamed && (isOfAll || mayKnowOfWhole(viewer))
                    ? Disclosure.open(piece.json(), viewer, world)
                    : Optional.empty();
        }

        private boolean mayKnowOfWhole(Viewer viewer) {
            return Disclosure.decide(viewer, whole, world).isPermit();
        }

        /** Returns the value if the viewer may read it, and may know of the whole unless the piece is their own (law C6). */
        Optional<String> open(Viewer viewer) {
            return isOf(viewer.person()) || mayKnowOfWhole(viewer)
                    ? Disclosure.open(piece.json(), viewer, world)
                    : Optional.empty();
        }
    }

    ImmutableList<Cohort> cohorts() {
        return work.children(AggregateKind.COHORT, work.program());
    }

    ImmutableList<PeerGroup> groups() {
        return cohorts().stream()
                .flatMap(cohort -> work.children(AggregateKind.GROUP, cohort.id()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    Stream<Part> everything() {
        World alone = Worlds.aroundPeople(work, actor, ImmutableSet.of());
        Stream<Part> own = parts(
                AggregateKind.PARTICIPANT,
                work.find(AggregateKind.PARTICIPANT, actor.person()).stream().toList(),
                Participant::id,
                one -> Participant.declarationsTag(one.id()),
                alone);
        Stream<Part> diaries = cohorts().stream()
                .flatMap(cohort -> parts(
                        AggregateKind.PULSE_DIARY,
                        work.children(AggregateKind.PULSE_DIARY, cohort.id()),
                        PulseDiary::id,
                        one -> PulseDiary.tagOf(one.owner()),
                        Worlds.ofAnswers(work, cohort.id())));
        World always = Worlds.withoutGroups(work);
        Stream<Part> sayings = cohorts().stream()
                .flatMap(cohort -> parts(
                        AggregateKind.SAYING,
                        work.children(AggregateKind.SAYING, cohort.id()).stream()
                                .filter(saying -> actor.isThemself(saying.author()))
                                .toList(),
                        Saying::id,
                        one -> one.text().tag(),
                        always));
        return Stream.of(own, diaries, sayings, groups().stream().flatMap(this::inGroup))
                .flatMap(Function.identity());
    }

    /**
     * Goes through the pieces of a group, if it is there; of one that is not, asks what would be asked of one that is, so that
     * the store's calls don't tell (law C15).
     */
    Stream<Part> inGroup(GroupId id, Optional<PeerGroup> group) {
        if (group.isEmpty()) {
            fetchAll(id);
            work.readAll(Worlds.keysOf(ImmutableSet.of(actor.person())));
        }
        return group.stream().flatMap(this::inGroup);
    }

    /** A piece of a group that the actor owns, alone or with others. */
    Optional<Part> own(GroupId group, Optional<PeerGroup> where, PieceId piece) {
        return inGroup(group, where)
                .filter(part -> part.piece().json().piece().equals(piece))
                .filter(part -> part.isOf(actor.person()))
                .findFirst();
    }

    private void fetchAll(GroupId group) {
        work.fetch(
                group,
                AggregateKind.MEETING,
                AggregateKind.RELEASE,
                AggregateKind.PLAN,
                AggregateKind.REHEARSAL,
                AggregateKind.REFLECTION);
    }

    Stream<Part> inGroup(PeerGroup group) {
        return inGroup(group, ImmutableSet.of());
    }

    /** Goes through a group's pieces as somebody does who is in its cohort, if they are. */
    Stream<Part> inGroup(PeerGroup group, ImmutableSet<PersonId> alsoInCohort) {
        fetchAll(group.id());
        ImmutableList<Meeting> meetings = Worlds.meetings(work, group);
        World world = Worlds.around(work, group, actor, meetings, alsoInCohort);
        return Stream.of(
                        parts(AggregateKind.GROUP, ImmutableList.of(group), PeerGroup::id, PeerGroup::groupFact, world),
                        parts(AggregateKind.MEETING, meetings, Meeting::id, Meeting::officeFact, world),
                        parts(
                                AggregateKind.PLAN,
                                work.children(AggregateKind.PLAN, group.id()),
                                ActionPlan::id,
                                ActionPlan::tag,
                                world),
                        parts(
                                AggregateKind.REHEARSAL,
                                work.children(AggregateKind.REHEARSAL, group.id()),
                                Rehearsal::id,
                                Rehearsal::tag,
                                world),
                        parts(
                                AggregateKind.REFLECTION,
                                work.children(AggregateKind.REFLECTION, group.id()),
                                Reflection::id,
                                Reflection::tag,
                                world))
                .flatMap(Function.identity());
    }

    private <A> Stream<Part> parts(
            AggregateKind<A> kind, Collection<A> values, Function<A, ?> id, Function<A, Tag> whole, World world) {
        return values.stream()
                .flatMap(value -> backstage.repository().pieces(kind, value).stream()
                        .map(piece ->
                                new Part(kind.name(), id.apply(value).toString(), whole.apply(value), piece, world)));
    }
}
