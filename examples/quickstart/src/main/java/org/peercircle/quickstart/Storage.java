package org.peercircle.quickstart;

import com.google.common.base.Splitter;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.peercircle.id.ProgramId;
import org.peercircle.jdbc.JdbcRecordStore;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.persistence.Custodians;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.file.FileKeyVault;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;

/**
 * Where the year is kept. Each run in a database is a program of its own, so that one database holds many.
 *
 * @param where for people
 * @param closing what is to be done in the end
 */
record Storage(ProgramId program, ProgramRepository repository, String where, Runnable closing)
        implements AutoCloseable {

    private static final int ROOT_KEY = 32;
    private static final int SUFFIX = 4;
    private static final long PATIENCE_MILLIS = 5_000;

    static Storage inMemory() {
        return new Storage(
                ProgramId.of("quickstart"),
                RecordRepository.over(new InMemoryRecordStore(), Sealing.forThisProcess(new InMemoryKeyVault())),
                "memory, and gone now",
                () -> {});
    }

    /**
     * Keeps records in a database, and keys in a directory: elsewhere, as they must be.
     *
     * @throws IOException if the keys can't be read or written
     * @throws RosterException if the database can't be reached
     */
    static Storage in(String url, Path keys) throws IOException {
        FileKeyVault vault = FileKeyVault.open(keys);
        // A host's root key is in a key service; here it lies with the vault, so that one directory is enough.
        Sealing sealing = Sealing.of(
                vault,
                rootKey(keys.resolve("root.key")),
                new Custodians(
                        "whoever tries this out", "the sample's program office", "the sample's human resources"));
        HikariDataSource pool = pool(url);
        JdbcRecordStore store = JdbcRecordStore.open(pool);
        ProgramId program = ProgramId.of("quickstart-" + HexFormat.of().formatHex(random(SUFFIX)));
        return new Storage(
                program,
                RecordRepository.over(store, sealing),
                store.describe().name() + " as " + program + ", sealed; the keys are in " + keys,
                pool::close);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            // What follows may be a password.
            String shown = Splitter.onPattern("[;?]").splitToList(url).get(0);
            throw new RosterException(new RosterProblem(
                    0,
                    "options",
                    "--store " + shown,
                    "the address of a PostgreSQL or H2 database that can be reached",
                    "Mend the address, or give none. The driver said: " + e.getMessage()));
        }
    }

    private static byte[] rootKey(Path file) throws IOException {
        byte[] fresh = random(ROOT_KEY);
        try {
            Files.write(file, fresh, StandardOpenOption.CREATE_NEW);
            return fresh;
        } catch (FileAlreadyExistsException known) {
            return Files.readAllBytes(file);
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        closing.run();
    }
}
