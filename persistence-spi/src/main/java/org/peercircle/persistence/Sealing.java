package org.peercircle.persistence;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
    /** Characters of a key reference. */
    private static final int REF = 40;

    /** To look an algorithm up takes longer than to use it. */
    private static final ThreadLocal<Cipher> GCM = ThreadLocal.withInitial(() -> cipher("AES/GCM/NoPadding"));

    private static final ThreadLocal<Cipher> WRAP = ThreadLocal.withInitial(() -> cipher("AESWrap"));
    private static final int KEYS_AT_HAND = 10_000;

    private final KeyVault vault;
    private final SecretKey root;
    private final int generation;
    private final SecureRandom random = new SecureRandom();

    /**
     * Keys for content by the wrapped keys they come of. The vault is asked each time all the same: a key that it has not any
     * more is not looked for here.
     */
    private final Cache<List<WrappedKey>, SecretKey> contentKeys =
            CacheBuilder.newBuilder().maximumSize(KEYS_AT_HAND).build();

    private Sealing(KeyVault vault, SecretKey root, int generation) {
        this.vault = vault;
        this.root = root;
        this.generation = generation;
    }

    /**
     * Returns a sealing over a vault.
     *
     * @param rootKey 32 bytes that are kept neither in the vault nor in the record store
     */
    public static Sealing of(KeyVault vault, byte[] rootKey) {
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
            byte[] header = header(scope.stream().map(this::refOf).toList());
            List<WrappedKey> keys = new ArrayList<>();
            for (String part : scope) {
                keys.add(keyOrNew(refOf(part), place));
            }
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, contentKey(keys), nonce, header, place)
                    .doFinal(padded(plain));
            return ByteBuffer.allocate(header.length + NONCE + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't seal with AES/GCM, as every Java must", e);
        }
    }

    /** Opens what was sealed at a place; which keys it takes stands before it. */
    byte[] open(String place, byte[] sealed) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            if (buffer.get() != FORMAT) {
                throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, null);
            }
            List<WrappedKey> keys = new ArrayList<>();
            int count = buffer.get();
            for (int i = 0; i < count; i++) {
                byte[] ref = new byte[REF];
                buffer.get(ref);
                KeyRef key = new KeyRef(new String(ref, StandardCharsets.US_ASCII));
                keys.add(vault.fetch(key).orElseThrow(() -> new SealedContentException(missing(key), place, null)));
            }
            byte[] header = Arrays.copyOf(sealed, buffer.position());
            byte[] nonce = new byte[NONCE];
            buffer.get(nonce);
            byte[] content = new byte[buffer.remaining()];
            if (content.length < TAG_BITS / 8) {
                // The JDK's cipher answers this with an exception that means something else.
                throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, null);
            }
            buffer.get(content);
            return unpadded(cipher(Cipher.DECRYPT_MODE, contentKey(keys), nonce, header, place)
                    .doFinal(content));
        } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException e) {
            throw new SealedContentException(SealedContentException.Trouble.ALTERED, place, e);
        }
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
        return HexFormat.of()
                .formatHex(mac(root.getEncoded(), purpose + "\n" + text))
                .substring(0, REF);
    }

    /** Which keys it takes, as opaque references. */
    private static byte[] header(List<KeyRef> refs) {
        ByteBuffer header = ByteBuffer.allocate(2 + refs.size() * REF);
        header.put(FORMAT).put((byte) refs.size());
        refs.forEach(ref -> header.put(ref.value().getBytes(StandardCharsets.US_ASCII)));
        return header.array();
    }

    /** A key that takes all of these to derive. */
    private SecretKey contentKey(List<WrappedKey> wrapped) throws GeneralSecurityException {
        if (wrapped.isEmpty()) {
            throw new IllegalArgumentException("scope must name an owner, but was empty");
        }
        SecretKey known = contentKeys.getIfPresent(wrapped);
        if (known != null) {
            return known;
        }
        byte[] derived = unwrapped(wrapped.get(0)).getEncoded();
        for (WrappedKey key : wrapped.subList(1, wrapped.size())) {
            derived = mac(derived, HexFormat.of().formatHex(unwrapped(key).getEncoded()));
        }
        SecretKey fresh = new SecretKeySpec(mac(derived, "peercircle content"), "AES");
        contentKeys.put(List.copyOf(wrapped), fresh);
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

    private KeyRef refOf(String part) {
        return refOf(part, generation);
    }

    private KeyRef refOf(String part, int ofGeneration) {
        return new KeyRef(hash("key", ofGeneration == 1 ? part : part + "\ngeneration " + ofGeneration));
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

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String place)
            throws GeneralSecurityException {
        Cipher cipher = GCM.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Cipher cipher(String algorithm) {
        try {
            return Cipher.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm + ", which every Java must have", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
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
