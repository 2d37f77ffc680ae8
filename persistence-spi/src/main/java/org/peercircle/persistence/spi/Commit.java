package org.peercircle.persistence.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is written at once or not at all.
 *
 * @param commitId unique in the tenant; the same for each attempt at the same commit
 * @param fingerprint a keyed hash of the command; tells a repeated commit from another under the same id
 * @param ops at most one a key
 * @param events opaque, in order, for the feed
 */
public record Commit(TenantId tenant, String commitId, String fingerprint, List<RecordOp> ops, List<Payload> events) {

    /** Checks the texts and that no key comes twice. */
    public Commit {
        SpiText.check("commit id", commitId);
        SpiText.check("fingerprint", fingerprint);
        ops = List.copyOf(ops);
        events = List.copyOf(events);
        Set<RecordKey> keys = new HashSet<>();
        for (RecordOp op : ops) {
            if (!keys.add(op.key())) {
                throw new IllegalArgumentException("ops must hold each key once, but held " + op.key() + " twice");
            }
        }
    }
}
