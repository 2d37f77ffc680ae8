package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;

/** What happens to groups after they are formed: newcomers, leavers, ends, splits, and rounds. */
class ReformingProperties {

    private static final GroupFormer FORMER = GroupFormer.withEffort(Effort.moves(4_000));

    @Provide
    Arbitrary<FormationProblem> problems() {
        return Problems.ofUpTo(12);
    }

    static FormationProblem departments(int people, int groups, int max) {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            entrants.add(Entrant.of(
                    PersonId.of(String.format("p%02d", i)),
                    ImmutableMap.of("department", AttributeValue.of("d" + i * 7 % 5))));
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(groups, new GroupBounds(2, max)))
                .addWishes(Preference.spread("department").weighing(1))
                .build();
    }

    private static FormationProblem without(FormationProblem problem, int entrant) {
        List<Entrant> others = new ArrayList<>(problem.entrants());
        others.remove(entrant);
        return FormationProblem.builder().from(problem).entrants(others).build();
    }

    @Property(tries = 60)
    void F5_a_newcomer_changes_the_groups_of_two_others_at_most(
            @ForAll @IntRange(min = 6, max = 24) int people, @ForAll @IntRange(min = 0, max = 5) int newcomer) {
        FormationProblem all = departments(people, 3, people / 3 + 1);
        Formation before = FORMER.form(without(all, newcomer));
        Formation after = FORMER.admit(all, before.groups());
        assertThat(after.movedSince(before.groups())).hasSizeLessThanOrEqualTo(2);
        assertThat(after.waiting()).isEmpty();
        assertThat(after.groupOf(all.entrants().get(newcomer).id())).isPresent();
    }

    @Property(tries = 150)
    void F5_no_more_move_than_were_allowed_and_nothing_gets_worse(
            @ForAll("problems") FormationProblem problem,
            @ForAll @IntRange(min = 0, max = 4) int most,
            @ForAll @IntRange(min = 0, max = 1000) int seed) {
        Formation before =
                GroupFormer.withEffort(Effort.moves(0).withSeed(seed)).form(problem);
        Formation after = FORMER.reform(problem, before.groups(), most);
        assertThat(after.movedSince(before.groups())).hasSizeLessThanOrEqualTo(most);
        assertThat(before.score().broken()).isGreaterThanOrEqualTo(after.score().broken());
        if (before.score().broken() == after.score().broken()
                && before.score().waiting() == after.score().waiting()) {
            assertThat(after.score().preference())
                    .isGreaterThanOrEqualTo(before.score().preference() - 1e-9);
        }
    }

    @Property(tries = 60)
    void whoever_could_as_well_have_stayed_stays(@ForAll @IntRange(min = 8, max = 24) int people) {
        FormationProblem problem = departments(people, 4, people / 4 + 1);
        Formation before = GroupFormer.withEffort(Effort.moves(30_000)).form(problem);
        Formation after = FORMER.reform(problem, before.groups(), people);
        if (Math.abs(after.score().preference() - before.score().preference()) < 1e-9) {
            assertThat(after.movedSince(before.groups())).isEmpty();
        }
    }

    /** What research found of other tools: after one of 48 leaves, few pairs of mates are left. Here all are. */
    @Example
    void after_a_leaver_all_mates_stay_together_at_the_same_diversity() {
        FormationProblem problem = departments(48, 6, 8);
        Formation before = GroupFormer.withEffort(Effort.moves(60_000)).form(problem);
        Formation after = FORMER.reform(without(problem, 17), before.groups(), 2);
        assertThat(after.movedSince(before.groups())).hasSizeLessThanOrEqualTo(2);
        assertThat(after.score().broken()).isZero();
    }

    @Property(tries = 60)
    void the_members_of_a_group_that_ends_are_seated_and_nobody_else_moves(
            @ForAll @IntRange(min = 0, max = 3) int ending) {
        Formation before = FORMER.form(departments(20, 4, 8));
        Formation after = FORMER.dissolve(before, ending);
        assertThat(after.groups().get(ending)).isEmpty();
        assertThat(after.waiting()).isEmpty();
        assertThat(after.movedSince(before.groups()))
                .containsExactlyInAnyOrderElementsOf(before.groups().get(ending));
    }

    @Property(tries = 60)
    void a_split_moves_members_of_the_group_only(@ForAll @IntRange(min = 0, max = 2) int large) {
        Formation before = FORMER.form(departments(24, 3, 8));
        Formation after = FORMER.split(before, large, List.of(new GroupBounds(4, 4), new GroupBounds(4, 4)));
        assertThat(after.groups()).hasSize(4);
        assertThat(after.score().broken()).isZero();
        List<PersonId> parts = new ArrayList<>(after.groups().get(large));
        parts.addAll(after.groups().get(3));
        assertThat(parts).containsExactlyInAnyOrderElementsOf(before.groups().get(large));
    }

    @Property(tries = 80)
    void seats_and_candidates_are_ranked_by_what_taking_them_comes_to(@ForAll("problems") FormationProblem problem) {
        Formation formation = GroupFormer.withEffort(Effort.moves(100)).form(problem);
        for (Waiter waiter : formation.waiting()) {
            List<Effect> seats = formation.seatsFor(waiter.person());
            for (int i = 0; i < seats.size(); i++) {
                Effect asked = formation.whatIf(seats.get(i).change());
                assertThat(asked.after().broken())
                        .isEqualTo(seats.get(i).after().broken());
                assertThat(asked.gain()).isCloseTo(seats.get(i).gain(), within(1e-9));
                assertThat(i > 0
                                && seats.get(i)
                                        .after()
                                        .isBetterThan(seats.get(i - 1).after()))
                        .isFalse();
            }
        }
        assertThat(formation.candidatesFor(0)).hasSameSizeAs(formation.waiting());
    }

    @Example
    void a_slip_in_reforming_is_an_error() {
        FormationProblem problem = departments(6, 2, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FORMER.reform(problem, List.of(Set.of()), 1))
                .withMessageContaining("be as many groups as the problem has: 2, but was 1");
        PersonId one = problem.entrants().get(0).id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FORMER.reform(problem, List.of(Set.of(one), Set.of(one)), 1))
                .withMessageContaining("hold nobody twice, but was " + one);
        assertThatIllegalArgumentException().isThrownBy(() -> FORMER.reform(problem, List.of(Set.of(), Set.of()), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> FORMER.dissolve(FORMER.form(problem), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> FORMER.split(FORMER.form(problem), 0, List.of()));
    }

    private static FormationProblem golfers(int groups, int size) {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < groups * size; i++) {
            entrants.add(Entrant.of(PersonId.of(String.format("g%02d", i)), Map.of()));
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(groups, new GroupBounds(size, size)))
                .build();
    }

    @Example
    void fifteen_schoolgirls_walk_out_on_seven_days_and_no_two_walk_together_twice() {
        Rounds rounds = GroupFormer.withEffort(Effort.moves(400_000_000)).formRounds(golfers(5, 3), 7);
        assertThat(rounds.repeats()).isEmpty();
        assertThat(rounds.areKept()).isTrue();
        assertThat(Rounds.atMost(golfers(5, 3))).isEqualTo(7);
        Set<Pair> pairs = new HashSet<>();
        rounds.rounds().forEach(r -> r.groups().forEach(g -> pairs.addAll(Pairs.among(ImmutableSet.copyOf(g)))));
        assertThat(pairs).hasSize(105);
    }

    @Example
    void more_rounds_than_counting_allows_repeat_and_say_so() {
        Rounds rounds = GroupFormer.withEffort(Effort.moves(50_000)).formRounds(golfers(3, 2), 7);
        assertThat(Rounds.atMost(golfers(3, 2))).isEqualTo(5);
        assertThat(rounds.repeats()).isNotEmpty().allMatch(r -> r.times() > 1);
        assertThat(rounds.areKept()).isFalse();
        assertThat(rounds.moves()).isPositive();
    }

    @Property(tries = 20)
    void rounds_keep_the_other_rules(@ForAll @IntRange(min = 1, max = 3) int rounds) {
        FormationProblem problem = FormationProblem.builder()
                .from(departments(12, 4, 3))
                .bounds(Collections.nCopies(4, new GroupBounds(3, 3)))
                .addMusts(new Must.AtMost(2, "department"))
                .build();
        Rounds formed = GroupFormer.withEffort(Effort.moves(2_000_000)).formRounds(problem, rounds);
        assertThat(formed.areKept()).isTrue();
    }

    @Example
    void earlier_rounds_can_force_a_repeat_and_counting_says_for_whom() {
        FormationProblem three = FormationProblem.builder()
                .from(golfers(2, 2))
                .addMusts(Must.neverAgain(List.of(
                        List.of(ids("g00", "g01"), ids("g02", "g03")),
                        List.of(ids("g00", "g02"), ids("g01", "g03")),
                        List.of(ids("g00", "g03"), ids("g01", "g02")))))
                .build();
        Formation formation = FORMER.form(three);
        assertThat(formation.outcome()).isEqualTo(Formation.Outcome.PROVED_IMPOSSIBLE);
        assertThat(formation.findings().get(0).message())
                .isEqualTo("g00 may sit with 0 people, and the smallest group needs 1 beside them."
                        + " Let fewer be kept from them, or form a smaller group.");
    }

    private static ImmutableSet<PersonId> ids(String... ids) {
        return ImmutableList.copyOf(ids).stream().map(PersonId::of).collect(ImmutableSet.toImmutableSet());
    }
}
