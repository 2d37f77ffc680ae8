package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Matching against trying every way to pair people, and against its own duals where that is too much. */
class PerfectMatchingProperties {

    private static long[][] weights(long seed, int n, int most) {
        Chance chance = new Chance(seed);
        long[][] weights = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = chance.below(most);
                weights[j][i] = weights[i][j];
            }
        }
        return weights;
    }

    private static long value(long[][] weights, int[] mates) {
        long value = 0;
        for (int i = 0; i < mates.length; i++) {
            assertThat(mates[i]).isNotEqualTo(i);
            assertThat(mates[mates[i]]).isEqualTo(i);
            value += weights[i][mates[i]];
        }
        return value / 2;
    }

    /** What those not taken weigh at best in pairs, every way tried. */
    static long best(long[][] weights, boolean[] taken) {
        int first = 0;
        while (first < taken.length && taken[first]) {
            first++;
        }
        if (first == taken.length) {
            return 0;
        }
        taken[first] = true;
        long best = Long.MIN_VALUE;
        for (int other = first + 1; other < taken.length; other++) {
            if (!taken[other]) {
                taken[other] = true;
                best = Math.max(best, weights[first][other] + best(weights, taken));
                taken[other] = false;
            }
        }
        taken[first] = false;
        return best;
    }

    @Property(tries = 2000)
    void no_pairing_is_heavier(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int pairs,
            @ForAll @IntRange(min = 2, max = 60) int most) {
        long[][] weights = weights(seed, 2 * pairs, most);
        PerfectMatching matching = PerfectMatching.of(weights, () -> {});
        assertThat(value(weights, matching.mates()))
                .isEqualTo(best(weights, new boolean[2 * pairs]))
                .isEqualTo(matching.sum());
    }

    @Property(tries = 500)
    void what_two_pairs_cost_together_is_at_least_what_their_slacks_say(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int pairs,
            @ForAll @IntRange(min = 2, max = 60) int most) {
        int n = 2 * pairs;
        long[][] weights = weights(seed, n, most);
        PerfectMatching matching = PerfectMatching.of(weights, () -> {});
        long value = value(weights, matching.mates());
        long[][] slack = matching.slacks();
        for (int a = 0; a < n; a++) {
            assertThat(slack[a][matching.mates()[a]]).isZero();
            for (int b = 0; b < a; b++) {
                assertThat(slack[a][b]).isNotNegative().isEqualTo(slack[b][a]);
                for (int c = 0; c < n; c++) {
                    for (int d = 0; d < c; d++) {
                        if (Collections.disjoint(List.of(a, b), List.of(c, d))) {
                            boolean[] taken = new boolean[n];
                            for (int one : new int[] {a, b, c, d}) {
                                taken[one] = true;
                            }
                            assertThat(2 * (weights[a][b] + weights[c][d] + best(weights, taken)))
                                    .isLessThanOrEqualTo(2 * value - slack[a][b] - slack[c][d]);
                        }
                    }
                }
            }
        }
    }

    /** Any pairing that beats an exact one after exchanging partners of two pairs would show it wrong. */
    @Property(tries = 40)
    void no_exchange_between_two_pairs_of_many_gains(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 1000) int most) {
        long[][] weights = weights(seed, 80, most);
        int[] mates = PerfectMatching.of(weights, () -> {}).mates();
        value(weights, mates);
        for (int a = 0; a < 80; a++) {
            for (int b = 0; b < 80; b++) {
                if (b != a && b != mates[a]) {
                    assertThat(weights[a][b] + weights[mates[a]][mates[b]])
                            .isLessThanOrEqualTo(weights[a][mates[a]] + weights[b][mates[b]]);
                }
            }
        }
    }
}
