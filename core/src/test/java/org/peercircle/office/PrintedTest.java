package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedTest {

    private record Leaks(String text) {}

    private record Holds(Optional<Leaks> leaks) {
        @Override
        public String toString() {
            return "Holds";
        }
    }

    @Test
    void what_prints_its_text_is_found_however_deep_it_lies() {
        Holds holds = new Holds(Optional.of(new Leaks("canary")));
        for (Object view : List.of(new Leaks("canary"), holds, List.of(holds), Map.of("x", holds))) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Printed.holdsNothing(view, "canary"));
        }
        Printed.holdsNothing(holds, "another");
    }
}
