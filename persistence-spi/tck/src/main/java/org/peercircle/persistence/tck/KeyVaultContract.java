package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.WrappedKey;

/**
 * Proves a key vault right. Extend it, and give a fresh vault for each test; where keys outlive the process, override
 * {@link #openAgain} too.
 */
public abstract class KeyVaultContract {

    private static final int THREADS = 8;

    /** For subclasses. */
    protected KeyVaultContract() {}

    /** Returns a fresh, empty vault. */
    protected abstract KeyVault newVault();

    /** Returns another vault over what this one keeps, as after a restart; the same one where nothing is kept. */
    protected KeyVault openAgain(KeyVault vault) {
        return vault;
    }

    private static WrappedKey key(String ref, int number) {
        return new WrappedKey(new KeyRef(ref), Payload.of(new byte[] {0, -1, (byte) number}));
    }

    /** A key comes back as it was put, and refs that differ by case only are different keys. */
    @Test
    protected void K_what_was_put_comes_back() {
        KeyVault vault = newVault();
        assertThat(vault.fetch(new KeyRef("a"))).isEmpty();
        assertThat(vault.putIfAbsent(key("a.b:c", 1))).isEqualTo(key("a.b:c", 1));
        assertThat(vault.putIfAbsent(key("A.b:c", 2))).isEqualTo(key("A.b:c", 2));
        for (KeyVault one : List.of(vault, openAgain(vault))) {
            assertThat(one.fetch(new KeyRef("a.b:c"))).contains(key("a.b:c", 1));
            assertThat(one.fetch(new KeyRef("A.b:c"))).contains(key("A.b:c", 2));
        }
    }

    /** Of many who put a key at once, all get the same one. */
    @Test
    protected void K_the_first_that_was_put_stands() {
        KeyVault vault = newVault();
        for (int round = 0; round < 20; round++) {
            String ref = "r" + round;
            Set<WrappedKey> got =
                    Set.copyOf(StoreFixture.inParallel(thread -> vault.putIfAbsent(key(ref, thread % THREADS))));
            assertThat(got).hasSize(1);
            assertThat(vault.fetch(new KeyRef(ref))).contains(got.iterator().next());
        }
    }

    /** L27: a key that was destroyed is gone for every instance, and is refused for ever. */
    @Test
    protected void L27_what_was_destroyed_is_gone_for_ever() {
        KeyVault vault = newVault();
        KeyVault other = openAgain(vault);
        vault.putIfAbsent(key("a", 1));
        vault.putIfAbsent(key("b", 2));
        assertThat(other.fetch(new KeyRef("a"))).isPresent();
        vault.destroy(new KeyRef("a"), "asked to be forgotten");
        vault.destroy(new KeyRef("a"), "again");
        vault.destroy(new KeyRef("never"), "in good time");
        for (KeyVault one : List.of(vault, other, openAgain(vault))) {
            assertThat(one.fetch(new KeyRef("a"))).isEmpty();
            assertThat(one.fetch(new KeyRef("b"))).contains(key("b", 2));
            assertThat(one.isDestroyed(new KeyRef("a"))).isTrue();
            assertThat(one.isDestroyed(new KeyRef("never"))).isTrue();
            assertThat(one.isDestroyed(new KeyRef("b"))).isFalse();
            assertThat(one.isDestroyed(new KeyRef("unknown"))).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> one.putIfAbsent(key("a", 1)));
            assertThatIllegalStateException().isThrownBy(() -> one.putIfAbsent(key("never", 1)));
            assertThat(one.destroyed(PageRequest.first(10)).items())
                    .containsExactly(
                            new DestroyedKey(new KeyRef("a"), "asked to be forgotten"),
                            new DestroyedKey(new KeyRef("never"), "in good time"));
        }
    }

    /** L27: the list of destroyed keys, kept elsewhere, makes a restored vault forget again. */
    @Test
    protected void L27_a_restored_vault_forgets_again_by_the_list() {
        KeyVault vault = newVault();
        List<DestroyedKey> kept = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            vault.putIfAbsent(key("k" + i, i));
            vault.destroy(new KeyRef("k" + i), "reason " + i);
        }
        Optional<PageRequest> next = Optional.of(PageRequest.first(3));
        while (next.isPresent()) {
            PageRequest request = next.orElseThrow();
            Page<DestroyedKey> page = vault.destroyed(request);
            kept.addAll(page.items());
            next = page.next().map(request::after);
        }
        assertThat(kept).hasSize(7);
        KeyVault restored = newVault();
        restored.putIfAbsent(key("k3", 3));
        restored.putIfAbsent(key("alive", 1));
        restored.replay(kept);
        assertThat(restored.fetch(new KeyRef("k3"))).isEmpty();
        assertThat(restored.fetch(new KeyRef("alive"))).isPresent();
        assertThat(restored.destroyed(PageRequest.first(10)).items()).isEqualTo(kept);
    }
}
