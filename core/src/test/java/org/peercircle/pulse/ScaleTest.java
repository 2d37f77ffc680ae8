package org.peercircle.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ScaleTest {

    private static final Scale SCALE = Scale.builder()
            .code("x")
            .name("X")
            .measure(Scale.Measure.OTHER)
            .lowest(0)
            .highest(6)
            .addItems(Item.of("a", "A"), Item.reversed("b", "B"), Item.of("c", "C"))
            .minimumAnswered(2)
            .source("made up for this test")
            .build();

    @Example
    void S21_a_score_turns_reversed_questions_round_and_needs_enough_answers() {
        assertThat(SCALE.score(Map.of("a", 6, "b", 0, "c", 6))).hasValue(6);
        assertThat(SCALE.score(Map.of("a", 1, "b", 5))).hasValue(1);
        assertThat(SCALE.score(Map.of("a", 1))).isEmpty();
        assertThat(SCALE.score(Map.of("a", 1, "other", 5))).isEmpty();
    }

    @Property
    void S21_a_score_is_the_mean_of_what_was_answered(
            @ForAll @Size(3) List<@IntRange(min = -1, max = 6) Integer> given) {
        Map<String, Integer> answers = new HashMap<>();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            int answer = given.get(i);
            if (answer >= 0) {
                answers.put(List.of("a", "b", "c").get(i), answer);
                sum += i == 1 ? 6 - answer : answer;
            }
        }
        OptionalDouble score = SCALE.score(answers);
        assertThat(score.isPresent()).isEqualTo(answers.size() >= 2);
        double expected = sum / answers.size();
        score.ifPresent(s -> assertThat(s).isEqualTo(expected, within(1e-9)).isBetween(0.0, 6.0));
    }

    @Example
    void S21_the_scales_that_come_along_measure_what_the_program_is_for_and_say_they_are_not_validated() {
        assertThat(Scales.BUILT_IN)
                .extracting(Scale::measure)
                .containsExactly(
                        Scale.Measure.SELF_EFFICACY,
                        Scale.Measure.BELONGING,
                        Scale.Measure.PROBLEM_SOLVING,
                        Scale.Measure.SELF_REFLECTION);
        assertThat(Scales.BUILT_IN).allSatisfy(s -> {
            assertThat(s.source()).contains("not validated");
            assertThat(s.items()).hasSize(4).anyMatch(Item::isReversed);
            assertThat(s.minimumAnswered()).isEqualTo(3);
            assertThat(s.allows(1) && s.allows(5)).isTrue();
            assertThat(s.allows(0) || s.allows(6)).isFalse();
        });
        assertThat(Scales.BUILT_IN.stream().flatMap(s -> s.items().stream()).map(Item::code))
                .doesNotHaveDuplicates();
    }

    @Example
    void a_scale_that_could_not_be_scored_can_not_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).lowest(6).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).minimumAnswered(4).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).minimumAnswered(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder()
                        .from(SCALE)
                        .addItems(Item.of("a", "again"))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).source(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).code("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.builder().from(SCALE).name("").build());
        assertThatIllegalArgumentException().isThrownBy(() -> Item.of("", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Item.of("a", " "));
    }

    @Example
    void five_steps_are_the_usual() {
        assertThat(Scales.BELONGING.lowest()).isEqualTo(1);
        assertThat(Scales.BELONGING.highest()).isEqualTo(5);
        assertThat(Scales.BELONGING.score(Map.of("be1", 5, "be2", 5, "be3", 1))).hasValue(5);
    }

    /** Against the tables, to three places. */
    @Example
    void the_quantiles_are_those_of_the_tables() {
        Map<Integer, Double> table =
                Map.of(4, 2.776, 9, 2.262, 15, 2.131, 20, 2.086, 30, 2.042, 60, 2.000, 120, 1.980, 100_000, 1.960);
        table.forEach((freedom, quantile) ->
                assertThat(StudentT.quantile975(freedom)).as("%d", freedom).isEqualTo(quantile, within(0.0011)));
    }
}
