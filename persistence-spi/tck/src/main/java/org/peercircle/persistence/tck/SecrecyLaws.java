package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.Write;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.SealedContentException;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** Laws L25 and L26: what a store says when something goes wrong, and payloads that somebody moved. */
abstract class SecrecyLaws extends TransactionLaws {

    private static final String CANARY = "canary-f3a9c4";
    private static final AggregateKey<Participant> ADA = AggregateKey.of(AggregateKind.PARTICIPANT, "ada");

    /** L25: whatever goes wrong, no message of the store holds what it keeps, in no form. */
    @Test
    protected void L25_no_message_holds_what_is_kept() {
        RecordStore store = newStore();
        List<String> told = new ArrayList<>();
        told.add(store + " " + store.describe());
        assertThat(store.commit(secret("first", new RecordOp.Create(key("a"), secret(1)))))
                .isInstanceOf(CommitOutcome.Applied.class);
        assertThat(read(store, key("a")).orElseThrow().content()).isEqualTo(secret(1));
        told.add(told(() -> store.commit(secret("second", new RecordOp.Create(key("a"), secret(2))))));
        told.add(told(() -> store.commit(secret("third", new RecordOp.Replace(key("a"), 7, secret(2))))));
        told.add(told(() -> store.commit(secret("first", new RecordOp.Create(key("b"), secret(2))))));
        int tooMany = store.describe().maxPayloadBytes() / CANARY.length() + 1;
        told.add(told(() -> store.commit(secret("large", new RecordOp.Create(key("c"), secret(tooMany))))));
        IndexQuery query = IndexQuery.equal(KIND, new IndexEntry.Text("t", CANARY));
        told.add(told(() -> store.find(TENANT, query, PageRequest.first(1).after("no-cursor"))));
        faultsOf(store).ifPresent(faults -> told.addAll(inTrouble(store, faults)));
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        assertThat(told)
                .allSatisfy(message -> assertThat(message)
                        .doesNotContain(CANARY)
                        .doesNotContainIgnoringCase(BaseEncoding.base16().encode(bytes))
                        .doesNotContain(BaseEncoding.base64()
                                .omitPadding()
                                .encode(bytes)
                                .substring(0, 12)));
    }

    /** L26: a payload that was moved to another record, version or program does not open, and nothing of it is said. */
    @Test
    protected void L26_what_was_moved_does_not_open() {
        RecordStore store = newStore();
        Sealing sealing = Sealing.forThisProcess(new InMemoryKeyVault());
        Participant ada = Participant.builder()
                .id(PersonId.of("ada"))
                .name(CANARY)
                .stage(CareerStage.POSTDOC)
                .build();
        ProgramId program = ProgramId.of(TENANT.value());
        RecordRepository.over(store, sealing)
                .commit(new ProgramCommit(
                        program, "c", ImmutableList.of(new Write.Create(ADA, ada)), ImmutableList.of()));
        RecordKey record = new RecordKey(ADA.kind().name(), ADA.id());
        StoredRecord kept = store.read(TENANT, Set.of(record)).get(0);
        assertThat(RecordRepository.over(store, sealing).read(program, Set.of(ADA)))
                .hasSize(1);
        RecordKey elsewhere = new RecordKey(record.kind(), "ben");
        move(store, TENANT, new RecordOp.Create(elsewhere, kept.content()));
        move(store, TENANT, new RecordOp.Replace(record, kept.version(), kept.content()));
        move(store, OTHER, new RecordOp.Create(record, kept.content()));
        assertDoesNotOpen(store, sealing, program, AggregateKey.of(AggregateKind.PARTICIPANT, "ben"));
        assertDoesNotOpen(store, sealing, program, ADA);
        assertDoesNotOpen(store, sealing, ProgramId.of(OTHER.value()), ADA);
    }

    private static void move(RecordStore store, TenantId tenant, RecordOp op) {
        store.commit(new Commit(tenant, "move-" + op.key().id(), "f", List.of(op), List.of()));
    }

    private static void assertDoesNotOpen(RecordStore store, Sealing sealing, ProgramId program, AggregateKey<?> key) {
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(() -> RecordRepository.over(store, sealing).read(program, Set.of(key)))
                .withMessageNotContaining(CANARY);
    }

    private static RecordContent secret(int times) {
        return new RecordContent(
                List.of(new IndexEntry.Text("t", CANARY)),
                "c",
                Payload.of(CANARY.repeat(times).getBytes(StandardCharsets.UTF_8)));
    }

    /** The fingerprint is another each time, so that an id that is used again is misused. */
    private static Commit secret(String id, RecordOp op) {
        return new Commit(
                TENANT,
                id,
                "f-" + op.key().id(),
                List.of(op),
                List.of(Payload.of(CANARY.getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> inTrouble(RecordStore store, Faults faults) {
        List<String> told = new ArrayList<>();
        for (Faults.When when : Faults.When.values()) {
            boolean struck = true;
            for (int call = 0; struck; call++) {
                Commit commit =
                        secret("trouble-" + call + when, new RecordOp.Create(key("t" + call + when), secret(3)));
                faults.failAt(call, when);
                told.add(told(() -> store.commit(commit)));
                struck = faults.hasStruck();
                faults.failAt(-1, when);
            }
        }
        return told;
    }

    private static String told(Supplier<?> attempt) {
        try {
            return attempt.get().toString();
        } catch (RuntimeException e) {
            return Throwables.getStackTraceAsString(e);
        }
    }
}
