package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;

/** Laws C19 to C21: what a release opens, and what it leaves as it was. */
class ReleaseProperties extends OfTags {

    private static final PieceId PIECE = PieceId.of("x");
    private static final PieceId OTHER = PieceId.of("y");

    @Provide
    Arbitrary<Set<Atom>> audiences() {
        return Tags.atoms().set().ofMinSize(1).ofMaxSize(3);
    }

    private static Confidential<String> piece(PieceId id, int version, Tag tag) {
        return Custody.file(Confidential.draft("word"), id, version, tag, tag, Tags.NOW);
    }

    private static Release release(int version, PersonId owner, Set<Atom> to, Optional<Instant> until) {
        return new Release(
                ReleaseId.of("r"),
                PIECE,
                version,
                owner,
                Tags.GROUPS.get(0),
                ImmutableSet.copyOf(to),
                Tags.NOW.minusSeconds(1),
                until);
    }

    /** What the law says, the long way: every policy of the owner with the new atoms besides, and all else as it is. */
    private static Tag asReleased(Tag tag, PersonId owner, Set<Atom> to) {
        return new Tag(
                tag.policies().stream()
                        .map(p -> p.owner().equals(Owner.of(owner))
                                ? new Policy(p.owner(), ImmutableSet.copyOf(Sets.union(p.audience(), to)), p.concerns())
                                : p)
                        .collect(Collectors.collectingAndThen(Collectors.toSet(), ImmutableSet::copyOf)),
                tag.purposes(),
                tag.obligations());
    }

    @Property
    void C19_a_release_widens_the_owners_own_policy_and_nothing_else(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("audiences") Set<Atom> to) {
        World released = facts.world(release(3, owner, to, Optional.empty()));
        boolean opens = Disclosure.open(piece(PIECE, 3, t), v, released).isPresent();
        boolean before = Disclosure.decide(v, t, facts.world()).isPermit();
        boolean wider =
                Disclosure.decide(v, asReleased(t, owner, to), facts.world()).isPermit();
        assertThat(opens).isEqualTo(before || wider);
        if (t.policies().stream().noneMatch(p -> p.owner().equals(Owner.of(owner)))) {
            assertThat(opens).as("by somebody who does not own it").isEqualTo(before);
        }
    }

    @Property
    void C19_another_version_stays_as_it_was(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("audiences") Set<Atom> to,
            @ForAll @IntRange(min = 1, max = 5) int version) {
        World released = facts.world(release(3, owner, to, Optional.empty()));
        boolean before = Disclosure.decide(v, t, facts.world()).isPermit();
        if (version != 3) {
            assertThat(Disclosure.open(piece(PIECE, version, t), v, released).isPresent())
                    .isEqualTo(before);
        }
    }

    @Property
    void C21_of_other_pieces_a_release_says_nothing_and_from_nobody_it_takes_anything(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("audiences") Set<Atom> to) {
        World released = facts.world(release(1, owner, to, Optional.empty()));
        assertThat(Disclosure.decide(v, piece(OTHER, 1, t), released))
                .isEqualTo(Disclosure.decide(v, t, facts.world()));
        if (Disclosure.decide(v, t, facts.world()).isPermit()) {
            assertThat(Disclosure.decide(v, piece(PIECE, 1, t), released).isPermit())
                    .isTrue();
        }
    }

    @Property
    void C20_after_its_end_a_release_is_as_if_there_were_none(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("audiences") Set<Atom> to) {
        World ended = facts.world(release(1, owner, to, Optional.of(Tags.NOW)));
        assertThat(Disclosure.decide(v, piece(PIECE, 1, t), ended)).isEqualTo(Disclosure.decide(v, t, facts.world()));
        assertThat(Disclosure.mayKnowOf(piece(PIECE, 1, t), v, ended))
                .isEqualTo(Disclosure.decide(v, t, facts.world()).isPermit());
    }

    @Property
    void C7_C13_no_release_to_people_opens_anything_to_the_office_or_for_another_purpose(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("audiences") Set<Atom> to) {
        boolean toPeople = to.stream().noneMatch(a -> a instanceof Atom.Office || a instanceof Atom.Anyone);
        boolean isOther = v.capacity() != Capacity.PARTICIPANT || !t.purposes().contains(v.purpose());
        if (toPeople && isOther) {
            World released = facts.world(release(1, owner, to, Optional.empty()));
            assertThat(Disclosure.decide(v, piece(PIECE, 1, t), released).isPermit())
                    .isEqualTo(Disclosure.decide(v, t, facts.world()).isPermit());
        }
    }
}
