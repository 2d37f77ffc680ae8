package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.plan.ActionPlan;

/** What was read stays sealed until it is opened, is not decoded twice, and is stored again as the bytes it came in. */
class KeptSealedTest {

    private static final AggregateKey<ActionPlan> PLAN = AggregateKey.of(AggregateKind.PLAN, "plan");

    private final Records records = new Records();

    private void keepPlan() {
        records.create(AggregateKind.PLAN, "plan", records.plan());
    }

    private static ActionPlan read(RecordRepository repository) {
        return Records.read(repository, AggregateKind.PLAN, "plan");
    }

    private void writeAgain(RecordRepository by, long version) {
        by.commit(records.commit(new Write.Replace(PLAN, read(by), version)));
    }

    private static Confidential<String> reason(ActionPlan plan) {
        return plan.revisions().get(1).correction().orElseThrow().reason();
    }

    /** The sealed pieces of the plan as they are in the store. */
    private Set<String> sealed(long version) {
        StoredRecord record = records.store
                .read(new TenantId("p"), Set.of(new RecordKey("plan", "plan")))
                .get(0);
        JsonNode json = Json.parse(records.sealing.open(
                RecordRepository.place(Records.PROGRAM, PLAN, version, new PlanCodec().schema()),
                record.content().payload().toBytes()));
        return new TreeSet<>(json.findValuesAsText("sealed"));
    }

    /** All texts that can be reached from an object, whatever holds them. */
    private static void texts(@Nullable Object from, Set<Object> seen, StringBuilder found)
            throws IllegalAccessException {
        if (from == null || from instanceof Sealing || from instanceof Enum<?> || !seen.add(from)) {
            return;
        }
        if (from instanceof String text) {
            found.append(text).append('\n');
        } else if (from instanceof Optional<?> optional) {
            texts(optional.orElse(null), seen, found);
        } else if (from instanceof Collection<?> many) {
            for (Object one : many) {
                texts(one, seen, found);
            }
        } else if (from instanceof Map<?, ?> map) {
            texts(
                    map.entrySet().stream()
                            .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
                            .toList(),
                    seen,
                    found);
        } else if (from.getClass().getName().startsWith("org.peercircle")) {
            for (Class<?> type = from.getClass();
                    type != Object.class && type != Record.class;
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        texts(field.get(from), seen, found);
                    }
                }
            }
        }
    }

    private static String texts(Object from) throws IllegalAccessException {
        StringBuilder found = new StringBuilder();
        texts(from, Collections.newSetFromMap(new IdentityHashMap<>()), found);
        return found.toString();
    }

    @Test
    void what_was_read_holds_no_word_of_it_until_it_is_opened() throws IllegalAccessException {
        keepPlan();
        assertThat(texts(records.plan())).contains("canary reason");
        ActionPlan plan = read(records.repository);
        assertThat(texts(plan)).contains("ada").doesNotContain("canary");
        assertThat(Custody.unwrap(reason(plan))).isEqualTo("canary reason");
        assertThat(texts(plan)).doesNotContain("canary");
        Confidential<String> louder = reason(plan).map(text -> text + "!");
        assertThat(texts(louder)).doesNotContain("canary");
        assertThat(Custody.unwrap(louder)).isEqualTo("canary reason!");
    }

    @Test
    void what_is_kept_to_be_read_again_holds_no_word_of_it_either() throws IllegalAccessException {
        keepPlan();
        assertThat(read(records.repository)).isSameAs(read(records.repository));
        writeAgain(records.repository, 1);
        ActionPlan written = read(records.repository);
        assertThat(written).isSameAs(read(records.repository));
        assertThat(texts(written)).doesNotContain("canary");
    }

    @Test
    void E3_a_piece_is_stored_again_as_the_bytes_it_came_in() {
        keepPlan();
        Set<String> before = sealed(1);
        assertThat(before).isNotEmpty();
        writeAgain(records.repository, 1);
        assertThat(sealed(2)).isEqualTo(before);
    }

    @Test
    void keys_of_a_later_generation_seal_what_is_stored_again() {
        keepPlan();
        Set<String> before = sealed(1);
        RecordRepository rotated = RecordRepository.over(records.store, records.sealing.ofGeneration(2));
        writeAgain(rotated, 1);
        assertThat(sealed(2)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(Custody.unwrap(reason(read(records.repository)))).isEqualTo("canary reason");
    }

    @Test
    void E3_what_one_node_read_another_erases() {
        keepPlan();
        RecordRepository other = records.anotherRepository();
        Confidential<String> before = reason(read(other));
        records.repository.forget(Records.PROGRAM, Records.ADA);
        assertThat(Custody.isErased(before)).isTrue();
        assertThat(Custody.isErased(before.map(String::length))).isTrue();
        assertThat(other.read(Records.PROGRAM, Set.of(PLAN))).isEmpty();
    }

    @Test
    void L26_bytes_that_were_altered_do_not_pass_for_those_that_were_read() {
        keepPlan();
        boolean[] alters = new boolean[1];
        RecordStore store = altering(records.store, alters);
        RecordRepository repository = RecordRepository.over(store, records.sealing);
        assertThat(Custody.unwrap(reason(read(repository)))).isEqualTo("canary reason");
        alters[0] = true;
        assertThatExceptionOfType(SealedContentException.class).isThrownBy(() -> read(repository));
    }

    /** The same store, of which somebody alters what is read. */
    private static RecordStore altering(RecordStore store, boolean[] alters) {
        return (RecordStore) Proxy.newProxyInstance(
                KeptSealedTest.class.getClassLoader(),
                new Class<?>[] {RecordStore.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    return alters[0] && answer instanceof List<?> found
                            ? found.stream()
                                    .map(one -> altered((StoredRecord) one))
                                    .toList()
                            : answer;
                });
    }

    private static StoredRecord altered(StoredRecord record) {
        byte[] bytes = record.content().payload().toBytes();
        bytes[bytes.length - 1] ^= 1;
        return new StoredRecord(
                record.key(),
                record.version(),
                new RecordContent(record.content().index(), record.content().codecTag(), Payload.of(bytes)));
    }
}
