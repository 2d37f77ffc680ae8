package org.peercircle.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.tck.Faults;
import org.peercircle.persistence.tck.Host;
import org.peercircle.persistence.tck.JdbcFaults;
import org.peercircle.persistence.tck.JdbcHost;
import org.peercircle.persistence.tck.RecordStoreContract;

/** The kit over a database: each store with its pool, its host and its troubles. */
abstract class JdbcStoreContract extends RecordStoreContract {

    private record Around(String url, HikariDataSource pool, JdbcFaults faults, Optional<JdbcHost> host) {}

    private final Map<RecordStore, Around> around = new IdentityHashMap<>();
    private final List<HikariDataSource> pools = new ArrayList<>();

    /** Returns the address of a fresh database. */
    abstract String newDatabase();

    /** Whether stores over this database join the host's transactions. */
    abstract boolean joins();

    @Override
    protected RecordStore newStore() {
        return openAt(newDatabase());
    }

    @Override
    protected RecordStore openAt(String url) {
        HikariDataSource pool = Databases.pool(url);
        pools.add(pool);
        JdbcRecordStore.migrate(pool);
        JdbcFaults faults = new JdbcFaults(pool);
        Optional<JdbcHost> host = joins() ? Optional.of(new JdbcHost(pool)) : Optional.empty();
        RecordStore store = host.map(h -> made(ConnectionSource.joining(faults.source(), h::joined), h))
                .orElseGet(() -> made(ConnectionSource.of(faults.source())));
        around.put(store, new Around(url, pool, faults, host));
        return store;
    }

    /** Makes a store that joins. */
    RecordStore made(ConnectionSource source, JdbcHost host) {
        return made(source);
    }

    RecordStore made(ConnectionSource source) {
        return JdbcRecordStore.over(source);
    }

    private Around around(RecordStore store) {
        return Objects.requireNonNull(around.get(store));
    }

    @Override
    protected String addressOf(RecordStore store) {
        return around(store).url();
    }

    @Override
    protected void release(RecordStore store) {
        around(store).pool().close();
    }

    @Override
    protected Host hostOf(RecordStore store) {
        return around(store).host().orElseThrow();
    }

    @Override
    protected Optional<Faults> faultsOf(RecordStore store) {
        return Optional.of(around(store).faults());
    }

    @AfterEach
    void closePools() {
        pools.forEach(HikariDataSource::close);
    }
}
