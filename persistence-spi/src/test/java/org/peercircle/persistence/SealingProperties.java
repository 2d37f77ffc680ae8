package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.WrappedKey;

/** Laws of sealing: what opens, what does not, and what the bytes tell. */
class SealingProperties {

    private static final List<String> SCOPE = List.of("person ada", "group aurora");

    private static final Map<String, String> KNOWN_KEYS = Map.of(
            "82329efe9b6c6a75c71f5a7f03d89a797b7fcdd8",
            "8614df40215062fa478e2f679b82c83616bb5d077627f9d71eb546628ecda15f7ea6249608e77d16",
            "271ff0b881c7585d7bfbfb114900400835eb754c",
            "2c6cba1a2f773f179f5588276148cf5a07234fe4f1dd593aabc410ab87e6cf36350d2569f2471f57");
    private static final String KNOWN_SEALED =
            "01023832333239656665396236633661373563373166356137663033643839613739376237666364"
                    + "64383237316666306238383163373538356437626662666231313439303034303038333565623735"
                    + "346363b2fc656b866e116f8e4df8e2396b376da9a6eda6299a3b4df642c65829cdd6d362f43a7a98"
                    + "adf303fc4c5ce3ed6024fb3262220d5f557362743fbeb507688f01ed629f11a44a968ecb62c91b92"
                    + "a6e3ba8e3ec3ab07230eefd0f57d01ccce6d233365f87e31c3b70d8d9ed74ef54ce5849e87e9f4d0"
                    + "acf3ee2f96745a7b705a11f2e8493e546a0fa2aba523113287ad65fa733d8f266244e3a4c44947af"
                    + "f793afcdd6b447df083fff3c8a28c461342f825268683d7890c278dfc17786924a44894899fbda15"
                    + "c8d3cc7f1fa1ac8720ed0cb7f29afaa5a050664df2d58b527e6288d2c7b6a7ad46debc88df682ebf"
                    + "0be456866669d280c1bfe0340bf22db879a27445e3198ea9bcf6c2c4bfc9a594b2d02afd7741ddcb"
                    + "13549502c770";

    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final Sealing sealing = Sealing.forThisProcess(vault);

    @Property(tries = 200)
    void what_was_sealed_opens_where_it_was_sealed(@ForAll byte[] plain) {
        byte[] sealed = sealing.seal(SCOPE, "here", plain);
        assertThat(sealing.open("here", sealed)).isEqualTo(plain);
    }

    @Property(tries = 200)
    void L26_anything_altered_or_moved_does_not_open(@ForAll byte[] plain, @ForAll @IntRange(max = 100_000) int at) {
        byte[] sealed = sealing.seal(SCOPE, "here", plain);
        assertThatExceptionOfType(SealedContentException.class).isThrownBy(() -> sealing.open("there", sealed));
        byte[] altered = sealed.clone();
        altered[at % altered.length] ^= 1;
        assertThatExceptionOfType(SealedContentException.class).isThrownBy(() -> sealing.open("here", altered));
        byte[] cut = Arrays.copyOf(sealed, at % sealed.length);
        assertThatExceptionOfType(SealedContentException.class).isThrownBy(() -> sealing.open("here", cut));
    }

    /** Who said something, and where. */
    private record Said(String author, String group, byte[] sealed) {
        boolean isOf(String part) {
            return part.equals("person " + author) || part.equals("group " + group);
        }
    }

