package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizePlan;

/** S2: pairs are matched exactly, whatever the rules, and the odd one out makes a trio. */
class DyadsTest {

    private static FormationProblem pairs(long seed, int people) {
        FormationProblem any = Problems.of(new Chance(seed), 12);
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Entrant like = any.entrants().get(i % any.entrants().size());
            entrants.add(new Entrant(Problems.id(i), like.traits(), like.availability()));
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(GroupBounds.of(SizePlan.of(people, GroupSizing.DYAD)))
                .addAllMusts(any.musts().stream()
                        .filter(m ->
                                m instanceof Must.ApartBy || m instanceof Must.SharedSlot || m instanceof Must.AtMost)
                        .toList())
                .addAllWishes(any.wishes())
                .build();
    }

    @Property(tries = 30)
    void S2_no_other_pairing_is_better(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int half) {
        FormationProblem problem = pairs(seed, 2 * half);
        Score best = Problems.best(problem);
        Formation formation = GroupFormer.withEffort(Effort.moves(100_000)).form(problem);
        assertThat(formation.score().broken()).isEqualTo(best.broken());
        assertThat(formation.score().preference()).isCloseTo(best.preference(), within(1e-6));
        assertThat(formation.outcome() == Formation.Outcome.PROVED_IMPOSSIBLE).isEqualTo(best.broken() > 0);
    }

    @Property(tries = 20)
    void S2_an_odd_one_out_makes_a_trio_as_good_as_any(@ForAll long seed) {
        FormationProblem problem = pairs(seed, 5);
        Score best = Problems.best(problem);
        Formation formation = GroupFormer.withEffort(Effort.moves(100_000)).form(problem);
        if (best.broken() == 0) {
            assertThat(formation.groups().stream().map(ImmutableList::size)).containsExactlyInAnyOrder(2, 3);
        }
        assertThat(formation.score().broken()).isEqualTo(best.broken());
        assertThat(formation.score().preference()).isCloseTo(best.preference(), within(1e-6));
    }

    @Example
    void two_hundred_are_paired_at_once_and_no_search_finds_better() {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            entrants.add(Entrant.of(Problems.id(i), Map.of()));
        }
        FormationProblem problem = FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(100, new GroupBounds(2, 2)))
                .addWishes(Preference.pairSum("any", (a, b) -> (a.id().hashCode() * 31L ^ b.id().hashCode()) % 97)
                        .weighing(1))
                .build();
        Formation exact = GroupFormer.withEffort(Effort.moves(1)).form(problem);
        Formation searched =
                GroupFormer.withEffort(Effort.moves(400_000)).reform(problem, Collections.nCopies(100, Set.of()), 0);
        assertThat(exact.score().preference())
                .isGreaterThanOrEqualTo(searched.score().preference());
        assertThat(exact.waiting()).isEmpty();
        assertThat(ImmutableSet.copyOf(exact.groups())).hasSize(100);
    }
}
