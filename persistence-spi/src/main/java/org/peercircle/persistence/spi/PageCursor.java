package org.peercircle.persistence.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The place of the last record of a page, for adapters: as text that is good for its own tenant and query only, and as
 * good after a restart (law L14). What comes next has a greater entry, or the same and a greater id.
 *
 * @param entry the entry by which the last record matched
 * @param id the last record's id
 */
public record PageCursor(IndexEntry entry, String id) {

    private static final int SCOPE = 8;

    /** Returns the text to hand out. */
    public String toText(TenantId tenant, IndexQuery query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(scope(tenant, query));
            BinaryForm.write(out, entry);
            out.writeUTF(id);
        } catch (IOException e) {
            throw new AssertionError("an array takes all bytes", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Returns the place after which a page begins; empty for a first page.
     *
     * @throws IllegalArgumentException if the request's cursor is not of this tenant and query
     */
    public static Optional<PageCursor> of(TenantId tenant, IndexQuery query, PageRequest page) {
        return page.after().map(text -> parse(tenant, query, text));
    }

    private static PageCursor parse(TenantId tenant, IndexQuery query, String text) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            if (Arrays.equals(in.readNBytes(SCOPE), scope(tenant, query))) {
                return new PageCursor(BinaryForm.readEntry(in), in.readUTF());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cursor must be one that find gave, but was not", e);
        }
        throw new IllegalArgumentException("cursor must be of this tenant and query, but was of another");
    }

    private static byte[] scope(TenantId tenant, IndexQuery query) {
        try {
            String text = tenant.value() + "\n" + query;
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), SCOPE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
