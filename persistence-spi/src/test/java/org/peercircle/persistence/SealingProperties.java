package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.peercircle.persistence.spi.WrappedKey;

/** Laws of sealing: what opens, what does not, and what the bytes tell. */
class SealingProperties {

    private static final List<String> SCOPE = List.of("person ada", "group aurora");

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
