package org.peercircle.persistence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peercircle.persistence.memory.InMemoryRecordStore;
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

/**
 * A store in a directory: each applied commit is one file, numbered in order, and what they come to is kept in memory. A
 * file is written beside its place, forced to the disk and moved there at once, so that a commit is there whole or not at
 * all. Several processes may share the directory: whoever holds the lock first reads what others wrote.
 *
 * <p>For a program or two of some hundred people; opening reads every commit ever made.
 */
public final class DirectoryRecordStore implements RecordStore {

    private static final String COMMIT_FILE = "%019d.commit";

    /** A process may hold the lock of a file only once, whoever in it asks. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path directory;
    private InMemoryRecordStore state = new InMemoryRecordStore();
    private long last;

    private DirectoryRecordStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the store of a directory, which is made if there is none.
     *
     * @throws StoreUnavailable if the directory can't be made, read or written
     */
    public static DirectoryRecordStore open(Path directory) {
        DirectoryRecordStore store = new DirectoryRecordStore(directory);
        store.locked(() -> store.state);
        return store;
    }

    @Override
    public StoreDescriptor describe() {
        return StoreDescriptor.of(
                "directory " + directory, 10_000, 1 << 24, Set.of(StoreDescriptor.Capability.DURABLE));
    }

    @Override
    public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
        return locked(() -> state.read(tenant, keys));
    }

    @Override
    public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
        return locked(() -> state.find(tenant, query, page));
    }

    @Override
    public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
        return locked(() -> state.feed(tenant, after, limit));
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        describe().check(commit);
        return locked(() -> {
            CommitOutcome outcome = state.commit(commit);
            if (outcome instanceof CommitOutcome.Applied) {
                keep(commit);
            }
            return outcome;
        });
    }

    private void keep(Commit commit) throws IOException {
        Path written = directory.resolve("next.tmp");
        Path kept = fileOf(last + 1);
        try {
            write(written, BinaryForm.ofCommit(commit));
            Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Memory is ahead of the disk now: the next call begins again from the files.
            forget();
            if (Files.notExists(kept)) {
                throw e;
            }
            throw new OutcomeUnknown("the commit may have been written to " + kept, e);
        }
        last++;
        try {
            force(directory);
        } catch (IOException e) {
            throw new OutcomeUnknown("the commit was written to " + kept + ", which may not outlive the machine", e);
        }
    }

    /** Writes a file and forces it to the disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A new name in a directory lasts only once the directory itself is on the disk. */
    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void forget() {
        state = new InMemoryRecordStore();
        last = 0;
    }

    private Path fileOf(long number) {
        return directory.resolve(COMMIT_FILE.formatted(number));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Works as the only one, in any process, on what the files come to. */
    private <T> T locked(Work<T> work) {
        synchronized (IN_THIS_PROCESS) {
            Optional<T> done = Optional.empty();
            try {
                Files.createDirectories(directory);
                try (FileChannel channel = FileChannel.open(
                                directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    catchUp();
                    done = Optional.of(work.run());
                }
            } catch (IOException e) {
                // What was done before the lock was let go stays done.
                if (done.isEmpty()) {
                    throw new StoreUnavailable("the directory " + directory + " can't be read or written", e);
                }
            }
            return done.orElseThrow();
        }
    }

    private void catchUp() throws IOException {
        for (Path next = fileOf(last + 1); Files.exists(next); next = fileOf(last + 1)) {
            state.commit(BinaryForm.commit(Files.readAllBytes(next)));
            last++;
        }
    }
}
