package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.people.AttributeValue;

/** Bounds of single wishes, most of them where the best grouping of all reaches the bound. */
class BoundsTest {

    private static final GroupBounds TWO = new GroupBounds(2, 2);
    private static final GroupBounds THREE = new GroupBounds(3, 3);

    private static FormationProblem problem(List<Entrant> people, Preference preference, GroupBounds... bounds) {
        return FormationProblem.builder()
                .addAllEntrants(people)
                .addBounds(bounds)
                .addWishes(preference.weighing(2))
                .build();
    }

    private static double bound(List<Entrant> people, Preference preference, GroupBounds... bounds) {
        FormationProblem problem = problem(people, preference, bounds);
        return Bounds.of(problem.wishes().get(0), problem);
    }

    private static void reached(double expected, List<Entrant> people, Preference preference, GroupBounds... bounds) {
        assertThat(bound(people, preference, bounds)).isCloseTo(2 * expected, within(1e-12));
        assertThat(Problems.best(problem(people, preference, bounds)).preference())
                .isCloseTo(2 * expected, within(1e-12));
    }

    private static Preference together(int one, int other) {
        return new Preference.RatherTogether(
                "together", ImmutableSet.of(Pair.of(Problems.id(one), Problems.id(other))));
    }

    @Test
    void a_spread_deals_each_value_out_evenly() {
        Preference spread = Preference.spread("lab");
        reached(.5, Problems.labs("x", "x", "x", "y"), spread, TWO, TWO);
        reached(1, Problems.labs("x", "x", "y", "y"), spread, TWO, TWO);
        reached(2 / 3., Problems.labs("x", "x", "x", "x", "y", "y"), spread, THREE, THREE);
        // Five of a lab make one equal pair in a group and three in the other.
        reached(1 / 3., Problems.labs("x", "x", "x", "x", "x", "y"), spread, THREE, THREE);
        reached(0, Problems.labs("x", "x", "x", "x"), spread, TWO, TWO);
    }

    @Test
    void who_may_wait_need_not_be_dealt_out() {
        reached(.5, Problems.labs("x", "x", "x", "x", "y"), Preference.spread("lab"), TWO, TWO);
        reached(1, Problems.labs("x", "x", "x", "y", "z"), Preference.spread("lab"), TWO, TWO);
    }

    @Test
    void a_trait_of_several_values_is_not_dealt_out() {
        assertThat(bound(Problems.labs("x y", "x z", "x w", "q"), Preference.spread("lab"), TWO, TWO))
                .isEqualTo(2);
    }

    @Test
    void a_mean_is_no_more_than_over_the_best_partners() {
        reached(.5, Problems.labs("a", "a", "a", "a"), together(0, 1), TWO, TWO);
        reached(.5, Problems.labs("a", "a", "a", "a", "a"), together(2, 4), THREE, TWO);
        reached(1 / 6., Problems.labs("a", "a", "a", "a", "a", "a"), together(0, 5), THREE, THREE);
        assertThat(bound(Problems.labs("a", "a", "a"), together(0, 1), new GroupBounds(1, 2), new GroupBounds(1, 2)))
                .isEqualTo(2);
    }

    @Test
    void a_sum_is_no_more_than_everybody_with_their_best_partners() {
        double[][] value = {
            {0, 5, -7, 1, 0, 0},
            {5, 0, 1, 1, 0, 0},
            {-7, 1, 0, 3, 0, 0},
            {1, 1, 3, 0, 0, 0},
            {0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0}
        };
        Preference sum = Preference.pairSum("sum", (a, b) -> value[Problems.numberOf(a)][Problems.numberOf(b)]);
        reached(8, Problems.labs("a", "a", "a", "a"), sum, TWO, TWO);
        // Two partners each: 6 + 6 + 4 + 4, each pair from both sides.
        assertThat(bound(Problems.labs("a", "a", "a", "a", "a", "a"), sum, THREE, THREE))
                .isEqualTo(2 * 10);
        Preference loss = Preference.pairSum("loss", (a, b) -> -1);
        assertThat(bound(Problems.labs("a", "a", "a", "a"), loss, TWO, TWO)).isZero();
    }

    @Test
    void of_very_many_a_sum_has_no_bound_and_a_mean_has_1() {
        List<Entrant> many = Problems.labs(Collections.nCopies(5_001, "a").toArray(String[]::new));
        GroupBounds[] halves = {new GroupBounds(2_000, 3_000), new GroupBounds(2_000, 3_000)};
        assertThat(bound(many, Preference.pairSum("sum", (a, b) -> 1), halves)).isInfinite();
        assertThat(bound(many, together(0, 1), halves)).isEqualTo(2);
    }

    @Test
    void anything_else_is_1_in_every_group() {
        List<Entrant> people = List.of(
                Entrant.of(Problems.id(0), Map.of("months", AttributeValue.of(3))),
                Entrant.of(Problems.id(1), Map.of("months", AttributeValue.of(9))));
        assertThat(bound(people, Preference.balance("months"), TWO)).isEqualTo(2);
    }
}
