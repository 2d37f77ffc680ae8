package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.people.AttributeValue;

/** Law F3 from the inside: what a change is priced at is what it comes to, for every rule by itself and all together. */
class SeatingProperties {

    @Provide
    Arbitrary<FormationProblem> problems() {
        return Problems.ofUpTo(12);
    }

    private static Seating seating(FormationProblem problem) {
        Seating seating =
                new Seating(problem, ImmutableList.sortedCopyOf(Comparator.comparing(Entrant::id), problem.entrants()));
        seating.weigh(3, 2);
        return seating;
    }

    private static void changeAtRandom(Seating seating, Chance chance) {
        for (int i = 0; i < 40; i++) {
            int one = chance.below(seating.size());
            int row = chance.below(seating.groups() + 1);
            double before = seating.merit();
            if (row != seating.rowOf(one) && seating.hasRoom(row)) {
                double priced = seating.priceMove(one, row);
                Score total = seating.priced();
                seating.move(one, row);
                assertThat(seating.merit() - before).isCloseTo(priced, within(1e-9));
                assertThat(seating.total().broken()).isEqualTo(total.broken());
                assertThat(seating.total().waiting()).isEqualTo(total.waiting());
            }
            int other = chance.below(seating.size());
            if (seating.rowOf(one) != seating.rowOf(other)) {
                before = seating.merit();
                double priced = seating.priceSwap(one, other);
                seating.swap(one, other);
                assertThat(seating.merit() - before).isCloseTo(priced, within(1e-9));
            }
        }
    }

    @Property(tries = 120)
    void F3_a_change_comes_to_what_it_was_priced_at(@ForAll("problems") FormationProblem problem, @ForAll long seed) {
        changeAtRandom(seating(problem), new Chance(seed));
    }

    @Property(tries = 25)
    void F3_so_it_is_for_each_rule_by_itself(@ForAll long seed) {
        FormationProblem any = Problems.of(new Chance(seed), 12);
        for (Must must : Problems.musts(any.entrants(), any.bounds().size())) {
            changeAtRandom(
                    seating(FormationProblem.builder()
                            .from(any)
                            .musts(List.of(must))
                            .wishes(List.of())
                            .build()),
                    new Chance(seed));
        }
        for (Wish wish : Problems.wishes(any.entrants())) {
            changeAtRandom(
                    seating(FormationProblem.builder()
                            .from(any)
                            .musts(List.of())
                            .wishes(List.of(wish))
                            .build()),
                    new Chance(seed));
        }
    }

    @Property(tries = 120)
    void screening_passes_over_no_swap_that_may_pass(@ForAll("problems") FormationProblem problem, @ForAll long seed) {
        Seating seating = seating(problem);
        Chance chance = new Chance(seed);
        for (int i = 0; i < seating.size(); i++) {
            int row = chance.below(seating.groups() + 1);
            if (row != seating.rowOf(i) && seating.hasRoom(row)) {
                seating.move(i, row);
            }
        }
        Thresholds thresholds = new Thresholds(chance);
        int one = chance.below(seating.size());
        double temperature = chance.share();
        int offset = Thresholds.offset(chance, seating.size());
        int next = seating.nextSwap(one, 0, thresholds, offset, temperature);
        for (int other = 0; other < seating.size(); other++) {
            boolean shown = other == next;
            if (shown) {
                assertThat(seating.rowOf(other)).isNotEqualTo(seating.rowOf(one));
                next = seating.nextSwap(one, other + 1, thresholds, offset, temperature);
            } else if (seating.rowOf(other) != seating.rowOf(one)) {
                assertThat(seating.priceSwap(one, other))
                        .isLessThanOrEqualTo(-temperature * thresholds.at(offset + other) + 1e-9);
            }
        }
        assertThat(next).isEqualTo(seating.size());
    }

    @Property(tries = 100)
    void pairs_computed_when_asked_for_are_the_same_as_those_in_a_table(@ForAll long seed) {
        Chance chance = new Chance(seed);
        int n = 3 + chance.below(10);
        Seats seats = new Seats(n, 3);
        PairTerm.PairValue value = (a, b) -> (a * 7 + b * 7 + a * b) % 11;
        for (PairTerm.Kind kind : PairTerm.Kind.values()) {
            TabledPairs tabled = new TabledPairs(seats, kind, 5, value);
            DirectPairs direct = new DirectPairs(seats, kind, 5, value);
            tabled.rebuilt();
            direct.rebuilt();
            for (int i = 0; i < 30; i++) {
                int entrant = chance.below(n);
                int from = seats.rowOf(entrant);
                int to = chance.below(4);
                if (from != to) {
                    if (to < 3) {
                        assertThat(tabled.change(to, Term.NOBODY, entrant))
                                .isCloseTo(direct.change(to, Term.NOBODY, entrant), within(1e-9));
                    }
                    seats.move(entrant, to);
                    for (PairTerm term : List.of(tabled, direct)) {
                        term.changed(from, entrant, Term.NOBODY);
                        term.changed(to, Term.NOBODY, entrant);
                    }
                }
                for (int row = 0; row < 3; row++) {
                    assertThat(tabled.value(row)).isCloseTo(direct.value(row), within(1e-9));
                }
            }
        }
    }

