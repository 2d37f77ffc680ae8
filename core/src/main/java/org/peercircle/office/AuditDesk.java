package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.AuditLink;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.internal.Arguments;
import org.peercircle.office.port.AggregateKind;

/**
 * The program's log: what was passed on in spite of the promise, and that people were erased. The office can have the chain
 * of links, to verify it and to have the last link witnessed elsewhere: they say how much was logged on a day, and nothing of
 * what or of whom. A person sees what concerns them.
 *
 * <pre>{@code
 * ImmutableList<AuditLink> links = office.audit().links(0, 1000);
 * AuditVerdict verdict = AuditChain.verify(links, Optional.of(witnessed));
 * }</pre>
 */
public final class AuditDesk {

    private static final int MOST = 1_000;

    private final Backstage backstage;
    private final Actor actor;

    AuditDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Returns the last link, to be written down where nobody who keeps the log can change it. For coordinators. */
    public Optional<AuditLink> last() {
        return actor.isCoordinator() ? Log.last(backstage.look()) : Optional.empty();
    }

    /**
     * Returns links in order. For coordinators; for others there are none.
     *
     * @param after the number of the last link already had; 0 for the beginning
     * @param limit most links to return, 1 to 1000
     */
    public ImmutableList<AuditLink> links(long after, int limit) {
        Arguments.require(after >= 0, "after", "be at least 0", after);
        Arguments.requireBetween(1, limit, MOST, "limit");
        if (!actor.isCoordinator()) {
            return ImmutableList.of();
        }
        return entries(backstage.look(), after, limit).map(AuditEntry::link).collect(ImmutableList.toImmutableList());
    }

    /** Returns what the log says of the actor, in order, as soon as they are to know (laws A5, X2). */
    public ImmutableList<Logged> mine() {
        if (actor.isCoordinator()) {
            return ImmutableList.of();
        }
        Work work = backstage.look();
        World world = World.at(work.now())
                .keptFrom(work.retention().logFrom(work.now()))
                .build();
        Viewer self = Backstage.subject(actor);
        long end = Log.last(work).map(AuditLink::number).orElse(0L);
        return LongStream.iterate(0, after -> after < end, after -> after + MOST)
                .boxed()
                .flatMap(after -> entries(work, after, MOST))
                .flatMap(entry -> Disclosure.open(entry.detail(), self, world).stream()
                        .filter(detail -> !detail.tellFrom().isAfter(work.now()))
                        .map(AuditDesk::logged))
                .collect(ImmutableList.toImmutableList());
    }

    private static Logged logged(AuditDetail detail) {
        return new Logged(detail.what(), detail.by(), detail.at(), detail.facts());
    }

    private static Stream<AuditEntry> entries(Work work, long after, int limit) {
        long end = Math.min(after + limit, Log.last(work).map(AuditLink::number).orElse(0L));
        ImmutableMap<String, AuditEntry> found = work.findAll(
                AggregateKind.AUDIT_ENTRY,
                LongStream.rangeClosed(after + 1, end).mapToObj(Log::idOf).collect(ImmutableList.toImmutableList()));
        return found.values().stream();
    }
}
