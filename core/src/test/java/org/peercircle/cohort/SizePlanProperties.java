package org.peercircle.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws Z1 to Z5, against trying every number of groups. */
class SizePlanProperties {

    @Provide
    Arbitrary<GroupSizing> sizings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 6))
                .as((min, more, yetMore) -> new GroupSizing(min, min + more, min + more + yetMore));
    }

    /** The plainest model: every number of groups, everybody spread evenly, as many seated as fit. */
    private record Model(int groups, int seated, GroupSizing sizing) {

        List<Integer> sizes() {
            return IntStream.range(0, groups)
                    .map(g -> seated / groups + (g < seated % groups ? 1 : 0))
                    .boxed()
                    .toList();
        }

        long away() {
            return sizes().stream()
                    .mapToLong(s -> (long) s * Math.abs(s - sizing.preferred()))
                    .sum();
        }

        static Optional<Model> best(int people, GroupSizing sizing) {
            return IntStream.rangeClosed(1, people / sizing.min())
                    .mapToObj(g -> new Model(g, Math.min(people, g * sizing.max()), sizing))
                    .min(Comparator.comparingInt((Model m) -> -m.seated())
                            .thenComparingLong(Model::away)
                            .thenComparingInt(m -> -m.groups()));
        }
    }

    @Property
    void Z1_sizes_are_within_bounds_and_add_up(
            @ForAll @IntRange(max = 10_000_000) int people, @ForAll("sizings") GroupSizing sizing) {
        SizePlan plan = SizePlan.of(people, sizing);
        assertThat(plan.seated() + plan.waiting()).isEqualTo(people);
        assertThat(plan.sizes()).hasSize(plan.groups());
        assertThat(plan.sizes().stream().mapToLong(Integer::longValue).sum()).isEqualTo(plan.seated());
        assertThat(plan.sizes().stream().distinct()).allMatch(s -> s >= sizing.min() && s <= sizing.max());
    }

    @Property
    void Z2_nobody_waits_who_could_sit(@ForAll @IntRange(max = 300) int people, @ForAll("sizings") GroupSizing sizing) {
        int seated = Model.best(people, sizing).map(Model::seated).orElse(0);
        assertThat(SizePlan.of(people, sizing).waiting()).isEqualTo(people - seated);
    }

    @Property
    void Z3_sizes_are_nearest_to_the_preferred_one(
            @ForAll @IntRange(max = 300) int people, @ForAll("sizings") GroupSizing sizing) {
        assertThat(SizePlan.of(people, sizing).sizes())
                .isEqualTo(Model.best(people, sizing).map(Model::sizes).orElse(List.of()));
    }

    @Property
    void Z4_the_same_people_give_the_same_plan(
            @ForAll @IntRange(max = 10_000_000) int people, @ForAll("sizings") GroupSizing sizing) {
        assertThat(SizePlan.of(people, sizing)).isEqualTo(SizePlan.of(people, sizing));
    }

    @Property
    void Z5_every_way_out_lets_nobody_wait(
            @ForAll @IntRange(min = 1, max = 500) int people, @ForAll("sizings") GroupSizing sizing) {
        SizePlan plan = SizePlan.of(people, sizing);
        assertThat(plan.waysOut().isEmpty()).isEqualTo(plan.waiting() == 0);
        for (WayOut way : plan.waysOut()) {
            if (way instanceof WayOut.Wait wait) {
                assertThat(wait.people()).isEqualTo(plan.waiting());
            } else if (way instanceof WayOut.Recruit recruit) {
                assertThat(SizePlan.of(people + recruit.people(), sizing).waiting())
                        .isZero();
                assertThat(IntStream.range(1, recruit.people()))
                        .allMatch(fewer -> SizePlan.of(people + fewer, sizing).waiting() > 0);
            } else if (way instanceof WayOut.RaiseMaximum raise) {
                assertThat(raisedBy(sizing, raise.by(), people)).isZero();
                assertThat(raisedBy(sizing, raise.by() - 1, people)).isPositive();
            } else if (way instanceof WayOut.LowerMinimum lower) {
                assertThat(loweredBy(sizing, lower.by(), people)).isZero();
                assertThat(loweredBy(sizing, lower.by() - 1, people)).isPositive();
            }
            assertThat(way.message()).endsWith(".");
        }
    }

    private static int raisedBy(GroupSizing sizing, int by, int people) {
        return SizePlan.of(people, new GroupSizing(sizing.min(), sizing.preferred(), sizing.max() + by))
                .waiting();
    }

    private static int loweredBy(GroupSizing sizing, int by, int people) {
        return SizePlan.of(people, new GroupSizing(sizing.min() - by, sizing.preferred(), sizing.max()))
                .waiting();
    }
}
