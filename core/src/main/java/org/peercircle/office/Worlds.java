package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Declarations;
import org.peercircle.people.Participant;
import org.peercircle.people.ReportingDuty;
import org.peercircle.pulse.PulseSurvey;

/** Gathers the facts on which disclosures are decided, in the same work that reads the data. */
final class Worlds {

    private Worlds() {}

    /** The world around one group, as one actor may be placed in it. */
    static World around(Work work, PeerGroup group, Actor actor, Iterable<Meeting> meetings) {
        return around(work, group, actor, meetings, ImmutableSet.of());
    }

    /**
     * The world around one group, as one actor may be placed in it.
     *
     * @param alsoInCohort who is known to be in the group's cohort besides its members
     */
    static World around(
            Work work, PeerGroup group, Actor actor, Iterable<Meeting> meetings, ImmutableSet<PersonId> alsoInCohort) {
        World.Builder world = inGroup(work, group, meetings).cohort(group.cohort(), alsoInCohort);
        addRelations(work, world, peopleAround(group, actor));
        addOfficer(work, world, actor);
        return world.build();
    }

    /** Whoever was ever in a group, and whoever asks. */
    static ImmutableSet<PersonId> peopleAround(PeerGroup group, Actor actor) {
        return Stream.concat(group.memberships().stream().map(Membership::person), Stream.of(actor.person()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The world around one group as if nobody had power over or a conflict with anybody. */
    static World withoutBars(Work work, PeerGroup group, Iterable<Meeting> meetings) {
        World.Builder world = inGroup(work, group, meetings);
        group.memberships().forEach(m -> world.relationsKnown(m.person()));
        return world.build();
    }

    private static World.Builder inGroup(Work work, PeerGroup group, Iterable<Meeting> meetings) {
        World.Builder world = World.at(work.now())
                .group(group.id(), group.stays(work.now()))
                .cohort(group.cohort(), group.members(work.now()))
                .keptFrom(contentKeptFrom(work, Optional.of(group)));
        meetings.forEach(m -> world.attendance(m.id(), m.present()));
        work.children(AggregateKind.RELEASE, group.id()).forEach(world::release);
        return world;
    }

    /** What was written or released before this in a group nobody reads any more. */
    static Instant contentKeptFrom(Work work, Optional<PeerGroup> group) {
        return work.retention().contentFrom(group.flatMap(g -> g.overSince(work.now())), work.now());
    }

    /** The meetings of a group, as far as they are shown to anybody (law E6). */
    static ImmutableList<Meeting> meetings(Work work, PeerGroup group) {
        ImmutableList<Meeting> all = work.children(AggregateKind.MEETING, group.id());
        return work.retention().attendanceIsPast(group.overSince(work.now()), work.now())
                ? all.stream().map(Meeting::withoutAttendance).collect(ImmutableList.toImmutableList())
                : all;
    }

    /** The world in which what is in no group is read by its author. */
    static World withoutGroups(Work work) {
        return World.at(work.now())
                .keptFrom(contentKeptFrom(work, Optional.empty()))
                .build();
    }

    /** The world around people, with no group known. */
    static World aroundPeople(Work work, Actor actor, ImmutableSet<PersonId> owners) {
        World.Builder world = World.at(work.now());
        Set<PersonId> people = new LinkedHashSet<>(owners);
        people.add(actor.person());
        addRelations(work, world, people);
        addOfficer(work, world, actor);
        return world.build();
    }

    /** The world in which the answers to a cohort's surveys are read: those before are compared with those after. */
    static World ofAnswers(Work work, CohortId cohort) {
        return World.at(work.now()).keptFrom(answersKeptFrom(work, cohort)).build();
    }

    /** What was answered before this in a cohort's surveys nobody reads any more. */
    static Instant answersKeptFrom(Work work, CohortId cohort) {
        Instant last = work.children(AggregateKind.PULSE, cohort).stream()
                .map(PulseSurvey::closesAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return work.retention().answersFrom(last, work.now());
    }

    /** Those of these people who have a duty to report, or a right not to. */
    static ImmutableList<Participant> withDuty(Work work, Iterable<PersonId> people) {
        return work.findAll(AggregateKind.PARTICIPANT, people).values().stream()
                .filter(p -> p.reportingDuty() != ReportingDuty.NONE)
                .collect(ImmutableList.toImmutableList());
    }

    /** What duty to report each of these people has, if any. */
    static ImmutableMap<PersonId, ReportingDuty> duties(Work work, Iterable<PersonId> people) {
        return withDuty(work, people).stream()
                .collect(ImmutableMap.toImmutableMap(Participant::id, Participant::reportingDuty));
    }

    /** Those whose duty it is to report certain things. */
    static ImmutableSet<PersonId> bound(Map<PersonId, ReportingDuty> duties) {
        return duties.entrySet().stream()
                .filter(e -> e.getValue() == ReportingDuty.MANDATORY)
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What a participant declared, opened for the engine alone. */
    static Declarations declared(Participant participant, World world) {
        Viewer engine = Custody.engine(Purpose.OPERATE);
        Optional<Confidential<Declarations>> sealed = participant.declarations();
        return sealed.flatMap(d -> Disclosure.open(d, engine, world)).orElse(Declarations.NONE);
    }

    /** What is to be known of people, whether they are registered, erased or neither. */
    static ImmutableSet<AggregateKey<?>> keysOf(Collection<PersonId> people) {
        return people.stream()
                .<AggregateKey<?>>flatMap(person -> Stream.of(
                        AggregateKey.of(AggregateKind.PARTICIPANT, person),
                        AggregateKey.of(AggregateKind.ERASURE, person)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static void addRelations(Work work, World.Builder world, Set<PersonId> people) {
        work.readAll(keysOf(people));
        LocalDate today = work.today();
        World bare = World.at(work.now()).build();
        for (PersonId person : people) {
            work.find(AggregateKind.PARTICIPANT, person).ifPresent(participant -> {
                participant.powersOn(today).forEach(holder -> world.power(holder, participant.id()));
                declared(participant, bare).conflicts().forEach(other -> world.conflict(participant.id(), other));
                world.relationsKnown(participant.id());
            });
            work.find(AggregateKind.ERASURE, person).ifPresent(erasure -> world.erased(person));
        }
    }

    private static void addOfficer(Work work, World.Builder world, Actor actor) {
        if (actor.isCoordinator()) {
            world.officer(work.program(), actor.person());
        }
    }
}
