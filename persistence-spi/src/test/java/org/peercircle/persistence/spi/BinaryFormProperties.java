package org.peercircle.persistence.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** L1 and L14 of what adapters use: bytes that come back as they were, in the right order, and noise that is refused. */
class BinaryFormProperties {

    private static final TenantId TENANT = new TenantId("program-a");

    @Provide
    Arbitrary<IndexEntry> entries() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(n -> new IndexEntry.Whole("n", n)),
                Arbitraries.strings()
                        .ofMaxLength(40)
                        .filter(BinaryFormProperties::isWellFormed)
                        .map(t -> new IndexEntry.Text("t", t)));
    }

    private static boolean isWellFormed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= IndexEntry.MAX_TEXT_BYTES && new String(bytes, StandardCharsets.UTF_8).equals(text);
    }

    @Provide
    Arbitrary<Commit> commits() {
        Arbitrary<Payload> payloads =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Payload::of);
        Arbitrary<RecordContent> contents = Combinators.combine(entries().list().ofMaxSize(4), payloads)
                .as((index, payload) -> new RecordContent(index, "kind;1;form", payload));
        Arbitrary<RecordOp> ops = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        contents)
                .as((which, id, version, content) -> {
                    RecordKey key = new RecordKey("kind", "id" + id);
                    return switch (which) {
                        case 0 -> new RecordOp.Create(key, content);
                        case 1 -> new RecordOp.Replace(key, version, content);
                        case 2 -> new RecordOp.Delete(key, version);
                        default -> new RecordOp.Check(key, version);
                    };
                });
        return Combinators.combine(
                        ops.list().ofMaxSize(5).uniqueElements(RecordOp::key),
                        payloads.list().ofMaxSize(3))
                .as((all, events) -> new Commit(TENANT, "c1", "f1", all, events));
    }

    @Property(tries = 300)
    void L1_a_commit_comes_back_as_it_was(@ForAll("commits") Commit commit) {
        assertThat(BinaryForm.commit(BinaryForm.ofCommit(commit))).isEqualTo(commit);
        assertThat(BinaryForm.payloads(BinaryForm.ofPayloads(commit.events()))).isEqualTo(commit.events());
        Map<RecordKey, Long> versions = new LinkedHashMap<>();
        commit.ops().forEach(op -> {
            versions.put(op.key(), op.expected() + 1);
            List<IndexEntry> index = op.written().map(RecordContent::index).orElse(List.of());
            assertThat(BinaryForm.index(BinaryForm.ofIndex(index))).isEqualTo(index);
        });
        assertThat(BinaryForm.versions(BinaryForm.ofVersions(versions))).isEqualTo(versions);
    }

    @Property(tries = 300)
    void a_commit_that_was_cut_or_is_noise_is_refused(
            @ForAll("commits") Commit commit, @ForAll @IntRange(max = 100_000) int at, @ForAll byte[] noise) {
        byte[] bytes = BinaryForm.ofCommit(commit);
        byte[] cut = Arrays.copyOf(bytes, at % bytes.length);
        assertThatIllegalArgumentException().isThrownBy(() -> BinaryForm.commit(cut));
        try {
            assertThat(BinaryForm.index(noise).size()).isLessThanOrEqualTo(noise.length);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    @Property(tries = 500)
    void L14_sortable_bytes_sort_as_values_do(@ForAll("entries") IndexEntry one, @ForAll("entries") IndexEntry other) {
        int byBytes = Integer.signum(Arrays.compareUnsigned(one.toSortableBytes(), other.toSortableBytes()));
        int byValue;
        if (one instanceof IndexEntry.Whole a) {
            byValue = other instanceof IndexEntry.Whole b ? Long.compare(a.value(), b.value()) : -1;
        } else {
            byValue = other instanceof IndexEntry.Text b
                    ? compareCodePoints(((IndexEntry.Text) one).value(), b.value())
                    : 1;
        }
        assertThat(byBytes).isEqualTo(Integer.signum(byValue));
    }

    /** UTF-8 sorts as code points do, which Java's own order of strings does not. */
    private static int compareCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    @Property(tries = 200)
    void L14_a_cursor_comes_back_for_its_own_query_only(@ForAll("entries") IndexEntry entry) {
        IndexQuery query = IndexQuery.equal("kind", entry);
        IndexQuery otherKind = IndexQuery.equal("other", entry);
        PageCursor cursor = new PageCursor(entry, "id");
        PageRequest next = PageRequest.first(5).after(cursor.toText(TENANT, query));
        assertThat(PageCursor.of(TENANT, query, next)).contains(cursor);
        assertThat(PageCursor.of(TENANT, query, PageRequest.first(5))).isEqualTo(Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> PageCursor.of(TENANT, otherKind, next));
        assertThatIllegalArgumentException().isThrownBy(() -> PageCursor.of(new TenantId("program-b"), query, next));
    }

    @Property(tries = 300)
    void a_cursor_that_nobody_gave_is_refused(@ForAll String noise) {
        IndexQuery query = IndexQuery.equal("kind", new IndexEntry.Whole("n", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PageCursor.of(TENANT, query, PageRequest.first(5).after(noise)));
    }

    @Example
    void what_a_store_does_not_take_is_refused_with_its_own_numbers() {
        StoreDescriptor small = StoreDescriptor.of("small", 64, 1 << 20, Set.of());
        List<RecordOp> many = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            many.add(new RecordOp.Check(new RecordKey("kind", "id" + i), 1));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.check(new Commit(TENANT, "c", "f", many, List.of())))
                .withMessage("a commit must have at most 64 ops, but had 65");
        RecordContent large = new RecordContent(List.of(), "c", Payload.of(new byte[(1 << 20) + 1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.check(new Commit(
                        TENANT, "c", "f", List.of(new RecordOp.Create(new RecordKey("kind", "id"), large)), List.of())))
                .withMessageContaining("kind/id")
                .withMessageContaining("1048577");
        assertThat(small.can(StoreDescriptor.Capability.JOINS)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> FeedEntry.checkRequest(-1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> FeedEntry.checkRequest(0, 1001));
        assertThat(new FeedPruned(3, 7)).hasMessageContaining("go on from 7");
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexEntry.Text("t", "half a pair \uD834"));
    }
}
