package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;

/** Tags, worlds and viewers, small enough that everybody meets everybody, and joins fall on the very instants of writing. */
final class Tags {

    static final List<PersonId> PEOPLE =
            List.of(PersonId.of("a"), PersonId.of("b"), PersonId.of("c"), PersonId.of("d"));
    static final List<GroupId> GROUPS = List.of(GroupId.of("g"), GroupId.of("h"));
    static final ProgramId PROGRAM = ProgramId.of("p");
    static final CohortId COHORT = CohortId.of("co");
    static final Instant NOW = Instant.ofEpochSecond(5);

    private Tags() {}

    static Arbitrary<PersonId> people() {
        return Arbitraries.of(PEOPLE);
    }

    static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 6).map(Instant::ofEpochSecond);
    }

    /** Who was at a meeting; its id ends with the second at which it began. */
    static List<PersonId> present(MeetingId meeting) {
        String id = meeting.value();
        int start = Character.getNumericValue(id.charAt(id.length() - 1));
        return PEOPLE.subList(0, start % PEOPLE.size() + 1);
    }

    static Arbitrary<Atom> atoms() {
        Arbitrary<GroupId> groups = Arbitraries.of(GROUPS);
        return Arbitraries.oneOf(
                people().map(Atom.Named::new),
                people().map(Atom.NamedDespite::new),
                Combinators.combine(groups, instants()).as(Atom.MembersAsOf::new),
                groups.map(Atom.Members::new),
                Combinators.combine(groups, instants())
                        .as((g, t) -> new Atom.Present(MeetingId.of("m" + g + t.getEpochSecond()), g, t)),
                groups.map(Atom.Space::new),
                Arbitraries.just(new Atom.Cohort(COHORT)),
                Arbitraries.just(new Atom.Office(PROGRAM)),
                Arbitraries.just(new Atom.Anyone()),
                Arbitraries.just(new Atom.Nobody()));
    }

    static Arbitrary<Policy> policies() {
        Arbitrary<Owner> owners = Arbitraries.oneOf(
                people().map(Owner::of), Arbitraries.of(GROUPS).map(Owner::of));
        return Combinators.combine(
                        owners, atoms().set().ofMaxSize(3), people().set().ofMaxSize(2))
                .as((o, a, c) -> new Policy(o, ImmutableSet.copyOf(a), ImmutableSet.copyOf(c)));
    }

    static Arbitrary<Tag> tags() {
        return Combinators.combine(
                        policies().set().ofMaxSize(3),
                        Arbitraries.of(Purpose.class).set().ofMinSize(1),
                        Arbitraries.of(Obligation.class).set())
                .as((p, u, o) -> new Tag(ImmutableSet.copyOf(p), ImmutableSet.copyOf(u), ImmutableSet.copyOf(o)));
    }

    static Arbitrary<Viewer> viewers() {
        return Combinators.combine(
                        people(),
                        Arbitraries.of(Capacity.PARTICIPANT, Capacity.PARTICIPANT, Capacity.OFFICE, Capacity.HOST),
                        Arbitraries.of(Purpose.class))
                .as(Viewer::new);
    }

    /** Facts of a world, so that a test can add one and build again. */
    record Facts(
            List<World.Stay> g,
            List<World.Stay> h,
            Set<PersonId> cohort,
            Set<PersonId> officers,
            Set<List<PersonId>> power,
            Set<List<PersonId>> conflicts,
            Set<PersonId> known,
            Set<PersonId> erased) {

        World world() {
            return world(List.of(), List.of());
        }

        World world(Release... releases) {
            World.Builder world = builder(List.of(), List.of());
            List.of(releases).forEach(world::release);
            return world.build();
        }

        World world(List<List<PersonId>> morePower, List<List<PersonId>> moreConflicts) {
            return builder(morePower, moreConflicts).build();
        }

        private World.Builder builder(List<List<PersonId>> morePower, List<List<PersonId>> moreConflicts) {
            World.Builder world = World.at(NOW).group(GROUPS.get(0), g).group(GROUPS.get(1), h);
            world.cohort(COHORT, cohort);
            officers.forEach(o -> world.officer(PROGRAM, o));
            power.forEach(p -> world.power(p.get(0), p.get(1)));
            morePower.forEach(p -> world.power(p.get(0), p.get(1)));
            conflicts.forEach(p -> world.conflict(p.get(0), p.get(1)));
            moreConflicts.forEach(p -> world.conflict(p.get(0), p.get(1)));
            known.forEach(world::relationsKnown);
            erased.forEach(world::erased);
            for (GroupId group : GROUPS) {
                for (long t = 0; t <= 6; t++) {
                    MeetingId meeting = MeetingId.of("m" + group + t);
                    world.attendance(meeting, present(meeting));
                }
            }
            return world;
        }
    }

    static Arbitrary<Facts> facts() {
        Arbitrary<World.Stay> stays = Combinators.combine(
                        people(),
                        instants(),
                        instants().injectNull(.6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, true, false))
                .as((p, from, to, keeps, said) ->
                        new World.Stay(p, from, Optional.ofNullable(to).filter(t -> !t.isBefore(from)), keeps, said));
        Arbitrary<List<PersonId>> pairs = Combinators.combine(people(), people())
                .as(List::of)
                .filter(p -> !p.get(0).equals(p.get(1)));
        Arbitrary<Set<PersonId>> some = people().set();
        return Combinators.combine(
                        stays.list().ofMaxSize(6),
                        stays.list().ofMaxSize(6),
                        some,
                        some,
                        pairs.set().ofMaxSize(2),
                        pairs.set().ofMaxSize(2),
                        Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(Set.copyOf(PEOPLE))), Tuple.of(1, some)),
                        Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(Set.<PersonId>of())), Tuple.of(1, some)))
                .as(Facts::new);
    }
}
