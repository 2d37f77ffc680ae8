package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.office.port.AggregateKind;

/**
 * What must be passed on in spite of the promise. Nothing here opens anything: a member passes on what they may read
 * already, and its owners are told (laws X1, X2).
 */
public final class ExceptionDesk {

    private final Backstage backstage;
    private final Actor actor;

    ExceptionDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Returns every piece of a group that the actor may read, to choose from; none for the office. Cost: linear in what the
     * group has.
     */
    public ImmutableList<ReadablePiece> readable(GroupId group) {
        Work work = backstage.look();
        return actor.isCoordinator() ? ImmutableList.of() : readable(work, group);
    }

    /**
     * Passes pieces on: returns them, to be handed to the recipient, once it is in the log that each of their owners can see,
     * at once or after the delay that the notice gives a reason for. For people who may read them.
     *
     * <p>Refused, as if there were no such piece, if the actor may not read one of them; and if the ground is a legal duty
     * that the actor, as registered, does not have.
     */
    public Decision<ImmutableList<ReadablePiece>> passOn(SafetyDisclosure disclosure) {
        if (actor.isCoordinator()) {
            return Decision.refuse(
                    new OfficeRefusal.NotAllowed("pass on what members said", "a member who may read it"));
        }
        return backstage.decide(work -> {
            // Only the group must still be as it was when this is committed.
            work.find(AggregateKind.GROUP, disclosure.group());
            ImmutableList<ReadablePiece> named = readable(work.aside(), disclosure.group()).stream()
                    .filter(piece -> disclosure.pieces().contains(piece.piece()))
                    .collect(ImmutableList.toImmutableList());
            Optional<PieceId> missing = Sets.difference(
                            disclosure.pieces(),
                            named.stream().map(ReadablePiece::piece).collect(Collectors.toSet()))
                    .stream()
                    .findFirst();
            if (missing.isPresent()) {
                return Decision.refuse(new OfficeRefusal.NotThere(
                        "piece", missing.orElseThrow().value()));
            }
            if (disclosure.ground() == SafetyDisclosure.Ground.LEGAL_DUTY && !isBound(work)) {
                return Decision.refuse(
                        new OfficeRefusal.NotAllowed("name a duty to report", "a member who is registered with one"));
            }
            log(work, disclosure, named);
            boolean tellsNow = disclosure.notice().equals(SafetyDisclosure.Notice.AT_ONCE);
            return Decision.accept(
                    named,
                    owners(named)
                            .filter(owner -> tellsNow)
                            .map(ExceptionDesk::told)
                            .toArray(DomainEvent[]::new));
        });
    }

    private boolean isBound(Work work) {
        ImmutableSet<PersonId> self = ImmutableSet.of(actor.person());
        return Worlds.bound(Worlds.duties(work, self)).equals(self);
    }

    private void log(Work work, SafetyDisclosure disclosure, ImmutableList<ReadablePiece> named) {
        Log log = new Log(backstage, work);
        owners(named).forEach(owner -> {
            Map<String, String> facts = new TreeMap<>();
            facts.put("group", disclosure.group().value());
            facts.put("ground", disclosure.ground().name());
            facts.put("recipient", disclosure.recipient());
            facts.put(
                    "pieces",
                    named.stream()
                            .filter(piece -> piece.owners().contains(owner))
                            .map(piece -> piece.piece().value())
                            .collect(Collectors.joining(" ")));
            if (!disclosure.notice().why().isEmpty()) {
                facts.put("told-later-since", disclosure.notice().why());
            }
            log.add(
                    AuditDetail.What.SAFETY_DISCLOSURE,
                    owner,
                    actor.person(),
                    work.now().plus(disclosure.notice().after()),
                    facts);
        });
    }

    /** Whoever is to be told; the actor knows. */
    private Stream<PersonId> owners(ImmutableList<ReadablePiece> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.owners().stream())
                .filter(owner -> !owner.equals(actor.person()))
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()));
    }

    /** That there is something in the log, for that owner alone. */
    private static DomainEvent told(PersonId owner) {
        return DomainEvent.of("log-entry", owner, AuditEntry.detailTag(owner), Map.of());
    }

    private ImmutableList<ReadablePiece> readable(Work work, GroupId id) {
        Optional<PeerGroup> group = work.find(AggregateKind.GROUP, id);
        return new Kept(backstage, work, actor)
                .inGroup(id, group)
                .flatMap(part -> part.open(backstage.viewer(actor)).stream()
                        .map(json -> part.readable(owners(part.tag(), group.orElseThrow(), work), json)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whose something is; of what is a group's as a whole, its members'. */
    static ImmutableSet<PersonId> owners(Tag tag, PeerGroup group, Work work) {
        return tag.policies().stream()
                .flatMap(policy -> policy.owner() instanceof Owner.OfPerson person
                        ? Stream.of(person.person())
                        : group.members(work.now()).stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
