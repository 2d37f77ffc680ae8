package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The best trio against trying every trio and every way to pair the others. */
class BestTrioProperties {

    private record Weights(long[][] weight, long[][][] trio) {

        /** Weights from some below nothing to as many above; a trio's have to do with its pairs', or not. */
        static Weights of(long seed, int people, int most, boolean fromPairs) {
            Chance chance = new Chance(seed);
            long[][] weight = new long[people][people];
            long[][][] trio = new long[people][people][people];
            for (int a = 0; a < people; a++) {
                for (int b = 0; b < a; b++) {
                    weight[a][b] = chance.below(2 * most + 1) - most;
                    weight[b][a] = weight[a][b];
                }
            }
            for (int a = 0; a < people; a++) {
                for (int b = 0; b < a; b++) {
                    for (int c = 0; c < b; c++) {
                        trio[a][b][c] = fromPairs
                                ? weight[a][b] + weight[a][c] + weight[b][c]
                                : chance.below(6 * most + 1) - 3L * most;
                    }
                }
            }
            return new Weights(weight, trio);
        }

        BestTrio found(int mostTried) {
            return BestTrio.of(weight, (a, b, c) -> trio[a][b][c], mostTried, () -> {});
        }

        long best() {
            long best = Long.MIN_VALUE;
            for (int a = 0; a < weight.length; a++) {
                for (int b = 0; b < a; b++) {
                    for (int c = 0; c < b; c++) {
                        boolean[] taken = new boolean[weight.length];
                        taken[a] = true;
                        taken[b] = true;
                        taken[c] = true;
                        best = Math.max(best, trio[a][b][c] + PerfectMatchingProperties.best(weight, taken));
                    }
                }
            }
            return best;
        }

        long sum(BestTrio found) {
            int[] three = found.members();
            Arrays.sort(three);
            assertThat(three).hasSize(3).doesNotHaveDuplicates();
            int[] mates = found.mates();
            long sum = 0;
            for (int i = 0; i < weight.length; i++) {
                if (Arrays.binarySearch(three, i) >= 0) {
                    assertThat(mates[i]).isEqualTo(-1);
                } else {
                    assertThat(mates[mates[i]]).isEqualTo(i).isNotEqualTo(mates[i]);
                    sum += i < mates[i] ? weight[i][mates[i]] : 0;
                }
            }
            return sum + trio[three[2]][three[1]][three[0]];
        }
    }

    @Property(tries = 1000)
    void S2_no_other_trio_and_pairs_weigh_more(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int half,
            @ForAll @IntRange(min = 1, max = 60) int most,
            @ForAll boolean fromPairs) {
        Weights any = Weights.of(seed, 2 * half + 1, most, fromPairs);
        BestTrio found = any.found(Integer.MAX_VALUE);
        assertThat(any.sum(found)).isEqualTo(any.best());
        assertThat(found.sum()).isEqualTo(any.best());
        assertThat(found.most()).isEqualTo(any.best());
    }

    @Property(tries = 1000)
    void with_one_trio_tried_it_says_rightly_how_much_better_another_might_be(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int half, @ForAll boolean fromPairs) {
        Weights any = Weights.of(seed, 2 * half + 1, 3, fromPairs);
        BestTrio found = any.found(1);
        assertThat(found.sum()).isEqualTo(any.sum(found)).isLessThanOrEqualTo(any.best());
        assertThat(found.most()).isGreaterThanOrEqualTo(any.best());
    }

    /** What makes it fast: bounds are so tight that few trios need be tried. */
    @Example
    void few_trios_are_tried_until_one_is_proved_to_be_the_best() {
        assertThat(provedOfAHundred(true, 1)).isGreaterThan(75);
        assertThat(provedOfAHundred(false, 30)).isGreaterThan(90);
    }

    private static long provedOfAHundred(boolean fromPairs, int mostTried) {
        return LongStream.range(0, 100)
                .mapToObj(seed -> Weights.of(seed, 25, 1000, fromPairs).found(mostTried))
                .filter(found -> found.most() == found.sum())
                .count();
    }
}
