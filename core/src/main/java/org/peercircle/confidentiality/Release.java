package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;
import org.peercircle.internal.Arguments;

/**
 * An owner's word that one version of a piece is for more people than it was (laws C19, C21). It widens that owner's own
 * policy and nobody else's; the same piece in other words is not released. It takes no reader away, and of other pieces it
 * says nothing.
 *
 * @param id the release's own
 * @param piece what is released
 * @param version the version of it, 1 and up
 * @param owner who releases, as one of its owners
 * @param group in which the piece was said
 * @param to who may read it besides
 * @param concerns people it is about, as the owner declares: none of those it reaches by this, unless they are named
 * @param at when it was released
 * @param until exclusive: when the release ends by itself; empty if it does not
 */
public record Release(
        ReleaseId id,
        PieceId piece,
        int version,
        PersonId owner,
        GroupId group,
        ImmutableSet<Atom> to,
        ImmutableSet<PersonId> concerns,
        Instant at,
        Optional<Instant> until) {

    /** Checks that it lasts. */
    public Release {
        Arguments.require(version >= 1, "version", "be at least 1", version);
        Arguments.require(until.isEmpty() || until.orElseThrow().isAfter(at), "until", "be after " + at, until);
    }

    /** Whom it reaches, as far as that can be this reader. */
    ImmutableSet<Atom> reaching(PersonId reader) {
        return concerns.contains(reader)
                ? to.stream().filter(Atom::reachesThoseConcerned).collect(ImmutableSet.toImmutableSet())
                : to;
    }

    boolean holdsFor(Confidential<?> one, Instant time) {
        return one.version() == version
                && one.piece().equals(piece)
                && (until.isEmpty() || time.isBefore(until.orElseThrow()));
    }
}
