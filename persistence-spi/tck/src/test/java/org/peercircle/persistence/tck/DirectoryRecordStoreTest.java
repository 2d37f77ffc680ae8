package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.persistence.file.DirectoryRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreUnavailable;

class DirectoryRecordStoreTest extends RecordStoreContract {

    @TempDir
    Path directory;

    private int stores;

    @Override
    protected RecordStore newStore() {
        return openAt(directory.resolve("store" + stores++).toString());
    }

    @Override
    protected String addressOf(RecordStore store) {
        return store.describe().name().substring("directory ".length());
    }

    @Override
    protected RecordStore openAt(String address) {
        return DirectoryRecordStore.open(Path.of(address));
    }

    @Test
    void L22_what_was_begun_and_not_finished_is_not_there() throws IOException {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        Files.write(Path.of(addressOf(store)).resolve("next.tmp"), new byte[] {1, 2, 3});
        assertThat(feed(reopened(store), 0, 10)).hasSize(1);
        apply(store, replace("a", 1));
        assertThat(version(reopened(store), "a")).isEqualTo(2);
    }

    @Test
    void L21_what_cannot_be_written_is_not_applied() throws IOException {
        RecordStore store = newStore();
        apply(store, create("a", 0));
        Path inTheWay = Path.of(addressOf(store)).resolve("next.tmp");
        Files.createDirectory(inTheWay);
        Commit commit = commit(replace("a", 1));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.commit(commit));
        assertThat(version(store, "a")).isEqualTo(1);
        Files.delete(inTheWay);
        assertThat(store.commit(commit)).isInstanceOf(CommitOutcome.Applied.class);
        assertThat(version(store, "a")).isEqualTo(2);
    }
}
