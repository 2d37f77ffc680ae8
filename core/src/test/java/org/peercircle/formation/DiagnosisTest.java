package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.peercircle.id.PersonId;

/** Why musts can't be kept together: smallest sets, checked against trying every set and every grouping. */
class DiagnosisTest {

    private static final GroupFormer FORMER = GroupFormer.withEffort(Effort.moves(20_000));

    private static boolean canBeKept(FormationProblem problem, Set<Must> musts) {
        return Problems.best(FormationProblem.builder()
                                .from(problem)
                                .musts(musts)
                                .wishes(List.of())
                                .build())
                        .broken()
                == 0;
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void every_smallest_set_is_found_and_nothing_else(@ForAll long seed) {
        FormationProblem problem = Problems.of(new Chance(seed), 5);
        ImmutableList<Must> musts = problem.musts().stream().limit(5).collect(ImmutableList.toImmutableList());
        FormationProblem asked =
                FormationProblem.builder().from(problem).musts(musts).build();
        Set<List<String>> smallest = new HashSet<>();
        for (int mask = 0; mask < 1 << musts.size(); mask++) {
            Set<Must> chosen = new HashSet<>();
            for (int i = 0; i < musts.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    chosen.add(musts.get(i));
                }
            }
            boolean isSmallest = !canBeKept(asked, chosen)
                    && chosen.stream().allMatch(without -> {
                        Set<Must> fewer = new HashSet<>(chosen);
                        fewer.remove(without);
                        return canBeKept(asked, fewer);
                    });
            if (isSmallest) {
                smallest.add(
                        musts.stream().filter(chosen::contains).map(Must::name).toList());
            }
        }
        ImmutableList<Clash> clashes = FORMER.diagnose(asked);
        assertThat(clashes.stream().map(c -> (List<String>) c.rules()).toList())
                .containsExactlyInAnyOrderElementsOf(smallest);
        assertThat(clashes).allSatisfy(clash -> {
            assertThat(clash.waysOut()).hasSameSizeAs(clash.rules());
            assertThat(clash.waysOut()).allMatch(way -> way.units() > 0);
        });
    }

    @Example
    void a_clash_is_told_in_words_with_the_cheapest_way_out_first() {
        FormationProblem problem = FormationProblem.builder()
                .from(ReformingProperties.departments(6, 2, 3))
                .bounds(List.of(new GroupBounds(3, 3), new GroupBounds(3, 3)))
                .addMusts(
                        new Must.Together(ImmutableList.of(ImmutableSet.of(PersonId.of("p00"), PersonId.of("p05")))),
                        Must.apartBy("department"))
                .build();
        ImmutableList<Clash> clashes = FORMER.diagnose(problem);
        assertThat(clashes).hasSize(1);
        assertThat(clashes.get(0).message())
                .isEqualTo(
                        "It is proved impossible to keep \"keep together\" with \"keep apart who share a department\".");
        assertThat(clashes.get(0).waysOut().get(0).message())
                .isEqualTo("Without \"keep apart who share a department\" the others can be kept;"
                        + " 1 pair would go against it.");
        assertThat(FORMER.diagnose(ReformingProperties.departments(6, 2, 4))).isEmpty();
    }
}
