package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.World;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
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

    /** A piece, and what it is part of. */
    record Part(String kind, String id, StoredPiece piece, World world) {
        Tag tag() {
            return piece.json().tag();
        }
    }

    Stream<Part> everything(ImmutableList<Cohort> cohorts, ImmutableList<PeerGroup> groups) {
        World alone = Worlds.aroundPeople(work, actor, ImmutableSet.of());
        Stream<Part> own = parts(
                AggregateKind.PARTICIPANT,
                work.find(AggregateKind.PARTICIPANT, actor.person()).stream().toList(),
                Participant::id,
                alone);
        Stream<Part> diaries = cohorts.stream()
                .flatMap(cohort -> parts(
                        AggregateKind.PULSE_DIARY,
                        work.children(AggregateKind.PULSE_DIARY, cohort.id()),
                        PulseDiary::id,
                        alone));
        return Stream.of(own, diaries, groups.stream().flatMap(this::inGroup)).flatMap(Function.identity());
    }

    Stream<Part> inGroup(PeerGroup group) {
        ImmutableList<Meeting> meetings = work.children(AggregateKind.MEETING, group.id());
        World world = Worlds.around(work, group, actor, meetings);
        return Stream.of(
                        parts(AggregateKind.GROUP, ImmutableList.of(group), PeerGroup::id, world),
                        parts(AggregateKind.MEETING, meetings, Meeting::id, world),
                        parts(AggregateKind.PLAN, work.children(AggregateKind.PLAN, group.id()), ActionPlan::id, world),
                        parts(
                                AggregateKind.REHEARSAL,
                                work.children(AggregateKind.REHEARSAL, group.id()),
                                Rehearsal::id,
                                world),
                        parts(
                                AggregateKind.REFLECTION,
                                work.children(AggregateKind.REFLECTION, group.id()),
                                Reflection::id,
                                world))
                .flatMap(Function.identity());
    }

    private <A> Stream<Part> parts(AggregateKind<A> kind, Collection<A> values, Function<A, ?> id, World world) {
        return values.stream()
                .flatMap(value -> backstage.repository().pieces(kind, value).stream()
                        .map(piece -> new Part(kind.name(), id.apply(value).toString(), piece, world)));
    }
}
