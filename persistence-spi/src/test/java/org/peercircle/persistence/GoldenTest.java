package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercircle.audit.AuditChain;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.AuditLink;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Saying;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ReleaseId;
import org.peercircle.id.SayingId;
import org.peercircle.meeting.Cadence;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.Write;
import org.peercircle.people.Erasure;
import org.peercircle.persistence.file.DirectoryRecordStore;
import org.peercircle.persistence.file.FileKeyVault;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.persistence.spi.WrappedKey;

/**
 * L24: what every release wrote, this one reads, and keeps all of. A release's folder has its commits, its keys and, of
 * each record, what it said, with every piece opened. {@link #main} writes the folder of the release to come.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final TenantId TENANT = new TenantId(Records.PROGRAM.value());
    private static final byte[] ROOT_KEY = new byte[32];

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void L24_what_a_release_wrote_is_read_and_kept(String release) throws IOException {
        InMemoryKeyVault vault = new InMemoryKeyVault();
        for (String line : Files.readAllLines(GOLDEN.resolve(release).resolve("keys.txt"))) {
            String[] words = line.split(" ", -1);
            vault.putIfAbsent(new WrappedKey(new KeyRef(words[0]), Payload.of(decoded(words[1]))));
        }
        InMemoryRecordStore store = new InMemoryRecordStore();
        for (String line : Files.readAllLines(GOLDEN.resolve(release).resolve("commits.txt"))) {
            assertThat(store.commit(BinaryForm.commit(decoded(line)))).isInstanceOf(CommitOutcome.Applied.class);
        }
        Sealing sealing = Sealing.of(vault, ROOT_KEY);
        RecordRepository repository = RecordRepository.over(store, sealing);
        JsonNode expected =
                Json.parse(Files.readAllBytes(GOLDEN.resolve(release).resolve("open.json")));
        assertThat(expected).hasSizeGreaterThan(RecordRepository.CODECS.size() - 1);
        for (JsonNode record : expected) {
            AggregateKind<?> kind = kind(record.get("kind").asText());
            JsonNode kept = said(repository, sealing, kind, record.get("id").asText());
            assertThat(lost(record.get("said"), kept, kind + "")).isEmpty();
        }
        for (FeedEntry entry : store.feed(TENANT, 0, 1000)) {
            for (Payload event : entry.events()) {
                JsonNode opened = Json.parse(sealing.open(Records.PROGRAM + " event", event.toBytes()));
                assertThat(opened.path("type").asText()).isEqualTo("it-happened");
                assertThat(opened.path("facts").path("n").asText()).isEqualTo("1");
            }
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static AggregateKind<?> kind(String name) {
        return Objects.requireNonNull(RecordRepository.CODECS.get(name), name).kind();
    }

    /** What a record says, read and written again by this version, each piece opened. */
    private static <A> JsonNode said(RecordRepository repository, Sealing sealing, AggregateKind<A> kind, String id) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        Stored<?> stored = Objects.requireNonNull(
                repository.read(Records.PROGRAM, Set.of(key)).get(key), kind + " " + id);
        @SuppressWarnings("unchecked") // a codec is found by the name of its own kind
        AggregateCodec<A> codec = (AggregateCodec<A>) Objects.requireNonNull(RecordRepository.CODECS.get(kind.name()));
        PieceCodec pieces = new SealedPieces(sealing, "p", "golden", Optional.empty());
        return opened(Json.tree(codec.write(kind.cast(stored.value()), pieces)), pieces);
    }

    private static JsonNode opened(JsonNode node, PieceCodec pieces) {
        if (node instanceof ObjectNode object && object.has("sealed")) {
            JsonNode value = Custody.unwrap(pieces.read(object, plain -> plain));
            object.remove("sealed");
            object.set("opened", value);
        }
        for (JsonNode child : node) {
            opened(child, pieces);
        }
        return node;
    }

    /** What is in the first and not the same in the second; the second may say more. */
    private static List<String> lost(JsonNode before, JsonNode after, String where) {
        List<String> lost = new ArrayList<>();
        if (before.isContainerNode() && before.getNodeType() == after.getNodeType()) {
            if (before.isArray() && before.size() != after.size()) {
                lost.add(where + " has " + after.size() + " of " + before.size());
            }
            Iterator<Map.Entry<String, JsonNode>> fields = before.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                lost.addAll(lost(field.getValue(), after.path(field.getKey()), where + "." + field.getKey()));
            }
            for (int i = 0; before.isArray() && i < before.size(); i++) {
                lost.addAll(lost(before.get(i), after.path(i), where + "[" + i + "]"));
            }
        } else if (!before.equals(after)) {
            lost.add(where + " was " + before + " and is " + after);
        }
        return lost;
    }

    /** Writes the folder of a release, named in the first argument: once, just before it is released. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(GOLDEN.resolve(arguments[0]));
        Path kept = Files.createTempDirectory("golden");
        Sealing sealing = Sealing.of(FileKeyVault.open(kept.resolve("vault")), ROOT_KEY);
        RecordRepository repository =
                RecordRepository.over(DirectoryRecordStore.open(kept.resolve("records")), sealing);
        Records records = new Records();
        List<JsonObject> open = new ArrayList<>();
        everything(records).forEach((key, value) -> {
            repository.commit(records.commit(new Write.Create(key, value)));
            open.add(Json.object()
                    .put("kind", key.kind().name())
                    .put("id", key.id())
                    .set("said", said(repository, sealing, key.kind(), key.id())));
        });
        Files.write(folder.resolve("keys.txt"), lines(kept.resolve("vault/keys"), true));
        Files.write(folder.resolve("commits.txt"), lines(kept.resolve("records"), false));
        Files.writeString(folder.resolve("open.json"), Json.pretty(open) + "\n", StandardCharsets.UTF_8);
    }

    /** A line for each file that holds anything, in the order of their names. */
    private static List<String> lines(Path directory, boolean named) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toFile().length() > 0).sorted().toList()) {
                String name = new String(
                        named ? HexFormat.of().parseHex(file.getFileName().toString()) : new byte[0],
                        StandardCharsets.US_ASCII);
                lines.add((name + " " + encoded(Files.readAllBytes(file))).trim());
            }
        }
        return lines;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An aggregate of each kind, to which all happened that can. */
    static Map<AggregateKey<?>, Object> everything(Records records) {
        AuditDetail detail = new AuditDetail(
                "5a".repeat(32),
                AuditDetail.What.SAFETY_DISCLOSURE,
                Records.BEN,
                Records.NOW,
                Records.NOW,
                ImmutableSortedMap.of("recipient", "canary recipient"));
        AuditLink link = AuditChain.next(Optional.empty(), Records.DAY, detail);
        RecordRepositoryTest groups = new RecordRepositoryTest();
        PracticeRecordsTest practice = new PracticeRecordsTest();
        return ImmutableMap.<AggregateKey<?>, Object>builder()
                .put(AggregateKey.of(AggregateKind.PARTICIPANT, Records.ADA), groups.participant())
                .put(AggregateKey.of(AggregateKind.COHORT, "c"), groups.cohort())
                .put(
                        AggregateKey.of(AggregateKind.GROUP, Records.GROUP),
                        groups.group(Cadence.monthly(-1, DayOfWeek.FRIDAY)))
                .put(AggregateKey.of(AggregateKind.MEETING, "m"), groups.meeting())
                .put(AggregateKey.of(AggregateKind.PLAN, "plan"), records.plan())
                .put(AggregateKey.of(AggregateKind.REHEARSAL, "r"), practice.rehearsal())
                .put(AggregateKey.of(AggregateKind.REFLECTION, "w"), practice.reflection())
                .put(
                        AggregateKey.of(AggregateKind.RELEASE, "rel"),
                        new Release(
                                ReleaseId.of("rel"),
                                PieceId.of("x1"),
                                2,
                                Records.ADA,
                                Records.GROUP,
                                ImmutableSet.of(new Atom.NamedDespite(Records.BEN), new Atom.Space(Records.GROUP)),
                                ImmutableSet.of(PersonId.of("eve")),
                                Records.NOW,
                                Optional.of(Records.NOW.plusSeconds(9))))
                .put(AggregateKey.of(AggregateKind.REPORT, "c:plans"), practice.report())
                .put(AggregateKey.of(AggregateKind.REPORT, "c:topics"), practice.reportWithShares())
                .put(AggregateKey.of(AggregateKind.LEGAL_MATTER, "l1"), Records.matter("l1", true))
                .put(AggregateKey.of(AggregateKind.LEGAL_MATTER, "l2"), Records.matter("l2", false))
                .put(
                        AggregateKey.of(AggregateKind.SAYING, "s"),
                        new Saying(
                                SayingId.of("s"),
                                Records.ADA,
                                CohortId.of("c"),
                                records.filed("canary saying", Saying.tagOf(Records.ADA))))
                .put(AggregateKey.of(AggregateKind.PULSE, "u"), PracticeRecordsTest.survey())
                .put(AggregateKey.of(AggregateKind.PULSE_DIARY, "d1"), practice.diary())
                .put(AggregateKey.of(AggregateKind.ERASURE, "eve"), new Erasure(PersonId.of("eve"), Records.DAY))
                .put(
                        AggregateKey.of(AggregateKind.AUDIT_ENTRY, "n1"),
                        new AuditEntry(link, records.filed(detail, AuditEntry.detailTag(Records.ADA))))
                .put(AggregateKey.of(AggregateKind.AUDIT_END, "last"), link)
                .buildOrThrow();
    }
}
