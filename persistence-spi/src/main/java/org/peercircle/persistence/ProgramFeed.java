package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.ProgramId;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.FeedPruned;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.TenantId;

/**
 * What happened in a program, for the host's other systems: the events that the program office may know of, such as who
 * joined which group and which meeting moved. What happens within a group, or is somebody's own, is not among them.
 */
public final class ProgramFeed {

    private final RecordStore store;
    private final Sealing sealing;

    private ProgramFeed(RecordStore store, Sealing sealing) {
        this.store = store;
        this.sealing = sealing;
    }

    /** Returns the feed of the programs in a store. */
    public static ProgramFeed over(RecordStore store, Sealing sealing) {
        return new ProgramFeed(store, sealing);
    }

    /**
     * One commit of which something may be told.
     *
     * @param commitId the same however often it is read: what to know a repetition by
     * @param position where to go on after it
     */
    public record Told(long position, String commitId, ImmutableList<DomainEvent> events) {}

    /**
     * Some commits in the order in which they can have happened.
     *
     * @param position where to go on, past commits of which nothing may be told too
     * @param isEnd whether there was nothing more
     */
    public record Chapter(ImmutableList<Told> told, long position, boolean isEnd) {}

    /**
     * Returns what came after a position.
     *
     * @param after 0 for the beginning, else the position to go on from
     * @param limit most commits to look at, 1 to 1000
     * @throws FeedPruned if what came after the position was pruned
     */
    public Chapter after(ProgramId program, long after, int limit) {
        ImmutableList.Builder<Told> told = ImmutableList.builder();
        long position = after;
        int seen = 0;
        for (FeedEntry entry : store.feed(new TenantId(program.value()), after, limit)) {
            position = entry.position();
            seen++;
            ImmutableList<DomainEvent> events = entry.events().stream()
                    .map(payload -> opened(program, payload))
                    .filter(event -> isTheOffices(program, event.existence()))
                    .collect(ImmutableList.toImmutableList());
            if (!events.isEmpty()) {
                told.add(new Told(position, entry.commitId(), events));
            }
        }
        return new Chapter(told.build(), position, seen < limit);
    }

    private DomainEvent opened(ProgramId program, Payload payload) {
        JsonNode node = Json.parse(sealing.open(RecordRepository.placeOfEvents(program), payload.toBytes()));
        return DomainEvent.of(
                Json.text(node, "type"),
                Json.text(node, "subject"),
                TagCodec.read(node.required("existence")),
                Json.texts(node, "facts"));
    }

    /** Everybody whose fact it is lets the office know it. */
    private static boolean isTheOffices(ProgramId program, Tag existence) {
        return existence.policies().stream()
                .allMatch(policy -> policy.audience().stream()
                        .anyMatch(atom -> atom instanceof Atom.Anyone || atom.equals(new Atom.Office(program))));
    }
}
