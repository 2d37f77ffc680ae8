package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peercircle.id.PieceId;

/** Laws C1 to C4: tags form a lattice that the readers follow. */
class TagProperties extends OfTags {

    @Property
    void C1_atoms_are_ordered(@ForAll("atoms") Atom a, @ForAll("atoms") Atom b, @ForAll("atoms") Atom c) {
        assertThat(a.isAtMost(a)).isTrue();
        assertThat(!(a.isAtMost(b) && b.isAtMost(a)) || a.equals(b)).isTrue();
        assertThat(!(a.isAtMost(b) && b.isAtMost(c)) || a.isAtMost(c)).isTrue();
    }

    @Property
    void C1_flow_is_a_partial_order(@ForAll("tags") Tag t, @ForAll("tags") Tag u, @ForAll("tags") Tag v) {
        assertThat(t.flowsTo(t)).isTrue();
        assertThat(!(t.flowsTo(u) && u.flowsTo(t)) || t.equals(u)).isTrue();
        Tag tu = t.join(u);
        Tag tuv = tu.join(v);
        assertThat(t.flowsTo(tu) && tu.flowsTo(tuv) && t.flowsTo(tuv)).isTrue();
    }

    @Property
    void C11_what_is_said_later_is_said_to_those_of_then(@ForAll("tags") Tag tag) {
        Instant time = Instant.parse("2027-03-01T12:00:00Z");
        Tag said = tag.saidAt(time);
        assertThat(tag.flowsTo(said)).isTrue();
        assertThat(said.saidAt(time)).isEqualTo(said);
        assertThat(said.policies())
                .flatExtracting(Policy::audience)
                .noneMatch(atom -> atom instanceof Atom.Members
                        || (atom instanceof Atom.MembersAsOf asOf && asOf.time().isAfter(time)));
    }

    @Property
    void C1_join_is_the_least_upper_bound(@ForAll("tags") Tag t, @ForAll("tags") Tag u, @ForAll("tags") Tag v) {
        assertThat(t.join(u)).isEqualTo(u.join(t));
        assertThat(t.join(u).join(v)).isEqualTo(t.join(u.join(v)));
        assertThat(t.join(t)).isEqualTo(t);
        assertThat(t.join(Tag.PUBLIC)).isEqualTo(t);
        Tag upper = t.join(u).join(v);
        assertThat(t.join(u).flowsTo(upper)).isTrue();
    }

    @Property
    void C2_what_flows_has_no_more_readers(
            @ForAll("tags") Tag t,
            @ForAll("tags") Tag u,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v) {
        World world = facts.world();
        Tag stricter = t.join(u);
        if (Disclosure.decide(v, stricter, world).isPermit()) {
            assertThat(Disclosure.decide(v, t, world).isPermit()).isTrue();
        }
        if (t.flowsTo(u) && Disclosure.decide(v, u, world).isPermit()) {
            assertThat(Disclosure.decide(v, t, world).isPermit()).isTrue();
        }
    }

    @Property
    void C2_a_larger_atom_admits_whoever_a_smaller_one_admits(
            @ForAll("atoms") Atom a,
            @ForAll("atoms") Atom b,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v) {
        World world = facts.world();
        Owner owner = Owner.of(Tags.PEOPLE.get(0));
        if (a.isAtMost(b)
                && Disclosure.decide(
                                v, new Tag(ImmutableSet.of(Policy.of(owner, a)), Purpose.ALL, ImmutableSet.of()), world)
                        .isPermit()) {
            assertThat(Disclosure.decide(
                                    v,
                                    new Tag(ImmutableSet.of(Policy.of(owner, b)), Purpose.ALL, ImmutableSet.of()),
                                    world)
                            .isPermit())
                    .isTrue();
        }
    }

    @Property
    void C3_readers_of_a_join_are_those_of_both(
            @ForAll("tags") Tag t,
            @ForAll("tags") Tag u,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v) {
        World world = facts.world();
        boolean both = Disclosure.decide(v, t, world).isPermit()
                && Disclosure.decide(v, u, world).isPermit();
        assertThat(Disclosure.decide(v, t.join(u), world).isPermit()).isEqualTo(both);
    }

    @Property
    void C4_what_is_computed_from_a_piece_is_as_confidential_as_it(@ForAll("tags") Tag t) {
        Confidential<String> piece = Confidential.draft("canary").filed(PieceId.of("x"), 1, t, t, Tags.NOW);
        assertThat(piece.map(String::length).tag()).isEqualTo(t);
        assertThat(piece.map(String::length).existence()).isEqualTo(t);
    }
}
