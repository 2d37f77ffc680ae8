package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.LegalMatter;
import org.peercircle.audit.LegalOrder;
import org.peercircle.audit.LegalRefusal;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;

/**
 * What the law demands of the program: that something be kept, or handed out. It takes two officers, neither of whom is, has
 * power over or is under one of those whose words they are; the owners are told, unless and as long as the order forbids it.
 * Nothing else opens anything to an office (laws X1, X3, E10).
 */
public final class LegalDesk {

    /** The fewest matters of a year that are told as a number. */
    private static final int FEWEST_TOLD = 10;

    private final Backstage backstage;
    private final Actor actor;

    LegalDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Files an order; nothing happens until another officer confirms it. Refused as {@code silence-too-long} if the owners
     * could read of it for a shorter time than it was kept from them. For coordinators.
     */
    public Decision<LegalMatter> file(LegalOrder order) {
        return asOfficer(() -> backstage.decide(work -> impartial(work.aside(), order, actor.person())
                .then(impartial -> endsInTime(work, order))
                .then(inTime -> {
                    LegalMatter matter = LegalMatter.builder()
                            .id(LegalMatterId.of(backstage.newId()))
                            .program(backstage.program())
                            .order(order)
                            .filedBy(actor.person())
                            .filedAt(work.now())
                            .build();
                    work.create(AggregateKind.LEGAL_MATTER, matter.id(), matter);
                    return Decision.accept(matter);
                })));
    }

