package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.OutcomeUnknown;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreUnavailable;

/** Laws L20 and L21: the host's transactions, and trouble on the way to what the store stands on. */
abstract class TransactionLaws extends FeedLaws {

    /** What a store must not do with a connection that is the host's. */
    private static final Set<String> THE_HOSTS =
            Set.of("commit", "rollback", "setAutoCommit", "setTransactionIsolation", "close", "abort", "setReadOnly");

    private static final CommitOutcome JOINED =
            new CommitOutcome.Applied(CommitOutcome.Durability.WITH_HOST_TRANSACTION);

    /** L20: what the host rolls back is gone, the commit's id too. */
    @Test
    protected void L20_what_the_host_rolls_back_is_gone() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        Commit commit = commit(create("a", 0));
        host.begin();
        host.writeOfItsOwn("gone");
        assertThat(store.commit(commit)).isEqualTo(JOINED);
        assertThat(version(store, "a")).as("seen in its own transaction").isEqualTo(1);
        host.rollback();
        assertThat(version(store, "a")).isZero();
        assertThat(feed(store, 0, 10)).isEmpty();
        assertThat(host.ownWritings()).isEmpty();
        assertThat(store.commit(commit)).isEqualTo(new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE));
    }

    /** L20: what the host commits is there, with what the host wrote itself, and not before. */
    @Test
    protected void L20_what_the_host_commits_is_there() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        Commit commit = commit(create("a", 0));
        host.begin();
        host.writeOfItsOwn("kept");
        assertThat(store.commit(commit)).isEqualTo(JOINED);
        assertThat(store.commit(commit)).isEqualTo(new CommitOutcome.Replayed());
        assertThat(onAnotherThread(() -> version(store, "a")))
                .as("seen by others")
                .isZero();
        host.commit();
        assertThat(version(store, "a")).isEqualTo(1);
        assertThat(commitIds(feed(store, 0, 10))).containsExactly(commit.commitId());
        assertThat(host.ownWritings()).containsExactly("kept");
    }

    /** L20: after a conflict, or an id misused, the host's transaction goes on with all it wrote. */
    @Test
    protected void L20_after_a_conflict_the_hosts_transaction_goes_on() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        Commit first = apply(store, create("a", 0));
        host.begin();
        host.writeOfItsOwn("kept");
        assertThat(store.commit(commit(create("b", 0), replace("a", 7))))
                .isEqualTo(new CommitOutcome.Conflict(Set.of(key("a"))));
        assertThat(store.commit(commit(create("c", 0), create("a", 0))))
                .isEqualTo(new CommitOutcome.Conflict(Set.of(key("a"))));
        assertThat(store.commit(new Commit(TENANT, first.commitId(), "other", List.of(create("d", 0)), List.of())))
                .isEqualTo(new CommitOutcome.CommitIdMisused());
        assertThat(store.commit(commit(replace("a", 1)))).isEqualTo(JOINED);
        host.commit();
        assertThat(host.ownWritings()).containsExactly("kept");
        assertThat(version(store, "a")).isEqualTo(2);
        List.of("b", "c", "d").forEach(id -> assertThat(version(store, id)).isZero());
        assertThat(feed(store, 0, 10)).hasSize(2);
    }

    /** L20: the store works on the host's own connection, and leaves to the host what is the host's. */
    @Test
    protected void L20_the_hosts_connection_stays_the_hosts() {
        RecordStore store = newStore();
        if (!joins(store)) {
            return;
        }
        Host host = hostOf(store);
        apply(store, create("a", 0));
        host.begin();
        store.commit(commit(replace("a", 1), create("b", 0)));
        store.commit(commit(replace("a", 9)));
        assertThat(version(store, "b")).isEqualTo(1);
        assertThat(host.calls()).as("the connection was the host's").isNotEmpty();
        assertThat(host.calls()).doesNotContainAnyElementsOf(THE_HOSTS);
        host.commit();
        assertThat(version(store, "b")).isEqualTo(1);
    }

    /**
     * L21: with trouble at any call to what the store stands on, what it says is true: unavailable means not applied, now
     * or later; else the outcome is unknown, or it was applied; and submitting again comes to exactly one effect.
     */
    @Test
    protected void L21_after_trouble_what_the_store_says_is_true() {
        for (Faults.When when : Faults.When.values()) {
            RecordStore store = newStore();
            Optional<Faults> faults = faultsOf(store);
            if (faults.isEmpty()) {
                assertUntroubled(store);
                return;
            }
            apply(store, create("a", 0), create("checked", 0));
            boolean struck = true;
            for (int call = 0; struck; call++) {
                struck = strike(store, faults.orElseThrow(), call, when);
            }
        }
    }

    private boolean strike(RecordStore store, Faults faults, int call, Faults.When when) {
        long version = version(store, "a");
        int feedBefore = feed(store, 0, 1000).size();
        Commit commit =
                commit(replace("a", version), create("new" + call + when, 0), new RecordOp.Check(key("checked"), 1));
        faults.failAt(call, when);
        boolean unavailable = false;
        boolean applied = false;
        try {
            applied = store.commit(commit) instanceof CommitOutcome.Applied;
            assertThat(applied).as("nothing stood in its way").isTrue();
        } catch (StoreUnavailable e) {
            unavailable = true;
        } catch (OutcomeUnknown e) {
            assertThat(faults.hasStruck()).isTrue();
        }
        boolean struck = faults.hasStruck();
        faults.failAt(-1, when);
        long now = version(store, "a");
        if (unavailable) {
            assertThat(now).as("unavailable at call " + call + " " + when).isEqualTo(version);
        }
        CommitOutcome again = store.commit(commit);
        assertThat(again)
                .isEqualTo(
                        now > version
                                ? new CommitOutcome.Replayed()
                                : new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE));
        if (applied) {
            assertThat(again).isEqualTo(new CommitOutcome.Replayed());
        }
        assertThat(version(store, "a")).isEqualTo(version + 1);
        assertThat(feed(store, 0, 1000)).hasSize(feedBefore + 1);
        return struck;
    }

    /** Nothing can come between this store and what it stands on, so that it has no unknown outcome to tell of. */
    private void assertUntroubled(RecordStore store) {
        Commit commit = commit(create("a", 0));
        assertThat(store.commit(commit)).isInstanceOf(CommitOutcome.Applied.class);
        assertThat(store.commit(commit)).isEqualTo(new CommitOutcome.Replayed());
    }
}
