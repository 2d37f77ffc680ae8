package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercircle.confidentiality.Owner;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.StoreUnavailableException;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.StoredPiece;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.spi.BinaryForm;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.OutcomeUnknown;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/**
 * Keeps a program in any record store: encodes each aggregate, seals it as a whole and each confidential piece in it
 * under its author's keys, and hands the store opaque bytes.
 *
 * <pre>{@code
 * ProgramRepository repository =
 *         RecordRepository.over(new InMemoryRecordStore(), Sealing.forThisProcess(new InMemoryKeyVault()));
 * }</pre>
 */
public final class RecordRepository implements ProgramRepository {

    private static final String PARENT = "parent";
    private static final int PAGE = 200;
    private static final int SUBMISSIONS = 3;
    private static final int PARENTS_AT_HAND = 10_000;

    static final ImmutableMap<String, AggregateCodec<?>> CODECS = Maps.uniqueIndex(
            List.of(
                    new ParticipantCodec(),
                    new CohortCodec(),
                    new GroupCodec(),
                    new MeetingCodec(),
                    new PlanCodec(),
                    new RehearsalCodec(),
                    new ReflectionCodec(),
                    new ReleaseCodec(),
                    new ReportCodec(),
                    new PulseCodec(),
                    new PulseDiaryCodec(),
                    new SayingCodec(),
                    new ErasureCodec(),
                    new LegalMatterCodec(),
                    new AuditEntryCodec(),
                    new AuditEndCodec()),
            codec -> codec.kind().name());

    /** In the place of a commit's fingerprint when that is computed. */
    private static final String UNMARKED = "none";

    /** The version of the form that events are written in. */
    private static final int EVENT_SCHEMA = 1;

    private static final Pattern CODEC_TAG = Pattern.compile("([a-z-]+);([1-9][0-9]{0,5});sealed-json");

    private final RecordStore store;
    private final Sealing sealing;
    private final ImmutableMap<String, AggregateCodec<?>> codecs;
    private final DecodedRecords recent;

    /** Under what the children of one kind are found, by that kind and the parent's id. */
    private final AtHand<AggregateKey<?>, IndexEntry> parents = new AtHand<>(PARENTS_AT_HAND, entry -> 1);

    /** Makes a repository with codecs other than those of this version, for tests of how forms evolve. */
    RecordRepository(RecordStore store, Sealing sealing, ImmutableMap<String, AggregateCodec<?>> codecs) {
        this.store = store;
        this.sealing = sealing;
        this.codecs = codecs;
        this.recent = new DecodedRecords(sealing);
    }

    /**
     * Returns a repository over a store.
     *
     * @throws IllegalArgumentException if the store implements a level of the interface that this library does not know
     */
    public static RecordRepository over(RecordStore store, Sealing sealing) {
        int level = store.describe().level();
        if (level < 1 || level > StoreDescriptor.CURRENT_LEVEL) {
            throw new IllegalArgumentException(
                    "store level must be between 1 and " + StoreDescriptor.CURRENT_LEVEL + ", but was " + level + " ("
                            + store.describe().name() + "); use an adapter made for this version");
        }
        return new RecordRepository(store, sealing, CODECS);
    }

