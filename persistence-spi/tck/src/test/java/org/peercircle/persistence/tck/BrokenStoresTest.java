package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** The kit is proved on stores that are wrong on purpose: each is caught by the law it breaks. */
class BrokenStoresTest {

    @Test
    void a_store_that_does_nothing_fails_every_test() {
        SummaryGeneratingListener run = run(DoesNothing.class);
        assertThat(run.getSummary().getTestsSucceededCount()).isZero();
        assertThat(run.getSummary().getTestsFailedCount()).isGreaterThan(15);
    }

    @Test
    void each_broken_store_is_caught_by_the_law_it_breaks() {
        assertThat(failedLaws(CutsPayloads.class)).contains("L1");
        assertThat(failedLaws(FoldsCase.class)).contains("L1");
        assertThat(failedLaws(ReadsStale.class)).contains("L2");
        assertThat(failedLaws(HalfBatch.class)).contains("L3");
        assertThat(failedLaws(ReadsOneByOne.class)).contains("L4");
        assertThat(failedLaws(ReusesKeys.class)).contains("L5");
        assertThat(failedLaws(LostUpdate.class)).contains("L6");
        assertThat(failedLaws(IgnoresChecks.class)).contains("L7");
        assertThat(failedLaws(BlamesEverybody.class)).contains("L8");
        assertThat(failedLaws(ForgetsCommitIds.class)).contains("L10");
        assertThat(failedLaws(IgnoresFingerprints.class)).contains("L11");
        assertThat(failedLaws(OffByOneRange.class)).contains("L13");
        assertThat(failedLaws(RepeatsPageRow.class)).contains("L14");
        assertThat(failedLaws(GapInFeed.class)).contains("L15");
        assertThat(failedLaws(MixesTenants.class)).contains("L19");
    }

    private static Set<String> failedLaws(Class<?> contract) {
        return run(contract).getSummary().getFailures().stream()
                .map(f -> f.getTestIdentifier().getDisplayName())
                .map(name -> name.substring(0, name.indexOf('_')))
                .collect(Collectors.toSet());
    }

