package org.peercircle.office;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.peercircle.audit.AuditChain;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.AuditLink;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/** Adds to the program's log within the work that does what is logged: neither is there without the other (law A4). */
final class Log {

    /** Whom an entry concerns that concerns nobody. */
    private static final PersonId NOBODY = PersonId.of("~nobody");

    /** The one link at the end of the chain. */
    private static final String LAST = "last";

    private final Backstage backstage;
    private final Work work;
    private final Optional<AuditLink> before;
    private Optional<AuditLink> last;

    Log(Backstage backstage, Work work) {
        this.backstage = backstage;
        this.work = work;
        this.before = last(work);
        this.last = before;
    }

    static Optional<AuditLink> last(Work work) {
        return work.find(AggregateKind.AUDIT_END, LAST);
    }

    /** Where an entry is kept. */
    static String idOf(long number) {
        return "n" + number;
    }

    /**
     * Refuses the office what it may not see, and tells the owner that it asked, in a commit of its own. What is not there is
     * logged as well, for nobody to read, so that the two look alike in the log too (laws A5, A7).
     */
    static <T> Decision<T> refuse(
            Backstage backstage, Actor actor, Optional<PersonId> owner, OfficeRefusal.NotThere why) {
        return backstage
                .decide(work -> {
                    new Log(backstage, work)
                            .add(
                                    AuditDetail.What.OFFICE_REFUSED,
                                    owner.orElse(NOBODY),
                                    actor.person(),
                                    work.now(),
                                    Map.of("what", why.what(), "id", why.id()));
                    return Decision.accept(true);
                })
                .then(logged -> Decision.refuse(why));
    }

    /** Two ids: of those that a host uses 160 bits are random. */
    private String salt() {
        return backstage.newId() + "." + backstage.newId();
    }

    void add(AuditDetail.What what, PersonId concerned, PersonId by, Instant tellFrom, Map<String, String> facts) {
        AuditDetail detail = new AuditDetail(salt(), what, by, work.now(), tellFrom, ImmutableSortedMap.copyOf(facts));
        AuditLink link = AuditChain.next(last, work.today(), detail);
        work.create(
                AggregateKind.AUDIT_ENTRY,
                idOf(link.number()),
                new AuditEntry(link, backstage.file(Confidential.draftOf(detail), AuditEntry.detailTag(concerned))));
        if (before.isPresent()) {
            work.replace(AggregateKind.AUDIT_END, LAST, link);
        } else {
            work.create(AggregateKind.AUDIT_END, LAST, link);
        }
        last = Optional.of(link);
    }
}
