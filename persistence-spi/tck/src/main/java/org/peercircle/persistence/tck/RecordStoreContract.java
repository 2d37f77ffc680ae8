package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreDescriptor.Capability;
import org.peercircle.persistence.spi.StoredRecord;

/**
 * Proves a record store right. Extend it, and give a fresh store for each test:
 *
 * <pre>{@code
 * class MyStoreTest extends RecordStoreContract {
 *     protected RecordStore newStore() {
 *         return new MyStore(freshDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>What the store declares that it can do beyond the five methods is tested, and asks for one or two methods more; what
 * it does not declare is tested to be refused. Each test is named for the law it checks. Nothing sleeps and nothing
 * skips.
 */
public abstract class RecordStoreContract extends SecrecyLaws {

    private static final int KILLS = 3;
    private static final int LARGE = 1 << 24;

    /** For subclasses. */
    protected RecordStoreContract() {}

    /** L22: what was said to be applied outlives a process that is killed at any moment, and nothing of it is torn. */
    @Test
    protected void L22_what_was_applied_outlives_the_process() throws IOException, InterruptedException {
        RecordStore store = newStore();
        apply(store, create("a", 0), create("b", 0));
        assertThat(readBoth(store)).hasSize(2);
        if (!can(store, Capability.DURABLE)) {
            return;
        }
        String address = addressOf(store);
        RecordStore after = store;
        for (int kill = 0; kill < KILLS; kill++) {
            release(after);
            String said = Child.killedAfter(getClass(), address, "kill" + kill, 1 + 7 * kill);
            after = openAt(address);
            Map<RecordKey, StoredRecord> both = readBoth(after);
            assertThat(version(both, "a")).isEqualTo(version(both, "b"));
            List<String> kept = commitIds(feed(after, 0, 1000));
            assertThat(kept).doesNotHaveDuplicates().hasSize((int) version(both, "a"));
            assertThat(kept).containsAll(Child.acknowledged(said));
        }
    }

    /** L23: a store has no clock of its own to be wrong by. */
    @Test
    protected void L23_there_is_no_clock_in_it() throws IOException {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        assertThat(feed(store, 0, 10)).as("a store that works").hasSize(1);
        assertThat(Clocks.readBy(store.getClass())).isEmpty();
    }

    /** L24: what the store knows nothing about comes back; its limits are at least those promised. */
    @Test
    protected void L24_the_descriptor_keeps_its_promises() {
        RecordStore store = newStore();
        StoreDescriptor descriptor = store.describe();
        assertThat(descriptor).isEqualTo(store.describe());
        assertThat(descriptor.level()).isEqualTo(StoreDescriptor.CURRENT_LEVEL);
        RecordOp[] ops = new RecordOp[64];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = new RecordOp.Create(new RecordKey("kind" + i, "id"), content(i));
        }
        apply(store, ops);
        assertThat(store.feed(TENANT, 0, 1).get(0).versions()).hasSize(64);
    }

    /** L24: what is larger than the store takes is refused before anything is written. */
    @Test
    protected void L24_what_is_too_large_is_refused() {
        RecordStore store = newStore();
        RecordOp[] tooMany = new RecordOp[store.describe().maxOps() + 1];
        for (int i = 0; i < tooMany.length; i++) {
            tooMany[i] = create("k" + i, i);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> store.commit(commit(tooMany)));
        RecordContent tooLarge = new RecordContent(
                List.of(), "c", Payload.of(new byte[store.describe().maxPayloadBytes() + 1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.commit(commit(create("b", 1), new RecordOp.Create(key("a"), tooLarge))));
        assertThat(version(store, "k0") + version(store, "b") + version(store, "a"))
                .isZero();
        assertThat(feed(store, 0, 10)).isEmpty();
        int large = Math.min(LARGE, store.describe().maxPayloadBytes());
        RecordContent largest = new RecordContent(List.of(), "c", Payload.of(noise(large)));
        apply(store, new RecordOp.Create(key("large"), largest));
        assertThat(read(store, key("large")).orElseThrow().content()).isEqualTo(largest);
    }
}