    private static SummaryGeneratingListener run(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        listener);
        return listener;
    }

    /** A right store to go wrong from. */
    private static class Wrapped implements RecordStore {
        final InMemoryRecordStore right = new InMemoryRecordStore();

        @Override
        public StoreDescriptor describe() {
            return right.describe();
        }

        @Override
        public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
            return right.read(tenant, keys);
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            return right.commit(commit);
        }

        @Override
        public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
            return right.find(tenant, query, page);
        }

        @Override
        public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
            return right.feed(tenant, after, limit);
        }

        static Commit with(Commit commit, List<RecordOp> ops) {
            return new Commit(commit.tenant(), commit.commitId(), commit.fingerprint(), ops, commit.events());
        }
    }

    static class DoesNothing extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new RecordStore() {
                @Override
                public StoreDescriptor describe() {
                    return new StoreDescriptor(7, "nothing", 64, 1 << 20, false);
                }

                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return List.of();
                }

                @Override
                public CommitOutcome commit(Commit commit) {
                    return new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE);
                }

                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    return new Page<>(List.of(), Optional.empty());
                }

                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    return List.of();
                }
            };
        }
    }

    static class CutsPayloads extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(
                            with(commit, commit.ops().stream().map(this::cut).toList()));
                }

                private RecordOp cut(RecordOp op) {
                    return op instanceof RecordOp.Create create
                                    && create.content().payload().size() > 65_535
                            ? new RecordOp.Create(
                                    op.key(),
                                    new RecordContent(
                                            create.content().index(),
                                            create.content().codecTag(),
                                            Payload.of(Arrays.copyOf(
                                                    create.content().payload().toBytes(), 65_535))))
                            : op;
                }
            };
        }
    }

    static class FoldsCase extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    List<StoredRecord> found = new ArrayList<>(super.read(tenant, keys));
                    keys.forEach(k -> found.addAll(super.read(
                            tenant,
                            Set.of(new RecordKey(
                                    k.kind(),
                                    k.id().substring(0, 1).toUpperCase(Locale.ROOT) + k.id().substring(1))))));
                    return found.stream().distinct().toList();
                }
            };
        }
    }

    static class ReadsStale extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                private final Map<Object, List<StoredRecord>> cache = new HashMap<>();

                @Override
                public synchronized List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return cache.computeIfAbsent(List.of(tenant, keys), k -> super.read(tenant, keys));
                }
            };
        }
    }

    static class HalfBatch extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    if (commit.ops().size() == 2) {
                        CommitOutcome first =
                                super.commit(with(commit, commit.ops().subList(0, 1)));
                        if (!(first instanceof CommitOutcome.Applied)) {
                            return first;
                        }
                        return super.commit(new Commit(
                                commit.tenant(),
                                commit.commitId() + "b",
                                "f",
                                commit.ops().subList(1, 2),
                                List.of()));
                    }
                    return super.commit(commit);
                }
            };
        }
    }

    static class ReadsOneByOne extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    List<StoredRecord> found = new ArrayList<>();
                    for (RecordKey key : new TreeSet<>(keys)) {
                        found.addAll(super.read(tenant, Set.of(key)));
                        LockSupport.parkNanos(1_000_000);
                    }
                    return found;
                }
            };
        }
    }

    static class ReusesKeys extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                private final Set<RecordKey> deleted = new HashSet<>();

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    if (commit.ops().size() == 1 && commit.ops().get(0) instanceof RecordOp.Delete delete) {
                        deleted.add(delete.key());
                        return super.commit(commit);
                    }
                    boolean again = commit.ops().stream()
                            .anyMatch(op -> op instanceof RecordOp.Create && deleted.contains(op.key()));
                    return again ? new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE) : super.commit(commit);
                }
            };
        }
    }

    static class LostUpdate extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    boolean replaces = commit.ops().stream().allMatch(op -> op instanceof RecordOp.Replace);
                    return outcome instanceof CommitOutcome.Conflict && replaces
                            ? new CommitOutcome.Applied(CommitOutcome.Durability.DURABLE)
                            : outcome;
                }
            };
        }
    }

    static class IgnoresChecks extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(with(
                            commit,
                            commit.ops().stream()
                                    .filter(op -> commit.ops().size() == 1 || !(op instanceof RecordOp.Check))
                                    .toList()));
                }
            };
        }
    }

    static class BlamesEverybody extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    return outcome instanceof CommitOutcome.Conflict
                            ? new CommitOutcome.Conflict(
                                    commit.ops().stream().map(RecordOp::key).collect(Collectors.toSet()))
                            : outcome;
                }
            };
        }
    }

    static class ForgetsCommitIds extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                private int n;

                @Override
                public synchronized CommitOutcome commit(Commit commit) {
                    return super.commit(new Commit(
                            commit.tenant(), "x" + n++, commit.fingerprint(), commit.ops(), commit.events()));
                }
            };
        }
    }

    static class IgnoresFingerprints extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    return super.commit(
                            new Commit(commit.tenant(), commit.commitId(), "same", commit.ops(), commit.events()));
                }
            };
        }
    }

    static class OffByOneRange extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    Page<StoredRecord> right = super.find(tenant, query, page);
                    return query.from().equals(query.to())
                            ? right
                            : new Page<>(
                                    right.items().stream()
                                            .filter(r -> !r.content().index().contains(query.to()))
                                            .toList(),
                                    right.next());
                }
            };
        }
    }

    static class RepeatsPageRow extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                private StoredRecord[] last = {};

                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    Page<StoredRecord> right = super.find(tenant, query, page);
                    List<StoredRecord> items = new ArrayList<>(right.items());
                    if (page.after().isPresent() && last.length > 0 && items.size() > 1) {
                        items.set(0, last[0]);
                    }
                    last = items.isEmpty() ? last : new StoredRecord[] {items.get(items.size() - 1)};
                    return new Page<>(items, right.next());
                }
            };
        }
    }

    static class GapInFeed extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    return super.feed(tenant, after, limit).stream()
                            .filter(e -> e.position() % 5 != 3)
                            .toList();
                }
            };
        }
    }

    static class MixesTenants extends RecordStoreContract {
        @Override
        protected RecordStore newStore() {
            return new Wrapped() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    return super.read(new TenantId("program-a"), keys);
                }
            };
        }
    }
}
