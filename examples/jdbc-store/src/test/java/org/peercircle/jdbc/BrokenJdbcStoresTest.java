package org.peercircle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.OutcomeUnknown;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.persistence.tck.JdbcHost;

/** Stores over a database that are wrong on purpose, as such stores have been: each is caught by the law it breaks. */
class BrokenJdbcStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                arguments("L15", PositionsWhenWritten.class),
                arguments("L16", OrdersByBeginning.class),
                arguments("L18", WaitsForEverybody.class),
                arguments("L20", NeverJoins.class),
                arguments("L20", CommitsTheHosts.class),
                arguments("L21", SaysUnavailable.class),
                arguments("L22", OnlyInMemory.class));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenStores")
    void each_broken_store_is_caught_by_the_law_it_breaks(String law, Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PostDiscoveryFilter ofTheLaw = test ->
                FilterResult.includedIf(!test.isTest() || test.getDisplayName().startsWith(law + "_"));
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .filters(ofTheLaw)
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsFailedCount()).isPositive();
    }

    /** A right store to go wrong from. */
    abstract static class OverPostgres extends JdbcStoreContract {
        @Override
        String newDatabase() {
            return Databases.postgres();
        }

        @Override
        boolean joins() {
            return true;
        }
    }

    /** Hands everything on. */
    private static class Around implements RecordStore {
        final RecordStore right;

        Around(RecordStore right) {
            this.right = right;
        }

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
    }

    /** A feed in an order of the journal's rows that is known when they are written. */
    private static List<FeedEntry> feedBy(String column, Connection connection, TenantId tenant, long after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + column
                + ", commit_id, versions, events FROM peercircle_journal WHERE tenant = ? AND " + column
                + " > ? ORDER BY " + column + " LIMIT ?")) {
            Statements.bind(select, tenant.value(), after, limit);
            List<FeedEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new FeedEntry(
                            rows.getLong(1),
                            rows.getString(2),
                            BinaryForm.versions(rows.getBytes(3)),
                            BinaryForm.payloads(rows.getBytes(4))));
                }
            }
            return entries;
        }
    }

    static class PositionsWhenWritten extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            return new Around(super.made(source, host)) {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    try (Connection connection = source.open()) {
                        return feedBy("seq", connection, tenant, after, limit);
                    } catch (SQLException e) {
                        throw new StoreUnavailable("down", e);
                    }
                }
            };
        }
    }

    static class OrdersByBeginning extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            return new Around(super.made(source, host)) {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    // The host's transactions began before anybody else's.
                    List<FeedEntry> right = super.feed(tenant, 0, 1000);
                    List<FeedEntry> sorted = new ArrayList<>();
                    right.stream().filter(e -> joined.contains(e.commitId())).forEach(sorted::add);
                    right.stream().filter(e -> !joined.contains(e.commitId())).forEach(sorted::add);
                    List<FeedEntry> numbered = new ArrayList<>();
                    for (int i = 0; i < sorted.size(); i++) {
                        FeedEntry e = sorted.get(i);
                        numbered.add(new FeedEntry(i + 1L, e.commitId(), e.versions(), e.events()));
                    }
                    return numbered.stream()
                            .filter(e -> e.position() > after)
                            .limit(limit)
                            .toList();
                }

                private final List<String> joined = new ArrayList<>();

                @Override
                public CommitOutcome commit(Commit commit) {
                    if (host.joined().isPresent()) {
                        joined.add(commit.commitId());
                    }
                    return super.commit(commit);
                }
            };
        }
    }

    static class WaitsForEverybody extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            return new Around(super.made(source, host)) {
                @Override
                public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
                    try (Connection connection = source.open();
                            PreparedStatement others = connection.prepareStatement(
                                    "SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL");
                            ResultSet rows = others.executeQuery()) {
                        return rows.next() && rows.getInt(1) > 0 ? List.of() : super.feed(tenant, after, limit);
                    } catch (SQLException e) {
                        throw new StoreUnavailable("down", e);
                    }
                }
            };
        }
    }

    static class NeverJoins extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            RecordStore claims = super.made(source, host);
            RecordStore alone = JdbcRecordStore.over(ConnectionSource.joining(host.source(), Optional::empty));
            return new Around(alone) {
                @Override
                public StoreDescriptor describe() {
                    return claims.describe();
                }
            };
        }
    }

    static class CommitsTheHosts extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            return new Around(super.made(source, host)) {
                @Override
                public CommitOutcome commit(Commit commit) {
                    CommitOutcome outcome = super.commit(commit);
                    host.joined().ifPresent(connection -> {
                        try {
                            connection.commit();
                        } catch (SQLException e) {
                            throw new StoreUnavailable("down", e);
                        }
                    });
                    return outcome;
                }
            };
        }
    }

    static class SaysUnavailable extends OverPostgres {
        @Override
        RecordStore made(ConnectionSource source, JdbcHost host) {
            return new Around(super.made(source, host)) {
                @Override
                public CommitOutcome commit(Commit commit) {
                    try {
                        return super.commit(commit);
                    } catch (OutcomeUnknown unknown) {
                        throw new StoreUnavailable("it was not found afterwards, so it failed", unknown);
                    }
                }
            };
        }
    }

    static class OnlyInMemory extends JdbcStoreContract {
        @Override
        String newDatabase() {
            return "jdbc:h2:mem:only" + System.identityHashCode(new Object()) + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        boolean joins() {
            return false;
        }

        @Override
        RecordStore made(ConnectionSource source) {
            return new Around(super.made(source)) {
                @Override
                public StoreDescriptor describe() {
                    return new StoreDescriptor(
                            right.describe().level(),
                            right.describe().name(),
                            right.describe().maxOps(),
                            right.describe().maxPayloadBytes(),
                            Set.of(StoreDescriptor.Capability.DURABLE, StoreDescriptor.Capability.PRUNES),
                            "");
                }
            };
        }
    }
}
