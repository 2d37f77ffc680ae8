package org.peercircle.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.persistence.spi.WrappedKey;

/** What is kept in directories is there for the next process. The laws are the kit's to check, in its own module. */
class InDirectoriesTest {

    private static final TenantId TENANT = new TenantId("t");
    private static final RecordKey KEY = new RecordKey("kind", "id");

    @TempDir
    Path directory;

    private static Commit commit(String id, RecordOp op) {
        return new Commit(TENANT, id, "f", List.of(op), List.of());
    }

    private static RecordContent content(int number) {
        return new RecordContent(List.of(new IndexEntry.Whole("n", number)), "c", Payload.of(new byte[number]));
    }

    @Test
    void records_are_read_found_and_fed_by_the_next_process() {
        Path records = directory.resolve("records");
        DirectoryRecordStore first = DirectoryRecordStore.open(records);
        DirectoryRecordStore second = DirectoryRecordStore.open(records);
        first.commit(commit("a", new RecordOp.Create(KEY, content(1))));
        second.commit(commit("b", new RecordOp.Replace(KEY, 1, content(2))));
        assertThat(first.commit(commit("a", new RecordOp.Create(KEY, content(1)))))
                .isEqualTo(new CommitOutcome.Replayed());
        DirectoryRecordStore third = DirectoryRecordStore.open(records);
        assertThat(third.read(TENANT, Set.of(KEY)).get(0).content()).isEqualTo(content(2));
        assertThat(third.find(TENANT, IndexQuery.equal("kind", new IndexEntry.Whole("n", 2)), PageRequest.first(5))
                        .items())
                .hasSize(1);
        assertThat(third.feed(TENANT, 0, 10)).extracting(FeedEntry::commitId).containsExactly("a", "b");
        assertThat(third.describe().name()).contains(records.toString());
    }

    @Test
    void a_directory_that_cannot_be_made_is_unavailable() throws IOException {
        Path file = Files.createFile(directory.resolve("a file"));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> DirectoryRecordStore.open(file.resolve("within")))
                .withMessageContaining("a file");
    }

    @Test
    void keys_are_fetched_and_stay_destroyed_for_the_next_process() {
        Path keys = directory.resolve("keys");
        WrappedKey key = new WrappedKey(new KeyRef("k.1"), Payload.of(new byte[] {1, 2}));
        FileKeyVault.open(keys).putIfAbsent(key);
        assertThat(FileKeyVault.open(keys).fetch(key.ref())).contains(key);
        FileKeyVault.open(keys).destroy(key.ref(), "forgotten");
        FileKeyVault next = FileKeyVault.open(keys);
        assertThat(next.fetch(key.ref())).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> next.putIfAbsent(key));
        assertThat(next.destroyed(PageRequest.first(1)).items())
                .containsExactly(new DestroyedKey(key.ref(), "forgotten"));
    }
}