    private static FormationProblem many(int people) {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            entrants.add(Entrant.of(
                    Problems.id(i),
                    ImmutableMap.of(
                            "lab", AttributeValue.of("l" + i % (people / 5)),
                            "department", AttributeValue.of("d" + i % 40))));
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(people / 8, new GroupBounds(8, 8)))
                .addMusts(Must.apartBy("lab"))
                .addWishes(Preference.spread("department").weighing(1))
                .build();
    }

    @Example
    void F7_a_table_of_pairs_is_kept_only_where_it_fits_its_budget() {
        assertThat(seating(many(400)).screensSwaps()).isTrue();
        assertThat(seating(many(4_000)).screensSwaps()).isFalse();
        assertThat(TabledPairs.size(100_000, 12_500)).isGreaterThan(8_000_000);
        Formation large = GroupFormer.withEffort(Effort.moves(400_000)).form(many(4_000));
        assertThat(large.score().broken()).isZero();
        assertThat(large.waiting()).isEmpty();
    }

    @Example
    void a_pace_goes_by_moves_until_the_clock_turns_out_to_be_the_nearer_end() {
        AtomicLong millis = new AtomicLong();
        Pace pace = new Pace(
                1000, false, () -> false, () -> Instant.ofEpochMilli(millis.get()), Optional.of(Duration.ofSeconds(1)));
        millis.set(20);
        assertThat(pace.done(10)).isEqualTo(.01);
        assertThat(pace.wasCutShort()).isFalse();
        millis.set(500);
        assertThat(pace.done(600)).isEqualTo(.6);
        assertThat(pace.done(100)).isEqualTo(.5);
        assertThat(pace.wasCutShort()).isTrue();
        Pace byClock = new Pace(
                1000, true, () -> false, () -> Instant.ofEpochMilli(millis.get()), Optional.of(Duration.ofSeconds(1)));
        millis.set(520);
        assertThat(byClock.done(1)).isEqualTo(.02);
        assertThat(new Pace(0, false, () -> false, Instant::now, Optional.empty()).done(0))
                .isEqualTo(1);
        assertThat(new Pace(9, false, () -> true, Instant::now, Optional.empty()).done(0))
                .isEqualTo(1);
    }

    @Example
    void cooling_spends_its_time_where_the_merit_wavers() {
        Cooling cooling = cooled(4, 8);
        assertThat(cooling.at(0)).isBetween(6.0, 11.0);
        assertThat(cooling.at(1)).isEqualTo(1.4, within(1e-9));
        assertThat(cooling.at(.5)).isBetween(cooling.at(1), cooling.at(0));
    }

    @Example
    void a_quick_pass_that_saw_the_cold_end_only_does_not_make_it_begin_cold() {
        Cooling cooling = cooled(.3, .6);
        assertThat(cooling.at(0)).isEqualTo(3, within(1e-9));
        assertThat(cooling.at(1)).isBetween(.15, .5);
    }

    /** One whose merit wavered, by more than the temperature, between two temperatures only; a typical change is 10. */
    private static Cooling cooled(double from, double to) {
        Cooling cooling = new Cooling(10);
        for (int i = 0; i < 4800; i++) {
            double done = i / 4800.0;
            double temperature = cooling.probe(done);
            double wavering = temperature > from && temperature < to ? 2 * to : .001;
            cooling.note(done, i % 2 == 0 ? wavering : -wavering);
        }
        cooling.settle();
        return cooling;
    }

    @Example
    void the_best_seats_are_found_again_whatever_came_between() {
        Seating seating = seating(many(40));
        for (int i = 0; i < 40; i++) {
            seating.move(i, i % 5);
        }
        Best best = new Best(seating);
        int[] then = new int[40];
        seating.copyTo(then);
        Chance chance = new Chance(5);
        for (int i = 0; i < 500; i++) {
            int one = chance.below(40);
            int other = chance.below(40);
            if (seating.rowOf(one) != seating.rowOf(other)) {
                seating.swap(one, other);
                best.note(one);
                best.note(other);
                if (best.keepIfBetter()) {
                    seating.copyTo(then);
                }
            }
        }
        best.restore();
        int[] now = new int[40];
        seating.copyTo(now);
        assertThat(now).isEqualTo(then);
        assertThat(seating.total().broken()).isEqualTo(best.score().broken());
        assertThat(seating.score()).isCloseTo(best.score().preference(), within(1e-9));
    }
}
