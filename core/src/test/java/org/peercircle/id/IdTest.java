package org.peercircle.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a\nb"})
    void an_id_that_does_not_fit_in_a_key_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonId.of(text))
                .withMessageContaining("person id must be 1 to 80 characters");
    }

    @Test
    void an_id_reads_as_its_text_and_sorts_by_it() {
        assertThat(GroupId.of("g1")).hasToString("g1").isLessThan(GroupId.of("g2"));
        assertThatIllegalArgumentException().isThrownBy(() -> PlanId.of("x".repeat(81)));
    }

    @Test
    void time_ordered_ids_sort_by_time_and_do_not_repeat() {
        Instant now = Instant.parse("2027-01-04T12:00:00Z");
        SplittableRandom random = new SplittableRandom(1);
        IdSource early = IdSource.timeOrdered(Clock.fixed(now, ZoneOffset.UTC), random);
        IdSource late = IdSource.timeOrdered(Clock.fixed(now.plus(Duration.ofMillis(1)), ZoneOffset.UTC), random);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(early.next())).isTrue();
        }
        assertThat(seen).allSatisfy(id -> assertThat(id).hasSize(26).isLessThan(late.next()));
        assertThat(PersonId.of(early.next()).value()).hasSize(26);
    }

    @Test
    void counting_ids_are_the_same_in_every_run() {
        IdSource ids = IdSource.counting("t");
        assertThat(ids.next() + ids.next()).isEqualTo("t1t2");
    }
}
