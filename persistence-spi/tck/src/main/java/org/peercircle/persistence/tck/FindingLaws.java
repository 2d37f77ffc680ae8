package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoredRecord;

/** Laws L13, L14 and L19: finding by index, page by page, each tenant for itself. */
abstract class FindingLaws extends WritingLaws {

    /** L13: find gives exactly what a model filtered by the entries last committed gives. */
    @Test
    protected void L13_find_is_exact_after_every_change() {
        RecordStore store = newStore();
        Random random = new Random(13);
        Map<RecordKey, RecordContent> model = new TreeMap<>();
        Map<RecordKey, Long> versions = new TreeMap<>();
        Set<RecordKey> gone = new LinkedHashSet<>();
        for (int i = 0; i < 300; i++) {
            RecordKey key = new RecordKey(random.nextInt(5) == 0 ? "other" : KIND, "k" + random.nextInt(20));
            RecordContent content = new RecordContent(entries(random), "c", Payload.of(new byte[] {(byte) i}));
            Long version = versions.get(key);
            if (gone.contains(key)) {
                assertConflict(store, new RecordOp.Create(key, content));
            } else if (version == null) {
                apply(store, new RecordOp.Create(key, content));
                versions.put(key, 1L);
                model.put(key, content);
            } else if (random.nextInt(8) == 0) {
                apply(store, new RecordOp.Delete(key, version));
                versions.remove(key);
                model.remove(key);
                gone.add(key);
            } else {
                apply(store, new RecordOp.Replace(key, version, content));
                versions.put(key, version + 1);
                model.put(key, content);
            }
            IndexQuery query = query(random);
            assertThat(all(store, query, 3)).isEqualTo(expected(model, query));
        }
    }

