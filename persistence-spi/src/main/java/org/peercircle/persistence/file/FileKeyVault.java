package org.peercircle.persistence.file;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.WrappedKey;

/**
 * A vault in a directory of its own: a file a key, and a file for each key that was destroyed. Keep the directory on
 * another disk and in another backup than the records; what stands beside them comes back with them.
 *
 * <p>The directory must be its owner's alone. Several processes may share it.
 */
public final class FileKeyVault implements KeyVault {

    private static final int MOST_READ = 10_000;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path keys;
    private final Path destroyed;
    private final Path drafts;
    /** Keys that were read: their files never change, and a tombstone tells when they no longer hold. */
    private final Cache<KeyRef, WrappedKey> read =
            CacheBuilder.newBuilder().maximumSize(MOST_READ).build();

    private FileKeyVault(Path directory) {
        this.keys = directory.resolve("keys");
        this.destroyed = directory.resolve("destroyed");
        this.drafts = directory.resolve("drafts");
    }

    /**
     * Opens the vault of a directory, which is made if there is none.
     *
     * @throws IllegalStateException if anybody but its owner may read, write or enter the directory
     * @throws UncheckedIOException if it can't be made, or its file system knows no owners
     */
    public static FileKeyVault open(Path directory) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Set<PosixFilePermission> beyond = EnumSet.copyOf(OWNER_ONLY);
            beyond.addAll(Files.getPosixFilePermissions(directory));
            beyond.removeAll(OWNER_ONLY);
            if (!beyond.isEmpty()) {
                throw new IllegalStateException("the vault " + directory
                        + " must be its owner's alone, but others have " + beyond + "; run chmod 700 on it");
            }
            FileKeyVault vault = new FileKeyVault(directory);
            for (Path inside : List.of(vault.keys, vault.destroyed, vault.drafts)) {
                Files.createDirectories(inside);
            }
            return vault;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<WrappedKey> fetch(KeyRef ref) {
        // What was restored beside its tombstone stays destroyed.
        if (isDestroyed(ref)) {
            read.invalidate(ref);
            return Optional.empty();
        }
        WrappedKey known = read.getIfPresent(ref);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WrappedKey> key =
                contents(keys.resolve(name(ref))).map(bytes -> new WrappedKey(ref, Payload.of(bytes)));
        key.ifPresent(found -> read.put(ref, found));
        return key;
    }

    @Override
    public WrappedKey putIfAbsent(WrappedKey key) {
        try {
            refuseDestroyed(key.ref());
            create(keys, key.ref(), key.bytes().toBytes());
            if (isDestroyed(key.ref())) {
                Files.deleteIfExists(keys.resolve(name(key.ref())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseDestroyed(key.ref());
        return fetch(key.ref()).orElseThrow(() -> destroyed(key.ref()));
    }

    @Override
    public void destroy(KeyRef ref, String reason) {
        try {
            // The tombstone first: a key without one might be put again.
            create(destroyed, ref, reason.getBytes(StandardCharsets.UTF_8));
            Files.deleteIfExists(keys.resolve(name(ref)));
            DirectoryRecordStore.force(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Page<DestroyedKey> destroyed(PageRequest page) {
        List<String> refs;
        try (Stream<Path> files = Files.list(destroyed)) {
            refs = files.map(file -> ref(file.getFileName().toString()))
                    .filter(ref ->
                            page.after().map(after -> ref.compareTo(after) > 0).orElse(true))
                    .sorted()
                    .limit(page.limit() + 1L)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DestroyedKey> shown = new ArrayList<>();
        for (String ref : refs.subList(0, Math.min(refs.size(), page.limit()))) {
            KeyRef key = new KeyRef(ref);
            shown.add(new DestroyedKey(
                    key, new String(contents(destroyed.resolve(name(key))).orElseThrow(), StandardCharsets.UTF_8)));
        }
        return new Page<>(
                shown,
                refs.size() > shown.size()
                        ? Optional.of(shown.get(shown.size() - 1).ref().value())
                        : Optional.empty());
    }

    @Override
    public boolean isDestroyed(KeyRef ref) {
        return Files.exists(destroyed.resolve(name(ref)));
    }

    private void refuseDestroyed(KeyRef ref) {
        if (isDestroyed(ref)) {
            throw destroyed(ref);
        }
    }

    private static IllegalStateException destroyed(KeyRef ref) {
        return new IllegalStateException("key " + ref.value() + " was destroyed and can't come back");
    }

    /** Writes a file whole and for good, unless there is one. */
    private void create(Path directory, KeyRef ref, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(drafts, "", "");
        try {
            DirectoryRecordStore.write(draft, bytes);
            Files.createLink(directory.resolve(name(ref)), draft);
            DirectoryRecordStore.force(directory);
        } catch (FileAlreadyExistsException first) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static Optional<byte[]> contents(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refs may hold colons and dots, and differ only by case, which file systems take in their own ways. */
    private static String name(KeyRef ref) {
        return HexFormat.of().formatHex(ref.value().getBytes(StandardCharsets.US_ASCII));
    }

    private static String ref(String name) {
        return new String(HexFormat.of().parseHex(name), StandardCharsets.US_ASCII);
    }
}
