package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.persistence.file.FileKeyVault;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.WrappedKey;

class KeyVaultsTest {

    @Nested
    class InMemory extends KeyVaultContract {
        @Override
        protected KeyVault newVault() {
            return new InMemoryKeyVault();
        }
    }

    @Nested
    class InFiles extends KeyVaultContract {
        @TempDir
        Path directory;

        private int vaults;
        private Path last = Path.of("");

        @Override
        protected KeyVault newVault() {
            last = directory.resolve("vault" + vaults++);
            return FileKeyVault.open(last);
        }

        @Override
        protected KeyVault openAgain(KeyVault vault) {
            return FileKeyVault.open(last);
        }

        @Test
        void a_vault_that_others_may_enter_is_refused() throws IOException {
            newVault();
            Files.setPosixFilePermissions(last, PosixFilePermissions.fromString("rwxr-x---"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> FileKeyVault.open(last))
                    .withMessageContaining("GROUP_READ")
                    .withMessageContaining("chmod 700");
        }

        @Test
        void L27_a_key_that_comes_back_with_a_backup_stays_destroyed() throws IOException {
            KeyVault vault = newVault();
            WrappedKey key = new WrappedKey(new KeyRef("k"), Payload.of(new byte[] {1}));
            vault.putIfAbsent(key);
            Path file;
            try (Stream<Path> files = Files.list(last.resolve("keys"))) {
                file = files.findFirst().orElseThrow();
            }
            byte[] backup = Files.readAllBytes(file);
            vault.destroy(key.ref(), "forgotten");
            Files.write(file, backup);
            assertThat(FileKeyVault.open(last).fetch(key.ref())).isEmpty();
        }
    }
}
