package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.peercircle.id.PersonId;

/** Laws F1 to F6, with every rule type mixed, against the rules' own plain evaluations and against trying everything. */
class FormationProperties {

    @Provide
    Arbitrary<FormationProblem> problems() {
        return Problems.ofUpTo(12);
    }

    @Provide
    Arbitrary<FormationProblem> smallProblems() {
        return Problems.ofUpTo(9);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void F1_the_same_seed_gives_the_same_groups_with_any_number_of_threads(
            @ForAll("problems") FormationProblem problem) {
        Effort effort = Effort.moves(22_000).withSeed(7);
        Formation one = GroupFormer.withEffort(effort).form(problem);
        for (int threads : new int[] {2, 8}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                Formation other =
                        GroupFormer.withEffort(effort).on(pool, threads).form(problem);
                assertThat(other.groups()).isEqualTo(one.groups());
                assertThat(other.waiting()).isEqualTo(one.waiting());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Property(tries = 100)
    void F2_the_order_in_which_people_come_does_not_matter(@ForAll("problems") FormationProblem problem) {
        List<Entrant> shuffled = new ArrayList<>(problem.entrants());
        Collections.reverse(shuffled);
        FormationProblem reordered =
                FormationProblem.builder().from(problem).entrants(shuffled).build();
        GroupFormer former = GroupFormer.withEffort(Effort.moves(3_000));
        assertThat(former.form(reordered).groups())
                .isEqualTo(former.form(problem).groups());
    }

    @Property(tries = 300)
    void F3_the_searchs_score_is_the_score_from_scratch(
            @ForAll("problems") FormationProblem problem, @ForAll long seed) {
        ImmutableList<Entrant> entrants =
                ImmutableList.sortedCopyOf(Comparator.comparing(Entrant::id), problem.entrants());
        Seating seating = new Seating(problem, entrants);
        Chance chance = new Chance(seed);
        for (int i = 0; i < 60; i++) {
            int one = chance.below(entrants.size());
            int row = chance.below(seating.groups() + 1);
            if (row != seating.rowOf(one) && seating.hasRoom(row)) {
                seating.move(one, row);
            }
            int other = chance.below(entrants.size());
            if (seating.rowOf(one) != seating.rowOf(other)) {
                seating.swap(one, other);
            }
            Score scratch = problem.score(rows(seating, entrants), row(seating, entrants, seating.waitingRow()));
            assertThat(seating.broken()).isEqualTo(scratch.broken());
            assertThat(seating.waiting()).isEqualTo(scratch.waiting());
            assertThat(seating.score()).isCloseTo(scratch.preference(), within(1e-9));
        }
    }

    private static List<List<Entrant>> rows(Seating seating, List<Entrant> entrants) {
        List<List<Entrant>> rows = new ArrayList<>();
        for (int g = 0; g < seating.groups(); g++) {
            rows.add(row(seating, entrants, g));
        }
        return rows;
    }

    private static List<Entrant> row(Seating seating, List<Entrant> entrants, int row) {
        return seating.group(row == seating.waitingRow() ? FormationProblem.WAITING : row).stream()
                .map(entrants::get)
                .toList();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void F4_the_best_of_all_groupings_is_found_where_all_can_be_tried(
            @ForAll("smallProblems") FormationProblem problem) {
        Score best = Problems.best(problem);
        Formation found = GroupFormer.withEffort(Effort.moves(300_000)).form(problem);
        assertThat(found.score().broken()).isEqualTo(best.broken());
        assertThat(found.score().waiting()).isEqualTo(best.waiting());
        assertThat(found.score().preference()).isCloseTo(best.preference(), within(1e-9));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void a_proof_of_impossibility_and_a_bound_hold(@ForAll("smallProblems") FormationProblem problem) {
        Score best = Problems.best(problem);
        Formation found = GroupFormer.withEffort(Effort.moves(1_000)).form(problem);
        if (best.broken() == 0) {
            assertThat(found.findings()).isEmpty();
            assertThat(found.upperBound()).isGreaterThanOrEqualTo(best.preference() - 1e-9);
        }
        assertThat(found.outcome() == Formation.Outcome.MUSTS_KEPT)
                .isEqualTo(found.score().broken() == 0);
        assertThat(found.breaches().isEmpty())
                .isEqualTo(found.breaches().stream().allMatch(b -> b.units() == 0));
    }

    @Provide
    Arbitrary<FormationProblem> tinyProblems() {
        return Problems.ofUpTo(5);
    }

    @Property(tries = 1_500)
    void what_can_be_done_is_never_proved_impossible(@ForAll("tinyProblems") FormationProblem problem) {
        ImmutableList<Finding> findings = Arithmetic.findings(problem);
        if (!findings.isEmpty()) {
            assertThat(Problems.best(problem).broken()).as(findings + "").isPositive();
        }
    }

    @Property(tries = 150)
    void nobody_disappears(@ForAll("problems") FormationProblem problem) {
        Formation formation = GroupFormer.withEffort(Effort.moves(500)).form(problem);
        List<PersonId> all = new ArrayList<>();
        formation.groups().forEach(all::addAll);
        formation.waiting().forEach(w -> all.add(w.person()));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        problem.entrants().stream().map(Entrant::id).toList());
        for (int g = 0; g < formation.groups().size(); g++) {
            assertThat(formation.groups().get(g).size())
                    .isLessThanOrEqualTo(problem.bounds().get(g).max());
        }
    }

    @Property(tries = 100)
    void F6_stopped_at_once_it_has_an_answer_and_says_so(@ForAll("problems") FormationProblem problem) {
        Formation formation = GroupFormer.withEffort(Effort.moves(100_000))
                .stoppedWhen(() -> true)
                .form(problem);
        assertThat(formation.wasCutShort()).isTrue();
        assertThat(formation.moves()).isZero();
        assertThat(formation.groups()).hasSameSizeAs(problem.bounds());
    }

    @Property(tries = 100)
    void what_a_swap_would_do_is_what_it_does(@ForAll("problems") FormationProblem problem) {
        Formation formation = GroupFormer.withEffort(Effort.moves(200)).form(problem);
        for (Entrant entrant : problem.entrants()) {
            SeatReason why = formation.why(entrant.id());
            for (Effect effect : why.alternatives()) {
                Score after = changed(problem, formation, effect.change()).score();
                assertThat(effect.after().broken()).isEqualTo(after.broken());
                assertThat(effect.after().waiting()).isEqualTo(after.waiting());
                assertThat(effect.after().preference()).isCloseTo(after.preference(), within(1e-9));
                Effect asked = formation.whatIf(effect.change());
                assertThat(asked.after().broken()).isEqualTo(after.broken());
                assertThat(asked.gain()).isCloseTo(effect.gain(), within(1e-9));
            }
        }
    }

    private static Formation changed(FormationProblem problem, Formation formation, Change change) {
        return Formation.ofGroups(
                problem,
                IntStream.range(0, formation.groups().size())
                        .mapToObj(g -> changed(formation.groups().get(g), g, change))
                        .toList());
    }

    private static ImmutableSet<PersonId> changed(List<PersonId> members, int group, Change change) {
        Set<PersonId> changed = new HashSet<>(members);
        if (change instanceof Change.Swap swap && members.contains(swap.one()) != members.contains(swap.other())) {
            boolean leaves = changed.remove(swap.one());
            changed.remove(swap.other());
            changed.add(leaves ? swap.other() : swap.one());
        } else if (change instanceof Change.MoveTo move) {
            changed.remove(move.person());
            if (group == move.group()) {
                changed.add(move.person());
            }
        }
        return ImmutableSet.copyOf(changed);
    }
}
