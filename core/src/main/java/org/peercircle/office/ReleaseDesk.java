package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.peercircle.audit.AuditDetail;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.decision.Decision;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;
import org.peercircle.office.port.AggregateKind;

/**
 * Lets more people read something one said: the only way by which what was said for some reaches others (law C19). Only an
 * owner releases; of what has several owners, each their own part, and it opens when all of them let it. No audience names
 * the office: what is for anyone at all is not secret from it, and nothing else is released to it.
 *
 * <pre>{@code
 * ReadablePiece mine = desk.exceptions().readable(group).get(0);
 * desk.releases().release(group, mine.piece(), mine.version(), Audience.named(List.of(anAdviser))).orElseThrow();
 * }</pre>
 */
public final class ReleaseDesk {

    private final Backstage backstage;
    private final Actor actor;

    ReleaseDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Releases a piece of the actor's until they take it back, in place of any earlier release of it. Whoever could read it
     * can do so still. It is of this version: in other words it is not released (law C19). It is in the actor's log from
     * the same commit on.
     *
     * @param version as the actor read it; another is refused as {@code piece-changed}
     */
    public Decision<Release> release(GroupId group, PieceId piece, int version, Audience audience) {
        return release(group, piece, version, audience, Optional.empty());
    }

    /**
     * Releases a piece of the actor's for a time.
     *
     * @param until exclusive; by then it is as before, whether or not anybody asks
     * @throws IllegalArgumentException if that has passed
     */
    public Decision<Release> release(
            GroupId group, PieceId piece, int version, Audience audience, Optional<Instant> until) {
        if (actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("release what members said", "its owner"));
        }
        return backstage.decide(work -> {
            Optional<PeerGroup> where = work.find(AggregateKind.GROUP, group);
            Optional<Kept.Part> own = new Kept(backstage, work.aside(), actor).own(group, where, piece);
            if (own.isEmpty()) {
                return notTheirs(piece);
            }
            int now = own.orElseThrow().piece().json().version();
            if (now != version) {
                return Decision.refuse(new OfficeRefusal.PieceChanged(piece, now));
            }
            Optional<Release> before = released(work, group, piece);
            Release release = new Release(
                    before.map(Release::id).orElseGet(() -> ReleaseId.of(backstage.newId())),
                    piece,
                    version,
                    actor.person(),
                    group,
                    atoms(audience, where.orElseThrow(), work.now()),
                    audience.concerned(),
                    work.now(),
                    until);
            if (before.isPresent()) {
                work.replace(AggregateKind.RELEASE, release.id(), release);
            } else {
                work.create(AggregateKind.RELEASE, release.id(), release);
            }
            log(work, AuditDetail.What.RELEASED, release, Map.of("to", audience.label()));
            return Decision.accept(release);
        });
    }

    /** Takes back what the actor released: who could not read it before can't any more, from now on. */
    public Decision<Release> revoke(GroupId group, PieceId piece) {
        return backstage.decide(work -> {
            Optional<Release> release = released(work, group, piece);
            if (release.isEmpty()) {
                return notTheirs(piece);
            }
            work.delete(AggregateKind.RELEASE, release.orElseThrow().id());
            log(work, AuditDetail.What.RELEASE_REVOKED, release.orElseThrow(), Map.of());
            return Decision.accept(release.orElseThrow());
        });
    }

    /** Returns what the actor released of what they said in a group, in the order of their ids; while it can be read. */
    public ImmutableList<Release> mine(GroupId group) {
        Work work = backstage.look();
        Instant keptFrom = Worlds.contentKeptFrom(work, work.find(AggregateKind.GROUP, group));
        return mine(work, group)
                .filter(release -> !release.at().isBefore(keptFrom))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Release> mine(Work work, GroupId group) {
        return work.children(AggregateKind.RELEASE, group).stream()
                .filter(release -> actor.isThemself(release.owner()));
    }

    /** The actor's release of a piece, read so that it binds; those of others are only looked through. */
    private Optional<Release> released(Work work, GroupId group, PieceId piece) {
        return mine(work.aside(), group)
                .filter(release -> release.piece().equals(piece))
                .findFirst()
                .flatMap(release -> work.find(AggregateKind.RELEASE, release.id()));
    }

    /**
     * Returns what the actor may read for no other reason than that its owner released it, in any group, or that they are
     * named as a reader in a group that they are not in; nothing for the office. Cost: linear in the program.
     */
    public ImmutableList<ReadablePiece> toMe() {
        if (actor.isCoordinator()) {
            return ImmutableList.of();
        }
        Work work = backstage.look();
        Kept kept = new Kept(backstage, work, actor);
        ImmutableList.Builder<ReadablePiece> all = ImmutableList.builder();
        for (Cohort cohort : kept.cohorts()) {
            boolean isIn = cohort.enrollment(actor.person(), work.now())
                    .filter(Enrollment::isCurrent)
                    .isPresent();
            ImmutableSet<PersonId> self = isIn ? ImmutableSet.of(actor.person()) : ImmutableSet.of();
            for (PeerGroup group : work.children(AggregateKind.GROUP, cohort.id())) {
                toMe(work, group, kept.inGroup(group, self)).forEach(all::add);
            }
        }
        return all.build();
    }

    private Stream<ReadablePiece> toMe(Work work, PeerGroup group, Stream<Kept.Part> parts) {
        Viewer viewer = backstage.viewer(actor);
        boolean isMember = group.members(work.now()).contains(actor.person());
        return parts.flatMap(part ->
                part.openReleased(viewer).or(() -> isMember ? Optional.empty() : part.openNamed(viewer)).stream()
                        .map(json -> part.readable(ExceptionDesk.owners(part.tag(), group, work), json)));
    }

    private static ImmutableSet<Atom> atoms(Audience audience, PeerGroup group, Instant now) {
        return audience.atomsIn(Audience.Setting.in(group.id(), group.cohort(), now));
    }

    private void log(Work work, AuditDetail.What what, Release release, Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(more);
        facts.put("group", release.group().value());
        facts.put("piece", release.piece().value());
        new Log(backstage, work).add(what, release.owner(), actor.person(), work.now(), facts);
    }

    private static <T> Decision<T> notTheirs(PieceId piece) {
        return Decision.refuse(new OfficeRefusal.NotThere("piece of yours", piece.value()));
    }
}
