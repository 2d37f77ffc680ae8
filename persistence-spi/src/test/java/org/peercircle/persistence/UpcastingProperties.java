package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.Write;
import org.peercircle.people.Affiliation;
import org.peercircle.people.Participant;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.TenantId;

/**
 * How a form evolves: what any version wrote is read by every later one, and what a later one wrote is left alone. Tried on
 * versions of a participant's form to come: the second says {@code fullName} for {@code name}, the third has it in two.
 */
class UpcastingProperties {

    private static final InMemoryKeyVault VAULT = new InMemoryKeyVault();
    private static final Sealing SEALING = Sealing.forThisProcess(VAULT);

    /** The form at a version: this one's codec, and the steps there have been since. */
    private record Later(ParticipantCodec first, int version) implements AggregateCodec<Participant> {

        private static final ImmutableList<UnaryOperator<ObjectNode>> STEPS =
                ImmutableList.of(Later::renamed, Later::inTwo);

        private static ObjectNode renamed(ObjectNode node) {
            node.set("fullName", node.remove("name"));
            return node;
        }

        private static ObjectNode inTwo(ObjectNode node) {
            String name = node.remove("fullName").asText();
            int middle = name.length() / 2;
            return node.put("former", name.substring(0, middle)).put("latter", name.substring(middle));
        }

        @Override
        public ImmutableList<UnaryOperator<ObjectNode>> steps() {
            return STEPS.subList(0, version - 1);
        }

        @Override
        public AggregateKind<Participant> kind() {
            return first.kind();
        }

        @Override
        public String parent(Participant value, String program) {
            return first.parent(value, program);
        }

        @Override
        public ImmutableList<String> scope(Participant value, String program) {
            return first.scope(value, program);
        }

        @Override
        public JsonObject write(Participant value, PieceCodec pieces) {
            ObjectNode node = (ObjectNode) Json.tree(first.write(value, pieces));
            for (UnaryOperator<ObjectNode> step : steps()) {
                node = step.apply(node);
            }
            JsonObject written = Json.object();
            node.properties().forEach(field -> written.set(field.getKey(), field.getValue()));
            return written;
        }

        @Override
        public Participant read(JsonNode node, PieceCodec pieces) {
            ObjectNode old = node.deepCopy();
            if (version == 2) {
                old.set("name", old.remove("fullName"));
            } else if (version == 3) {
                old.put(
                        "name",
                        old.remove("former").asText() + old.remove("latter").asText());
            }
            return first.read(old, pieces);
        }
    }

    private static RecordRepository at(InMemoryRecordStore store, int version) {
        Map<String, AggregateCodec<?>> codecs = new HashMap<>(RecordRepository.CODECS);
        codecs.put(AggregateKind.PARTICIPANT.name(), new Later(new ParticipantCodec(), version));
        return new RecordRepository(store, SEALING, ImmutableMap.copyOf(codecs));
    }

    private static Participant participant(String name, int seed) {
        return Participant.builder()
                .from(new RecordRepositoryTest().participant())
                .name(name)
                .addAffiliations(Affiliation.department("D" + seed))
                .build();
    }

    private static Optional<Participant> read(RecordRepository repository) {
        AggregateKey<Participant> key = AggregateKey.of(AggregateKind.PARTICIPANT, Records.ADA);
        return Optional.ofNullable(repository.read(Records.PROGRAM, Set.of(key)).get(key))
                .map(stored -> AggregateKind.PARTICIPANT.cast(stored.value()));
    }

    private static InMemoryRecordStore written(Participant participant, int version) {
        InMemoryRecordStore store = new InMemoryRecordStore();
        at(store, version)
                .commit(new Records()
                        .commit(new Write.Create(
                                AggregateKey.of(AggregateKind.PARTICIPANT, Records.ADA), participant)));
        return store;
    }

    @Property(tries = 60)
    void L24_what_any_version_wrote_every_later_one_reads(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String name,
            @ForAll @IntRange(max = 9) int seed,
            @ForAll @IntRange(min = 1, max = 3) int writer,
            @ForAll @IntRange(min = 1, max = 3) int reader) {
        Participant participant = participant(name, seed);
        InMemoryRecordStore store = written(participant, writer);
        if (writer <= reader) {
            assertThat(read(at(store, reader))).contains(participant);
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(at(store, reader)))
                    .withMessageContaining("participant;" + writer + ";sealed-json")
                    .withMessageContaining("participant;" + reader + ";sealed-json");
            assertThat(read(at(store, writer))).as("left as it was").contains(participant);
        }
    }

    @Property(tries = 40)
    void L24_read_by_one_and_written_by_the_next_it_goes_through_every_step(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String name, @ForAll @IntRange(max = 9) int seed) {
        InMemoryRecordStore store = written(participant(name, seed), 1);
        for (int version = 2; version <= 3; version++) {
            Participant read = read(at(store, version)).orElseThrow();
            Records next = new Records();
            next.commits = 10 * version;
            at(store, version)
                    .commit(next.commit(new Write.Replace(
                            AggregateKey.of(AggregateKind.PARTICIPANT, Records.ADA), read, version - 1)));
            assertThat(store.read(new TenantId("p"), Set.of(new RecordKey("participant", "ada")))
                            .get(0)
                            .content()
                            .codecTag())
                    .isEqualTo("participant;" + version + ";sealed-json");
        }
        assertThat(read(at(store, 3))).contains(participant(name, seed));
        assertThat(List.of(1, 2))
                .allSatisfy(old -> assertThatIllegalStateException().isThrownBy(() -> read(at(store, old))));
    }
}
