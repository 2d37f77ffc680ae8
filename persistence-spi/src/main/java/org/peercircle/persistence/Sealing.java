package org.peercircle.persistence;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Funnels;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.WrappedKey;

/**
 * Seals content before it reaches a store: AES-256-GCM of the JDK, padded to steps of 256 bytes, bound to the place where
 * it is stored.
 *
 * <p>A scope names whose content it is: a person's in a group, a group's, the program's. Each part of a scope has a key
 * in the vault, wrapped under the root key, and the key that seals is derived from all of them. So reading needs every
 * one (law K1), and destroying a person's key makes all that person wrote unreadable, in every group (law K2).
 *
 * <p>Safe for use by many threads.
 */
public final class Sealing {

    private static final int PADDING = 256;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;
    /** So many bytes, or more, are hashed at once. */
    private static final int BLOCK = 512;

    /** Characters of a key reference. */
    private static final int REF = 40;

    /** To look an algorithm up takes longer than to use it. */
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Sealing::hmac);

    private static final ThreadLocal<Cipher> WRAP = ThreadLocal.withInitial(() -> cipher("AESWrap"));
    private static final int KEYS_AT_HAND = 10_000;

    private final KeyVault vault;
    private final SecretKey root;
    private final HashFunction rootHash;
    private final int generation;
    private final SecureRandom random = new SecureRandom();

    /**
     * Keys for content, with the wrapped keys they come of. The vault is asked each time all the same: a key that it has not
     * any more is not looked for here.
     */
    private final AtHand<List<KeyRef>, ContentKey> contentKeys = new AtHand<>(KEYS_AT_HAND, key -> 1);

    private final AtHand<String, KeyRef> refs = new AtHand<>(KEYS_AT_HAND, ref -> 1);

    /**
     * A key for content.
     *
     * @param idle a cipher that used it last, if one is idle: to expand a key takes longer than to open a piece with it
     */
    private record ContentKey(List<WrappedKey> wrapped, SecretKey key, AtomicReference<@Nullable Cipher> idle) {

        ContentKey(List<WrappedKey> wrapped, SecretKey key) {
            this(List.copyOf(wrapped), key, new AtomicReference<>());
        }

        /** Seals into what has a header and a nonce already, which it is bound to as well as to the place. */
        void seal(byte[] sealed, int header, String place, byte[] plain) throws GeneralSecurityException {
            Cipher cipher = ready(Cipher.ENCRYPT_MODE, sealed, header, place);
            cipher.doFinal(plain, 0, plain.length, sealed, header + NONCE);
            idle.set(cipher);
        }

        /** Opens what comes after a header and a nonce. */
        byte[] open(byte[] sealed, int header, String place) throws GeneralSecurityException {
            Cipher cipher = ready(Cipher.DECRYPT_MODE, sealed, header, place);
            byte[] plain = cipher.doFinal(sealed, header + NONCE, sealed.length - header - NONCE);
            idle.set(cipher);
            return plain;
        }

        private Cipher ready(int mode, byte[] sealed, int header, String place) throws GeneralSecurityException {
            Cipher last = idle.getAndSet(null);
            Cipher cipher = last == null ? cipher("AES/GCM/NoPadding") : last;
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, sealed, header, NONCE));
            cipher.updateAAD(sealed, 0, header);
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }
    }

    private Sealing(KeyVault vault, SecretKey root, int generation) {
        this.vault = vault;
        this.root = root;
        this.rootHash = Hashing.hmacSha256(root.getEncoded());
        this.generation = generation;
    }

    /**
     * Returns a sealing over a vault.
     *
     * @param rootKey 32 bytes that are kept neither in the vault nor in the record store
     * @param custodians who keeps the vault and the root key, and who must not (law K4)
     * @throws IllegalArgumentException if the root key is too short or too long
     */
    public static Sealing of(KeyVault vault, byte[] rootKey, Custodians custodians) {
        Objects.requireNonNull(custodians, "custodians");
        return of(vault, rootKey);
    }

    static Sealing of(KeyVault vault, byte[] rootKey) {
        if (rootKey.length != 32) {
            throw new IllegalArgumentException("rootKey must have 32 bytes, but had " + rootKey.length);
        }
        return new Sealing(vault, new SecretKeySpec(rootKey, "AES"), 1);
    }

    /** Returns a sealing whose root key nobody knows and nothing remembers: for tests and demonstrations. */
    public static Sealing forThisProcess(KeyVault vault) {
        byte[] rootKey = new byte[32];
        new SecureRandom().nextBytes(rootKey);
        return of(vault, rootKey);
    }

    /**
     * Returns a sealing that seals with keys of a later generation, made as they are needed: keys rotate so, and what is
     * sealed already stays as it is and opens as before. Count it up whenever keys are to rotate, on every node.
     *
     * @param number 1 and up
     */
    public Sealing ofGeneration(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("generation must be at least 1, but was " + number);
        }
        return new Sealing(vault, root, number);
    }

    /** Seals bytes for a scope, bound to a place. The same bytes give others each time. */
    byte[] seal(List<String> scope, String place, byte[] plain) {
        try {
            List<KeyRef> refs = refsOf(scope);
            byte[] header = header(refs);
            List<WrappedKey> keys = new ArrayList<>();
            for (KeyRef ref : refs) {
                keys.add(keyOrNew(ref, place));
            }
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] padded = padded(plain);
            byte[] sealed = ByteBuffer.allocate(header.length + NONCE + padded.length + TAG_BITS / 8)
                    .put(header)
                    .put(nonce)
                    .array();
            contentKey(refs, keys).seal(sealed, header.length, place, padded);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't seal with AES/GCM, as every Java must", e);
        }
    }

    /** Opens what was sealed at a place; which keys it takes stands before it. */
    byte[] open(String place, byte[] sealed) {
        return open(place, keysOf(place, sealed), sealed);
    }

    /** Opens what was sealed at a place with these keys, which are those that stand before it. */
    byte[] open(String place, List<KeyRef> refs, byte[] sealed) {
        try {
            List<WrappedKey> keys = new ArrayList<>();
            for (KeyRef key : refs) {
                keys.add(vault.fetch(key).orElseThrow(() -> new SealedContentException(missing(key), place, null)));
            }
            int header = headerLength(keys.size());
            if (sealed.length < header + NONCE + TAG_BITS / 8) {
                // The JDK's cipher answers this with an exception that means something else.
                throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, null);
            }
            return unpadded(contentKey(refs, keys).open(sealed, header, place));
        } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException e) {
            throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, e);
        }
    }

    /** Returns the keys that it takes to open what was sealed at a place. */
    static ImmutableList<KeyRef> keysOf(String place, byte[] sealed) {
        int count = sealed.length > 1 && sealed[0] == FORMAT ? sealed[1] : -1;
        if (count < 0 || sealed.length < headerLength(count)) {
            throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, null);
        }
        try {
            ImmutableList.Builder<KeyRef> keys = ImmutableList.builder();
            for (int i = 0; i < count; i++) {
                keys.add(new KeyRef(new String(sealed, headerLength(i), REF, StandardCharsets.US_ASCII)));
            }
            return keys.build();
        } catch (IllegalArgumentException e) {
            throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, e);
        }
    }

    /** Whether all of these keys are there, as {@link #hasKeys(Object, Iterable, Set)} says. */
    boolean hasKeys(Object place, Iterable<KeyRef> keys) {
        return hasKeys(place, keys, new HashSet<>());
    }

    /**
     * Whether all of these keys are there; false if one of them was destroyed.
     *
     * @param there those that the vault was seen to have in the same call, and need not be asked for again; added to
     * @throws SealedContentException if one is missing that nobody destroyed
     */
    boolean hasKeys(Object place, Iterable<KeyRef> keys, Set<KeyRef> there) {
        for (KeyRef key : keys) {
            if (!there.contains(key) && vault.fetch(key).isEmpty()) {
                SealedContentException.Trouble trouble = missing(key);
                if (trouble == SealedContentException.Trouble.ERASED) {
                    return false;
                }
                throw new SealedContentException(trouble, place.toString(), null);
            }
            there.add(key);
        }
        return true;
    }

    /** Whether bytes are sealed for a scope with the keys with which they would be sealed now. */
    boolean isSealedFor(List<String> scope, byte[] sealed) {
        byte[] header = header(refsOf(scope));
        return header.length <= sealed.length && Arrays.equals(header, 0, header.length, sealed, 0, header.length);
    }

    /** A key that nobody destroyed is missing by mistake, and what it sealed must not be taken for erased. */
    private SealedContentException.Trouble missing(KeyRef key) {
        return vault.isDestroyed(key) ? SealedContentException.Trouble.ERASED : SealedContentException.Trouble.KEYLESS;
    }

    /** Destroys the keys of a part of scopes, of every generation until now and of the next. */
    void destroy(String part, String reason) {
        for (int g = 1; g <= generation + 1; g++) {
            vault.destroy(refOf(part, g), reason);
        }
    }

    /** Returns a keyed hash: the same text gives the same hash, and the hash tells nothing of the text. */
    String hash(String purpose, String text) {
        return hash(purpose, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what is to be hashed. */
    interface Hashed {
        void to(OutputStream out) throws IOException;
    }

    /** Returns a keyed hash of what is written, which is kept nowhere. */
    String hash(String purpose, Hashed written) {
        Hasher hasher = rootHash.newHasher();
        try (OutputStream out = new BufferedOutputStream(Funnels.asOutputStream(hasher), BLOCK)) {
            out.write((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            written.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("too long to be hashed", e);
        }
        return hasher.hash().toString().substring(0, REF);
    }

    /** Which keys it takes, as opaque references. */
    private static byte[] header(List<KeyRef> refs) {
        ByteBuffer header = ByteBuffer.allocate(headerLength(refs.size()));
        header.put(FORMAT).put((byte) refs.size());
        refs.forEach(ref -> header.put(ref.value().getBytes(StandardCharsets.US_ASCII)));
        return header.array();
    }

    private static int headerLength(int keys) {
        return 2 + keys * REF;
    }

    /** A key that takes all of these to derive. */
    private ContentKey contentKey(List<KeyRef> refs, List<WrappedKey> wrapped) throws GeneralSecurityException {
        if (wrapped.isEmpty()) {
            throw new IllegalArgumentException("scope must name an owner, but was empty");
        }
        ContentKey known = contentKeys.find(refs);
        if (known != null && known.wrapped().equals(wrapped)) {
            return known;
        }
        byte[] derived = unwrapped(wrapped.get(0)).getEncoded();
        for (WrappedKey key : wrapped.subList(1, wrapped.size())) {
            derived = mac(
                    derived,
                    HexFormat.of().formatHex(unwrapped(key).getEncoded()).getBytes(StandardCharsets.US_ASCII));
        }
        ContentKey fresh = new ContentKey(
                wrapped,
                new SecretKeySpec(mac(derived, "peercircle content".getBytes(StandardCharsets.US_ASCII)), "AES"));
        contentKeys.put(List.copyOf(refs), fresh);
        return fresh;
    }

    private WrappedKey keyOrNew(KeyRef ref, String place) throws GeneralSecurityException {
        Optional<WrappedKey> known = vault.fetch(ref);
        if (known.isPresent()) {
            return known.orElseThrow();
        }
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        try {
            return vault.putIfAbsent(wrapped(ref, fresh));
        } catch (IllegalStateException destroyed) {
            throw new SealedContentException(SealedContentException.Trouble.ERASED, place, destroyed);
        }
    }

    private List<KeyRef> refsOf(List<String> scope) {
        return scope.stream().map(part -> refOf(part, generation)).toList();
    }

    private KeyRef refOf(String part, int ofGeneration) {
        String text = ofGeneration == 1 ? part : part + "\ngeneration " + ofGeneration;
        return refs.findOrMake(text, unknown -> new KeyRef(hash("key", unknown)));
    }

    private WrappedKey wrapped(KeyRef ref, byte[] key) throws GeneralSecurityException {
        Cipher wrap = WRAP.get();
        wrap.init(Cipher.WRAP_MODE, root);
        return new WrappedKey(ref, Payload.of(wrap.wrap(new SecretKeySpec(key, "AES"))));
    }

    private SecretKey unwrapped(WrappedKey key) throws GeneralSecurityException {
        Cipher unwrap = WRAP.get();
        unwrap.init(Cipher.UNWRAP_MODE, root);
        return (SecretKey) unwrap.unwrap(key.bytes().toBytes(), "AES", Cipher.SECRET_KEY);
    }

    private static Cipher cipher(String algorithm) {
        try {
            return Cipher.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm + ", which every Java must have", e);
        }
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't hash with HmacSHA256, as every Java must", e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256, which every Java must have", e);
        }
    }

    private static byte[] padded(byte[] plain) {
        int length = (plain.length + 4 + PADDING - 1) / PADDING * PADDING;
        return ByteBuffer.allocate(length).putInt(plain.length).put(plain).array();
    }

    private static byte[] unpadded(byte[] padded) {
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        byte[] plain = new byte[buffer.getInt()];
        buffer.get(plain);
        return plain;
    }
}