    @Override
    public ImmutableMap<AggregateKey<?>, Stored<?>> read(ProgramId program, Set<AggregateKey<?>> keys) {
        Map<RecordKey, AggregateKey<?>> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(recordKey(key), key));
        List<StoredRecord> records = reachable(() -> store.read(tenant(program), wanted.keySet()));
        ImmutableMap.Builder<AggregateKey<?>, Stored<?>> found = ImmutableMap.builder();
        Set<KeyRef> there = new HashSet<>();
        for (StoredRecord record : records) {
            AggregateKey<?> key = Objects.requireNonNull(wanted.get(record.key()));
            decodedUnlessErased(program, key, record, there).ifPresent(stored -> found.put(key, stored));
        }
        return found.buildOrThrow();
    }

    @Override
    public <A> ImmutableList<Stored<A>> children(ProgramId program, AggregateKind<A> kind, String parent) {
        IndexQuery query = ofParent(kind, parent);
        PageRequest first = PageRequest.first(PAGE);
        return following(
                program, kind, query, reachable(() -> store.find(tenant(program), query, first)), new HashSet<>());
    }

    @Override
    public ImmutableListMultimap<AggregateKind<?>, Stored<?>> families(
            ProgramId program, List<AggregateKind<?>> kinds, String parent) {
        List<IndexQuery> queries =
                kinds.stream().map(kind -> ofParent(kind, parent)).toList();
        List<Page<StoredRecord>> first = reachable(() -> store.findTogether(tenant(program), queries, PAGE));
        ImmutableListMultimap.Builder<AggregateKind<?>, Stored<?>> all = ImmutableListMultimap.builder();
        Set<KeyRef> there = new HashSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            all.putAll(kinds.get(i), following(program, kinds.get(i), queries.get(i), first.get(i), there));
        }
        return all.build();
    }

    private IndexQuery ofParent(AggregateKind<?> kind, String parent) {
        return IndexQuery.equal(kind.name(), parentEntry(codec(kind), parent));
    }

    /** What is on a first page, and on those after it. */
    private <A> ImmutableList<Stored<A>> following(
            ProgramId program, AggregateKind<A> kind, IndexQuery query, Page<StoredRecord> first, Set<KeyRef> there) {
        ImmutableList.Builder<Stored<A>> all = ImmutableList.builder();
        Page<StoredRecord> page = first;
        while (true) {
            page.items()
                    .forEach(record -> decodedUnlessErased(
                                    program,
                                    new AggregateKey<>(kind, record.key().id()),
                                    record,
                                    there)
                            .ifPresent(all::add));
            Optional<PageRequest> next = page.next().map(PageRequest.first(PAGE)::after);
            if (next.isEmpty()) {
                return all.build();
            }
            page = reachable(() -> store.find(tenant(program), query, next.orElseThrow()));
        }
    }

    @Override
    public void commit(ProgramCommit commit) {
        List<RecordOp> ops = new ArrayList<>();
        List<Runnable> onceApplied = new ArrayList<>();
        commit.writes().forEach(write -> ops.add(op(commit.program(), write, onceApplied)));
        List<Payload> events =
                commit.events().stream().map(e -> encoded(commit.program(), e)).toList();
        // What is submitted again after an unknown outcome is this very commit, so its own bytes tell it from another.
        Commit unmarked = new Commit(tenant(commit.program()), commit.commitId(), UNMARKED, ops, events);
        String fingerprint = sealing.hash("commit", out -> BinaryForm.write(unmarked, out));
        CommitOutcome outcome = submitted(new Commit(unmarked.tenant(), unmarked.commitId(), fingerprint, ops, events));
        if (outcome instanceof CommitOutcome.Conflict conflict) {
            throw new StaleVersionException(commit.writes().stream()
                    .<AggregateKey<?>>map(Write::key)
                    .filter(key -> conflict.keys().contains(recordKey(key)))
                    .collect(ImmutableSet.toImmutableSet()));
        }
        if (outcome instanceof CommitOutcome.CommitIdMisused) {
            throw new IllegalStateException("commit id " + commit.commitId()
                    + " was used for another commit; use an id source that never repeats itself");
        }
        onceApplied.forEach(Runnable::run);
    }

    /** An unknown outcome is settled by submitting the same commit again, never by looking. */
    private CommitOutcome submitted(Commit commit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.commit(commit);
            } catch (StoreUnavailable e) {
                throw new StoreUnavailableException("The store can't be reached; nothing was written.", e);
            } catch (OutcomeUnknown e) {
                if (attempt == SUBMISSIONS) {
                    throw new StoreUnavailableException(
                            "The store did not say whether commit " + commit.commitId() + " was applied.", e);
                }
            }
        }
    }

    private interface Read<T> {
        T now();
    }

    private static <T> T reachable(Read<T> read) {
        try {
            return read.now();
        } catch (StoreUnavailable e) {
            throw new StoreUnavailableException("The store can't be reached.", e);
        }
    }

    private RecordOp op(ProgramId program, Write write, List<Runnable> onceApplied) {
        RecordKey key = recordKey(write.key());
        if (write instanceof Write.Create create) {
            return new RecordOp.Create(key, content(program, write.key(), 1, create.value(), onceApplied));
        }
        if (write instanceof Write.Replace replace) {
            return new RecordOp.Replace(
                    key,
                    replace.expected(),
                    content(program, write.key(), replace.expected() + 1, replace.value(), onceApplied));
        }
        return write instanceof Write.Delete delete
                ? new RecordOp.Delete(key, delete.expected())
                : new RecordOp.Check(key, ((Write.Check) write).expected());
    }

    private <A> RecordContent content(
            ProgramId program, AggregateKey<A> key, long version, Object value, List<Runnable> onceApplied) {
        AggregateCodec<A> codec = codec(key.kind());
        A aggregate = key.kind().cast(value);
        SealedPieces pieces =
                new SealedPieces(sealing, program.value(), place(program, key, codec.schema()), codec.group(aggregate));
        JsonObject json = codec.write(aggregate, pieces);
        String place = place(program, key, version, codec.schema());
        byte[] sealed = sealing.seal(codec.scope(aggregate, program.value()), place, Json.bytes(json));
        Payload payload = Payload.of(sealed);
        // Words that were typed just now must not be kept in the open.
        if (pieces.areAllSealed()) {
            onceApplied.add(() ->
                    remember(program, codecTag(codec), payload, sealed, new Stored<>(key, aggregate, version), pieces));
        }
        return new RecordContent(
                List.of(parentEntry(codec, codec.parent(aggregate, program.value()))), codecTag(codec), payload);
    }

    @Override
    public <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, A aggregate) {
        return CollectedPieces.of(codec(kind), aggregate);
    }

    @Override
    public <A> A without(ProgramId program, AggregateKey<A> key, A aggregate, Set<PieceId> gone) {
        AggregateCodec<A> codec = codec(key.kind());
        SealedPieces pieces =
                new SealedPieces(sealing, program.value(), place(program, key, codec.schema()), codec.group(aggregate));
        return codec.read(Json.tree(codec.write(aggregate, pieces.without(gone))), pieces);
    }

    @Override
    public void forget(ProgramId program, PersonId person) {
        sealing.destroy(SealedPieces.part(program.value(), Owner.of(person)), "a person was erased");
        recent.clear();
    }

    /**
     * A record whose keys were destroyed is not there: it was on its way when its owner was erased.
     *
     * @param there keys that the vault was seen to have in the same call: it may be far away
     */
    private <A> Optional<Stored<A>> decodedUnlessErased(
            ProgramId program, AggregateKey<A> key, StoredRecord record, Set<KeyRef> there) {
        return recent.find(program, key, record, there)
                .or(() -> SealedContentException.unlessErased(() -> decoded(program, key, record)));
    }

    private <A> Stored<A> decoded(ProgramId program, AggregateKey<A> key, StoredRecord record) {
        AggregateCodec<A> codec = codec(key.kind());
        int schema = schema(codec, record);
        String place = place(program, key, record.version(), schema);
        Payload payload = record.content().payload();
        byte[] sealed = payload.toBytes();
        JsonNode json = Json.parse(sealing.open(place, sealed));
        SealedPieces pieces = new SealedPieces(sealing, program.value(), place(program, key, schema), Optional.empty());
        A value = codec.read(codec.upcast((ObjectNode) json, schema), pieces);
        Stored<A> stored = new Stored<>(key, value, record.version());
        remember(program, record.content().codecTag(), payload, sealed, stored, pieces);
        return stored;
    }

    /**
     * Remembers what a record holds.
     *
     * @param sealed the bytes of the payload, of which it would make another copy
     */
    private void remember(
            ProgramId program, String codecTag, Payload payload, byte[] sealed, Stored<?> stored, SealedPieces pieces) {
        Set<KeyRef> keys = new HashSet<>(pieces.keys());
        keys.addAll(Sealing.keysOf(stored.key().toString(), sealed));
        recent.put(program, codecTag, payload, stored, keys);
    }

    /** Returns the version of the form that a record was written in. What a later library wrote is left as it is. */
    private static int schema(AggregateCodec<?> codec, StoredRecord record) {
        Matcher tag = CODEC_TAG.matcher(record.content().codecTag());
        boolean isOurs = tag.matches() && tag.group(1).equals(codec.kind().name());
        int schema = isOurs ? Integer.parseInt(tag.group(2)) : 0;
        if (schema < 1 || schema > codec.schema()) {
            throw new IllegalStateException("record " + record.key() + " is of the form "
                    + record.content().codecTag() + ", of which this version reads up to "
                    + codecTag(codec) + "; run the version of the library that wrote it, or a newer one");
        }
        return schema;
    }

    private Payload encoded(ProgramId program, DomainEvent event) {
        JsonObject node = Json.object()
                .put("schema", EVENT_SCHEMA)
                .put("type", event.type())
                .put("subject", event.subject());
        node.set("existence", TagCodec.write(event.existence()));
        Json.putTexts(node, "facts", event.facts());
        return Payload.of(sealing.seal(List.of("program " + program), placeOfEvents(program), Json.bytes(node)));
    }

    static String placeOfEvents(ProgramId program) {
        return program + " event";
    }

    private IndexEntry parentEntry(AggregateCodec<?> codec, String parent) {
        return parents.findOrMake(
                new AggregateKey<>(codec.kind(), parent),
                family -> new IndexEntry.Text(
                        PARENT, codec.hidesParent() ? sealing.hash("parent of " + codec.kind(), parent) : parent));
    }

    @SuppressWarnings("unchecked") // each codec is registered under the name of its own kind
    private <A> AggregateCodec<A> codec(AggregateKind<A> kind) {
        return (AggregateCodec<A>) Objects.requireNonNull(codecs.get(kind.name()));
    }

    private static String codecTag(AggregateCodec<?> codec) {
        return codec.kind().name() + ";" + codec.schema() + ";sealed-json";
    }

    /** Where a payload belongs: moved to another record, or to another version of its own, it does not open. */
    static String place(ProgramId program, AggregateKey<?> key, long version, int schema) {
        return program + "/" + key.kind() + "/" + key.id() + "/" + version + "/" + schema;
    }

    /** Where the pieces of a record belong, in all its versions: those that stay as they are keep their bytes. */
    private static String place(ProgramId program, AggregateKey<?> key, int schema) {
        return program + "/" + key.kind() + "/" + key.id() + "/" + schema;
    }

    private static RecordKey recordKey(AggregateKey<?> key) {
        return new RecordKey(key.kind().name(), key.id());
    }

    private static TenantId tenant(ProgramId program) {
        return new TenantId(program.value());
    }
}
