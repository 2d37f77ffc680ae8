package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;

/** Records in which some of what was said was erased. */
class ErasedPiecesTest {

    private static final ProgramId ELSEWHERE = ProgramId.of("elsewhere");

    private final InMemoryRecordStore store = new InMemoryRecordStore();
    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final byte[] rootKey = new byte[32];
    private final RecordRepository repository = RecordRepository.over(store, Sealing.of(vault, rootKey));
    private final Map<AggregateKey<?>, Object> everything = GoldenTest.everything(new Records());

    private void keepAll(ProgramId program) {
        List<Write> writes = new ArrayList<>();
        everything.forEach((key, value) -> writes.add(new Write.Create(key, value)));
        repository.commit(new ProgramCommit(program, "first", ImmutableList.copyOf(writes), ImmutableList.of()));
    }

    private Optional<Stored<?>> read(ProgramId program, AggregateKey<?> key) {
        return Optional.ofNullable(repository.read(program, Set.of(key)).get(key));
    }

    private <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, Object value) {
        return repository.pieces(kind, kind.cast(value));
    }

    private static boolean isBy(Tag tag, PersonId person) {
        return tag.policies().stream().anyMatch(p -> p.owner().equals(Owner.of(person)));
    }

    /** Each piece with its place and what it says. */
    private static Set<String> said(List<StoredPiece> pieces, boolean of, PersonId person) {
        Set<String> said = new TreeSet<>();
        for (StoredPiece piece : pieces) {
            if (isBy(piece.json().tag(), person) == of) {
                said.add(piece.where() + " " + piece.json().piece() + " " + Custody.unwrap(piece.json()));
            }
        }
        return said;
    }

    @Test
    void E3_of_each_record_what_others_said_stays_as_it_was_also_when_it_is_written_again() {
        keepAll(Records.PROGRAM);
        repository.forget(Records.PROGRAM, Records.ADA);
        int erased = 0;
        for (Map.Entry<AggregateKey<?>, Object> entry : everything.entrySet()) {
            AggregateKey<?> key = entry.getKey();
            List<StoredPiece> before = pieces(key.kind(), entry.getValue());
            Optional<Stored<?>> after = read(Records.PROGRAM, key);
            if (after.isEmpty()) {
                continue; // all of it was theirs
            }
            Stored<?> stored = after.orElseThrow();
            erased += said(before, true, Records.ADA).size();
            assertThat(said(pieces(key.kind(), stored.value()), true, Records.ADA))
                    .isEmpty();
            assertThat(said(pieces(key.kind(), stored.value()), false, Records.ADA))
                    .isEqualTo(said(before, false, Records.ADA));
            repository.commit(new ProgramCommit(
                    Records.PROGRAM,
                    "again-" + key.id(),
                    ImmutableList.of(new Write.Replace(key, stored.value(), stored.version())),
                    ImmutableList.of()));
            assertThat(said(
                            pieces(
                                    key.kind(),
                                    read(Records.PROGRAM, key).orElseThrow().value()),
                            false,
                            Records.ADA))
                    .isEqualTo(said(before, false, Records.ADA));
        }
        assertThat(erased).isPositive();
    }

    @Test
    void E3_what_was_read_before_an_erasure_and_is_written_after_it_is_erased_too() {
        keepAll(Records.PROGRAM);
        AggregateKey<?> meeting = AggregateKey.of(AggregateKind.MEETING, "m");
        Stored<?> stored = read(Records.PROGRAM, meeting).orElseThrow();
        assertThat(said(pieces(meeting.kind(), stored.value()), true, Records.ADA))
                .isNotEmpty();
        repository.forget(Records.PROGRAM, Records.ADA);
        repository.commit(new ProgramCommit(
                Records.PROGRAM,
                "late",
                ImmutableList.of(new Write.Replace(meeting, stored.value(), stored.version())),
                ImmutableList.of()));
        Stored<?> after = read(Records.PROGRAM, meeting).orElseThrow();
        assertThat(said(pieces(meeting.kind(), after.value()), true, Records.ADA))
                .isEmpty();
    }

    @Test
    void E8_of_an_erased_piece_its_id_and_version_are_left() {
        Sealing sealing = Sealing.of(vault, rootKey);
        SealedPieces pieces = new SealedPieces(sealing, "p", "here", Optional.of(Records.GROUP));
        JsonNode written = Json.tree(pieces.text(new Records().text("word")));
        sealing.destroy(SealedPieces.part("p", Owner.of(Records.ADA)), "asked to be forgotten");
        assertThat(Custody.isErased(pieces.text(written))).isTrue();
        JsonNode left = Json.tree(pieces.text(pieces.text(written)));
        assertThat(ImmutableSet.copyOf(left.fieldNames())).containsExactlyInAnyOrder("piece", "version", "erased");
        assertThat(Custody.isErased(pieces.text(left))).isTrue();
    }

    @Test
    void whoever_is_erased_in_one_program_is_what_they_were_in_another() {
        keepAll(Records.PROGRAM);
        keepAll(ELSEWHERE);
        repository.forget(Records.PROGRAM, Records.ADA);
        AggregateKey<?> ada = AggregateKey.of(AggregateKind.PARTICIPANT, Records.ADA);
        assertThat(read(Records.PROGRAM, ada)).isEmpty();
        assertThat(read(ELSEWHERE, ada)).isPresent();
        assertThat(repository.children(Records.PROGRAM, AggregateKind.PARTICIPANT, Records.PROGRAM.value()))
                .isEmpty();
        assertThat(repository.children(ELSEWHERE, AggregateKind.PARTICIPANT, ELSEWHERE.value()))
                .hasSize(1);
    }

    @Test
    void a_vault_that_never_knew_the_keys_is_told_from_erasure() {
        keepAll(Records.PROGRAM);
        RecordRepository wrong = RecordRepository.over(store, Sealing.of(new InMemoryKeyVault(), rootKey));
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(
                        () -> wrong.read(Records.PROGRAM, Set.of(AggregateKey.of(AggregateKind.GROUP, Records.GROUP))))
                .withMessageContaining("Use the vault")
                .satisfies(e -> assertThat(e.trouble()).isEqualTo(SealedContentException.Trouble.KEYLESS));
    }

    @Test
    void E1_every_piece_that_is_kept_is_found() {
        everything.forEach((key, value) -> assertThat(pieces(key.kind(), value))
                .as(key.toString())
                .hasSize(sealedNodes(written(key.kind(), value))));
    }

    @Test
    void no_name_comes_twice_in_one_object() {
        ObjectReader strict = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .reader();
        everything.forEach((key, value) -> assertThatCode(() -> strict.readTree(Json.bytes(toWrite(key.kind(), value))))
                .as(key.toString())
                .doesNotThrowAnyException());
    }

    private <A> JsonNode written(AggregateKind<A> kind, Object value) {
        return Json.tree(toWrite(kind, value));
    }

    private <A> JsonObject toWrite(AggregateKind<A> kind, Object value) {
        @SuppressWarnings("unchecked") // a codec is found by the name of its own kind
        AggregateCodec<A> codec = (AggregateCodec<A>) Objects.requireNonNull(RecordRepository.CODECS.get(kind.name()));
        return codec.write(
                kind.cast(value), new SealedPieces(Sealing.of(vault, rootKey), "p", "here", Optional.empty()));
    }

    private static int sealedNodes(JsonNode node) {
        int sealed = node.has("sealed") ? 1 : 0;
        for (JsonNode child : node) {
            sealed += sealedNodes(child);
        }
        return sealed;
    }
}
