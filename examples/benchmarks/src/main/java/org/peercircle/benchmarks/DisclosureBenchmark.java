package org.peercircle.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Deciding on a page of 200 pieces, half of them a member's and half the group's, in a group that many have left. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DisclosureBenchmark {

    private static final int PIECES = 200;
    private static final int MEMBERS = 10;
    private static final Instant START = Instant.parse("2020-01-01T12:00:00Z");
    private static final GroupId GROUP = GroupId.of("aurora");

    /** Stays that have ended. */
    @Param({"10", "100", "1000", "10000"})
    public int stays;

    private final List<Tag> tags = new ArrayList<>();
    private World world = World.at(START).build();
    private Viewer viewer = Custody.viewer(PersonId.of("p0"), Capacity.PARTICIPANT, Purpose.SUPPORT);

    /** Makes up the group. */
    @Setup
    public void makeUp() {
        Instant now = START.plus(Duration.ofDays(5_000));
        List<World.Stay> all = new ArrayList<>();
        World.Builder builder = World.at(now);
        for (int i = 0; i < MEMBERS + stays; i++) {
            PersonId person = PersonId.of("p" + i);
            Optional<Instant> left = i < MEMBERS ? Optional.empty() : Optional.of(START.plus(Duration.ofDays(30)));
            all.add(new World.Stay(person, START, left, true, true));
            builder.relationsKnown(person);
        }
        world = builder.group(GROUP, all).build();
        viewer = Custody.viewer(PersonId.of("p0"), Capacity.PARTICIPANT, Purpose.SUPPORT);
        tags.clear();
        for (int i = 0; i < PIECES; i++) {
            Owner owner = i % 2 == 0 ? Owner.of(PersonId.of("p" + i % MEMBERS)) : Owner.of(GROUP);
            tags.add(Tag.content(Policy.of(owner, new Atom.MembersAsOf(GROUP, START.plus(Duration.ofDays(i))))));
        }
    }

    /** Decides on every piece. */
    @Benchmark
    public int page() {
        int shown = 0;
        for (Tag tag : tags) {
            shown += Disclosure.decide(viewer, tag, world).isPermit() ? 1 : 0;
        }
        return shown;
    }
}
