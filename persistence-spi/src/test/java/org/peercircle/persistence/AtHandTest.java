package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtHandTest {

    private final AtHand<Integer, String> atHand = new AtHand<>(20, String::length);

    @Test
    void what_is_not_known_is_made_once() {
        assertThat(atHand.findOrMake(1, key -> "made " + key)).isEqualTo("made 1");
        assertThat(atHand.findOrMake(1, key -> "again")).isEqualTo("made 1");
    }

    @Test
    void what_is_used_stays_and_what_is_not_is_forgotten() {
        atHand.put(0, "used");
        atHand.put(1, "idle");
        for (int i = 2; i < 100; i++) {
            atHand.put(i, "text");
            assertThat(atHand.find(0)).isEqualTo("used");
            assertThat(atHand.find(i)).isEqualTo("text");
        }
        assertThat(atHand.find(1)).isNull();
    }

    @Test
    void no_more_is_remembered_than_it_is_for_and_one_thing_more_a_generation() {
        for (int i = 0; i < 100; i++) {
            atHand.put(i, "text");
        }
        long known = 0;
        // From the oldest: what is found is remembered anew.
        for (int i = 0; i < 100; i++) {
            known += atHand.find(i) == null ? 0 : 4;
        }
        assertThat(known).isBetween(1L, 20L + 2 * 4);
    }

    @Test
    void what_was_replaced_is_not_found_any_more_nor_does_it_weigh() {
        for (int i = 0; i < 100; i++) {
            atHand.put(1, "text " + i);
        }
        assertThat(atHand.find(1)).isEqualTo("text 99");
        atHand.put(2, "t");
        assertThat(atHand.find(1)).isEqualTo("text 99");
    }

    @Test
    void what_is_forgotten_is_not_found() {
        atHand.put(1, "young");
        atHand.clear();
        assertThat(atHand.find(1)).isNull();
    }
}
