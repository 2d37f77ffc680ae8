package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EffortTest {

    @Test
    void each_change_keeps_the_rest() {
        Effort effort =
                Effort.moves(500).withSeed(7).within(Duration.ofSeconds(3)).withStarts(4);
        assertThat(effort).isEqualTo(new Effort(500, 7, Optional.of(Duration.ofSeconds(3)), OptionalInt.of(4)));
        assertThat(effort.withSeed(8).within(Duration.ZERO).withStarts(1))
                .isEqualTo(new Effort(500, 8, Optional.of(Duration.ZERO), OptionalInt.of(1)));
    }

    @Test
    void moves_are_counted_with_seed_1_and_no_limit() {
        assertThat(Effort.moves(9)).isEqualTo(new Effort(9, 1, Optional.empty(), OptionalInt.empty()));
        assertThat(Effort.moves(9).isUnbounded()).isFalse();
    }

    @Test
    void time_alone_bounds_one_search() {
        Effort effort = Effort.time(Duration.ofSeconds(2));
        assertThat(effort.isUnbounded()).isTrue();
        assertThat(effort.limit()).contains(Duration.ofSeconds(2));
        assertThat(effort.starts()).hasValue(1);
    }

    @Test
    void what_is_out_of_bounds_is_refused_in_words() {
        assertThat(Effort.moves(0).moves()).isZero();
        assertThat(Effort.moves(1_000_000_000_000L).isUnbounded()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Effort.moves(-1)).withMessageContaining("moves");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.moves(1_000_000_000_001L))
                .withMessageContaining("moves");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.moves(1).within(Duration.ofNanos(-1)))
                .withMessageContaining("limit");
        assertThat(Effort.moves(1).withStarts(1_000).starts()).hasValue(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.moves(1).withStarts(0))
                .withMessageContaining("starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.moves(1).withStarts(1_001))
                .withMessageContaining("starts");
    }
}