    /**
     * Confirms an order that another officer filed, once and for all. It is in the log of each of those whose words they are
     * before anything is returned (law A4): what is to be handed out, which is their own words alone. What is past its time is
     * nobody's to hand out, save what was kept by an order before; nothing if the order is to keep. For coordinators.
     */
    public Decision<ImmutableList<ReadablePiece>> confirm(LegalMatterId id) {
        return asOfficer(() -> backstage.decide(work -> {
            Optional<LegalMatter> filed = work.find(AggregateKind.LEGAL_MATTER, id);
            if (filed.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("legal matter", id.value()));
            }
            Work aside = work.aside();
            LegalOrder order = filed.orElseThrow().order();
            return impartial(aside, order, filed.orElseThrow().filedBy())
                    .then(impartial -> impartial(aside, order, actor.person()))
                    .then(impartial -> filed.orElseThrow().confirm(actor.person(), work.now()))
                    .then(matter -> {
                        work.replace(AggregateKind.LEGAL_MATTER, id, matter);
                        ImmutableList<ReadablePiece> pieces = demanded(aside, order);
                        log(work, matter, pieces);
                        return Decision.accept(pieces, told(work, matter));
                    });
        }));
    }

    /** Returns every matter, in the order in which they were filed. For coordinators; nothing for others. */
    public ImmutableList<LegalMatter> list() {
        return actor.isCoordinator() ? inOrder(backstage.look()) : ImmutableList.of();
    }

    /**
     * Returns how many people's words were handed out by order in a year that is over, if there were ten or more; else
     * nothing, also where there were none: who is not to know yet must not learn it from a count (law X3). For everybody.
     */
    public Optional<Integer> handedOutIn(int year) {
        Work work = backstage.look();
        Arguments.require(year < work.today().getYear(), "year", "be over", year);
        int people = (int) inOrder(work).stream()
                .filter(matter -> matter.order().demand() instanceof LegalOrder.Demand.HandOut)
                .filter(matter -> matter.confirmedAt()
                        .filter(at -> at.atZone(ZoneOffset.UTC).getYear() == year)
                        .isPresent())
                .flatMap(matter -> matter.order().owners().stream())
                .distinct()
                .count();
        return people >= FEWEST_TOLD ? Optional.of(people) : Optional.empty();
    }

    private ImmutableList<LegalMatter> inOrder(Work work) {
        return work.children(AggregateKind.LEGAL_MATTER, backstage.program()).stream()
                .sorted(Comparator.comparing(LegalMatter::filedAt).thenComparing(LegalMatter::id))
                .collect(ImmutableList.toImmutableList());
    }

    private <T> Decision<T> asOfficer(Supplier<Decision<T>> act) {
        return actor.isCoordinator()
                ? act.get()
                : Decision.refuse(new OfficeRefusal.NotAllowed("act on a legal order", "a coordinator"));
    }

    private static Decision<Boolean> endsInTime(Work work, LegalOrder order) {
        Instant latest = work.retention().longestSilence(work.now());
        return order.silentUntil()
                .filter(latest::isBefore)
                .<Decision<Boolean>>map(end -> Decision.refuse(new LegalRefusal.SilenceTooLong(end, latest)))
                .orElseGet(() -> Decision.accept(true));
    }

    /** Conflicts do not count: that one was declared nobody may learn (law C10). */
    private static Decision<Boolean> impartial(Work work, LegalOrder order, PersonId officer) {
        ImmutableSet<PersonId> people = ImmutableSet.<PersonId>builder()
                .addAll(order.owners())
                .add(officer)
                .build();
        Map<String, Participant> known = work.findAll(AggregateKind.PARTICIPANT, people);
        return order.owners().stream()
                .filter(owner -> owner.equals(officer)
                        || isUnder(known, owner, officer, work)
                        || isUnder(known, officer, owner, work))
                .findFirst()
                .<Decision<Boolean>>map(owner -> Decision.refuse(new LegalRefusal.NotImpartial(officer, owner)))
                .orElseGet(() -> Decision.accept(true));
    }

    private static boolean isUnder(Map<String, Participant> known, PersonId person, PersonId holder, Work work) {
        return Optional.ofNullable(known.get(person.value()))
                .filter(participant -> participant.powersOn(work.today()).contains(holder))
                .isPresent();
    }

    private ImmutableList<ReadablePiece> demanded(Work work, LegalOrder order) {
        if (!(order.demand() instanceof LegalOrder.Demand.HandOut handOut)) {
            return ImmutableList.of();
        }
        ImmutableList<LegalMatter> matters = inOrder(work);
        return work.find(AggregateKind.GROUP, order.group()).stream()
                .flatMap(group -> new Kept(backstage, work, actor).inGroup(group))
                .filter(part ->
                        isOf(order, part.tag()) && isOf(handOut, part.piece().json()))
                .filter(part -> !part.world().isPast(part.piece().json())
                        || matters.stream().anyMatch(m -> m.holds(order.group(), owners(part.tag()), work.now())))
                .map(part -> part.readable(
                        owners(part.tag()), Custody.unwrap(part.piece().json())))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isOf(LegalOrder.Demand.HandOut handOut, Confidential<?> piece) {
        return !Custody.isErased(piece)
                && !piece.filedAt().isBefore(handOut.from())
                && piece.filedAt().isBefore(handOut.until());
    }

    /** Of what others said with them nothing is handed out, nor what is the group's as a whole. */
    private static boolean isOf(LegalOrder order, Tag tag) {
        return !tag.policies().isEmpty()
                && tag.policies().stream()
                        .allMatch(policy -> policy.owner() instanceof Owner.OfPerson person
                                && order.owners().contains(person.person()));
    }

    private static ImmutableSet<PersonId> owners(Tag tag) {
        return tag.policies().stream()
                .flatMap(policy ->
                        policy.owner() instanceof Owner.OfPerson person ? Stream.of(person.person()) : Stream.empty())
                .collect(ImmutableSet.toImmutableSet());
    }

    private void log(Work work, LegalMatter matter, ImmutableList<ReadablePiece> pieces) {
        Log log = new Log(backstage, work);
        LegalOrder order = matter.order();
        order.owners().forEach(owner -> {
            Map<String, String> facts = new TreeMap<>();
            facts.put("group", order.group().value());
            facts.put("ground", order.ground());
            facts.put("filed-by", matter.filedBy().value());
            if (order.demand() instanceof LegalOrder.Demand.HandOut handOut) {
                facts.put("recipient", handOut.recipient());
                facts.put(
                        "pieces",
                        pieces.stream()
                                .filter(piece -> piece.owners().contains(owner))
                                .map(piece -> piece.piece().value())
                                .collect(Collectors.joining(" ")));
                log.add(AuditDetail.What.LEGAL_DISCLOSURE, owner, actor.person(), matter.toldFrom(), facts);
            } else if (order.demand() instanceof LegalOrder.Demand.Keep keep) {
                facts.put("kept-until", keep.until().toString());
                log.add(AuditDetail.What.LEGAL_HOLD, owner, actor.person(), matter.toldFrom(), facts);
            }
        });
    }

    private static DomainEvent[] told(Work work, LegalMatter matter) {
        return matter.toldFrom().isAfter(work.now())
                ? new DomainEvent[0]
                : matter.order().owners().stream()
                        .map(owner -> DomainEvent.of("log-entry", owner, AuditEntry.detailTag(owner), Map.of()))
                        .toArray(DomainEvent[]::new);
    }
}
