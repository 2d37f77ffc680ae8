package org.peercircle.persistence.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of this interface as bytes, for adapters that keep them in files or columns. The form is part of this
 * interface: what one version wrote, every later one reads.
 */
public final class BinaryForm {

    private static final byte WHOLE = 1;
    private static final byte TEXT = 2;
    private static final byte CREATE = 1;
    private static final byte REPLACE = 2;
    private static final byte DELETE = 3;
    private static final byte CHECK = 4;

    private BinaryForm() {}

    /** Returns index entries as bytes, in their order. */
    public static byte[] ofIndex(List<IndexEntry> index) {
        return written(out -> writeIndex(out, index));
    }

    /** Returns the index entries of bytes that {@link #ofIndex} gave. */
    public static List<IndexEntry> index(byte[] bytes) {
        return read(bytes, BinaryForm::readIndex);
    }

    /** Returns the versions of a feed entry as bytes. */
    public static byte[] ofVersions(Map<RecordKey, Long> versions) {
        return written(out -> {
            out.writeInt(versions.size());
            List<Map.Entry<RecordKey, Long>> sorted = new ArrayList<>(versions.entrySet());
            sorted.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
            for (Map.Entry<RecordKey, Long> entry : sorted) {
                write(out, entry.getKey());
                out.writeLong(entry.getValue());
            }
        });
    }

    /** Returns the versions of bytes that {@link #ofVersions} gave. */
    public static Map<RecordKey, Long> versions(byte[] bytes) {
        return read(bytes, in -> {
            Map<RecordKey, Long> versions = new LinkedHashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                versions.put(readKey(in), in.readLong());
            }
            return versions;
        });
    }

    /** Returns payloads, such as a commit's events, as bytes. */
    public static byte[] ofPayloads(List<Payload> payloads) {
        return written(out -> writePayloads(out, payloads));
    }

    /** Returns the payloads of bytes that {@link #ofPayloads} gave. */
    public static List<Payload> payloads(byte[] bytes) {
        return read(bytes, BinaryForm::readPayloads);
    }

    /** Returns a whole commit as bytes. */
    public static byte[] ofCommit(Commit commit) {
        return written(out -> write(commit, out));
    }

    /**
     * Writes the bytes of a whole commit, those of {@link #ofCommit}, to where they are wanted, and flushes.
     *
     * @throws IOException as the stream does, and if a text in it is too long to be written
     */
    public static void write(Commit commit, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeUTF(commit.tenant().value());
        out.writeUTF(commit.commitId());
        out.writeUTF(commit.fingerprint());
        out.writeInt(commit.ops().size());
        for (RecordOp op : commit.ops()) {
            write(out, op);
        }
        writePayloads(out, commit.events());
        out.flush();
    }

    /** Returns the commit of bytes that {@link #ofCommit} gave. */
    public static Commit commit(byte[] bytes) {
        return read(bytes, in -> {
            TenantId tenant = new TenantId(in.readUTF());
            String id = in.readUTF();
            String fingerprint = in.readUTF();
            List<RecordOp> ops = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                ops.add(readOp(in));
            }
            return new Commit(tenant, id, fingerprint, ops, readPayloads(in));
        });
    }

    static void write(DataOutputStream out, IndexEntry entry) throws IOException {
        if (entry instanceof IndexEntry.Whole whole) {
            out.writeByte(WHOLE);
            out.writeUTF(whole.name());
            out.writeLong(whole.value());
        } else {
            out.writeByte(TEXT);
            out.writeUTF(entry.name());
            out.writeUTF(((IndexEntry.Text) entry).value());
        }
    }

    static IndexEntry readEntry(DataInputStream in) throws IOException {
        byte type = known(in.readByte(), TEXT);
        String name = in.readUTF();
        return type == WHOLE ? new IndexEntry.Whole(name, in.readLong()) : new IndexEntry.Text(name, in.readUTF());
    }

    private static void write(DataOutputStream out, RecordKey key) throws IOException {
        out.writeUTF(key.kind());
        out.writeUTF(key.id());
    }

    private static RecordKey readKey(DataInputStream in) throws IOException {
        return new RecordKey(in.readUTF(), in.readUTF());
    }

    private static void write(DataOutputStream out, RecordOp op) throws IOException {
        out.writeByte(
                op instanceof RecordOp.Create
                        ? CREATE
                        : op instanceof RecordOp.Replace ? REPLACE : op instanceof RecordOp.Delete ? DELETE : CHECK);
        write(out, op.key());
        out.writeLong(op.expected());
        if (op.written().isPresent()) {
            RecordContent content = op.written().orElseThrow();
            writeIndex(out, content.index());
            out.writeUTF(content.codecTag());
            write(out, content.payload());
        }
    }

    private static RecordOp readOp(DataInputStream in) throws IOException {
        byte type = known(in.readByte(), CHECK);
        RecordKey key = readKey(in);
        long expected = in.readLong();
        return switch (type) {
            case CREATE -> new RecordOp.Create(key, readContent(in));
            case REPLACE -> new RecordOp.Replace(key, expected, readContent(in));
            case DELETE -> new RecordOp.Delete(key, expected);
            default -> new RecordOp.Check(key, expected);
        };
    }

    private static RecordContent readContent(DataInputStream in) throws IOException {
        return new RecordContent(readIndex(in), in.readUTF(), readPayload(in));
    }

    private static void writeIndex(DataOutputStream out, List<IndexEntry> index) throws IOException {
        out.writeInt(index.size());
        for (IndexEntry entry : index) {
            write(out, entry);
        }
    }

    private static List<IndexEntry> readIndex(DataInputStream in) throws IOException {
        List<IndexEntry> index = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            index.add(readEntry(in));
        }
        return index;
    }

    private static void writePayloads(DataOutputStream out, List<Payload> payloads) throws IOException {
        out.writeInt(payloads.size());
        for (Payload payload : payloads) {
            write(out, payload);
        }
    }

    private static List<Payload> readPayloads(DataInputStream in) throws IOException {
        List<Payload> payloads = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            payloads.add(readPayload(in));
        }
        return payloads;
    }

    private static void write(DataOutputStream out, Payload payload) throws IOException {
        out.writeInt(payload.size());
        payload.to(out);
    }

    private static Payload readPayload(DataInputStream in) throws IOException {
        int size = in.readInt();
        byte[] bytes = size < 0 ? new byte[0] : in.readNBytes(size);
        if (bytes.length != size) {
            throw new IOException("bytes end early");
        }
        return Payload.of(bytes);
    }

    private static byte known(byte type, byte most) throws IOException {
        if (type < 1 || type > most) {
            throw new IOException("type must be 1 to " + most + ", but was " + type);
        }
        return type;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("too long to be written", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("bytes must be what this form wrote, but were altered or cut", e);
        }
    }
}
