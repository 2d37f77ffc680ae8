package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/** Laws C5 to C13: who may read, in any world. */
class DisclosureProperties extends OfTags {

    private static final GroupId G = Tags.GROUPS.get(0);

    @Property(tries = 3000)
    void C5_who_may_read_is_who_the_law_says(
            @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        boolean permitted = Disclosure.decide(v, t, facts.world()).isPermit();
        assertThat(permitted).isEqualTo(new AsTheLawSays(facts, v).permits(t));
        Statistics.label("read").collect(permitted);
        Statistics.label("read").coverage(coverage -> coverage.check(true).percentage(p -> p > 2));
    }

    /** A single owner and a single purpose, so that much is read. */
    @Property(tries = 3000)
    void C5_who_may_read_what_one_owner_said_is_who_the_law_says(
            @ForAll("policies") Policy policy, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        Tag tag = Tag.of(policy, v.purpose());
        boolean permitted = Disclosure.decide(v, tag, facts.world()).isPermit();
        assertThat(permitted).isEqualTo(new AsTheLawSays(facts, v).permits(tag));
        Statistics.label("read").collect(permitted);
        Statistics.label("read").coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
    }

    @Property
    void C5_less_knowledge_never_discloses_more(
            @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        boolean permitted = Disclosure.decide(v, t, facts.world()).isPermit();
        World nothingKnown = World.at(Tags.NOW).build();
        World noStays = new Tags.Facts(
                        List.of(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        facts.power(),
                        facts.conflicts(),
                        facts.known(),
                        facts.erased())
                .world();
        World relationsUnknown = new Tags.Facts(
                        facts.g(),
                        facts.h(),
                        facts.cohort(),
                        facts.officers(),
                        facts.power(),
                        facts.conflicts(),
                        Set.of(),
                        facts.erased())
                .world();
        if (!permitted) {
            assertThat(Disclosure.decide(v, t, relationsUnknown).isPermit()).isFalse();
            // A group whose members are known to be none has nobody a viewer could have power over.
            boolean ofGroup = t.policies().stream().anyMatch(p -> p.owner() instanceof Owner.OfGroup);
            if (!ofGroup && facts.erased().isEmpty()) {
                assertThat(Disclosure.decide(v, t, noStays).isPermit()).isFalse();
                assertThat(Disclosure.decide(v, t, nothingKnown).isPermit()).isFalse();
            }
        }
    }

    @Property
    void C6_an_owner_reads_what_is_theirs_until_erased(
            @ForAll("people") PersonId owner, @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts) {
        Tag own = Tag.of(
                new Policy(
                        Owner.of(owner),
                        t.policies().stream()
                                .flatMap(p -> p.audience().stream())
                                .collect(ImmutableSet.toImmutableSet()),
                        ImmutableSet.of()),
                Purpose.SUPPORT);
        Viewer self = new Viewer(owner, Capacity.PARTICIPANT, Purpose.SUPPORT);
        assertThat(Disclosure.decide(self, own, facts.world()).isPermit())
                .isEqualTo(!facts.erased().contains(owner));
    }

    /** A host may have somebody at a desk still whom it has just erased. */
    @Property
    void E3_who_is_erased_reads_nothing_as_a_participant(
            @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        if (v.capacity() == Capacity.PARTICIPANT && facts.erased().contains(v.person())) {
            assertThat(Disclosure.decide(v, t, facts.world()).isPermit()).isFalse();
        }
    }

    @Property
    void C7_without_an_office_atom_the_office_reads_nothing(
            @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        boolean forOffice = t.policies().isEmpty()
                || t.policies().stream()
                        .flatMap(p -> p.audience().stream())
                        .anyMatch(a -> a instanceof Atom.Office || a instanceof Atom.Anyone);
        if (!forOffice && v.capacity() != Capacity.PARTICIPANT) {
            assertThat(Disclosure.decide(v, t, facts.world()).isPermit()).isFalse();
        }
    }

    @Property
    void S10_what_others_said_waits_for_the_yes_to_the_charter(
            @ForAll("people") PersonId owner,
            @ForAll("people") PersonId reader,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("instants") Instant t) {
        Tag said = Tag.of(
                Policy.of(
                        Owner.of(owner),
                        new Atom.Members(G),
                        new Atom.MembersAsOf(G, t),
                        new Atom.Present(MeetingId.of("mg" + 1), G, t)),
                Purpose.SUPPORT);
        World world = facts.world();
        Viewer v = new Viewer(reader, Capacity.PARTICIPANT, Purpose.SUPPORT);
        if (!reader.equals(owner) && world.owesAcknowledgement(G, reader)) {
            assertThat(Disclosure.decide(v, said, world).isPermit()).isFalse();
        }
    }

    @Property
    void C8_who_never_was_a_member_reads_nothing_of_the_group(
            @ForAll("people") PersonId owner,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("instants") Instant t) {
        Tag ofGroup = new Tag(
                ImmutableSet.of(Policy.of(
                        Owner.of(owner),
                        new Atom.MembersAsOf(G, t),
                        new Atom.Space(G),
                        new Atom.Present(MeetingId.of("mg1"), G, t))),
                Purpose.ALL,
                ImmutableSet.of());
        boolean never = facts.g().stream().noneMatch(s -> s.person().equals(v.person()));
        if (never && !v.person().equals(owner)) {
            assertThat(Disclosure.decide(v, ofGroup, facts.world()).isPermit()).isFalse();
        }
    }

    @Property
    void C9_a_power_relation_or_conflict_never_adds_a_reader(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId holder,
            @ForAll("people") PersonId subject) {
        boolean before = Disclosure.decide(v, t, facts.world()).isPermit();
        List<List<PersonId>> more = List.of(List.of(holder, subject));
        if (!before) {
            assertThat(Disclosure.decide(v, t, facts.world(more, List.of())).isPermit())
                    .isFalse();
            assertThat(Disclosure.decide(v, t, facts.world(List.of(), more)).isPermit())
                    .isFalse();
        }
    }

    @Property
    void C9_who_has_power_over_the_owner_does_not_read(
            @ForAll("people") PersonId boss, @ForAll("people") PersonId owner, @ForAll("facts") Tags.Facts facts) {
        Tag t = Tag.content(Policy.of(Owner.of(owner), new Atom.Members(G), new Atom.Named(boss)));
        Viewer viewer = new Viewer(boss, Capacity.PARTICIPANT, Purpose.SUPPORT);
        World world = facts.world(List.of(List.of(boss, owner)), List.of());
        if (!boss.equals(owner)) {
            assertThat(Disclosure.decide(viewer, t, world).isPermit()).isFalse();
            Tag despite = Tag.content(Policy.of(Owner.of(owner), new Atom.NamedDespite(boss)));
            assertThat(Disclosure.decide(viewer, despite, world).isPermit())
                    .isEqualTo(
                            !facts.erased().contains(owner) && !facts.erased().contains(boss));
        }
    }

    @Property
    void C10_a_conflict_bars_both_ways(
            @ForAll("people") PersonId one, @ForAll("people") PersonId other, @ForAll("facts") Tags.Facts facts) {
        if (one.equals(other)) {
            return;
        }
        World world = facts.world(List.of(), List.of(List.of(one, other)));
        for (List<PersonId> pair : List.of(List.of(one, other), List.of(other, one))) {
            Tag t = Tag.content(Policy.of(Owner.of(pair.get(0)), new Atom.Members(G), new Atom.Named(pair.get(1))));
            Viewer viewer = new Viewer(pair.get(1), Capacity.PARTICIPANT, Purpose.SUPPORT);
            assertThat(Disclosure.decide(viewer, t, world).isPermit()).isFalse();
        }
    }

    @Property
    void C11_what_was_said_before_one_joined_was_said_to_others(
            @ForAll("people") PersonId owner,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("instants") Instant written) {
        Tag t = Tag.content(Policy.of(Owner.of(owner), new Atom.MembersAsOf(G, written)));
        boolean hasBeenSince = facts.g().stream()
                .anyMatch(s -> s.person().equals(v.person())
                        && s.isActiveAt(Tags.NOW)
                        && !s.joinedAt().isAfter(written));
        if (!hasBeenSince && !owner.equals(v.person())) {
            assertThat(Disclosure.decide(v, t, facts.world()).isPermit()).isFalse();
        }
    }

    @Property
    void C12_who_has_left_keeps_their_own_and_the_space(
            @ForAll("people") PersonId owner, @ForAll("facts") Tags.Facts facts, @ForAll("people") PersonId leaver) {
        boolean gone = facts.g().stream().noneMatch(s -> s.person().equals(leaver) && s.isActiveAt(Tags.NOW));
        Viewer viewer = new Viewer(leaver, Capacity.PARTICIPANT, Purpose.SUPPORT);
        Tag group = Tag.content(Policy.of(Owner.of(owner), new Atom.Members(G)));
        if (gone && !leaver.equals(owner)) {
            assertThat(Disclosure.decide(viewer, group, facts.world()).isPermit())
                    .isFalse();
        }
    }

    @Property
    void C13_a_purpose_outside_the_tag_is_denied(
            @ForAll("tags") Tag t, @ForAll("facts") Tags.Facts facts, @ForAll("viewers") Viewer v) {
        if (!t.purposes().contains(v.purpose())) {
            assertThat(Disclosure.decide(v, t, facts.world()).isPermit()).isFalse();
        }
    }

    @Property
    void a_space_is_kept_by_those_who_chose_to(@ForAll("facts") Tags.Facts facts, @ForAll("people") PersonId person) {
        World.Stay left = new World.Stay(person, Instant.EPOCH, Optional.of(Instant.ofEpochSecond(1)), true, true);
        World world = World.at(Tags.NOW).group(G, List.of(left)).build();
        assertThat(world.hasSpace(G, person)).isTrue();
        assertThat(world.isMember(G, person)).isFalse();
    }
}
