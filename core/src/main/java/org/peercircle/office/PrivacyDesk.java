package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.decision.Decision;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.office.port.AggregateKind;

/**
 * What a person may ask of their own data: to take all of it along, and to be forgotten.
 *
 * <pre>{@code
 * PersonExport export = desk.privacy().export().orElseThrow();
 * desk.privacy().erase(me).orElseThrow(); // there is no way back
 * }</pre>
 */
public final class PrivacyDesk {

    private final Backstage backstage;
    private final Actor actor;

    PrivacyDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Erases a person for ever: they leave every group, space and cohort; their plans, rehearsals, exercises and answers are
     * deleted; what they said among others can't be opened any more, in no copy of the store either, since its keys are
     * destroyed (laws E3, E4). What others wrote stays, and what is a group's as a whole, such as words proposed for its
     * charter. Figures already published stay, and later ones don't count them (law E7). That they were erased is kept, with
     * the day.
     *
     * <p>For the person, and for coordinators, who are asked by people that can't ask here any more; erasing opens nothing.
     * Doing it again changes nothing, and completes what was interrupted; somebody who is not known looks the same as one
     * who was (law E5). Cost: linear in the program's groups.
     */
    public Decision<Boolean> erase(PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("erase somebody else", "that person or a coordinator"));
        }
        return backstage
                .decide(work -> new Erasing(work, person, new Log(backstage, work), actor.person()).everywhere())
                .map(isErased -> {
                    if (isErased) {
                        backstage.repository().forget(backstage.program(), person);
                    }
                    return true;
                });
    }

    /**
     * Returns all that is kept of the actor, for them alone; nobody can ask for somebody else, and the office least of all
     * (law X1). Cost: linear in the program.
     */
    public Decision<PersonExport> export() {
        if (actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("take along what a person wrote", "that person"));
        }
        Work work = backstage.look();
        PersonId person = actor.person();
        Kept kept = new Kept(backstage, work, actor);
        ImmutableList<PeerGroup> groups = kept.groups();
        Viewer self = Backstage.subject(actor);
        ImmutableList<Release> releases = groups.stream()
                .flatMap(group -> work.children(AggregateKind.RELEASE, group.id()).stream()
                        .filter(release -> !release.at().isBefore(Worlds.contentKeptFrom(work, Optional.of(group)))))
                .collect(ImmutableList.toImmutableList());
        ImmutableSet<PieceId> releasedByName = releases.stream()
                .filter(release -> isNamed(release.to(), person))
                .map(Release::piece)
                .collect(ImmutableSet.toImmutableSet());
        return Decision.accept(new PersonExport(
                person,
                work.now(),
                work.find(AggregateKind.PARTICIPANT, person),
                kept.cohorts().stream()
                        .flatMap(cohort -> cohort.enrollment(person, work.now()).stream()
                                .map(e -> new PersonExport.Place(
                                        cohort.id(),
                                        cohort.name(),
                                        e.at(),
                                        e.status().name())))
                        .collect(ImmutableList.toImmutableList()),
                groups.stream()
                        .flatMap(group -> group.memberships().stream()
                                .filter(m -> m.person().equals(person))
                                .map(m -> new PersonExport.Stay(group.id(), group.name(), m.joinedAt(), m.leftAt())))
                        .collect(ImmutableList.toImmutableList()),
                groups.stream()
                        .flatMap(group -> Worlds.meetings(work, group).stream())
                        .flatMap(meeting -> Stream.ofNullable(
                                        meeting.attendance().get(person))
                                .map(a -> new PersonExport.Attended(
                                        meeting.group(), meeting.id(), meeting.startsAt(), a.how())))
                        .collect(ImmutableList.toImmutableList()),
                kept.everything()
                        .filter(p -> p.isOf(person)
                                || isNamed(p.tag(), person)
                                || releasedByName.contains(p.piece().json().piece()))
                        .flatMap(p -> p.open(self).or(() -> p.openNamed(self)).or(() -> p.openReleased(self)).stream()
                                .map(json -> new PersonExport.Written(
                                        p.kind(),
                                        p.id(),
                                        p.piece().where(),
                                        p.piece().json().piece(),
                                        p.piece().json().version(),
                                        p.isOf(person),
                                        p.tag(),
                                        json)))
                        .collect(ImmutableList.toImmutableList()),
                releases.stream()
                        .filter(release -> release.owner().equals(person))
                        .collect(ImmutableList.toImmutableList()),
                new AuditDesk(backstage, actor).mine()));
    }

    /**
     * Returns what the actor wrote about people who have been erased since, as the actor declared whom it was about: for them
     * to decide what becomes of it, and for nobody else (law E9).
     */
    public ImmutableList<PieceToReview> toReview() {
        if (actor.isCoordinator()) {
            return ImmutableList.of();
        }
        Work work = backstage.look();
        return new Kept(backstage, work, actor)
                .everything()
                .filter(p -> p.isOf(actor.person()))
                .flatMap(p -> erased(work, p.world().concernedIn(p.piece().json(), actor.person()))
                        .map(gone -> new PieceToReview(
                                p.kind(),
                                p.id(),
                                p.piece().where(),
                                p.piece().json().piece(),
                                gone)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<PersonId> erased(Work work, ImmutableSet<PersonId> people) {
        return work.findAll(AggregateKind.ERASURE, people).values().stream().map(e -> e.person());
    }

    private static boolean isNamed(Tag tag, PersonId person) {
        return tag.policies().stream().map(Policy::audience).anyMatch(atoms -> isNamed(atoms, person));
    }

    private static boolean isNamed(ImmutableSet<Atom> atoms, PersonId person) {
        return atoms.contains(new Atom.Named(person)) || atoms.contains(new Atom.NamedDespite(person));
    }
}
