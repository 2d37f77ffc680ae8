package org.peercircle.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Tag;

class DecisionTest {

    private record Closed(String door) implements Refusal {
        @Override
        public String code() {
            return "closed";
        }

        @Override
        public String message() {
            return "The " + door + " is closed. Knock.";
        }
    }

    private static DomainEvent event(String type) {
        return DomainEvent.of(type, "it", Tag.PUBLIC, Map.of("n", 1));
    }

    @Test
    void a_chain_gathers_events_and_ends_at_the_first_refusal() {
        Decision<Integer> first = Decision.accept(1, event("a"));
        Decision<Integer> both = first.then(n -> Decision.accept(n + 1, event("b")));
        assertThat(both.orElseThrow()).isEqualTo(2);
        assertThat(both.events()).extracting(DomainEvent::type).containsExactly("a", "b");

        Decision<Integer> refused = both.then(n -> Decision.refuse(new Closed("door")));
        assertThat(refused.isAccepted()).isFalse();
        assertThat(refused.events()).isEmpty();
        assertThat(refused.then(n -> Decision.accept(n)).map(n -> n + 1).refusals())
                .containsExactly(new Closed("door"));
    }

    @Test
    void a_refusal_becomes_an_exception_for_those_who_want_one() {
        Decision<Integer> refused = Decision.refuse(List.of(new Closed("door"), new Closed("gate")));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(refused::orElseThrow)
                .withMessage("closed: The door is closed. Knock.\nclosed: The gate is closed. Knock.")
                .satisfies(e -> assertThat(e.refusals()).hasSize(2));
        assertThatIllegalArgumentException().isThrownBy(() -> Decision.refuse(List.of()));
    }

    @Test
    void an_event_tells_facts_as_text() {
        assertThat(event("a").facts()).containsExactly(Map.entry("n", "1"));
    }
}
