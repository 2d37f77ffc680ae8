package org.peercircle.persistence;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.Stored;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.StoredRecord;

/**
 * Aggregates as they were last read or written, so that bytes that were decoded once are not decoded again. It never answers
 * for the store: what the store returns is compared byte for byte, and the vault is asked for every key it takes. What is
 * confidential in them is as sealed here as in the store.
 *
 * <p>Safe for use by many threads.
 */
final class DecodedRecords {

    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private record Place(ProgramId program, AggregateKey<?> key) {}

    private record Decoded(String codecTag, Payload payload, Stored<?> stored, ImmutableSet<KeyRef> keys) {}

    private final Sealing sealing;
    private final AtHand<Place, Decoded> records = new AtHand<>(MAX_BYTES, decoded -> decoded.payload.size());

    DecodedRecords(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Remembers what a record holds, and the keys without one of which it would hold something else. */
    void put(ProgramId program, String codecTag, Payload payload, Stored<?> stored, Set<KeyRef> keys) {
        records.put(
                new Place(program, stored.key()), new Decoded(codecTag, payload, stored, ImmutableSet.copyOf(keys)));
    }

    /**
     * Returns what a record holds, if it is known and no key of it was destroyed since.
     *
     * @param there keys that the vault was seen to have in the same call; added to
     */
    <A> Optional<Stored<A>> find(ProgramId program, AggregateKey<A> key, StoredRecord record, Set<KeyRef> there) {
        Place place = new Place(program, key);
        Decoded known = records.find(place);
        if (known == null
                || known.stored.version() != record.version()
                || !known.codecTag.equals(record.content().codecTag())
                || !known.payload.equals(record.content().payload())) {
            return Optional.empty();
        }
        if (!sealing.hasKeys(place, known.keys, there)) {
            // Somebody was erased on another node.
            clear();
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // it was put under its own key
        Stored<A> stored = (Stored<A>) known.stored;
        return Optional.of(stored);
    }

    /** Forgets everything, as when somebody is erased whose name is in some of it. */
    void clear() {
        records.clear();
    }
}
