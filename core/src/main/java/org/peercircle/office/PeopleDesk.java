package org.peercircle.office;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Declarations;
import org.peercircle.people.Participant;

/** Participants: what the host knows of them, and what they declare themselves. */
public final class PeopleDesk {

    private final Backstage backstage;
    private final Actor actor;

    PeopleDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Registers a participant, or brings what the host knows of them up to date. What they declared themselves stays as
     * it was, whatever the argument holds. For coordinators.
     */
    public Decision<PersonView> register(Participant participant) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("register participants", "a coordinator"));
        }
        return backstage.decide(work -> {
            Optional<Participant> before = work.find(AggregateKind.PARTICIPANT, participant.id());
            if (before.isEmpty()
                    && work.find(AggregateKind.ERASURE, participant.id()).isPresent()) {
                return Decision.refuse(new OfficeRefusal.WasErased(participant.id()));
            }
            Participant next = participant.withDeclared(before.flatMap(Participant::declarations));
            if (before.isPresent()) {
                work.replace(AggregateKind.PARTICIPANT, participant.id(), next);
            } else {
                work.create(AggregateKind.PARTICIPANT, participant.id(), next);
            }
            return Decision.accept(
                    PersonView.of(next, backstage.today()),
                    DomainEvent.of(
                            "participant-registered",
                            participant.id(),
                            Tag.officeFact(Owner.of(participant.id()), backstage.program()),
                            Map.of()));
        });
    }

    /**
     * Records what the actor declares for the forming of groups, in place of what they declared before. No person ever
     * reads it; it takes effect on everything formed from now on.
     *
     * @param declarations a draft, see {@link Confidential#draftOf}
     */
    public Decision<Boolean> declare(Confidential<Declarations> declarations) {
        return change((work, participant) -> declarations);
    }

    private Decision<Boolean> change(BiFunction<Work, Participant, Confidential<Declarations>> change) {
        PersonId person = actor.person();
        if (actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("declare for others", "each participant"));
        }
        return backstage.decide(work -> {
            Optional<Participant> found = work.find(AggregateKind.PARTICIPANT, person);
            if (found.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("participant", person.value()));
            }
            Tag tag = Participant.declarationsTag(person);
            Participant before = found.orElseThrow();
            Confidential<Declarations> declarations = change.apply(work, before);
            Confidential<Declarations> filed = before.declarations()
                    .map(d -> Custody.file(declarations, d.piece(), d.version() + 1, tag, tag, work.now()))
                    .orElseGet(() -> Custody.file(declarations, PieceId.of(backstage.newId()), tag, work.now()));
            work.replace(AggregateKind.PARTICIPANT, person, before.withDeclared(Optional.of(filed)));
            return Decision.accept(true);
        });
    }

    /** Returns what the actor declared, for them alone; nothing if nothing was declared. */
    public Declarations declared() {
        Work work = backstage.look();
        return work.find(AggregateKind.PARTICIPANT, actor.person())
                .filter(p -> !actor.isCoordinator())
                .map(p -> mine(work, p))
                .orElse(Declarations.NONE);
    }

    private Declarations mine(Work work, Participant participant) {
        Viewer self = Backstage.subject(actor);
        World world = World.at(work.now()).build();
        return participant
                .declarations()
                .flatMap(d -> Disclosure.open(d, self, world))
                .orElse(Declarations.NONE);
    }

    /**
     * Withdraws what the actor declared on an axis. It is used for nothing from then on; a place or a seat already given
     * stays.
     */
    public Decision<Boolean> withdraw(String axis) {
        return change((work, participant) ->
                Confidential.draftOf(mine(work, participant).withdrawing(axis)));
    }

    /** Returns a participant: for coordinators, and for the participant. */
    public Decision<PersonView> view(PersonId person) {
        if (!actor.isCoordinator() && !actor.person().equals(person)) {
            return Decision.refuse(new OfficeRefusal.NotThere("participant", person.value()));
        }
        return backstage
                .look()
                .find(AggregateKind.PARTICIPANT, person)
                .map(p -> Decision.accept(PersonView.of(p, backstage.today())))
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("participant", person.value())));
    }
}