    private static List<Said> said(Sealing sealing, Random random) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String author = List.of("ada", "ben", "cy").get(random.nextInt(3));
            String group = List.of("aurora", "birch").get(random.nextInt(2));
            said.add(new Said(
                    author,
                    group,
                    sealing.seal(List.of("person " + author, "group " + group), "place " + i, new byte[] {(byte) i})));
        }
        return said;
    }

    private static boolean opens(Sealing sealing, List<Said> said, int i) {
        try {
            return sealing.open("place " + i, said.get(i).sealed())[0] == i;
        } catch (SealedContentException e) {
            assertThat(e.trouble()).isEqualTo(SealedContentException.Trouble.ERASED);
            return false;
        }
    }

    @Property(tries = 60)
    void K2_forgetting_an_author_takes_exactly_what_they_said_in_every_group(@ForAll Random random) {
        forgettingTakesExactlyWhatWasTheirs(List.of("person ada", "person ben"), random);
    }

    @Property(tries = 60)
    void K3_forgetting_a_group_takes_exactly_what_was_said_in_it(@ForAll Random random) {
        forgettingTakesExactlyWhatWasTheirs(List.of("group aurora", "group birch"), random);
    }

    private static void forgettingTakesExactlyWhatWasTheirs(List<String> parts, Random random) {
        InMemoryKeyVault keys = new InMemoryKeyVault();
        Sealing first = Sealing.forThisProcess(keys);
        List<Said> said = new ArrayList<>(said(first, random));
        Sealing rotated = first.ofGeneration(2);
        int before = said.size();
        said(rotated, random).forEach(said::add);
        String part = parts.get(random.nextInt(parts.size()));
        for (int i = 0; i < said.size(); i++) {
            assertThat(opensAt(first, said, i, before)).isTrue();
        }
        forget(keys, first, part);
        for (int i = 0; i < said.size(); i++) {
            assertThat(opensAt(rotated, said, i, before))
                    .isNotEqualTo(said.get(i).isOf(part));
        }
        // E5: again, and for somebody who never was, it looks the same.
        forget(keys, first, part);
        forget(keys, first, "person nobody");
    }

    /** Destroys a part's keys of both generations. */
    private static void forget(KeyVault keys, Sealing sealing, String part) {
        keys.destroy(new KeyRef(sealing.hash("key", part)), "asked to be forgotten");
        keys.destroy(new KeyRef(sealing.hash("key", part + "\ngeneration 2")), "asked to be forgotten");
    }

    /** Each half was sealed at places counted from 0. */
    private static boolean opensAt(Sealing sealing, List<Said> said, int i, int before) {
        return i < before ? opens(sealing, said, i) : opens(sealing, said.subList(before, said.size()), i - before);
    }

    @Property(tries = 30)
    void E4_an_old_snapshot_of_records_and_an_old_vault_bring_nothing_back(@ForAll long seed) {
        byte[] root = new byte[32];
        new Random(seed).nextBytes(root);
        InMemoryKeyVault now = new InMemoryKeyVault();
        InMemoryKeyVault backup = new InMemoryKeyVault();
        KeyVault both = twice(now, backup);
        Sealing live = Sealing.of(both, root);
        // The records' snapshot is these bytes; the vault's is what was put into the backup.
        List<Said> snapshot = said(live, new Random(seed));
        forget(now, live, "person ada");
        List<DestroyedKey> ledger = now.destroyed(PageRequest.first(100)).items();
        Sealing restored = Sealing.of(backup, root);
        backup.replay(ledger);
        for (int i = 0; i < snapshot.size(); i++) {
            boolean isHers = snapshot.get(i).isOf("person ada");
            assertThat(opens(Sealing.of(now, root), snapshot, i)).isNotEqualTo(isHers);
            assertThat(opens(restored, snapshot, i)).isNotEqualTo(isHers);
        }
    }

    private static KeyVault twice(InMemoryKeyVault one, InMemoryKeyVault other) {
        return new KeyVault() {
            @Override
            public Optional<WrappedKey> fetch(KeyRef ref) {
                return one.fetch(ref);
            }

            @Override
            public WrappedKey putIfAbsent(WrappedKey key) {
                other.putIfAbsent(key);
                return one.putIfAbsent(key);
            }

            @Override
            public void destroy(KeyRef ref, String reason) {
                one.destroy(ref, reason);
            }

            @Override
            public Page<DestroyedKey> destroyed(PageRequest page) {
                return one.destroyed(page);
            }
        };
    }

    @Property(tries = 30)
    void L27_a_destroyed_key_is_gone_for_every_node_at_once(@ForAll long seed) {
        byte[] root = new byte[32];
        new Random(seed).nextBytes(root);
        InMemoryKeyVault keys = new InMemoryKeyVault();
        Sealing here = Sealing.of(keys, root);
        Sealing elsewhere = Sealing.of(keys, root);
        List<Said> said = said(here, new Random(seed));
        for (int i = 0; i < said.size(); i++) {
            assertThat(opens(elsewhere, said, i)).as("its key is at hand there").isTrue();
        }
        forget(keys, here, "group birch");
        for (int i = 0; i < said.size(); i++) {
            assertThat(opens(elsewhere, said, i)).isNotEqualTo(said.get(i).isOf("group birch"));
        }
    }

    /** Bytes that an earlier build sealed, as they stand in somebody's database. */
    @Example
    void a_known_answer() {
        byte[] root = HexFormat.of().parseHex("00".repeat(32));
        InMemoryKeyVault known = new InMemoryKeyVault();
        KNOWN_KEYS.forEach((ref, key) -> known.putIfAbsent(
                new WrappedKey(new KeyRef(ref), Payload.of(HexFormat.of().parseHex(key)))));
        byte[] opened =
                Sealing.of(known, root).open("p/plan/x/1/1", HexFormat.of().parseHex(KNOWN_SEALED));
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo("I will write to the chair by Friday.");
    }

    @Property(tries = 100)
    void J7_equal_texts_differ_and_lengths_tell_little(
            @ForAll @IntRange(max = 240) int one, @ForAll @IntRange(max = 240) int other) {
        byte[] first = sealing.seal(SCOPE, "here", new byte[one]);
        byte[] second = sealing.seal(SCOPE, "here", new byte[other]);
        assertThat(first).hasSameSizeAs(second).isNotEqualTo(second);
    }

    @Example
    void K1_it_takes_every_key_and_a_destroyed_one_is_gone_for_ever() {
        List<KeyRef> refs = new ArrayList<>();
        KeyVault spying = new KeyVault() {
            @Override
            public Optional<WrappedKey> fetch(KeyRef ref) {
                return vault.fetch(ref);
            }

            @Override
            public WrappedKey putIfAbsent(WrappedKey key) {
                refs.add(key.ref());
                return vault.putIfAbsent(key);
            }

            @Override
            public void destroy(KeyRef ref, String reason) {
                vault.destroy(ref, reason);
            }

            @Override
            public Page<DestroyedKey> destroyed(PageRequest page) {
                return vault.destroyed(page);
            }
        };
        byte[] root = new byte[32];
        Sealing watched = Sealing.of(spying, root);
        byte[] both = watched.seal(SCOPE, "here", new byte[] {1});
        byte[] groupOnly = watched.seal(List.of("group aurora"), "here", new byte[] {2});
        assertThat(refs).hasSize(2);
        assertThat(refs.toString()).doesNotContain("ada");
        vault.destroy(refs.get(0), "forgotten");
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(() -> watched.open("here", both))
                .satisfies(e -> assertThat(e.trouble()).isEqualTo(SealedContentException.Trouble.ERASED));
        assertThat(watched.open("here", groupOnly)).containsExactly(2);
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(() -> watched.seal(SCOPE, "here", new byte[] {1}));
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(() -> Sealing.forThisProcess(vault).open("here", groupOnly))
                .satisfies(e -> assertThat(e.trouble()).isEqualTo(SealedContentException.Trouble.ALTERED));
    }

    @Example
    void a_short_root_key_and_an_empty_scope_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.of(vault, new byte[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> sealing.seal(List.of(), "here", new byte[1]));
    }
}
