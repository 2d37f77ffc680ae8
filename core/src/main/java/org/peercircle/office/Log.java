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
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/** Adds to the program's log within the work that does what is logged: neither is there without the other (law A4). */
final class Log {

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
