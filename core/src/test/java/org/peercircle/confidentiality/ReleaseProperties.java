package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    @Provide
    Arbitrary<Set<PersonId>> concerned() {
        return Tags.people().set().ofMaxSize(2);
    }

    private static Confidential<String> piece(PieceId id, int version, Tag tag) {
        return Custody.file(Confidential.draft("word"), id, version, tag, tag, Tags.NOW);
    }

    private static Release release(int version, PersonId owner, Set<Atom> to, Optional<Instant> until) {
        return release(version, owner, to, Set.of(), until);
    }

    private static Release release(
            int version, PersonId owner, Set<Atom> to, Set<PersonId> concerns, Optional<Instant> until) {
        return new Release(
                ReleaseId.of("r"),
                PIECE,
                version,
                owner,
                Tags.GROUPS.get(0),
                ImmutableSet.copyOf(to),
                ImmutableSet.copyOf(concerns),
                Tags.NOW.minusSeconds(1),
                until);
    }

    /**
     * What the law says, the long way: each owner lets the viewer read it by their policy or, if they released it, by one for
     * those it was released to, who are not those it is said to be about.
     */
    private static boolean opens(
            Viewer v, Tag tag, Map<PersonId, Set<Atom>> releasedTo, Set<PersonId> about, World unreleased) {
        return tag.policies().stream().allMatch(policy -> {
            Stream<Policy> released = releasedTo.entrySet().stream()
                    .filter(release -> policy.owner().equals(Owner.of(release.getKey())))
                    .map(release -> new Policy(
                                    policy.owner(), ImmutableSet.copyOf(release.getValue()), policy.concerns())
                            .concerning(about));
            return Stream.concat(Stream.of(policy), released)
                    .map(one -> new Tag(ImmutableSet.of(one), tag.purposes(), ImmutableSet.of()))
                    .anyMatch(one -> Disclosure.decide(v, one, unreleased).isPermit());
        });
    }

    @Property
    void C19_owners_widen_their_own_policies_and_nothing_else(
            @ForAll("tags") Tag t,
            @ForAll("facts") Tags.Facts facts,
            @ForAll("viewers") Viewer v,
            @ForAll("people") PersonId owner,
            @ForAll("people") PersonId another,
            @ForAll("audiences") Set<Atom> to,
            @ForAll("audiences") Set<Atom> toOthers,
            @ForAll("concerned") Set<PersonId> about) {
        World released = owner.equals(another)
                ? facts.world(release(3, owner, to, about, Optional.empty()))
                : facts.world(
                        release(3, owner, to, about, Optional.empty()),
                        release(3, another, toOthers, about, Optional.empty()));
        Map<PersonId, Set<Atom>> releasedTo = new LinkedHashMap<>(Map.of(another, toOthers));
        releasedTo.put(owner, to);
        boolean before = Disclosure.decide(v, t, facts.world()).isPermit();
        boolean opens = Disclosure.open(piece(PIECE, 3, t), v, released).isPresent();
        boolean isGone = v.capacity() == Capacity.PARTICIPANT && facts.erased().contains(v.person());
        assertThat(opens).isEqualTo(!isGone && opens(v, t, releasedTo, about, facts.world()) && isReadFor(v, t));
        assertThat(opens).as("whoever could read it can still").isIn(true, before);
        if (t.policies().stream()
                .noneMatch(p ->
                        releasedTo.keySet().stream().anyMatch(o -> p.owner().equals(Owner.of(o))))) {
            assertThat(opens).as("by people who do not own it").isEqualTo(before);
        }
    }

    private static boolean isReadFor(Viewer v, Tag t) {
        return t.purposes().contains(v.purpose());
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