    /** L13: what is found together is what is found one by one. */
    @Test
    protected void L13_what_is_found_together_is_what_is_found_alone() {
        RecordStore store = newStore();
        Random random = new Random(131);
        Map<RecordKey, RecordContent> model = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            RecordKey key = new RecordKey(random.nextInt(3) == 0 ? "other" : KIND, "k" + i);
            RecordContent content = new RecordContent(entries(random), "c", Payload.of(new byte[] {(byte) i}));
            apply(store, new RecordOp.Create(key, content));
            model.put(key, content);
        }
        for (int round = 0; round < 40; round++) {
            List<IndexQuery> queries = new ArrayList<>();
            for (int q = random.nextInt(5); q > 0; q--) {
                queries.add(query(random));
            }
            int limit = 1 + random.nextInt(12);
            List<Page<StoredRecord>> together = store.findTogether(TENANT, queries, limit);
            assertThat(together)
                    .isEqualTo(queries.stream()
                            .map(query -> store.find(TENANT, query, PageRequest.first(limit)))
                            .toList());
            assertThat(together.stream().map(FindingLaws::ids))
                    .isEqualTo(queries.stream()
                            .map(query ->
                                    expected(model, query).stream().limit(limit).toList())
                            .toList());
        }
    }

    /** L14: pages follow each other without gap or repetition while others write elsewhere. */
    @Test
    protected void L14_pages_follow_each_other_while_others_write() {
        RecordStore store = newStore();
        for (int i = 0; i < 20; i++) {
            apply(store, create("k" + i, i));
        }
        IndexQuery query = new IndexQuery(KIND, new IndexEntry.Whole("n", 0), new IndexEntry.Whole("n", 19));
        List<String> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(3));
        int extra = 0;
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<StoredRecord> page = store.find(TENANT, query, request);
            page.items().forEach(r -> seen.add(r.key().id()));
            next = page.next().map(request::after);
            apply(store, create("a" + extra++, 0));
            apply(store, create("z" + extra, 19));
        }
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inOrder.add("k" + i);
        }
        assertThat(seen.stream().filter(id -> id.startsWith("k"))).containsExactlyElementsOf(inOrder);
    }

    /** L14: the order is that of bytes, and then of ids, in every language and on every page size. */
    @Test
    protected void L14_the_order_is_that_of_bytes() {
        RecordStore store = newStore();
        List<String> inOrder = List.of("", "\u0000", " ", "B", "Z", "a", "b", "z", "Ä", "ä", "ﬁ", "𝄞");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(14));
        for (String text : shuffled) {
            for (String id : List.of("X", "a", "B")) {
                apply(
                        store,
                        new RecordOp.Create(
                                key(id + inOrder.indexOf(text)),
                                new RecordContent(
                                        List.of(new IndexEntry.Text("t", text)), "c", Payload.of(new byte[0]))));
            }
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            expected.addAll(List.of("B" + i, "X" + i, "a" + i));
        }
        IndexQuery query = new IndexQuery(KIND, new IndexEntry.Text("t", ""), new IndexEntry.Text("t", "𝄞"));
        for (int limit : new int[] {1, 2, 7, 100}) {
            assertThat(all(store, query, limit)).isEqualTo(expected);
        }
    }

    /** L14: a cursor is good for its own tenant and query only. */
    @Test
    protected void L14_a_cursor_is_good_for_its_own_query_only() {
        RecordStore store = newStore();
        apply(store, create("a", 1), create("b", 1));
        String cursor =
                store.find(TENANT, byNumber(1), PageRequest.first(1)).next().orElseThrow();
        PageRequest after = PageRequest.first(1).after(cursor);
        assertThat(store.find(TENANT, byNumber(1), after).items()).hasSize(1);
        assertThat(reopened(store).find(TENANT, byNumber(1), after).items()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(TENANT, byNumber(2), after));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(OTHER, byNumber(1), after));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        store.find(TENANT, byNumber(1), PageRequest.first(1).after("no cursor")));
    }

    /** L19: tenants see nothing of each other, also under the same ids. */
    @Test
    protected void L19_tenants_see_nothing_of_each_other() {
        RecordStore store = newStore();
        apply(store, create("a", 1));
        assertThat(store.read(OTHER, Set.of(key("a")))).isEmpty();
        assertThat(store.find(OTHER, byNumber(1), PageRequest.first(10)).items())
                .isEmpty();
        assertThat(store.feed(OTHER, 0, 10)).isEmpty();
        Commit same = new Commit(OTHER, "c1", "f", List.of(create("a", 2)), List.of());
        assertThat(store.commit(same)).isInstanceOf(CommitOutcome.Applied.class);
        assertThat(read(store, key("a")).orElseThrow().content()).isEqualTo(content(1));
    }

    private static List<IndexEntry> entries(Random random) {
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.add(
                    random.nextBoolean()
                            ? new IndexEntry.Whole("n", random.nextInt(6) - 3)
                            : new IndexEntry.Text(
                                    "t", List.of("a", "B", "ä", "Z", "𝄞", "").get(random.nextInt(6))));
        }
        return entries;
    }

    private static IndexQuery query(Random random) {
        IndexEntry one = entries(random).get(0);
        IndexEntry other = one instanceof IndexEntry.Whole
                ? new IndexEntry.Whole("n", random.nextInt(6) - 3)
                : new IndexEntry.Text("t", List.of("a", "B", "ä", "Z").get(random.nextInt(4)));
        return IndexEntry.compareValues(one, other) <= 0
                ? new IndexQuery(KIND, one, other)
                : new IndexQuery(KIND, other, one);
    }

    private static List<String> expected(Map<RecordKey, RecordContent> model, IndexQuery query) {
        record Match(IndexEntry entry, String id) {}
        return model.entrySet().stream()
                .filter(e -> e.getKey().kind().equals(query.kind()))
                .flatMap(e -> e.getValue().index().stream()
                        .filter(query::matches)
                        .min(IndexEntry::compareValues)
                        .map(entry -> new Match(entry, e.getKey().id()))
                        .stream())
                .sorted(Comparator.comparing(Match::entry, IndexEntry::compareValues)
                        .thenComparing(Match::id))
                .map(Match::id)
                .toList();
    }

    private static List<String> ids(Page<StoredRecord> page) {
        return page.items().stream().map(record -> record.key().id()).toList();
    }

    private static List<String> all(RecordStore store, IndexQuery query, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<StoredRecord> page = store.find(TENANT, query, request);
            page.items().forEach(r -> ids.add(r.key().id()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            next = page.next().map(request::after);
        }
        return ids;
    }
}
